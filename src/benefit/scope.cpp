#include "benefit/scope.h"

#include <algorithm>

namespace yidan::benefit {
namespace {

using policy::Dimension;
using policy::kNoRule;
using policy::RuleId;

bool is_payable(const policy::Pool& pool, Cause cause, Date day) {
  return not_payable_rule(pool, cause, day) == kNoRule;
}

bool is_line_payable(const policy::Pool& pool, const Encounter& encounter, const FeeLine& line) {
  return line.cause == Cause::illness || is_payable(pool, line.cause, encounter.date);
}

RuleId class_rule(const policy::Pool& pool, LineClass line_class, Date day) {
  policy::Key key;
  key.set(Dimension::line_class, static_cast<std::size_t>(line_class));
  const policy::Cell* cell = pool.classes.find(key, day);
  return cell == nullptr ? kNoRule : cell->rule;
}

void add_line(const FeeLine& line, bool payable, ScopeAmounts& amounts) {
  amounts.total += line.price;
  if (!payable) {
    amounts.not_payable += line.price;
    return;
  }
  if (line.line_class == LineClass::c) {
    amounts.outside_catalogue += line.price;
    return;
  }
  const Money within = line.price - line.over_limit;
  const Money first = line.line_class == LineClass::b ? share(within, line.self_pay_first) : Money{};
  amounts.over_limit += line.over_limit;
  amounts.self_pay_first += first;
  amounts.policy_scope += within - first;
}

}  // namespace

RuleId not_payable_rule(const policy::Pool& pool, Cause cause, Date day) {
  policy::Key key;
  key.set(Dimension::cause, static_cast<std::size_t>(cause));
  const policy::Cell* cell = pool.not_payable.find(key, day);
  return cell == nullptr ? kNoRule : cell->rule;
}

Cause whole_cause(const policy::Pool& pool, const Encounter& encounter) {
  if (!is_payable(pool, encounter.cause, encounter.date)) return encounter.cause;
  const bool every_line = !encounter.lines.empty() && std::ranges::none_of(encounter.lines, [&](const FeeLine& line) {
    return is_payable(pool, line.cause, encounter.date);
  });
  return every_line ? encounter.lines.front().cause : Cause::illness;
}

ScopeAmounts classify_lines(const policy::Pool& pool, const Encounter& encounter) {
  ScopeAmounts amounts;
  for (const FeeLine& line : encounter.lines) {
    add_line(line, is_line_payable(pool, encounter, line), amounts);
  }
  return amounts;
}

ScopeAmounts classify_line(const policy::Pool& pool, const Encounter& encounter, const FeeLine& line,
                           BillStatus status) {
  ScopeAmounts amounts;
  const bool whole = status == BillStatus::not_covered || is_payable(pool, encounter.cause, encounter.date);
  add_line(line, whole && is_line_payable(pool, encounter, line), amounts);
  return amounts;
}

ScopeAmounts classify(const policy::Pool& pool, const Encounter& encounter) {
  if (is_payable(pool, encounter.cause, encounter.date)) return classify_lines(pool, encounter);
  ScopeAmounts amounts;
  for (const FeeLine& line : encounter.lines) add_line(line, false, amounts);
  return amounts;
}

void record_scope(const policy::Pool& pool, const Encounter& encounter, const ScopeAmounts& amounts,
                  Recorder& recorder) {
  const Date day = encounter.date;
  if (!amounts.not_payable.is_zero()) {
    RuleId rule = not_payable_rule(pool, encounter.cause, day);
    for (const FeeLine& line : encounter.lines) {
      if (rule == kNoRule) rule = not_payable_rule(pool, line.cause, day);
    }
    recorder.add(StepKind::not_payable_part, rule, amounts.not_payable);
  }
  if (!amounts.outside_catalogue.is_zero()) {
    recorder.add(StepKind::outside_catalogue, class_rule(pool, LineClass::c, day), amounts.outside_catalogue);
  }
  if (!amounts.over_limit.is_zero()) {
    recorder.add(StepKind::over_limit, class_rule(pool, LineClass::a, day), amounts.over_limit);
  }
  if (!amounts.self_pay_first.is_zero()) {
    recorder.add(StepKind::self_pay_first, class_rule(pool, LineClass::b, day), amounts.self_pay_first);
  }
  const Money outside = amounts.not_payable + amounts.outside_catalogue;
  recorder.add(StepKind::policy_scope, class_rule(pool, LineClass::a, day), amounts.policy_scope, amounts.total,
               outside, amounts.over_limit, amounts.self_pay_first);
}

}  // namespace yidan::benefit
