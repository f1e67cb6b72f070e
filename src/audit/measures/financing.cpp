// Financing by standard year (B05), and the rules for the base of contributions.
#include <algorithm>
#include <set>

#include "audit/measures/measure.h"

namespace yidan::audit {
namespace {

using policy::Pool;
using policy::Quantity;
using policy::Rule;

// The rule of a parameter whose amount a document prints for that year; null where there is none.
const Rule* rule_of_standard(const Pool& pool, const std::string& parameter, int year) {
  const auto found = std::ranges::find_if(
      pool.rules, [&](const Rule& rule) { return rule.id == parameter && rule.standard_year == year; });
  return found == pool.rules.end() ? nullptr : &*found;
}

Text no_standard(const std::string& parameter, int year) {
  const std::string of = std::to_string(year);
  return {"政策包没有 " + parameter + " " + of + " 标准年度的金额",
          "the packs have no " + parameter + " of the standard year " + of};
}

// The base of contributions of a pool as one text: what of it the pool has no rule for is not given.
std::string base_rule(const Pool& pool, const policy::Bound& bound, Date on, bool& is_given) {
  std::string rule;
  for (const policy::Selection& selection : bound.of) {
    const auto values = values_of(pool, selection, on);
    is_given &= !values.empty();
    rule += (rule.empty() ? "" : ", ") + selection.parameter + " " +
            (values.empty() ? "?" : to_text(values.front().quantity));
  }
  return rule;
}

struct BaseRules {
  std::set<std::string> kinds;
  std::string of_cities;
  std::string not_given;
};

BaseRules base_rules_on(const Scene& scene, const policy::Bound& bound, Date on) {
  BaseRules rules;
  for (const Pool& pool : scene.policy.pools) {
    if (pool.in_force_on(on) == policy::kNoRule) continue;
    bool is_given = true;
    const std::string rule = base_rule(pool, bound, on, is_given);
    rules.kinds.insert(rule);
    const std::string region = to_text(pool.region);
    rules.of_cities.append(rules.of_cities.empty() ? "" : "; ").append(region).append(": ").append(rule);
    if (!is_given) rules.not_given += (rules.not_given.empty() ? "" : ", ") + region;
  }
  return rules;
}

}  // namespace

Measured measure_standard_year(const Scene& scene, const policy::Bound& bound) {
  Measured measured;
  const std::string& parameter = bound.of.front().parameter;
  const int year = bound.standard_year.value_or(scene.on.year());
  const Rule* rule = rule_of_standard(scene.pool, parameter, year);
  if (rule == nullptr) {
    measured.missing = no_standard(parameter, year);
    return measured;
  }
  measured.evidence.push_back(evidence_of(scene, *rule));
  measured.quantity = Quantity::of(rule->value.money());
  if (!bound.over_standard_year) return measured;
  const Rule* before = rule_of_standard(scene.pool, parameter, *bound.over_standard_year);
  if (before == nullptr) {
    measured.quantity.reset();
    measured.missing = no_standard(parameter, *bound.over_standard_year);
    return measured;
  }
  measured.evidence.push_back(evidence_of(scene, *before));
  measured.quantity = Quantity(Quantity::Unit::amount, rule->value.money().in_fen() - before->value.money().in_fen());
  return measured;
}

Measured measure_standards(const Scene& scene, const policy::Bound& bound) {
  Measured measured;
  std::int64_t below = 0;
  Money total;
  Money of_standards;
  for (const policy::Selection& selection : bound.of) {
    const auto values = values_of(scene.pool, selection, scene.on);
    if (values.empty()) {
      measured.missing = no_value(selection.parameter, scene.on);
      return measured;
    }
    const Rule& rule = scene.pool.rule(values.front().rules.front());
    measured.evidence.push_back(evidence_of(scene, rule));
    const auto standard = std::ranges::find_if(bound.standards, [&](const policy::HigherStandard& each) {
      return each.parameter == selection.parameter && rule.standard_year == each.standard_year;
    });
    if (standard == bound.standards.end()) {
      const std::string year = rule.standard_year ? std::to_string(*rule.standard_year) : "?";
      measured.missing = {"没有登记标准年度 " + year + " 的国家或省标准：请在限度 " + bound.id + " 的“standards”中补上",
                          "no higher standard of the standard year " + year +
                              " is registered: add it to 'standards' of bound " + bound.id};
      return measured;
    }
    total += rule.value.money();
    of_standards += standard->amount;
    if (rule.value.money() < standard->amount) ++below;
    append(measured.note,
           {selection.parameter + " " + rule.value.text + "，上级标准 " + to_text(standard->amount),
            selection.parameter + " " + rule.value.text + ", the higher standard " + to_text(standard->amount)});
  }
  if (total < of_standards) ++below;
  measured.quantity = Quantity::count(below);
  return measured;
}

Measured measure_base_rules(const Scene& scene, const policy::Bound& bound) {
  const BaseRules now = base_rules_on(scene, bound, scene.on);
  const BaseRules then = base_rules_on(scene, bound, year_before(scene.on));
  Measured measured;
  measured.quantity = Quantity::count(static_cast<std::int64_t>(now.kinds.size()));
  measured.limit = Quantity::count(static_cast<std::int64_t>(then.kinds.size()));
  if (then.kinds.empty()) measured.limit = measured.quantity;
  if (now.kinds.size() > then.kinds.size() && !then.kinds.empty()) {
    append(measured.note, {"差异扩大：" + now.of_cities, "the spread widened: " + now.of_cities});
  }
  if (!now.not_given.empty()) append(measured.note, {"未载基数规则：" + now.not_given, "not given: " + now.not_given});
  return measured;
}

}  // namespace yidan::audit
