// The rules of one benefit for one key and day: its tables looked up, its tilts applied, ready for arithmetic.
#pragma once

#include <algorithm>
#include <span>

#include "money/money.h"
#include "money/rate.h"
#include "policy/policy.h"

namespace yidan::benefit {

struct LayerRules {
  Identity identity = Identity::none;  // the one that counts in this benefit
  Rate first_self_pay;
  bool has_deductible = false;
  policy::DeductibleKind deductible_kind = policy::DeductibleKind::absorbed;
  Money ordinary_deductible;
  Money deductible;
  const policy::Schedule* schedule = nullptr;
  Rate tilt;  // points on every bracket
  bool has_cap = false;
  Money cap;
  // Where each came from.
  policy::RuleId first_self_pay_rule = policy::kNoRule;
  policy::RuleId deductible_rule = policy::kNoRule;
  policy::RuleId deductible_tilt_rule = policy::kNoRule;
  policy::RuleId tilt_rule = policy::kNoRule;
  policy::RuleId cap_rule = policy::kNoRule;
  policy::RuleId cap_tilt_rule = policy::kNoRule;

  // The ratio of a bracket with the tilt, never above the whole.
  [[nodiscard]] Rate rate(std::size_t bracket) const {
    return std::min(kWhole, Rate::ppm((*schedule)[bracket].rate.in_ppm() + tilt.in_ppm()));
  }
};

// Looks the rules up. Of several identities the first one that the benefit knows counts, for all of its parts (B5,
// reading E07). REQUIRES: the benefit is in force on the day, so that its tables are total there.
[[nodiscard]] LayerRules rules_on(const policy::Benefit& benefit, policy::Key key, std::span<const Identity> identities,
                                  Date day);

}  // namespace yidan::benefit
