#include "policy/compile/compile_benefit.h"

#include <algorithm>
#include <iterator>
#include <set>

#include "policy/parameter_kind.h"
#include "policy/period.h"
#include "terms/nearest.h"

namespace yidan::policy {
namespace {

const Parameter* part_of(const Effective& effective, const std::string& benefit, std::string_view part) {
  const auto found = effective.parameters.find(benefit + "." + std::string(part));
  return found == effective.parameters.end() ? nullptr : found->second;
}

// Registers a counter of the pool's year and returns its index.
CounterId add_counter(Pool& pool, std::string name) {
  pool.counter_names.push_back(std::move(name));
  return static_cast<CounterId>(pool.counter_names.size() - 1);
}

template <class E>
void restrict(DimensionSets& keys, Dimension dimension, const WordSet<E>& allowed) {
  keys.bits[static_cast<std::size_t>(dimension)] = bits_of(allowed);
}

Domain domain_of(const BenefitHeader& header, const Pool& pool) {
  Domain domain;
  if (header.schemes.empty()) return domain;
  for (const Authority& authority : header.in_force) {
    for (const InForce& row : pool.in_force) {
      const Period days = common_days(authority.period, row.period);
      if (has_days(days)) domain.days.push_back(days);
    }
  }
  WordSet<Status> statuses;
  for (std::size_t i = 0; i < count_of<Status>; ++i) {
    if (header.schemes.contains(scheme_of(static_cast<Status>(i)))) statuses.insert(static_cast<Status>(i));
  }
  restrict(domain.keys, Dimension::status, statuses);
  if (!header.diseases.empty()) {
    WordSet<Disease> diseases = header.diseases;
    diseases.insert(header.treatments);
    restrict(domain.keys, Dimension::disease, diseases);
  }
  WordSet<Identity> identities;
  for (const Condition& condition : header.conditions) identities.insert(condition.identities);
  if (!identities.empty()) restrict(domain.keys, Dimension::identity, identities);
  return domain;
}

void add_condition(const Condition& condition, RuleId rule, Conditions& conditions) {
  switch (condition.kind) {
    case Condition::Kind::designated:
      conditions.designated = rule;
      break;
    case Condition::Kind::designated_for_any:
      conditions.designated = rule;
      conditions.designated_for_any = true;
      break;
    case Condition::Kind::registered:
      conditions.registered = rule;
      break;
    case Condition::Kind::not_during:
      conditions.not_during = rule;
      conditions.blocking_stays = condition.stays;
      break;
    case Condition::Kind::identity:
      conditions.identity = rule;
      conditions.identities = condition.identities;
      break;
    case Condition::Kind::province_by_the_rules:
      conditions.province_by_the_rules = rule;
      break;
  }
}

// The spans between the days on which some condition begins or ends, and what holds in each.
std::vector<DatedConditions> compile_conditions(TableBuilder& builder, const BenefitHeader& header) {
  std::vector<RuleId> rules;
  std::set<Date> starts{kEveryDay.from};
  for (const Condition& condition : header.conditions) {
    Authority authority = condition.authority;
    starts.insert({authority.period.from, authority.period.to});
    if (authority.period == kEveryDay && !header.in_force.empty()) authority.period = header.in_force.front().period;
    rules.push_back(builder.add_rule(authority, header.id + ".conditions", header.title, header.folder));
  }
  starts.insert(Date::never());
  std::vector<DatedConditions> spans;
  for (auto start = starts.begin(); std::next(start) != starts.end(); ++start) {
    DatedConditions& span = spans.emplace_back(Period{*start, *std::next(start)}, Conditions{});
    for (std::size_t i = 0; i < rules.size(); ++i) {
      const Condition& condition = header.conditions[i];
      if (condition.authority.period.contains(*start)) add_condition(condition, rules[i], span.conditions);
    }
  }
  return spans;
}

bool has_brackets(const Benefit& benefit) {
  return std::ranges::any_of(benefit.schedules, [](const Schedule& schedule) { return schedule.size() > 1; });
}

void compile_counters(Pool& pool, Benefit& benefit) {
  Counters& counters = benefit.counters;
  counters.treatment_deductible.fill(kNoCounter);
  const bool has_deductible = !benefit.deductible.empty();
  if (has_deductible && benefit.deductible_kind == DeductibleKind::absorbed) {
    counters.deductible = add_counter(pool, benefit.id + ".deductible");
  }
  if (has_deductible && benefit.deductible_kind == DeductibleKind::per_stay) {
    for (std::size_t i = 0; i < count_of<Disease>; ++i) {
      if (!benefit.treatments.contains(static_cast<Disease>(i))) continue;
      counters.treatment_deductible[i] =
          add_counter(pool, benefit.id + ":" + std::string(code(static_cast<Disease>(i))) + ".deductible");
    }
  }
  const bool is_threshold = has_deductible && benefit.deductible_kind == DeductibleKind::threshold;
  if (is_threshold || has_brackets(benefit)) counters.base = add_counter(pool, benefit.id + ".base");
  counters.paid = add_counter(pool, benefit.id + ".paid");
  counters.cap = {counters.paid};
}

void report_idle_tilt(const Parameter& tilt, const std::string& part, Problems& problems) {
  problems.add(tilt.at,
               "未使用的参数“" + tilt.id + "”：没有可供倾斜的“" + part + "”，请补上 " + part + ".yaml 或删去此文件",
               "unused parameter '" + tilt.id + "': there is no '" + part + "' that it could tilt, add " + part +
                   ".yaml or delete this file");
}

void check_tilts(const Effective& effective, const std::string& id, Problems& problems) {
  for (const std::string part : {"deductible", "ratio", "cap"}) {
    const Parameter* tilt = part_of(effective, id, "tilt-" + part);
    if (tilt != nullptr && part_of(effective, id, part) == nullptr) report_idle_tilt(*tilt, part, problems);
  }
}

void report_unknown_partner(const Mention& other, const Pool& pool, Problems& problems) {
  std::vector<std::string_view> known;
  known.reserve(pool.benefits.size());
  for (const Benefit& each : pool.benefits) known.push_back(each.id);
  const Text meant =
      did_you_mean(other.name, known, {"：请写有 benefit.yaml 的文件夹名", ": name a folder that has a benefit.yaml"});
  problems.add(other.at, "没有待遇“" + other.name + "”可共用限额" + meant.zh,
               "no benefit '" + other.name + "' to share this cap with" + meant.en);
}

void report_no_benefit(const Parameter& part, const std::string& folder, Problems& problems) {
  const std::string file = folder + "/benefit.yaml";
  problems.add(part.at, "未使用的参数“" + part.id + "”：没有 " + file + "，请补上它或删去此文件",
               "unused parameter '" + part.id + "': there is no " + file + ", add it or delete this file");
}

void link_shared_cap(const Parameter& cap, const Pool& pool, Benefit& benefit, Problems& problems) {
  if (cap.shared_with.size() > 1) {
    problems.add(cap.shared_with[1].at, "限额最多与一项待遇共用：只保留一项",
                 "a cap is shared with at most one other benefit: keep one of them");
    return;
  }
  for (const Mention& other : cap.shared_with) {
    const auto partner = std::ranges::find(pool.benefits, other.name, &Benefit::id);
    if (partner == pool.benefits.end()) {
      report_unknown_partner(other, pool, problems);
    } else if (&*partner == &benefit) {
      problems.add(
          other.at, "待遇“" + other.name + "”不能与自己共用限额：请写另一项待遇，或删去 shared_with",
          "benefit '" + other.name + "' cannot share a cap with itself: name another, or delete 'shared_with'");
    } else {
      benefit.counters.cap.push_back(partner->counters.paid);
    }
  }
}

}  // namespace

Benefit compile_benefit(TableBuilder& builder, const Effective& effective, Pool& pool, const BenefitHeader& header,
                        Problems& problems) {
  Benefit benefit;
  benefit.id = header.id;
  benefit.title = header.title;
  benefit.layer = header.layer;
  benefit.fund = header.fund;
  benefit.schemes = header.schemes;
  benefit.care = header.care;
  benefit.diseases = header.diseases;
  benefit.treatments = header.treatments;
  benefit.base = header.base;
  for (const Authority& authority : header.in_force) {
    benefit.in_force.push_back(
        {authority.period, builder.add_rule(authority, header.id + ".benefit", header.title, header.folder)});
  }
  benefit.conditions = compile_conditions(builder, header);
  const Domain domain = domain_of(header, pool);
  if (const Parameter* deductible = part_of(effective, header.id, "deductible")) {
    benefit.deductible_kind = deductible->deductible_kind;
  }
  benefit.first_self_pay = builder.build(header.id + ".first-self-pay", &domain);
  benefit.deductible = builder.build(header.id + ".deductible", &domain);
  benefit.tilt_deductible = builder.build(header.id + ".tilt-deductible");
  benefit.ratio = builder.build_schedules(header.id + ".ratio", domain, benefit.schedules);
  benefit.tilt_ratio = builder.build(header.id + ".tilt-ratio");
  benefit.cap = builder.build(header.id + ".cap", &domain);
  benefit.tilt_cap = builder.build(header.id + ".tilt-cap");
  if (part_of(effective, header.id, "ratio") == nullptr) {
    problems.add(header.at, "待遇“" + header.id + "”没有支付比例：请加 ratio.yaml",
                 "benefit '" + header.id + "' has no ratio: add ratio.yaml");
  }
  if (std::ranges::any_of(benefit.schedules, [](const Schedule& each) { return each.size() > kMostBrackets; })) {
    problems.add(header.at, "待遇“" + header.id + "”的支付比例超过四段：请合并",
                 "benefit '" + header.id + "' has more than four brackets: merge some of them");
  }
  check_tilts(effective, header.id, problems);
  compile_counters(pool, benefit);
  return benefit;
}

void link_shared_caps(const Effective& effective, Pool& pool, Problems& problems) {
  for (const auto& [id, parameter] : effective.parameters) {
    if (!is_benefit_part(id.substr(id.find('.') + 1))) continue;
    const std::string folder = id.substr(0, id.find('.'));
    const auto benefit = std::ranges::find(pool.benefits, folder, &Benefit::id);
    if (benefit == pool.benefits.end()) {
      report_no_benefit(*parameter, folder, problems);
    } else {
      link_shared_cap(*parameter, pool, *benefit, problems);
    }
  }
}

}  // namespace yidan::policy
