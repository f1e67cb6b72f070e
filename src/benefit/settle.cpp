#include "benefit/settle.h"

#include <algorithm>

#include "benefit/account.h"
#include "benefit/fold_layers.h"
#include "benefit/scope.h"
#include "benefit/situation.h"
#include "benefit/stay_deductible.h"

namespace yidan::benefit {
namespace {

using policy::Dimension;
using policy::kNoRule;

// No cover on the day: the reason, and from when cover begins (L9).
void refuse_cover(const policy::Pool& pool, const Person& person, Date day, Bill& bill, Recorder& recorder) {
  const CoverGap* gap = gap_on(person, day);
  const auto guessed = was_covered_before(person, day) ? CoverReason::left : CoverReason::not_enrolled;
  const auto why = gap != nullptr ? gap->reason : guessed;
  policy::Key key;
  key.set(Dimension::reason, static_cast<std::size_t>(why));
  const policy::Cell* cell = pool.cover_reasons.find(key, day);
  bill.status = BillStatus::not_covered;
  bill.reason = Reason{word(why), {cell == nullptr ? kNoRule : cell->rule, kNoRule}};
  const Date next = next_cover_after(person, day);
  if (next != Date::never()) bill.covered_from = next;
  recorder.add(StepKind::not_covered, bill.reason->rules[0], {}, day, word(why));
}

void refuse_payment(const policy::Pool& pool, Cause cause, Bill& bill, Recorder& recorder) {
  const policy::RuleId rule = not_payable_rule(pool, cause, bill.rule_date);
  bill.status = BillStatus::not_payable;
  bill.reason = Reason{word(cause), {rule, kNoRule}};
  bill.amounts = {.total = bill.amounts.total, .not_payable = bill.amounts.total};
  recorder.add(StepKind::not_payable, rule, bill.amounts.total, word(cause), bill.amounts.total);
}

void refuse_benefit(const policy::Pool& pool, const LayerFold& fold, Bill& bill, Recorder& recorder) {
  const NoBenefit why = fold.refusal;
  bill.status = BillStatus::no_benefit;
  bill.reason = Reason{word(why), {fold.refusal_rule, kNoRule}};
  // No rule of a benefit to name: the document that holds, or that held last, is silent.
  if (why == NoBenefit::no_policy_in_force && !pool.in_force.empty()) bill.reason->rules[0] = pool.in_force.back().rule;
  if (why == NoBenefit::no_rule) bill.reason->rules[0] = pool.in_force_on(bill.rule_date);
  recorder.add(StepKind::no_benefit, bill.reason->rules[0], {}, word(why));
}

void record_situation(const policy::Pool& pool, const Situation& situation, const Encounter& encounter,
                      Recorder& recorder) {
  recorder.add(StepKind::cover, pool.in_force_on(situation.day), {}, situation.day, word(situation.cover->scheme),
               word(situation.cover->status));
  if (situation.place != encounter.place) {
    recorder.add(situation.place_unfiled ? StepKind::place_unfiled : StepKind::place_filed, kNoRule, {},
                 word(encounter.place), word(situation.place));
  }
  if (situation.by_reference != kNoRule) {
    recorder.add(StepKind::by_reference, situation.by_reference, {}, word(encounter.care), word(situation.care));
  }
}

// Treatment before payment: no deposit for needy persons referred by the institution of first contact (reading E14).
void waive_deposit(const policy::Pool& pool, const Person& person, const Situation& situation,
                   const Encounter& encounter, Bill& bill, Recorder& recorder) {
  const bool asked = bill.status == BillStatus::settled && encounter.first_contact_referral &&
                     is_stay(situation.care) && situation.place == Place::local && encounter.admitted;
  if (!asked) return;
  const RankedIdentities held = rank_identities(pool, person, *encounter.admitted);
  if (held.count == 0) return;
  policy::Key key;
  key.set(Dimension::identity, static_cast<std::size_t>(held.list.front()));
  const policy::Cell* waived = pool.deposit.find(key, *encounter.admitted);
  if (waived == nullptr) return;
  bill.deposit_waived = true;
  bill.basis = std::max(bill.basis, pool.rule(waived->rule).basis);  // a right, though no amount (0009)
  bill.policy_status = std::max(bill.policy_status, pool.rule(waived->rule).status);
  recorder.add(StepKind::deposit_waived, waived->rule, {}, word(held.list.front()));
}

void decide(const policy::Pool& pool, const Person& person, const Encounter& encounter, Bill& bill, Past& past,
            Recorder& recorder) {
  const Situation situation = situate(pool, person, past, encounter);
  const Cause cause = whole_cause(pool, encounter);
  if (situation.cover == nullptr) {
    bill.amounts = classify_lines(pool, encounter);
    record_scope(pool, encounter, bill.amounts, recorder);
    refuse_cover(pool, person, situation.day, bill, recorder);
    return;
  }
  record_situation(pool, situation, encounter, recorder);
  if (cause != Cause::illness) {
    refuse_payment(pool, cause, bill, recorder);
    pay_from_accounts(pool, situation, encounter, bill, past, recorder);
    return;
  }
  record_scope(pool, encounter, bill.amounts, recorder);
  const LayerFold fold = fold_layers(pool, person, situation, encounter, bill, past, recorder);
  if (bill.layers.empty()) refuse_benefit(pool, fold, bill, recorder);
  waive_deposit(pool, person, situation, encounter, bill, recorder);
  pay_from_accounts(pool, situation, encounter, bill, past, recorder);
}

// What is left to an employee when the insurances have paid is all that a supplement can have paid of.
Result<void> check_supplement(const Person& person, const Encounter& encounter, const Bill& bill) {
  if (bill.supplement.is_zero()) return {};
  const Cover* cover = cover_on(person, encounter.date);
  if (cover != nullptr && cover->scheme != Scheme::employee) {
    return std::unexpected(Error{ErrorCode::contradiction,
                                 {"企业补充医疗保险只补助职工：请核对险种，或删去此项",
                                  "the employer's supplementary insurance is the employees': check the scheme, or "
                                  "delete this"},
                                 ".enterprise_supplement"});
  }
  Money left = bill.amounts.total - bill.amounts.not_payable;
  for (const LayerPayment& layer : bill.layers) {
    if (!traits(layer.benefit->layer).is_assistance) left -= layer.paid;
  }
  if (bill.supplement <= left) return {};
  return std::unexpected(Error{ErrorCode::contradiction,
                               {"企业补充医疗保险支付超过医保支付后的个人负担 " + to_text(left) + "：请核对金额",
                                "the employer's supplementary insurance paid more than the insurances left, " +
                                    to_text(left) + ": check the amount"},
                               ".enterprise_supplement"});
}

void ensure_parts_add_up(const Bill& bill) {
  const ScopeAmounts& parts = bill.amounts;
  ensure(parts.total ==
             parts.not_payable + parts.outside_catalogue + parts.over_limit + parts.self_pay_first + parts.policy_scope,
         "F3: the parts of a bill are its total");
  ensure(bill.cash >= Money{} && bill.fund_total <= parts.policy_scope, "M3: nobody pays more than there is");
}

void record_cash(const Bill& bill, Recorder& recorder) {
  if (bill.supplement.is_zero()) {
    recorder.add(StepKind::cash, kNoRule, bill.cash, bill.amounts.total, bill.fund_total, bill.account, bill.cash);
  } else {
    recorder.add(StepKind::cash_supplemented, kNoRule, bill.cash, bill.amounts.total, bill.fund_total, bill.supplement,
                 bill.account, bill.cash);
  }
}

Bill rejected(const policy::Pool& pool, const std::string& id, const Error& error) {
  Bill bill;
  bill.pool = &pool;
  bill.encounter = id;
  bill.status = BillStatus::rejected;
  bill.error = error;
  return bill;
}

}  // namespace

Result<Settled> settle(const policy::Pool& pool, const Person& person, Past past, const Encounter& encounter,
                       Recording recording) {
  if (auto fits = check_stay_number(encounter, past); !fits) return std::unexpected(std::move(fits.error()));
  Claim claim = claim_of(encounter);
  auto repeated = judged_repetitions(pool, claim, encounter.date, past.claims);
  if (!repeated) return std::unexpected(std::move(repeated.error()));
  Settled settled{.bill = {}, .past = std::move(past)};
  Bill& bill = settled.bill;
  bill.pool = &pool;
  bill.encounter = encounter.id;
  bill.rule_date = encounter.date;
  bill.reimbursed_later = encounter.reimbursed_later;
  bill.repeated = std::move(*repeated);
  constexpr std::size_t usual_steps = 24;
  if (recording == Recording::steps) bill.steps.reserve(usual_steps);
  Recorder recorder(recording == Recording::steps ? &bill.steps : nullptr);
  try {
    bill.amounts = classify(pool, encounter);
    bill.supplement = encounter.enterprise_supplement;
    decide(pool, person, encounter, bill, settled.past, recorder);
    if (auto fits = check_supplement(person, encounter, bill); !fits) return std::unexpected(std::move(fits.error()));
    bill.cash = bill.amounts.total - bill.fund_total - bill.supplement - bill.account;
    ensure_parts_add_up(bill);
    record_cash(bill, recorder);
    bill.counters = settled.past.year(encounter.date.year(), pool).counters;
  } catch (const Overflow&) {
    return std::unexpected(Error{ErrorCode::overflow,
                                 {"金额合计或年度累计超出 64 位分的范围：请检查该笔费用的金额",
                                  "a total or a counter of the year does not fit 64 bits of fen: check the amounts"},
                                 {}});
  }
  if (encounter.admitted && is_stay(encounter.care)) {
    settled.past.stays.push_back({*encounter.admitted, encounter.date});
  }
  note_claim(settled.past.claims, std::move(claim));
  return settled;
}

std::vector<Bill> settle_case(const policy::Pool& pool, const Case& facts, Recording recording) {
  std::vector<Bill> bills;
  bills.reserve(facts.entries.size());
  Past past = opening_past(pool, facts.person, facts.opening);
  for (const CaseEntry& entry : facts.entries) {
    if (!entry.encounter) {
      bills.push_back(rejected(pool, entry.id, entry.encounter.error()));
      continue;
    }
    Result<Settled> settled = settle(pool, facts.person, past, *entry.encounter, recording);
    if (!settled) {
      Error error = settled.error();
      error.where = "$.encounters[" + std::to_string(bills.size()) + "]" + error.where;
      bills.push_back(rejected(pool, entry.id, error));
      continue;
    }
    past = std::move(settled->past);
    bills.push_back(std::move(settled->bill));
  }
  return bills;
}

}  // namespace yidan::benefit
