#include "benefit/record_layer.h"

#include <algorithm>

namespace yidan::benefit {
namespace {

using policy::kNoRule;

void record_layer_head(const LayerWork& work, Recorder& recorder) {
  policy::Key key;
  key.set(policy::Dimension::layer, static_cast<std::size_t>(work.benefit.layer));
  const policy::Cell* order = work.pool.layer_order.find(key, work.situation.day);
  recorder.add(StepKind::layer, work.in_force, work.result.paid, word(work.benefit.layer), word(work.benefit.fund));
  if (order != nullptr) recorder.also(order->rule);
}

void record_first_self_pay(const LayerWork& work, Recorder& recorder) {
  const LayerRules& rules = work.rules;
  if (rules.first_self_pay_rule == kNoRule) return;
  if (rules.first_self_pay == Rate{}) {
    recorder.add(StepKind::no_first_self_pay, rules.first_self_pay_rule, {}, word(work.situation.place));
    return;
  }
  recorder.add(StepKind::first_self_pay, rules.first_self_pay_rule, work.result.first_self_pay, work.base,
               rules.first_self_pay, work.result.first_self_pay);
}

void record_identity(const LayerWork& work, Recorder& recorder) {
  if (work.rules.identity == Identity::none) return;
  policy::Key key;
  key.set(policy::Dimension::identity, static_cast<std::size_t>(work.rules.identity));
  const policy::Cell* rank = work.pool.rank.find(key, work.situation.day);
  const bool matters = work.benefit.conditions_on(work.situation.day).identity != kNoRule ||
                       work.rules.deductible_tilt_rule != kNoRule || work.rules.cap_tilt_rule != kNoRule;
  if (matters) {
    recorder.add_once(StepKind::identity, rank == nullptr ? kNoRule : rank->rule, word(work.rules.identity));
  }
}

void record_deductible(const LayerWork& work, Recorder& recorder) {
  const LayerRules& rules = work.rules;
  if (!rules.has_deductible) return;
  if (rules.deductible_tilt_rule != kNoRule) {
    recorder.add(StepKind::deductible_tilt, rules.deductible_tilt_rule, rules.deductible, rules.ordinary_deductible,
                 rules.deductible);
    recorder.also(rules.deductible_rule);
  }
  const Money taken = work.result.deductible;
  const Money net = work.result.net;
  switch (rules.deductible_kind) {
    case policy::DeductibleKind::threshold:
      recorder.add(StepKind::deductible_threshold, rules.deductible_rule, taken, rules.deductible,
                   work.state.accumulated, net, work.result.counted, taken);
      return;
    case policy::DeductibleKind::per_stay:
      if (const auto& referral = work.referral) {
        recorder.add(StepKind::deductible_referral, work.continued, referral->by_order, referral->deductible,
                     referral->missing, referral->by_order);
        recorder.also(referral->order_rule);
      }
      recorder.add(is_stay(work.situation.care) ? StepKind::deductible_stay : StepKind::deductible_treatment,
                   rules.deductible_rule, taken, rules.deductible, work.state.absorbed, net, taken);
      recorder.also(work.continued);
      return;
    case policy::DeductibleKind::absorbed:
      recorder.add(StepKind::deductible_year, rules.deductible_rule, taken, rules.deductible, work.state.absorbed, net,
                   taken);
      return;
  }
}

void record_ratio(const LayerWork& work, Recorder& recorder) {
  const LayerRules& rules = work.rules;
  const policy::Schedule& schedule = *rules.schedule;
  if (rules.tilt_rule != kNoRule) recorder.add(StepKind::ratio_tilt, rules.tilt_rule, {}, Points{rules.tilt});
  if (schedule.size() == 1) {
    recorder.add(StepKind::ratio, schedule[0].rule, work.result.computed, work.result.counted, rules.rate(0),
                 work.result.computed);
    return;
  }
  const Money to = work.state.accumulated + work.result.net;
  const Money from = to - work.result.counted;
  for (std::size_t i = 0; i < schedule.size(); ++i) {
    const Money upper = i + 1 < schedule.size() ? std::min(to, schedule[i + 1].above) : to;
    const Money lower = std::max(from, schedule[i].above);
    if (upper <= lower) continue;
    recorder.add(StepKind::bracket, schedule[i].rule, upper - lower, lower, upper, upper - lower, rules.rate(i));
  }
  recorder.add(StepKind::brackets, schedule[0].rule, work.result.computed, work.result.counted, work.result.computed);
}

}  // namespace

void record_layer(const LayerWork& work, Recorder& recorder) {
  const LayerRules& rules = work.rules;
  record_layer_head(work, recorder);
  record_identity(work, recorder);
  record_first_self_pay(work, recorder);
  record_deductible(work, recorder);
  record_ratio(work, recorder);
  const auto& layer = word(work.benefit.layer);
  if (!rules.has_cap) {
    recorder.add(StepKind::cap_lifted, rules.cap_tilt_rule != kNoRule ? rules.cap_tilt_rule : rules.cap_rule,
                 work.result.paid, layer, work.result.paid);
  } else {
    recorder.add(StepKind::cap, rules.cap_rule, work.result.paid, layer, rules.cap, work.state.paid,
                 work.result.computed, work.result.paid);
    recorder.also(rules.cap_tilt_rule);
  }
}

}  // namespace yidan::benefit
