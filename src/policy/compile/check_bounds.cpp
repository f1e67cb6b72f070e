#include "policy/compile/check_bounds.h"

#include <algorithm>
#include <numeric>
#include <set>
#include <utility>

#include "policy/parameter_kind.h"
#include "terms/nearest.h"

namespace yidan::policy {
namespace {

// What a measure needs beside its name.
struct Needs {
  bool parameters = false;
  bool limit = false;
  bool other_side = false;  // `over`, with values
  bool figure = false;      // `over`, with an indicator
};

constexpr Needs needs_of(Measure measure) {
  switch (measure) {
    case Measure::dimensions:
    case Measure::open:
    case Measure::beyond_list:
    case Measure::beyond_scope:
    case Measure::keyed_by_identity:
    case Measure::personal_share:
    case Measure::supplement:
    case Measure::county_rows:
    case Measure::outside_framework:
    case Measure::former_names:
    case Measure::other_names:
    case Measure::item_names:
      return {.limit = true};
    case Measure::not_judged:
    case Measure::announced:
      return {};
    case Measure::base_rules:
    case Measure::benchmarks:
      return {.parameters = true};
    case Measure::account_reform:
      return {.limit = true};
    case Measure::late_notice:
      return {.limit = true, .figure = true};
    case Measure::quotient:
    case Measure::better_than:
      return {.parameters = true, .limit = true, .other_side = true};
    case Measure::rise:
    case Measure::raise:
      return {.parameters = true, .limit = true, .figure = true};
    default:
      return {.parameters = true, .limit = true};
  }
}

// Whether at most two letters were put in, left out or changed.
bool differ_little(std::string_view a, std::string_view b) {
  constexpr std::size_t few = 2;
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = std::exchange(row[0], i);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = std::exchange(row[j], std::min({row[j] + 1, row[j - 1] + 1, replaced}));
    }
  }
  return row.back() <= few;
}

class BoundCheck {
 public:
  BoundCheck(const Packs& packs, Problems& problems) : packs_(packs), problems_(problems) {
    for (const Pack& pack : packs.packs) {
      for (const auto& [id, parameter] : pack.parameters) {
        if (id.starts_with(kIndicatorsOf)) indicators_.insert(std::string_view(id).substr(kIndicatorsOf.size()));
      }
      for (const auto& [id, header] : pack.benefits) benefits_.insert(id);
    }
    for (const Bound& bound : packs.bounds.rows) ids_.push_back(bound.id);
  }

  void run() {
    for (const Bound& bound : packs_.bounds.rows) check(bound);
    for (const Competence& competence : packs_.competences) {
      for (const std::string& of : competence.of) check_decided(of, competence.at);
    }
  }

 private:
  void check(const Bound& bound) {
    check_id(bound);
    check_shape(bound);
    if (bound.measure != Measure::benchmarks) {
      for (const auto* side : {&bound.of, &bound.over}) {
        for (const Selection& selection : *side) check_parameter(selection.parameter, selection.at);
      }
    } else {
      for (const Selection& selection : bound.of) check_benchmark(selection);
    }
    for (const HigherStandard& standard : bound.standards) check_parameter(standard.parameter, bound.at);
    for (const Leniency& lenient : bound.lenient) {
      for (const std::string& parameter : lenient.parameters) check_parameter(parameter, bound.at);
    }
    if (bound.limit) check_limit(*bound.limit);
    if (!bound.over_indicator.empty()) check_indicator(bound.over_indicator, bound.at);
    for (const auto* list : {&bound.counted, &bound.except}) {
      for (const std::string& id : *list) check_counted(id, bound.at);
    }
  }

  // One or two letters away from a benefit that there is: no benefit of its own, which no pack has.
  [[nodiscard]] bool is_misspelt(std::string_view folder) const {
    return std::ranges::any_of(benefits_, [&](std::string_view each) { return differ_little(folder, each); });
  }

  // A file, or the folder of a benefit.
  void check_decided(const std::string& of, const Position& at) {
    if (of.find('.') != std::string::npos) return check_parameter(of, at);
    if (benefits_.contains(of) || packs_.lost_names || !is_misspelt(of)) return;
    const std::vector<std::string_view> known(benefits_.begin(), benefits_.end());
    const Text meant = did_you_mean(
        of, known, {"：请写待遇的文件夹名，或“文件夹.文件”", ": name the folder of a benefit, or FOLDER.FILE"});
    problems_.add(at, "没有待遇“" + of + "”" + meant.zh, "no benefit '" + of + "'" + meant.en);
  }

  void check_limit(const Limit& limit) {
    if (limit.indicator.find('.') != std::string::npos) return check_parameter(limit.indicator, limit.at);
    if (!limit.indicator.empty()) check_indicator(limit.indicator, limit.at);
  }

  void check_id(const Bound& bound) {
    const std::string clause = bound.id.substr(0, bound.id.find('/'));
    if (bound.id.empty() || std::ranges::find(bound.clauses, clause) != bound.clauses.end()) return;
    problems_.add(bound.at, "限度“" + bound.id + "”不以所引条款命名：编号应为“clauses”中的一条，其后可加“/区分词”",
                  "bound '" + bound.id +
                      "' is not named after a clause that it cites: its id is one of 'clauses', '/WORD' "
                      "may follow");
  }

