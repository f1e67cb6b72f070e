#include "benefit/layers/layer.h"

#include <algorithm>

namespace yidan::benefit {

Money deductible_part(const LayerRules& rules, const LayerState& state, Money net) {
  if (!rules.has_deductible) return {};
  if (rules.deductible_kind == policy::DeductibleKind::threshold) {
    const Money counted = above(state.accumulated + net, rules.deductible) - above(state.accumulated, rules.deductible);
    return net - counted;
  }
  return std::min(above(rules.deductible, state.absorbed), net);
}

Exact marginal_payment(const LayerRules& rules, Money from, Money to) {
  const policy::Schedule& schedule = *rules.schedule;
  Exact payment = 0;
  for (std::size_t i = 0; i < schedule.size(); ++i) {
    const Money upper = i + 1 < schedule.size() ? std::min(to, schedule[i + 1].above) : to;
    const Money lower = std::max(from, schedule[i].above);
    if (upper > lower) payment += exact(upper - lower, rules.rate(i));
  }
  return payment;
}

Money capped(const LayerRules& rules, const LayerState& state, Money computed) {
  if (!rules.has_cap) return computed;
  return std::min(computed, above(rules.cap, state.paid));
}

LayerResult pay(const LayerRules& rules, const LayerState& state, Money base) {
  LayerResult result;
  result.first_self_pay = share(base, rules.first_self_pay);
  result.net = base - result.first_self_pay;
  result.deductible = deductible_part(rules, state, result.net);
  result.counted = result.net - result.deductible;
  if (rules.schedule->size() == 1) {
    result.computed = share(result.counted, rules.rate(0));
  } else {
    const Money to = state.accumulated + result.net;
    result.computed = round_half_up(marginal_payment(rules, to - result.counted, to));
  }
  result.paid = capped(rules, state, result.computed);
  return result;
}

}  // namespace yidan::benefit
