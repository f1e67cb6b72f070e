// Averages of bills, rises over an earlier value, first days: what time has to do with.
#include <algorithm>

#include "audit/measures/measure.h"
#include "audit/measures/of_values.h"

namespace yidan::audit {
namespace {

using policy::Figure;
using policy::kMillion;
using policy::Quantity;
using policy::Selection;

std::string_view benefit_name(std::string_view parameter) { return parameter.substr(0, parameter.find('.')); }

Text of_bills(const Scene& scene, std::string_view benefit, int year) {
  const std::string count = std::to_string(scene.experience.bills(benefit, year));
  const Text parts = scene.experience.parts(benefit, year);
  const std::string of = std::to_string(year);
  return {of + " 年 " + count + " 笔结算的实际平均（" + parts.zh + "）",
          "measured from " + count + " bills of " + of + " (" + parts.en + ")"};
}

// To whole millionths, half up: for differences, which are reported and not compared to the last digit.
Exact millionths(const Quantity& share) { return (share.value() * 2 + share.per()) / (Exact{share.per()} * 2); }

// The highest of the ordinary values.
std::optional<Value> highest(const policy::Pool& pool, const Selection& selection, Date on) {
  const auto values = values_of(pool, of_nobody_special(selection), on);
  const auto found =
      std::ranges::max_element(values, [](const Value& a, const Value& b) { return a.quantity < b.quantity; });
  return found == values.end() ? std::nullopt : std::optional(*found);
}

// Whether on that day no employer's part goes to the accounts in work, and retirees have a rule of their own.
bool is_reformed(const Scene& scene, Date day, Measured& measured) {
  const auto credits = values_of(scene.pool, {.parameter = "account.credit-active"}, day);
  const auto own = values_of(scene.pool, {.parameter = "employee.person-rate"}, day);
  const auto retired = values_of(scene.pool, {.parameter = "account.credit-retired"}, day);
  if (credits.empty() || own.empty() || retired.empty()) return false;
  const auto only_own = [&](const Value& credit) { return credit.quantity <= own.front().quantity; };
  if (!std::ranges::all_of(credits, only_own)) return false;
  for (const auto* list : {&credits, &own, &retired}) add_evidence(scene, list->front(), measured);
  return true;
}

}  // namespace

Measured measure_average(const Scene& scene, const policy::Bound& bound) {
  const Selection& selection = bound.of.front();
  const std::string_view benefit = benefit_name(selection.parameter);
  Measured measured = measure_mean(scene, selection);
  const auto average = scene.experience.average(benefit, scene.on.year());
  if (average) {
    measured.missing.reset();
    measured.quantity = average;
    measured.note = of_bills(scene, benefit, scene.on.year());
  } else if (measured.quantity) {
    measured.note = {"无结算数据，按各级名义比例未加权平均", "no bills: the unweighted mean of nominal ratios"};
  }
  return measured;
}

Measured measure_steadiness(const Scene& scene, const policy::Bound& bound) {
  const std::string_view benefit = benefit_name(bound.of.front().parameter);
  const Date before = year_before(scene.on);
  Measured now = measure_mean(scene, bound.of.front());
  Measured then = measure_mean({scene.policy, scene.pool, before, scene.experience}, bound.of.front());
  const auto this_year = scene.experience.average(benefit, scene.on.year());
  const auto last_year = scene.experience.average(benefit, before.year());
  if (this_year && last_year) {
    now.quantity = this_year;
    then.quantity = last_year;
    append(now.note, of_bills(scene, benefit, scene.on.year()));
    append(now.note, of_bills(scene, benefit, before.year()));
  } else if (this_year || last_year) {
    const std::string lacking = std::to_string(this_year ? before.year() : scene.on.year());
    now.quantity.reset();
    now.missing = {"缺少 " + lacking + " 年的结算数据", "no bills of " + lacking};
    return now;
  } else {
    now.note = {"无结算数据，按两年名义比例未加权平均比较",
                "no bills: the unweighted means of nominal ratios compared"};
  }
  if (!now.quantity || !then.quantity) {
    now.quantity.reset();
    now.missing = no_value(bound.of.front().parameter, then.quantity ? scene.on : before);
    return now;
  }
  now.quantity = Quantity(Quantity::Unit::points, millionths(*now.quantity) - millionths(*then.quantity));
  return now;
}

Measured measure_rise(const Scene& scene, const policy::Bound& bound) {
  Measured measured = measure_mean(scene, bound.of.front());
  if (!measured.quantity) return measured;
  const Figure* base = figure_on(scene.pool, bound.over_indicator, scene.on);
  const Quantity now = *measured.quantity;
  measured.quantity.reset();
  if (base == nullptr || base->amount.is_zero() || now.unit() != Quantity::Unit::amount) {
    measured.missing = no_figure(scene.pool, bound.over_indicator, scene.on);
    return measured;
  }
  measured.evidence.push_back(evidence_of(bound.over_indicator, *base));
  const Exact of_base = Exact{base->amount.in_fen()} * now.per();
  measured.quantity =
      Quantity(Quantity::Unit::share, (now.value() - of_base) * kMillion, static_cast<std::int64_t>(of_base));
  if (base->basis == Basis::assumed) {
    measured.note = {"基期数值为假定：" + base->source.zh, "the base is assumed: " + base->source.en};
  }
  return measured;
}

// What was raised since the year before, after an overspend that was large: only then is the limit hard.
Measured measure_raise(const Scene& scene, const policy::Bound& bound) {
  Measured measured;
  const Date before = year_before(scene.on);
  const auto now = highest(scene.pool, bound.of.front(), scene.on);
  const auto then = highest(scene.pool, bound.of.front(), before);
  if (!now) {
    measured.missing = no_value(bound.of.front().parameter, scene.on);
    return measured;
  }
  add_evidence(scene, *now, measured);
  const bool raised = then && now->quantity > then->quantity;
  if (!raised) {
    measured.note =
        then ? Text{"未较上年提高", "not raised against the year before"}
             : Text{"上年无此参数，不构成提高", "there was none the year before, so that nothing was raised"};
    measured.quantity = Quantity::of(Money{});
    measured.limit = measured.quantity;
    return measured;
  }
  measured.quantity = now->quantity;
  measured.note = {"由 " + to_text(then->quantity) + " 提高", "raised from " + to_text(then->quantity)};
  const Figure* overspend = figure_on(scene.pool, bound.over_indicator, scene.on);
  const Figure* income = bound.limit ? figure_on(scene.pool, bound.limit->indicator, scene.on) : nullptr;
  const bool within = income != nullptr && bound.limit->share &&
                      now->quantity <= Quantity::of(share(income->amount, *bound.limit->share));
  if (within) return measured;
  if (overspend == nullptr) {
    measured.quantity.reset();
    measured.missing = no_figure(scene.pool, bound.over_indicator, scene.on);
    return measured;
  }
  measured.evidence.push_back(evidence_of(bound.over_indicator, *overspend));
  const bool large = !bound.tolerance || Quantity::of(overspend->amount) > *bound.tolerance;
  if (large) return measured;
  append(measured.note, {"上年未发生较大超支", "there was no large overspend the year before"});
  measured.limit = measured.quantity;
  return measured;
}

Measured measure_first_day(const Scene& scene, const policy::Bound& bound) {
  Measured measured;
  const policy::Benefit* benefit = benefit_of(scene.pool, bound.of.front().parameter);
  if (benefit == nullptr || benefit->in_force.empty()) {
    measured.quantity = Quantity::without_limit();
    measured.note = {"政策包没有此项待遇", "the packs have no such benefit"};
    return measured;
  }
  const auto first = std::ranges::min_element(benefit->in_force, {}, [](const auto& row) { return row.period.from; });
  measured.quantity = Quantity::on(first->period.from);
  measured.evidence.push_back(evidence_of(scene, scene.pool, first->rule));
  return measured;
}

Measured measure_account_reform(const Scene& scene, const policy::Bound&) {
  Measured measured;
  const policy::Table& credits = scene.pool.people.account_credit_active;
  if (credits.empty()) {
    measured.missing = no_value("account.credit-active", scene.on);
    return measured;
  }
  std::vector<Date> days = credits.breaks();
  const auto& retired = scene.pool.people.account_credit_retired.breaks();
  days.insert(days.end(), retired.begin(), retired.end());
  std::ranges::sort(days);
  for (const Date day : days) {
    if (!is_reformed(scene, day, measured)) continue;
    measured.quantity = Quantity::on(day);
    return measured;
  }
  measured.quantity = Quantity::without_limit();
  measured.note = {"单位缴费仍划入个人账户，或退休人员没有单独的划入规定",
                   "employers' contributions still go to accounts, or retirees have no rule of their own"};
  for (const Value& value : values_of(scene.pool, {.parameter = "account.credit-active"}, scene.on)) {
    add_evidence(scene, value, measured);
  }
  return measured;
}

}  // namespace yidan::audit
