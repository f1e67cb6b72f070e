// Monthly contributions of the employee scheme: base, dues of employer and person (semantics P3, P6).
#pragma once

#include <optional>

#include "standing/employment.h"

namespace yidan::standing {

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

// Adds the dues of every contributory month up to the as-of day.
void assess_contributions(const View& view, const Employment& employment);

}  // namespace yidan::standing
