#include "benefit/kernel/run.h"

#include <algorithm>

namespace yidan::benefit::kernel {
namespace {

// Half up to the fen; unsigned, so that the division by a constant is a multiplication.
inline std::int64_t rounded(std::int64_t exact) {
  return static_cast<std::int64_t>((static_cast<std::uint64_t>(exact) + 500'000U) / 1'000'000U);
}

inline std::int64_t share(std::int64_t amount, std::int32_t ppm) { return ppm == 0 ? 0 : rounded(amount * ppm); }

inline std::int64_t above(std::int64_t a, std::int64_t b) { return std::max<std::int64_t>(a - b, 0); }

// What flows from layer to layer.
struct Flow {
  std::int64_t policy_scope;
  std::int64_t unpaid;
  std::int64_t first_self_pay = 0;
  std::int64_t deductible = 0;
  std::int64_t above_cap = 0;
};

inline std::int64_t base_of(const FlatLayer& layer, const Flow& flow) {
  switch (layer.base) {
    case Base::policy_scope:
      return flow.policy_scope;
    case Base::above_cap:
      return flow.above_cap;
    case Base::burden:
      break;
  }
  std::int64_t base = flow.unpaid;
  if (layer.without_first_self_pay) base = above(base, flow.first_self_pay);
  if (layer.without_deductible) base = above(base, flow.deductible);
  return base;
}

inline std::int64_t deductible_part(const FlatLayer& layer, const std::int64_t* counters, const Claim& claim,
                                    std::int64_t net) {
  switch (layer.kind) {
    case Deductible::none:
      return 0;
    case Deductible::absorbed:
      return std::min(above(layer.deductible, counters[layer.deductible_counter]), net);
    case Deductible::stay:
      return std::min(above(layer.deductible, claim.stay_absorbed), net);
    case Deductible::threshold:
      break;
  }
  const std::int64_t before = counters[layer.base_counter];
  return net - (above(before + net, layer.deductible) - above(before, layer.deductible));
}

inline std::int64_t payment(const FlatLayer& layer, std::int64_t counted, std::int64_t to) {
  if (layer.brackets == 1) return rounded(counted * layer.ppm[0]);
  const std::int64_t from = to - counted;
  std::int64_t exact = 0;
  for (std::size_t i = 0; i < layer.brackets; ++i) {
    const std::int64_t upper = i + 1U < layer.brackets ? std::min(to, layer.above[i + 1]) : to;
    const std::int64_t lower = std::max(from, layer.above[i]);
    if (upper > lower) exact += (upper - lower) * layer.ppm[i];
  }
  return rounded(exact);
}

inline std::int64_t pay_layer(const FlatLayer& layer, const Claim& claim, std::int64_t* counters, Flow& flow) {
  if (layer.after_supplement) flow.unpaid = above(flow.unpaid, claim.supplement);
  const std::int64_t base = base_of(layer, flow);
  if (layer.accumulates_only) {
    counters[layer.base_counter] += base;
    return 0;
  }
  const std::int64_t first = share(base, layer.first_self_pay_ppm);
  const std::int64_t net = base - first;
  const std::int64_t deductible = deductible_part(layer, counters, claim, net);
  const std::int64_t computed = payment(layer, net - deductible, counters[layer.base_counter] + net);
  const std::int64_t shared = layer.cap_counters[1] == 0 ? 0 : counters[layer.cap_counters[1]];
  const std::int64_t paid = std::min(computed, above(layer.cap, counters[layer.cap_counters[0]] + shared));
  counters[layer.deductible_counter] += deductible;
  counters[layer.base_counter] += net;
  counters[layer.paid_counter] += paid;
  flow.unpaid -= paid;
  flow.first_self_pay += first;
  if (layer.is_first) {
    flow.deductible = deductible;
    flow.above_cap = computed - paid;
  }
  return paid;
}

// One layer, one ratio, a deductible over the year: what general outpatient care is.
void run_single(const Plan& plan, std::span<const Claim> claims, std::int64_t* counters, std::int64_t* paid) {
  const FlatLayer* const layers = plan.layers(0).data();
  const std::size_t stride = plan.stride();
  for (const Claim& claim : claims) {
    const FlatLayer& layer = layers[claim.slot];
    std::int64_t* const person = counters + claim.person * stride;
    std::int64_t& absorbed = person[layer.deductible_counter];
    std::int64_t& paid_before = person[layer.paid_counter];
    const std::int64_t net = claim.policy_scope - share(claim.policy_scope, layer.first_self_pay_ppm);
    const std::int64_t deductible = std::min(above(layer.deductible, absorbed), net);
    const std::int64_t computed = rounded((net - deductible) * layer.ppm[0]);
    const std::int64_t fund = std::min(computed, above(layer.cap, paid_before));
    absorbed += deductible;
    paid_before += fund;
    *paid++ = fund;
  }
}

}  // namespace

void run(const Plan& plan, std::span<const Claim> claims, std::span<std::int64_t> counters,
         std::span<std::int64_t> paid) {
  ensure(paid.size() == claims.size(), "one payment a claim");
  if (claims.empty()) return;
  if (plan.is_single()) {
    run_single(plan, claims, counters.data(), paid.data());
    return;
  }
  const std::size_t stride = plan.stride();
  for (std::size_t i = 0; i < claims.size(); ++i) {
    const Claim& claim = claims[i];
    std::int64_t* const person = counters.data() + claim.person * stride;
    Flow flow{.policy_scope = claim.policy_scope, .unpaid = claim.policy_scope};
    std::int64_t total = 0;
    for (const FlatLayer& layer : plan.layers(claim.slot)) total += pay_layer(layer, claim, person, flow);
    paid[i] = total;
  }
}

}  // namespace yidan::benefit::kernel
