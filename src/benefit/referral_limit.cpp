#include "benefit/referral_limit.h"

namespace yidan::benefit {

std::optional<ReferralLimit> limit_referral(const policy::Benefit& benefit, policy::Key key, const Situation& situation,
                                            LayerRules& rules, StayDeductible& stay) {
  std::optional<ReferralLimit> limit;
  if (const auto order = stay.order_without_referral()) {
    key.set(policy::Dimension::order, *order);
    const LayerRules unreferred = rules_on(benefit, key, situation.identities(), situation.day);
    const Money missing = above(rules.deductible, stay.absorbed());
    stay.limit_to(unreferred.deductible);
    if (unreferred.deductible < missing) {
      limit = ReferralLimit{rules.deductible, missing, unreferred.deductible, unreferred.deductible_rule};
    }
  }
  rules.deductible = stay.limited(rules.deductible);
  return limit;
}

}  // namespace yidan::benefit