  void check_shape(const Bound& bound) {
    const Needs needs = needs_of(bound.measure);
    const std::string measure(code(bound.measure));
    if (needs.parameters && bound.of.empty()) {
      problems_.add(bound.at, "限度“" + bound.id + "”没有写明度量什么：度量“" + measure + "”须写“of”",
                    "bound '" + bound.id + "' does not say what it measures: '" + measure + "' needs 'of'");
    }
    if ((needs.other_side && bound.over.empty()) || (needs.figure && bound.over_indicator.empty())) {
      const std::string key = needs.figure ? "over: {indicator: NAME}" : "over: {of: PARAMETER}";
      problems_.add(
          bound.at, "限度“" + bound.id + "”没有写明与什么比较：度量“" + measure + "”须写“" + key + "”",
          "bound '" + bound.id + "' does not say with what it compares: '" + measure + "' needs '" + key + "'");
    }
    if (needs.limit && !bound.limit) {
      problems_.add(bound.at, "限度“" + bound.id + "”没有限度值：度量“" + measure + "”须写“value”",
                    "bound '" + bound.id + "' has no limit: '" + measure + "' needs 'value'");
    }
    if (bound.due && *bound.due < bound.period.from) {
      problems_.add(bound.at, "限度“" + bound.id + "”的期限（“due”）早于其首日（“from”）：请改正其一",
                    "bound '" + bound.id + "' is due ('due') before it begins ('from'): correct one of them");
    }
  }

  // A file that nothing reads, or a benefit that no pack has and that is called nearly like one.
  void check_parameter(const std::string& id, const Position& at) {
    const std::size_t dot = id.find('.');
    const std::string_view folder = std::string_view(id).substr(0, dot);
    const ParameterKind* kind = dot == std::string::npos || id.starts_with(kIndicatorsOf) ? nullptr : kind_of(id);
    std::vector<std::string_view> known;
    if (kind == nullptr) {
      for (const ParameterKind& each : parameter_kinds()) known.push_back(each.id);
      for (const std::string_view benefit : benefits_) {
        for (const ParameterKind& part : benefit_parts())
          names_.insert(std::string(benefit) + "." + std::string(part.id));
      }
      for (const std::string& name : names_) known.emplace_back(name);
    } else if (kind->of_benefit != nullptr && !benefits_.contains(folder)) {
      const std::vector<std::string_view> benefits(benefits_.begin(), benefits_.end());
      if (!is_misspelt(folder)) return;  // one that a city may have
      for (const std::string_view benefit : benefits) names_.insert(std::string(benefit) + id.substr(dot));
      for (const std::string& name : names_) known.emplace_back(name);
    } else {
      return;
    }
    const Text meant = did_you_mean(id, known,
                                    {"：请写“文件夹.文件”，如 resident-outpatient.ratio",
                                     ": write FOLDER.FILE, for example resident-outpatient.ratio"});
    problems_.add(at, "没有参数“" + id + "”" + meant.zh, "no parameter '" + id + "'" + meant.en);
  }

  void check_indicator(const std::string& name, const Position& at) {
    if (packs_.lost_names || indicators_.contains(name)) return;
    const std::vector<std::string_view> known(indicators_.begin(), indicators_.end());
    const Text meant = did_you_mean(
        name, known, {"：请补上文件 indicators/" + name + ".yaml", ": add the file indicators/" + name + ".yaml"});
    problems_.add(at, "没有指标“" + name + "”" + meant.zh, "no indicator '" + name + "'" + meant.en);
  }

  // A benchmark is a bound over values: one that counts others would go round in a circle.
  void check_benchmark(const Selection& selection) {
    check_counted(selection.parameter, selection.at);
    const Bound* bound = packs_.bounds.find(selection.parameter);
    if (bound == nullptr || (bound->measure != Measure::open && bound->measure != Measure::benchmarks)) return;
    problems_.add(selection.at, "限度“" + bound->id + "”是对其他限度计数的，不能作为基准：请写度量数值的限度",
                  "bound '" + bound->id + "' counts others and is no benchmark: name a bound over values");
  }

  void check_counted(const std::string& id, const Position& at) {
    if (std::ranges::find(ids_, id) != ids_.end()) return;
    const Text meant = did_you_mean(id, ids_, {"：请写一条限度的 id", ": name the id of a bound"});
    problems_.add(at, "没有限度“" + id + "”" + meant.zh, "no bound '" + id + "'" + meant.en);
  }

  const Packs& packs_;
  Problems& problems_;
  std::set<std::string_view> indicators_;
  std::set<std::string_view, std::less<>> benefits_;
  std::set<std::string> names_;  // put together for messages
  std::vector<std::string_view> ids_;
};

}  // namespace

void check_bounds(const Packs& packs, Problems& problems) { BoundCheck(packs, problems).run(); }

}  // namespace yidan::policy
