#include "benefit/kernel/plan.h"

#include <algorithm>

#include "benefit/layers/layer_rules.h"

namespace yidan::benefit::kernel {
namespace {

// Counter 0 of every person is the sink: written where a layer keeps no such counter, read nowhere.
constexpr std::uint16_t kSink = 0;

Base base_of(policy::BaseKind kind) {
  switch (kind) {
    case policy::BaseKind::policy_scope:
      return Base::policy_scope;
    case policy::BaseKind::burden:
      return Base::burden;
    case policy::BaseKind::above_cap:
      return Base::above_cap;
  }
  fail_invariant("L1: every base has a rule");
}

Deductible kind_of(const LayerRules& rules, bool treatment) {
  if (!rules.has_deductible) return Deductible::none;
  switch (rules.deductible_kind) {
    case policy::DeductibleKind::absorbed:
      return Deductible::absorbed;
    case policy::DeductibleKind::per_stay:
      return treatment ? Deductible::absorbed : Deductible::stay;
    case policy::DeductibleKind::threshold:
      return Deductible::threshold;
  }
  fail_invariant("L3: every deductible has a kind");
}

void flatten_schedule(const LayerRules& rules, FlatLayer& flat) {
  flat.brackets = static_cast<std::uint8_t>(rules.schedule->size());
  for (std::size_t i = 0; i < rules.schedule->size(); ++i) {
    flat.above[i] = (*rules.schedule)[i].above.in_fen();
    flat.ppm[i] = rules.rate(i).in_ppm();
  }
}

}  // namespace

std::uint16_t Plan::local(policy::CounterId id) {
  if (id == policy::kNoCounter) return kSink;
  const auto found = std::ranges::find(counters_, id);
  const auto index = found - counters_.begin();
  if (found == counters_.end()) counters_.push_back(id);
  return static_cast<std::uint16_t>(index + 1);
}

FlatLayer Plan::flatten(const policy::Benefit& benefit, const Situation& situation, std::size_t order,
                        std::size_t held) {
  policy::Key key = situation.key;
  key.set(policy::Dimension::order, order);
  key.set(policy::Dimension::held, held);
  const LayerRules rules = rules_on(benefit, key, situation.identities(), situation.day);
  const bool treatment = benefit.is_treatment(situation.care, situation.disease);
  FlatLayer flat;
  flat.deductible = rules.deductible.in_fen();
  flat.kind = kind_of(rules, treatment);
  if (rules.has_cap) flat.cap = rules.cap.in_fen();
  flat.first_self_pay_ppm = rules.first_self_pay.in_ppm();
  flatten_schedule(rules, flat);
  flat.deductible_counter =
      local(treatment && benefit.deductible_kind == policy::DeductibleKind::per_stay
                ? benefit.counters.treatment_deductible[static_cast<std::size_t>(*situation.disease)]
                : benefit.counters.deductible);
  flat.base_counter = local(benefit.counters.base);
  flat.paid_counter = local(benefit.counters.paid);
  ensure(benefit.counters.cap.size() <= 2, "at most two benefits share a cap");
  flat.cap_counters[0] = local(benefit.counters.cap[0]);
  flat.cap_counters[1] = benefit.counters.cap.size() > 1 ? local(benefit.counters.cap[1]) : kSink;
  flat.base = base_of(benefit.base.kind);
  flat.without_first_self_pay = benefit.base.without_first_self_pay;
  flat.without_deductible = benefit.base.without_deductible;
  flat.is_first = traits(benefit.layer).is_first;
  return flat;
}

Plan::Laid Plan::lay_out(const Situation& situation, std::size_t order, std::size_t held) {
  Laid laid;
  std::vector<FlatLayer>& run = laid.layers;
  WordSet<Layer> seen;
  std::size_t assisted = 0;  // where assistance begins
  for (const policy::Benefit& benefit : pool_->benefits) {
    if (!benefit.is_for(situation.cover->scheme, situation.care, situation.disease)) continue;
    if (benefit.in_force_on(situation.day) == policy::kNoRule || refusal_of(benefit, situation)) continue;
    const bool right = has_right(benefit, situation);
    if (!traits(benefit.layer).is_assistance) assisted = run.size() + (right ? 1 : 0);
    if (!right && !only_accumulates(benefit, seen)) continue;
    laid.benefits.push_back(&benefit);
    if (right) {
      seen.insert(benefit.layer);
      run.push_back(flatten(benefit, situation, order, held));
    } else {
      run.push_back({.base_counter = local(benefit.counters.base),
                     .base = base_of(benefit.base.kind),
                     .without_first_self_pay = benefit.base.without_first_self_pay,
                     .without_deductible = benefit.base.without_deductible,
                     .accumulates_only = true});
    }
  }
  if (assisted < run.size()) run[assisted].after_supplement = true;
  return laid;
}

SlotId Plan::intern(const Situation& situation, std::size_t order, std::size_t held) {
  const std::vector<FlatLayer> run = lay_out(situation, order, held).layers;
  ensure(!run.empty(), "a slot is made only for a situation with a right to some layer");
  for (SlotId id = 0; id < slots_.size(); ++id) {
    if (std::ranges::equal(layers(id), run)) return id;
  }
  const FlatLayer& first = run.front();
  single_ = single_ && run.size() == 1 && first.brackets == 1 && first.kind == Deductible::absorbed &&
            first.base == Base::policy_scope && first.cap_counters[1] == kSink;
  slots_.push_back({static_cast<std::uint32_t>(layers_.size()), static_cast<std::uint32_t>(run.size())});
  layers_.insert(layers_.end(), run.begin(), run.end());
  return static_cast<SlotId>(slots_.size() - 1);
}

}  // namespace yidan::benefit::kernel
