#include "policy/parse/parse_authority.h"

#include "policy/period.h"
#include "terms/nearest.h"

namespace yidan::policy {
namespace {

void check_citation(const FileContext& context, const YamlNode& node) {
  if (context.clauses.empty() || context.clauses.contains(node.text)) return;
  std::vector<std::string_view> known;
  known.reserve(context.clauses.size());
  for (const auto& [id, clause] : context.clauses) known.push_back(id);
  const Text meant = did_you_mean(
      node.text, known, {"：请引用 packs/clauses/clauses.tsv 中的条款", ": cite one of packs/clauses/clauses.tsv"});
  context.problem(node, "登记册中没有条款“" + node.text + "”" + meant.zh,
                  "no clause '" + node.text + "' in the register" + meant.en);
}

void check_basis(MapReader& row, Basis basis, bool has_source, bool has_bound) {
  if (basis == Basis::published && !has_source) {
    row.context().problem(row.node(), "依据为 published 时须写明来源：请补 source",
                          "basis 'published' must name its source: add 'source'");
  }
  if (basis == Basis::assumed && !has_bound) {
    row.context().problem(row.node(), "依据为 assumed 时须写明所遵守的限度：请补 bound",
                          "basis 'assumed' must name the bound that it keeps: add 'bound'");
  }
}

}  // namespace

Period read_period(MapReader& row) {
  row.required("from");
  const Watch watch(row.context().problems);
  const auto from = row.date("from");
  const auto until = row.date("until");
  if (!from || watch.found()) return kNoDays;
  const Period period{*from, until.value_or(Date::never())};
  if (has_days(period)) return period;
  row.context().problem(row.node(),
                        "此行自 " + to_text(period.from) + " 起，不早于其终止日 " + to_text(period.to) +
                            "：终止日（until）不含在内，应晚于生效日（from）",
                        "this row begins on " + to_text(period.from) + ", not before its 'until' " +
                            to_text(period.to) + ": 'until' is exclusive and must be later than 'from'");
  return kNoDays;
}

std::optional<Region> read_region(const YamlNode& node, const FileContext& context) {
  const bool digits = node.text.size() == 6 && node.text.find_first_not_of("0123456789") == std::string::npos;
  if (digits) return Region(std::stoi(node.text));
  context.problem(node, "区划代码应为六位数字，而非“" + written(node) + "”：如 \"370600\"",
                  "a region is a code of six digits, not '" + written(node) + "': write for example \"370600\"");
  return std::nullopt;
}

std::vector<std::string> read_clauses(MapReader& row, std::string_view key) {
  std::vector<std::string> clauses;
  for (const YamlNode* node : row.list(key)) {
    check_citation(row.context(), *node);
    clauses.push_back(node->text);
  }
  return clauses;
}

Authority read_backing(MapReader& row, Citing citing) {
  Authority authority;
  authority.at = row.at();
  authority.clauses = read_clauses(row, "clauses");
  const YamlNode* cited = row.optional("clauses");
  const bool empty = cited != nullptr && cited->kind == YamlNode::Kind::list && cited->items.empty();
  const bool missing = citing == Citing::demanded && cited == nullptr && !row.misspells("clauses");
  if (empty || missing) {
    row.context().problem(row.node(), "缺少引用：每个值和条件须注明条款，请补 clauses",
                          "no citation: every value and condition names its clauses, add 'clauses'");
  }
  const auto basis = row.word<Basis>("basis");
  const auto source = row.saying("source");
  const auto bound = row.saying("bound");
  if (basis) check_basis(row, *basis, source.has_value(), bound.has_value());
  authority.basis = basis.value_or(Basis::assumed);
  authority.source = source.value_or(bound.value_or(Text{}));
  if (const YamlNode* status = row.optional("policy_status")) {
    authority.status = parse_scalar_word<PolicyStatus>(row.context(), *status);
  }
  return authority;
}

Authority read_authority(MapReader& row) {
  const Period period = read_period(row);
  Authority authority = read_backing(row);
  authority.period = period;
  return authority;
}

Authority read_dependent(MapReader& row) {
  const bool dated = row.optional("from") != nullptr || row.optional("until") != nullptr;
  const Period days = dated ? read_period(row) : kEveryDay;
  Authority authority = read_backing(row);
  authority.period = days;
  return authority;
}

std::vector<Authority> read_in_force(MapReader& map) {
  std::vector<Authority> rows;
  map.demand("in_force");
  for (const YamlNode* node : map.rows("in_force")) {
    MapReader row(*node, map.context());
    rows.push_back(read_authority(row));
    row.finish();
    const Authority& last = rows.back();
    for (std::size_t i = 0; i + 1 < rows.size(); ++i) {
      const Period both = common_days(rows[i].period, last.period);
      if (!has_days(both)) continue;
      const Text advice = overlap_advice(rows[i].period, last.period, {"：只保留一行", ": keep one of them"});
      const std::string other = to_text(rows[i].at);
      map.context().problems.add(
          last.at, "in_force 有重叠：两行都含 " + to_text(both.from) + "（另一行在 " + other + "）" + advice.zh,
          "overlap in 'in_force': two rows hold on " + to_text(both.from) + " (the other at " + other + ")" +
              advice.en);
    }
  }
  return rows;
}

}  // namespace yidan::policy
