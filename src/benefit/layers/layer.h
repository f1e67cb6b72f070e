// The one algebra of every layer: base → first self-pay → deductible → ratio by bracket → cap (semantics L1 to L5).
//
// Each part is a small pure function on exact money; `pay` chains them. Which rules hold is decided before
// (layer_rules.h), what counters are kept is decided after (settle.cpp): nothing here knows a person or a pack.
#pragma once

#include <optional>

#include "benefit/layers/layer_rules.h"
#include "money/money.h"

namespace yidan::benefit {

// What the year has left behind for this layer.
struct LayerState {
  Money accumulated;  // the year's base before this bill
  Money absorbed;     // of the deductible, by earlier bills
  Money paid;         // by the counters that the cap limits
};

// What the layer made of its base; every amount is rounded fen.
struct LayerResult {
  Money first_self_pay;
  Money net;         // base less first self-pay: what enters the counters
  Money deductible;  // absorbed by this bill, or under the threshold
  Money counted;     // what the ratio is applied to
  Money computed;    // before the cap
  Money paid;
  bool operator==(const LayerResult&) const = default;
};

// How much of `net` the deductible takes (L3).
[[nodiscard]] Money deductible_part(const LayerRules& rules, const LayerState& state, Money net);

// The exact marginal payment for what lies between `from` and `to` of the year's base (L4), not yet rounded.
[[nodiscard]] Exact marginal_payment(const LayerRules& rules, Money from, Money to);

// What the cap leaves of `computed` (L5).
[[nodiscard]] Money capped(const LayerRules& rules, const LayerState& state, Money computed);

// Throws Overflow when the year's base does not fit 64 bits of fen.
[[nodiscard]] LayerResult pay(const LayerRules& rules, const LayerState& state, Money base);

}  // namespace yidan::benefit
