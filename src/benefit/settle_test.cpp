#include "benefit/settle.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "benefit/explain.h"
#include "testing/encounters.h"
#include "testing/packs.h"
#include "testing/values.h"

namespace yidan::benefit {
namespace {

using testing::day;
using testing::stay;
using testing::visit;

const policy::Pool& yantai() { return testing::shipped_pool(370600); }

Person retired_until_2024() { return testing::insured(Status::retired, testing::from("2022-01-01", "2024-01-01")); }

Bill settled(const Person& person, const Encounter& encounter) {
  return settle(yantai(), person, opening_past(yantai(), person, {}), encounter).value().bill;
}

std::vector<Bill> fold(const Person& person, const std::vector<Encounter>& encounters) {
  return settle_case(yantai(), testing::case_of(person, encounters));
}

// "settled", or the status and its reason.
std::string answer(const Bill& bill) {
  std::string text(code(bill.status));
  return bill.reason ? text + " " + std::string(bill.reason->word.code) : text;
}

Money counter(const Bill& bill, std::string_view name) {
  return bill.counters[static_cast<std::size_t>(bill.pool->counter(name))];
}

TEST(Settle, MakesTheBillOfTheContract) {
  Person person = retired_until_2024();
  person.account_balance = Money::yuan(1200);
  Encounter encounter = visit("E1", "2023-03-05", Money::yuan(1000));
  encounter.use_account = true;
  encounter.lines.push_back(
      {.line_class = LineClass::b, .price = Money::yuan(300), .self_pay_first = Rate::percent(10)});
  encounter.lines.push_back({.line_class = LineClass::c, .price = Money::yuan(50)});
  encounter.lines.push_back({.price = Money::yuan(160), .over_limit = Money::yuan(40)});
  const Bill bill = settled(person, encounter);
  EXPECT_EQ(answer(bill), "settled");
  EXPECT_EQ(
      bill.amounts,
      (ScopeAmounts{Money::yuan(1510), {}, Money::yuan(50), Money::yuan(40), Money::yuan(30), Money::yuan(1390)}));
  ASSERT_EQ(bill.layers.size(), 1U);
  const LayerPayment& layer = *bill.layers.begin();
  EXPECT_EQ(layer.benefit->id, "employee-outpatient");
  EXPECT_EQ(layer.base, Money::yuan(1390));
  EXPECT_EQ(layer.deductible, Money::yuan(800));
  EXPECT_EQ(layer.paid, Money::fen(38'350));
  EXPECT_EQ(layer.burden, Money::fen(100'650));
  EXPECT_EQ(bill.fund_total, Money::fen(38'350));
  EXPECT_EQ(bill.account, Money::fen(112'650));
  EXPECT_EQ(bill.cash, Money{});
  EXPECT_EQ(bill.basis, Basis::cited);
  EXPECT_EQ(counter(bill, "employee-outpatient.deductible"), Money::yuan(800));
  EXPECT_EQ(counter(bill, "employee-outpatient.paid"), Money::fen(38'350));
}

// F5, and of no-benefit's reasons the first of the declared order: each step mends what the answer before named.
TEST(Precedence, OfAnswersIsKept) {
  Person person = retired_until_2024();
  Encounter encounter = stay("E1", "2024-06-01", "2024-06-03", Money::yuan(100));
  encounter.care = Care::chronic;
  encounter.disease = Disease::dialysis;
  encounter.cause = Cause::work_injury;
  encounter.provider.designated = {};
  EXPECT_EQ(answer(settled(person, encounter)), "not-covered left");
  person.coverage.front().period.to = day("2025-01-01");
  EXPECT_EQ(answer(settled(person, encounter)), "not-payable work-injury");
  encounter.cause = Cause::illness;
  EXPECT_EQ(answer(settled(person, encounter)), "no-benefit disease-not-registered");
  person.diseases = {{Disease::dialysis, {day("2022-01-01")}}};
  EXPECT_EQ(answer(settled(person, encounter)), "no-benefit not-designated");
  encounter.provider.designated = {Designation::chronic};
  EXPECT_EQ(answer(settled(person, encounter)), "settled");
}

TEST(NoBenefit, HasEveryReason) {
  Person person = retired_until_2024();
  person.coverage.front().period.from = day("2010-01-01");
  person.stays = {{StayKind::ltc_special_care, {day("2023-06-01"), day("2023-07-01")}}};
  EXPECT_EQ(answer(settled(person, visit("E1", "2019-12-31", Money::yuan(1)))), "no-benefit no-policy-in-force");
  EXPECT_EQ(answer(settled(person, visit("E1", "2022-06-30", Money::yuan(1)))), "no-benefit no-rule");
  EXPECT_EQ(answer(settled(person, visit("E1", "2023-06-30", Money::yuan(1)))), "no-benefit during-stay");
  EXPECT_EQ(answer(settled(person, visit("E1", "2023-07-01", Money::yuan(1)))), "settled");
  Encounter elsewhere = visit("E1", "2023-03-05", Money::yuan(1));
  elsewhere.provider.designated = {Designation::inpatient};
  EXPECT_EQ(answer(settled(person, elsewhere)), "no-benefit not-designated");
}

TEST(NotCovered, SaysWhyAndFromWhenCoverBegins) {
  Person person = retired_until_2024();
  const Bill before = settled(person, visit("E1", "2021-12-31", Money::yuan(100)));
  EXPECT_EQ(answer(before), "not-covered not-enrolled");
  EXPECT_EQ(before.covered_from, day("2022-01-01"));
  EXPECT_EQ(before.cash, Money::yuan(100));
  EXPECT_EQ(before.amounts.policy_scope, Money::yuan(100));
  const Bill after = settled(person, visit("E1", "2024-01-01", Money::yuan(100)));
  EXPECT_EQ(answer(after), "not-covered left");
  EXPECT_FALSE(after.covered_from);
  EXPECT_FALSE(clauses_of(*after.reason, yantai()).empty());
}

TEST(NotPayable, IsTheWholeBillAndNotEvenTheAccountPays) {
  Person person = retired_until_2024();
  person.account_balance = Money::yuan(1000);
  Encounter encounter = visit("E1", "2023-03-05", Money::yuan(100));
  encounter.use_account = true;
  for (std::size_t i = 1; i < count_of<Cause>; ++i) {
    encounter.cause = static_cast<Cause>(i);
    const Bill bill = settled(person, encounter);
    EXPECT_EQ(answer(bill), "not-payable " + std::string(code(encounter.cause)));
    EXPECT_EQ(bill.amounts, (ScopeAmounts{.total = Money::yuan(100), .not_payable = Money::yuan(100)}));
    EXPECT_EQ(bill.cash, Money::yuan(100));
    EXPECT_TRUE(bill.layers.empty());
    EXPECT_FALSE(clauses_of(*bill.reason, yantai()).empty());
  }
}

TEST(Settled, IsAlsoWhatLiesBelowTheDeductibleOrAboveTheCap) {
  const auto bills = fold(retired_until_2024(),
                          {visit("E1", "2023-03-05", Money::yuan(500)), visit("E2", "2023-03-06", Money::yuan(5000)),
                           visit("E3", "2023-03-07", Money::yuan(5000))});
  EXPECT_EQ(answer(bills[0]), "settled");
  EXPECT_EQ(bills[0].fund_total, Money{});
  EXPECT_EQ(bills[1].fund_total, Money::yuan(1800));
  EXPECT_EQ(answer(bills[2]), "settled");
  EXPECT_EQ(bills[2].fund_total, Money{});
}

TEST(Fold, SeesTheCountersOfEarlierBillsOfTheYear) {
  const auto bills = fold(retired_until_2024(),
                          {visit("E1", "2023-03-05", Money::yuan(500)), visit("E2", "2022-12-01", Money::yuan(900)),
                           visit("E3", "2023-04-05", Money::yuan(500))});
  EXPECT_EQ(counter(bills[0], "employee-outpatient.deductible"), Money::yuan(500));
  // A late reimbursement uses the counters of its own year, and leaves this year's alone.
  EXPECT_EQ(bills[1].fund_total, Money::yuan(65));
  EXPECT_EQ(counter(bills[1], "employee-outpatient.deductible"), Money::yuan(800));
  EXPECT_EQ(bills[2].fund_total, Money::yuan(130));
  EXPECT_EQ(counter(bills[2], "employee-outpatient.paid"), Money::yuan(130));
}

TEST(Fold, BeginsWithTheOpeningCounters) {
  Case facts;
  facts.person = retired_until_2024();
  facts.opening = {{2023, "employee-outpatient.deductible", Money::yuan(800)},
                   {2023, "employee-outpatient.paid", Money::yuan(1790)}};
  facts.entries = {{"E1", visit("E1", "2023-03-05", Money::yuan(1000))}};
  const auto bills = settle_case(yantai(), facts);
  EXPECT_EQ(bills[0].fund_total, Money::yuan(10));
}

TEST(Fold, LetsASettledStayBlockTheVisitsOfItsDays) {
  const auto bills = fold(retired_until_2024(),
                          {stay("E1", "2023-03-01", "2023-03-10", Money::yuan(5000)),
                           visit("E2", "2023-03-05", Money::yuan(100)), visit("E3", "2023-03-10", Money::yuan(100))});
  EXPECT_EQ(answer(bills[0]), "settled");
  EXPECT_EQ(answer(bills[1]), "no-benefit during-stay");
  EXPECT_EQ(answer(bills[2]), "settled");
}

TEST(Fold, PassesOverARejectedEncounter) {
  Case facts;
  facts.person = retired_until_2024();
  const Error error{ErrorCode::missing, {"缺少", "missing"}, "$.encounters[1].care"};
  facts.entries = {{"E1", visit("E1", "2023-03-05", Money::yuan(500))},
                   {"E2", std::unexpected(error)},
                   {"E3", visit("E3", "2023-03-06", Money::yuan(500))}};
  const auto bills = settle_case(yantai(), facts);
  ASSERT_EQ(bills.size(), 3U);
  EXPECT_EQ(answer(bills[1]), "rejected");
  EXPECT_EQ(bills[1].encounter, "E2");
  EXPECT_EQ(bills[1].error, error);
  EXPECT_TRUE(bills[1].counters.empty());
  EXPECT_EQ(bills[2].fund_total, Money::yuan(130));
}

TEST(Fold, RejectsWhatDoesNotFitAndGoesOn) {
  Encounter large = visit("E2", "2023-03-06", Money::max());
  large.lines.push_back({.price = Money::fen(1)});
  const auto bills = fold(retired_until_2024(), {visit("E1", "2023-03-05", Money::yuan(500)), large,
                                                 visit("E3", "2023-03-07", Money::yuan(500))});
  EXPECT_EQ(answer(bills[1]), "rejected");
  EXPECT_EQ(bills[1].error->code, ErrorCode::overflow);
  EXPECT_EQ(counter(bills[2], "employee-outpatient.deductible"), Money::yuan(800));
}

TEST(Fold, SettlesTheLargestAmountThatFits) {
  const Bill bill = settled(retired_until_2024(), visit("E1", "2023-03-05", Money::max()));
  EXPECT_EQ(bill.fund_total, Money::yuan(1800));
  EXPECT_EQ(bill.cash, Money::max() - Money::yuan(1800));
}

TEST(Fold, LeavesThePastAsItWasWhenNothingIsCovered) {
  const Person person = retired_until_2024();
  Past past = opening_past(yantai(), person, {{2024, "employee-outpatient.paid", Money::yuan(7)}});
  const auto after = settle(yantai(), person, past, visit("E1", "2024-06-01", Money::yuan(1000))).value().past;
  EXPECT_EQ(past.years.front().counters, after.years.front().counters);
  EXPECT_EQ(past.account_balance, after.account_balance);
  EXPECT_TRUE(after.stays.empty());
}

// L1: what the second layer's base is, by its rule. The stay's deductible is 900, its cap 339,324.
TEST(Base, OfALaterLayerIsWhatItsRuleSays) {
  using policy::BaseKind;
  const std::vector<std::pair<policy::BaseRule, Money>> rows{
      {{BaseKind::burden, true, false}, Money::fen(16'067'600)},
      {{BaseKind::burden, true, true}, Money::fen(15'977'600)},
      {{BaseKind::above_cap, true, false}, Money::fen(8'491'100)},
  };
  for (const auto& [rule, base] : rows) {
    policy::Pool pool = yantai();
    std::ranges::find(pool.benefits, "large-amount", &policy::Benefit::id)->base = rule;
    Encounter encounter = stay("E1", "2023-03-01", "2023-03-10", Money::yuan(500'000));
    encounter.provider.level = 3;
    const Person person = retired_until_2024();
    const Bill bill = settle(pool, person, {}, encounter).value().bill;
    ASSERT_EQ(bill.layers.size(), 2U);
    EXPECT_EQ((bill.layers.begin() + 1)->base, base) << static_cast<int>(rule.kind);
  }
}

// Bills of every kind, for what must hold of each of them.
std::vector<Bill> varied(Recording recording) {
  Case facts;
  facts.person = retired_until_2024();
  facts.person.account_balance = Money::yuan(700);
  facts.person.accounts = {{AccountOwner::spouse, Money::yuan(300)}};
  facts.person.identities = {{Identity::minimum_living, {day("2023-01-01")}}};
  facts.person.diseases = {{Disease::dialysis, {day("2022-01-01")}}, {Disease::cirrhosis, {day("2022-01-01")}}};
  Encounter mixed = visit("E1", "2023-03-05", Money::fen(123'457));
  mixed.use_account = true;
  mixed.lines.push_back({.line_class = LineClass::b, .price = Money::fen(33'335), .self_pay_first = Rate::percent(15)});
  mixed.lines.push_back({.line_class = LineClass::c, .price = Money::fen(777)});
  mixed.lines.push_back({.cause = Cause::check_up, .price = Money::fen(999)});
  Encounter dialysis = stay("E2", "2023-04-01", "2023-04-05", Money::fen(8'765'433));
  dialysis.care = Care::chronic;
  dialysis.disease = Disease::dialysis;
  dialysis.provider.designated = {Designation::chronic};
  Encounter referred = stay("E3", "2023-05-01", "2023-05-20", Money::fen(54'321'987));
  referred.place = Place::remote_temporary;
  referred.provider.region = Region(110105);
  Encounter unfiled = visit("E4", "2023-06-01", Money::fen(99'999));
  unfiled.place = Place::remote_resident;
  unfiled.provider.region = Region(110105);
  facts.entries = {{"E1", mixed},
                   {"E2", dialysis},
                   {"E3", referred},
                   {"E4", unfiled},
                   {"E5", stay("E5", "2023-07-01", "2023-07-09", Money::fen(65'432'199))},
                   {"E6", visit("E6", "2022-03-01", Money::yuan(10))},
                   {"E7", visit("E7", "2021-03-01", Money::yuan(10))}};
  return settle_case(yantai(), facts, recording);
}

TEST(Bill, HasPartsThatAddUp) {
  for (const Bill& bill : varied(Recording::steps)) {
    const ScopeAmounts& parts = bill.amounts;
    EXPECT_EQ(parts.total, parts.not_payable + parts.outside_catalogue + parts.over_limit + parts.self_pay_first +
                               parts.policy_scope)
        << bill.encounter;
    EXPECT_EQ(parts.total, bill.fund_total + bill.account + bill.cash) << bill.encounter;
    Money paid;
    for (const LayerPayment& layer : bill.layers) {
      paid += layer.paid;
      EXPECT_EQ(layer.burden, layer.base - layer.paid) << bill.encounter;
      EXPECT_GE(layer.burden, layer.first_self_pay + layer.deductible) << bill.encounter;
    }
    EXPECT_EQ(paid, bill.fund_total) << bill.encounter;
    Money accounts;
    for (const Money each : bill.account_by_owner) accounts += each;
    EXPECT_EQ(accounts, bill.account) << bill.encounter;
    EXPECT_GE(bill.cash, Money{}) << bill.encounter;
  }
}

TEST(Bill, IsTheSameWithoutItsSteps) {
  const auto with = varied(Recording::steps);
  const auto without = varied(Recording::none);
  ASSERT_EQ(with.size(), without.size());
  for (std::size_t i = 0; i < with.size(); ++i) {
    EXPECT_FALSE(with[i].steps.empty());
    EXPECT_TRUE(without[i].steps.empty());
    EXPECT_EQ(answer(with[i]), answer(without[i]));
    EXPECT_EQ(with[i].amounts, without[i].amounts);
    EXPECT_EQ(with[i].fund_total, without[i].fund_total);
    EXPECT_EQ(with[i].account_by_owner, without[i].account_by_owner);
    EXPECT_EQ(with[i].cash, without[i].cash);
    EXPECT_EQ(with[i].counters, without[i].counters);
    EXPECT_EQ(with[i].basis, without[i].basis);
    EXPECT_EQ(with[i].policy_status, without[i].policy_status);
  }
}

TEST(Steps, GiveEverySentenceTheNumbersThatItNames) {
  const Argument missing = Money::fen(777'777);
  for (const Bill& bill : varied(Recording::steps)) {
    for (Step step : bill.steps) {
      for (std::size_t i = step.inputs; i < step.arguments.size(); ++i) step.arguments[i] = missing;
      const std::string text = explain(step, Language::en);
      EXPECT_EQ(text.find(to_text(missing, Language::en)), std::string::npos) << text;
      for (std::size_t i = 0; i < step.inputs; ++i) {
        EXPECT_NE(text.find(to_text(step.arguments[i], Language::en)), std::string::npos) << i << " in: " << text;
      }
    }
  }
}

TEST(Steps, EndWithTheCash) {
  for (const Bill& bill : varied(Recording::steps)) {
    EXPECT_EQ(bill.steps.back().kind, StepKind::cash) << bill.encounter;
    EXPECT_EQ(bill.steps.back().output, bill.cash) << bill.encounter;
  }
}

TEST(Steps, NameARuleForEveryAmountThatAFundPaysOrRefuses) {
  for (const Bill& bill : varied(Recording::steps)) {
    for (const Step& step : bill.steps) {
      const bool by_addition =
          step.kind == StepKind::cash || step.kind == StepKind::place_unfiled || step.kind == StepKind::place_filed;
      EXPECT_EQ(clauses_of(step, yantai()).empty(), by_addition)
          << bill.encounter << ": " << explain(step, Language::en);
    }
  }
}

}  // namespace
}  // namespace yidan::benefit
