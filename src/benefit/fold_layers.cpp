#include "benefit/fold_layers.h"

#include <algorithm>
#include <optional>

#include "benefit/layers/layer.h"
#include "benefit/record_layer.h"
#include "benefit/referral_limit.h"
#include "benefit/stay_deductible.h"

namespace yidan::benefit {
namespace {

using policy::Benefit;
using policy::Dimension;
using policy::kNoCounter;
using policy::kNoRule;
using policy::RuleId;

// What flows from layer to layer.
struct Flow {
  Money unpaid;  // of the policy scope, by the layers so far
  Money first_self_pay;
  Money deductible;
  Money above_cap;  // what the first layer's cap cut off
  WordSet<Layer> seen;
};

Money& counter(YearState& year, policy::CounterId id) { return year.counters[static_cast<std::size_t>(id)]; }

// L1: the base of a layer, by its rule.
Money base_of(const policy::BaseRule& rule, const ScopeAmounts& amounts, const Flow& flow) {
  switch (rule.kind) {
    case policy::BaseKind::policy_scope:
      return amounts.policy_scope;
    case policy::BaseKind::above_cap:
      return flow.above_cap;
    case policy::BaseKind::burden: {
      Money base = flow.unpaid;
      if (rule.without_first_self_pay) base = above(base, flow.first_self_pay);
      if (rule.without_deductible) base = above(base, flow.deductible);
      return base;
    }
  }
  fail_invariant("L1: every base has a rule");
}

LayerState state_of(const Benefit& benefit, YearState& year, Money absorbed) {
  LayerState state;
  state.absorbed = absorbed;
  if (benefit.counters.base != kNoCounter) state.accumulated = counter(year, benefit.counters.base);
  for (const policy::CounterId id : benefit.counters.cap) state.paid += counter(year, id);
  return state;
}

void use_counters(const Benefit& benefit, const LayerResult& result, YearState& year) {
  const policy::Counters& counters = benefit.counters;
  if (counters.deductible != kNoCounter) counter(year, counters.deductible) += result.deductible;
  if (counters.base != kNoCounter) counter(year, counters.base) += result.net;
  counter(year, counters.paid) += result.paid;
}

void weaken(const policy::Pool& pool, RuleId id, Bill& bill) {
  if (id == kNoRule) return;
  bill.basis = std::max(bill.basis, pool.rule(id).basis);
  bill.policy_status = std::max(bill.policy_status, pool.rule(id).status);
}

// The bill rests on the weakest of the values that worked, and is a draft's if one of them is.
void weaken(const policy::Pool& pool, RuleId in_force, const LayerRules& rules, Bill& bill) {
  weaken(pool, in_force, bill);
  for (const RuleId id : {rules.first_self_pay_rule, rules.deductible_rule, rules.deductible_tilt_rule,
                          rules.schedule->front().rule, rules.tilt_rule, rules.cap_rule, rules.cap_tilt_rule}) {
    weaken(pool, id, bill);
  }
}

void advance(const Benefit& benefit, const LayerResult& result, Flow& flow) {
  flow.unpaid -= result.paid;
  flow.first_self_pay += result.first_self_pay;
  if (traits(benefit.layer).is_first) {
    flow.deductible = result.deductible;
    flow.above_cap = result.computed - result.paid;
  }
  flow.seen.insert(benefit.layer);
}

class Fold {
 public:
  Fold(const policy::Pool& pool, const Person& person, const Situation& situation, const Encounter& encounter,
       Bill& bill, Past& past, Recorder& recorder)
      : pool_(pool),
        person_(person),
        situation_(situation),
        encounter_(encounter),
        bill_(bill),
        past_(past),
        year_(past.year(situation.day.year(), pool)),
        recorder_(recorder),
        flow_{.unpaid = bill.amounts.policy_scope} {}

  LayerFold run() {
    LayerFold outcome = pay_layers();
    take_supplement();
    return outcome;
  }

