// The deductible of a stay is borne once: by its first bills, by its interim bills together, and where referrals count
// continuously by the stays of one course (semantics B13, readings C10 and C11). Treatments paid like a stay bear it
// once a year each.
#pragma once

#include <algorithm>
#include <optional>

#include "benefit/past.h"
#include "benefit/situation.h"

namespace yidan::benefit {

// Errors: `contradiction` at ".stay" when the institution gave that number to a stay of other days: interim bills of
// one stay have the same admission, or each begins where another ended.
[[nodiscard]] Result<void> check_stay_number(const Encounter& encounter, const Past& past);

class StayDeductible {
 public:
  StayDeductible(const policy::Pool& pool, const policy::Benefit& benefit, const Situation& situation,
                 const Encounter& encounter, Past& past, YearState& year);

  // The ordinal of the admission in its year: 0 first, 1 second, 2 third or later.
  [[nodiscard]] std::size_t order() const { return order_; }
  // What earlier bills of this stay, treatment or year have absorbed.
  [[nodiscard]] Money absorbed() const { return absorbed_; }

  // The rule by which this stay continues the one it was referred from, or `kNoRule`.
  [[nodiscard]] policy::RuleId continued_by() const { return continued_by_; }

  // Of a referred stay at its first bill: the order of admission that it would have without the referral.
  [[nodiscard]] std::optional<std::size_t> order_without_referral() const;
  // What that order would take: the stay owes no more (reading C11), whatever is missing to its own deductible.
  void limit_to(Money by_order) { limit_ = absorbed_ + by_order; }
  // The deductible of the course as far as this stay may bear it.
  [[nodiscard]] Money limited(Money deductible) const { return limit_ ? std::min(deductible, *limit_) : deductible; }

  // Books what this bill absorbed; a new stay counts as an admission.
  void use(Money deductible);

 private:
  [[nodiscard]] Course* find_course() const;

  const policy::Pool& pool_;
  const Situation& situation_;
  const Encounter& encounter_;
  Past& past_;
  YearState& year_;
  bool per_stay_ = false;
  Money* treatment_ = nullptr;
  std::size_t order_ = 0;
  Money absorbed_;
  policy::RuleId continued_by_ = policy::kNoRule;
  bool is_interim_ = false;  // a bill of this stay went before
  std::optional<Money> limit_;
};

}  // namespace yidan::benefit
