// The steps of one layer: first self-pay, deductible, ratio, cap, each with its rule and its numbers.
#pragma once

#include <optional>

#include "benefit/layers/layer.h"
#include "benefit/referral_limit.h"
#include "benefit/situation.h"
#include "benefit/step.h"

namespace yidan::benefit {

// Everything that made one layer's payment.
struct LayerWork {
  const policy::Pool& pool;
  const policy::Benefit& benefit;
  const Situation& situation;
  const LayerRules& rules;
  const LayerState& state;
  const LayerResult& result;
  Money base;
  policy::RuleId in_force;   // by which the benefit holds on the day
  policy::RuleId continued;  // by which the deductible of a referred stay goes on; none where it does not
  std::optional<ReferralLimit> referral;
};

void record_layer(const LayerWork& work, Recorder& recorder);

}  // namespace yidan::benefit
