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

// The share that no fund pays of what has this cause on the day.
Rate unpayable_share(const policy::Pool& pool, Cause cause, Rate liability, Date day) {
  return cause == Cause::illness || is_payable(pool, cause, day) ? Rate{} : liability;
}

// Of a line by its own cause and by the encounter's: the greater, for what others bear once they bear.
Rate unpayable_share(const policy::Pool& pool, const Encounter& encounter, const FeeLine& line) {
  return std::max(unpayable_share(pool, line.cause, line.liability, encounter.date),
                  unpayable_share(pool, encounter.cause, encounter.liability, encounter.date));
}

RuleId class_rule(const policy::Pool& pool, LineClass line_class, Date day) {
  policy::Key key;
  key.set(Dimension::line_class, static_cast<std::size_t>(line_class));
  const policy::Cell* cell = pool.classes.find(key, day);
  return cell == nullptr ? kNoRule : cell->rule;
}

// What is above the payment standard is above it in what others bear as in the rest: both parts of the line lose the
// same share, each rounded once, so that what is left within the standard is never negative.
void add_line(const FeeLine& line, Rate unpayable, ScopeAmounts& amounts) {
  const Money not_payable = share(line.price, unpayable);
  const Money price = line.price - not_payable;
  amounts.total += line.price;
  amounts.not_payable += not_payable;
  if (line.line_class == LineClass::c) {
    amounts.outside_catalogue += price;
    return;
  }
  const Money over_limit = line.over_limit - share(line.over_limit, unpayable);
  const Money within = price - over_limit;
  const Money first = line.line_class == LineClass::b ? share(within, line.self_pay_first) : Money{};
  amounts.over_limit += over_limit;
  amounts.self_pay_first += first;
  amounts.policy_scope += within - first;
}

}  // namespace

RuleId not_payable_rule(const policy::Pool& pool, Cause cause, Date day) {
  policy::Key key;
  key.set(Dimension::cause, static_cast<std::size_t>(cause));
  const policy::Cell* cell = pool.not_payable.find(key, day);
  return cell == nullptr || !cell->is(policy::Payability::never) ? kNoRule : cell->rule;
}

Cause whole_cause(const policy::Pool& pool, const Encounter& encounter) {
  const auto is_whole = [&](Cause cause, Rate liability) {
    return unpayable_share(pool, cause, liability, encounter.date) == kWhole;
  };
  if (is_whole(encounter.cause, encounter.liability)) return encounter.cause;
  const bool every_line = !encounter.lines.empty() && std::ranges::all_of(encounter.lines, [&](const FeeLine& line) {
    return is_whole(line.cause, line.liability);
  });
  return every_line ? encounter.lines.front().cause : Cause::illness;
}

ScopeAmounts classify_lines(const policy::Pool& pool, const Encounter& encounter) {
  ScopeAmounts amounts;
  for (const FeeLine& line : encounter.lines) {
    add_line(line, unpayable_share(pool, line.cause, line.liability, encounter.date), amounts);
  }
  return amounts;
}

ScopeAmounts classify_line(const policy::Pool& pool, const Encounter& encounter, const FeeLine& line,
                           BillStatus status) {
  ScopeAmounts amounts;
  const Rate unpayable = status == BillStatus::not_covered
                             ? unpayable_share(pool, line.cause, line.liability, encounter.date)
                             : unpayable_share(pool, encounter, line);
  add_line(line, unpayable, amounts);
  return amounts;
}

ScopeAmounts classify(const policy::Pool& pool, const Encounter& encounter) {
  ScopeAmounts amounts;
  for (const FeeLine& line : encounter.lines) add_line(line, unpayable_share(pool, encounter, line), amounts);
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