 private:
  LayerFold pay_layers() {
    if (pool_.in_force_on(situation_.day) == kNoRule) return {NoBenefit::no_policy_in_force, kNoRule};
    weaken(pool_, situation_.by_reference, bill_);
    for (const Benefit& benefit : pool_.benefits) {
      if (!benefit.is_for(situation_.cover->scheme, situation_.care, situation_.disease)) continue;
      if (traits(benefit.layer).is_assistance) take_supplement();
      visit(benefit);
    }
    return outcome_;
  }

  // Once: before the first layer of assistance, or after all layers where there is none.
  void take_supplement() {
    if (bill_.supplement.is_zero() || supplement_taken_) return;
    supplement_taken_ = true;
    bill_.supplement_in_scope = std::min(bill_.supplement, flow_.unpaid);
    flow_.unpaid -= bill_.supplement_in_scope;
    const policy::Cell* place = pool_.supplement.find({}, situation_.day);
    recorder_.add(StepKind::supplement, place == nullptr ? kNoRule : place->rule, bill_.supplement, bill_.supplement,
                  bill_.supplement_in_scope);
  }

  void visit(const Benefit& benefit) {
    const RuleId in_force = benefit.in_force_on(situation_.day);
    if (in_force == kNoRule) return;
    if (const auto refusal = refusal_of(benefit, situation_)) {
      note_refusal(benefit, *refusal);
    } else if (has_right(benefit, situation_)) {
      pay_layer(benefit, in_force);
    } else if (only_accumulates(benefit, flow_.seen)) {
      accumulate(benefit);
    }
  }

  void note_refusal(const Benefit& benefit, NoBenefit refusal) {
    if (outcome_.refusal != NoBenefit::no_rule && outcome_.refusal <= refusal) return;
    outcome_ = {refusal, rule_of_refusal(benefit, refusal, situation_.day)};
  }

  void accumulate(const Benefit& benefit) {
    const Money base = base_of(benefit.base, bill_.amounts, flow_);
    Money& accumulated = counter(year_, benefit.counters.base);
    accumulated += base;
    recorder_.add(StepKind::accumulated, benefit.conditions_on(situation_.day).province_by_the_rules, base,
                  word(benefit.layer), base, accumulated);
  }

  void pay_layer(const Benefit& benefit, RuleId in_force) {
    policy::Key key = situation_.key;
    StayDeductible stay(pool_, benefit, situation_, encounter_, past_, year_);
    key.set(Dimension::order, stay.order());
    if (benefit.cap.uses(Dimension::held)) key.set(Dimension::held, held_ordinal(benefit, person_, situation_.day));
    LayerRules rules = rules_on(benefit, key, situation_.identities(), situation_.day);
    const auto referral = limit_referral(benefit, key, situation_, rules, stay);
    const LayerState state = state_of(benefit, year_, stay.absorbed());
    const Money base = base_of(benefit.base, bill_.amounts, flow_);
    const LayerResult result = pay(rules, state, base);
    use_counters(benefit, result, year_);
    stay.use(result.deductible);
    weaken(pool_, in_force, rules, bill_);
    record_layer({pool_, benefit, situation_, rules, state, result, base, in_force, stay.continued_by(), referral},
                 recorder_);
    bill_.layers.add({&benefit, base, result.first_self_pay, result.deductible, result.paid, base - result.paid,
                      result.computed - result.paid});
    bill_.fund_total += result.paid;
    advance(benefit, result, flow_);
  }

  const policy::Pool& pool_;
  const Person& person_;
  const Situation& situation_;
  const Encounter& encounter_;
  Bill& bill_;
  Past& past_;
  YearState& year_;
  Recorder& recorder_;
  Flow flow_;
  bool supplement_taken_ = false;
  LayerFold outcome_;
};

}  // namespace

LayerFold fold_layers(const policy::Pool& pool, const Person& person, const Situation& situation,
                      const Encounter& encounter, Bill& bill, Past& past, Recorder& recorder) {
  return Fold(pool, person, situation, encounter, bill, past, recorder).run();
}

}  // namespace yidan::benefit
