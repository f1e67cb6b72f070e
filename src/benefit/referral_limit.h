// What a referral spares of a stay's deductible (LY-3.3-d, reading C11, decision 0055).
#pragma once

#include <optional>

#include "benefit/layers/layer_rules.h"
#include "benefit/situation.h"
#include "benefit/stay_deductible.h"

namespace yidan::benefit {

// A referred stay that owes less than is missing to the deductible of its level, because without the referral its order
// of admission would take less.
struct ReferralLimit {
  Money deductible;  // of the level
  Money missing;     // to it, after what the course has borne
  Money by_order;    // what the order would take: this is owed
  policy::RuleId order_rule;
};

// Lowers the deductible of `rules`, looked up under `key`, to what the course may bear: a referred stay never bears
// more than the same stay without referral. `stay` keeps the limit. Absent: there is nothing to say of it.
std::optional<ReferralLimit> limit_referral(const policy::Benefit& benefit, policy::Key key, const Situation& situation,
                                            LayerRules& rules, StayDeductible& stay);

}  // namespace yidan::benefit
