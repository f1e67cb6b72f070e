#include "standing/owed.h"

#include <limits>

#include "standing/employment.h"

namespace yidan::standing {
namespace {

using policy::Cell;
using policy::Dimension;
using Known = MonthlyOwed::Known;

MonthlyOwed none(Known why) { return {.known = why}; }

MonthlyOwed owed_by_oneself(const policy::PeopleRules& rules, Date day) {
  const Cell* rate = find(rules.employee_flexible_rate, day);
  const Cell* share = find(rules.employee_flexible_base, day);
  const Cell* wage = find(rules.average_wage, day);
  if (rate == nullptr || share == nullptr || wage == nullptr) return none(Known::no_rate);
  const Base base = Base::of_yearly(wage->money(), share->rate());
  return {.person = base.share(rate->rate()), .base = base, .person_rate = rate, .bound = share, .wage = wage};
}

MonthlyOwed owed_with_employer(const policy::PeopleRules& rules, const Relation& relation, Month month, Date day) {
  const auto wage = relation.wage_in(month);
  if (!wage) return none(Known::no_wage);
  const Cell* own = find(rules.employee_person_rate, day);
  const Cell* unit = find(rules.employee_employer_rate, Dimension::employer_kind, relation.kind, day);
  if (own == nullptr || unit == nullptr) return none(Known::no_rate);
  const Clamped clamped = clamp_wage(rules, *wage, month);
  return {.person = clamped.base.share(own->rate()),
          .employer = clamped.base.share(unit->rate()),
          .base = clamped.base,
          .person_rate = own,
          .employer_rate = unit,
          .bound = clamped.bound,
          .wage = clamped.wage};
}

}  // namespace

Money Base::share(Rate rate) const {
  constexpr Exact whole = Exact{12} * kWhole.in_ppm() * kWhole.in_ppm();
  const Exact twice = 2 * scaled_ * rate.in_ppm() + whole;
  // Nearly every product fits 64 bits, where a division by a constant costs a multiplication.
  if (twice <= std::numeric_limits<std::int64_t>::max()) {
    return Money::fen(
        static_cast<std::int64_t>(static_cast<std::uint64_t>(twice) / static_cast<std::uint64_t>(2 * whole)));
  }
  const Exact fen = twice / (2 * whole);
  if (fen > std::numeric_limits<std::int64_t>::max()) throw Overflow{};
  return Money::fen(static_cast<std::int64_t>(fen));
}

Clamped clamp_wage(const policy::PeopleRules& rules, Money monthly, Month month) {
  const Date day = month.first_day();
  const Cell* wage = find(rules.average_wage, day);
  const Cell* floor = find(rules.employee_base_floor, day);
  const Cell* ceiling = find(rules.employee_base_ceiling, day);
  const Base base = Base::of_wage(monthly);
  if (wage == nullptr) return {base};
  if (floor != nullptr) {
    const Base least = Base::of_yearly(wage->money(), floor->rate());
    if (base < least) return {least, wage, floor};
  }
  if (ceiling != nullptr) {
    const Base most = Base::of_yearly(wage->money(), ceiling->rate());
    if (most < base) return {most, wage, ceiling};
  }
  return {base};
}

MonthlyOwed owed_for(const policy::PeopleRules& rules, const Relation& relation, Month month) {
  const Date day = month.first_day();
  if (relation.is_flexible()) return owed_by_oneself(rules, day);
  const Cell* separate = find(rules.employee_separate, Dimension::person_kind, relation.person_kind, day);
  if (separate != nullptr) return {.known = Known::separate, .separate = separate};
  return owed_with_employer(rules, relation, month, day);
}

}  // namespace yidan::standing
