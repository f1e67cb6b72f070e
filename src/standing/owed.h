// What is owed for a month of the employee scheme: the base, the employer's part and the person's (semantics P3, P6).
//
// It is reckoned before anything is said of payments, for a payment counts when it reaches what is owed (P7).
#pragma once

#include <cstdint>
#include <optional>

#include "standing/view.h"

namespace yidan::standing {

struct Relation;

// A contribution base of one month, exact: fen × 12 × 10^6, so that neither a twelfth nor a share is rounded (P6).
class Base {
 public:
  [[nodiscard]] static Base of_wage(Money monthly) { return Base(Exact{monthly.in_fen()} * 12 * kWhole.in_ppm()); }
  // A share of a twelfth of a yearly figure.
  [[nodiscard]] static Base of_yearly(Money yearly, Rate share) { return Base(exact(yearly, share)); }

  // The share `rate` of it, rounded half up to the fen. Throws Overflow.
  [[nodiscard]] Money share(Rate rate) const;
  // Rounded, for reading.
  [[nodiscard]] Money rounded() const { return share(kWhole); }

  auto operator<=>(const Base&) const = default;

 private:
  explicit Base(Exact scaled) : scaled_(scaled) {}
  Exact scaled_;
};

struct Clamped {
  Base base;
  const policy::Cell* wage = nullptr;   // the average wage
  const policy::Cell* bound = nullptr;  // the floor or ceiling that worked
};

// A wage between the floor and the ceiling of the month; absent bounds do not bind.
[[nodiscard]] Clamped clamp_wage(const policy::PeopleRules& rules, Money monthly, Month month);

// The parts of a month, or why there are none.
struct MonthlyOwed {
  enum class Known : std::uint8_t { yes, no_wage, no_rate, separate };
  Known known = Known::yes;
  Money person;
  Money employer;  // nothing where the person pays all
  Base base = Base::of_wage({});
  const policy::Cell* person_rate = nullptr;
  const policy::Cell* employer_rate = nullptr;
  const policy::Cell* bound = nullptr;  // the floor or ceiling, or the share of the average wage
  const policy::Cell* wage = nullptr;   // the average wage
  const policy::Cell* separate = nullptr;

  [[nodiscard]] Money sum() const { return person + employer; }
};
[[nodiscard]] MonthlyOwed owed_for(const policy::PeopleRules& rules, const Relation& relation, Month month);

}  // namespace yidan::standing
