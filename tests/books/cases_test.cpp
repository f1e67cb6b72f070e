// Cases of the books that an officer can read: what happened, and the amounts reckoned by hand from the documents.

#include "tests/books/books_cases.h"

namespace yidan {
namespace {

// The contract's example: scope 1,390; (1,390 - 800) × 65 % = 383.50; the account pays the rest, 1,126.50.
TEST_F(BooksCases, ReversingTheBillThatUsedTheDeductibleLeavesTheNextOneToBearIt) {
  Insured person = retired_in_yantai();
  const std::string example =
      R"({"id":"E1","care":"outpatient","date":"2023-03-05","use_account":true,"provider":)" + std::string(kLevel2) +
      R"(,"lines":[{"class":"A","amount":"1000.00"},{"class":"B","amount":"300.00","self_pay_first":"10%"},)"
      R"({"class":"C","amount":"50.00"},{"class":"A","quantity":"2","unit_price":"80.00",)"
      R"("payment_standard":"60.00"}]})";
  ASSERT_TRUE(person.settle(example).done);
  EXPECT_EQ(person.paid("E1"), "settled fund 383.50 account 1126.50 cash 0.00");
  EXPECT_EQ(person.account(), "73.50");
  // 1,000 × 65 %.
  ASSERT_TRUE(person.settle(encounter("E2", "outpatient", "2023-03-20", "1000.00", kOtherLevel2)).done);
  EXPECT_EQ(person.paid("E2"), "settled fund 650.00 account 0.00 cash 350.00");
  const Said reversed = person.reverse("E1");
  ASSERT_TRUE(reversed.done) << reversed.text;
  // (1,000 - 800) × 65 % = 130: the fund is owed 650 - 130 by the person, and nothing changes for H3.
  EXPECT_EQ(person.paid("E2"), "settled fund 130.00 account 0.00 cash 870.00");
  EXPECT_EQ(person.paid("E1"), "reversed fund 0.00 account 0.00 cash 0.00");
  EXPECT_EQ(person.person_owes("employee-pooled"), "520.00");
  EXPECT_EQ(person.balance("employee-pooled provider-payable H3"), "-650.00");
  EXPECT_EQ(person.balance("employee-pooled provider-payable H2"), "0.00");
  EXPECT_EQ(person.balance("employee-pooled benefit-expense basic"), "130.00");
  EXPECT_EQ(person.account(), "1200.00");
  EXPECT_NE(reversed.text.find(R"("encounter":"E2","fund_total":{"before":"650.00","after":"130.00"})"),
            std::string::npos)
      << reversed.text;
  // The bill that was adjusted is reversed itself: H3 gives back the 650 it was told, the person owes no more.
  ASSERT_TRUE(person.reverse("E2").done);
  EXPECT_EQ(person.person_owes("employee-pooled"), "0.00");
  EXPECT_EQ(person.balance("employee-pooled provider-payable H3"), "0.00");
}

// After the reversal the account has 1,200.00 and pays all of the 870.00 that the fund leaves, not the 73.50 of before.
TEST_F(BooksCases, TheAccountPaysMoreOfALaterBillWhenAnEarlierIsReversed) {
  Insured person = retired_in_yantai();
  // (2,926.50 - 800) × 65 % = 1,382.225, half up 1,382.23; 1,200 of the other 1,544.27 from the account.
  ASSERT_TRUE(person.settle(encounter("E1", "outpatient", "2023-03-05", "2926.50", kLevel2, kUseAccount)).done);
  EXPECT_EQ(person.paid("E1"), "settled fund 1382.23 account 1200.00 cash 344.27");
  // The cap: 1,800 - 1,382.23 = 417.77.
  ASSERT_TRUE(person.settle(encounter("E2", "outpatient", "2023-03-06", "1000.00", kOtherLevel2, kUseAccount)).done);
  EXPECT_EQ(person.paid("E2"), "settled fund 417.77 account 0.00 cash 582.23");
  ASSERT_TRUE(person.reverse("E1").done);
  EXPECT_EQ(person.paid("E2"), "settled fund 130.00 account 870.00 cash 0.00");
  EXPECT_EQ(person.person_owes("employee-pooled"), "287.77");
  EXPECT_EQ(person.person_owes("personal-account"), "-870.00");
  EXPECT_EQ(person.account(), "330.00");
}

// 500 lies under the deductible of 800, 1,000 does not: (1,000 - 800) × 65 %. Then 1,000 × 65 % instead of 700 × 65 %.
TEST_F(BooksCases, ACorrectionIsTheProvidersAndWhatFollowsFromItIsThePersons) {
  Insured person = retired_in_yantai();
  ASSERT_TRUE(person.settle(encounter("E1", "outpatient", "2023-03-05", "500.00", kLevel2)).done);
  ASSERT_TRUE(person.settle(encounter("E2", "outpatient", "2023-03-06", "1000.00", kOtherLevel2)).done);
  EXPECT_EQ(person.paid("E1"), "settled fund 0.00 account 0.00 cash 500.00");
  EXPECT_EQ(person.paid("E2"), "settled fund 455.00 account 0.00 cash 545.00");
  ASSERT_TRUE(person.correct(encounter("E1", "outpatient", "2023-03-05", "1000.00", kLevel2)).done);
  EXPECT_EQ(person.paid("E1"), "settled fund 130.00 account 0.00 cash 870.00");
  EXPECT_EQ(person.paid("E2"), "settled fund 650.00 account 0.00 cash 350.00");
  EXPECT_EQ(person.balance("employee-pooled provider-payable H2"), "-130.00");
  EXPECT_EQ(person.balance("employee-pooled provider-payable H3"), "-455.00");
  EXPECT_EQ(person.person_owes("employee-pooled"), "-195.00");
  // It was the other hospital: what H2 was told is taken back from it.
  ASSERT_TRUE(person.correct(encounter("E1", "outpatient", "2023-03-05", "1000.00", kOtherLevel2)).done);
  EXPECT_EQ(person.balance("employee-pooled provider-payable H2"), "0.00");
  EXPECT_EQ(person.balance("employee-pooled provider-payable H3"), "-585.00");
  EXPECT_EQ(person.person_owes("employee-pooled"), "-195.00");
}

// The rules of 2022 and of 2023 on either side of new year: the year's deductible and cap are the bill's own.
TEST_F(BooksCases, ACorrectedDayMovesTheBillIntoTheOtherYear) {
  Insured person = retired_in_yantai();
  ASSERT_TRUE(person.settle(encounter("E1", "outpatient", "2022-12-31", "800.00", kLevel2)).done);
  ASSERT_TRUE(person.settle(encounter("E2", "outpatient", "2023-01-01", "800.01", kLevel2)).done);
  // 0.01 × 65 % = 0.0065, half up 0.01.
  EXPECT_EQ(person.paid("E2"), "settled fund 0.01 account 0.00 cash 800.00");
  ASSERT_TRUE(person.correct(encounter("E1", "outpatient", "2023-01-01", "800.00", kLevel2)).done);
  // 800.01 × 65 % = 520.0065, half up 520.01.
  EXPECT_EQ(person.paid("E2"), "settled fund 520.01 account 0.00 cash 280.00");
  EXPECT_EQ(person.person_owes("employee-pooled"), "-520.00");
}

constexpr const char* kSpecialDrug = R"({"id":"HJ","region":"370800","level":3,"designated":["special-drug"]})";

// Semantics B3, B6: special drugs 25,000.00: the insurance pays (25,000 - 15,000) × 60 % = 6,000 of anybody, 60 % of
// all for who holds minimum living; of the 10,000 left assistance pays 70 %, and 3,000 do not exceed 5,000.
TEST_F(BooksCases, MinimumLivingGrantedBackAddsAssistance) {
  Insured person(counter_, "370800", "J1");
  ASSERT_TRUE(counter_.desk().let_drafts_move_money(true));
  ASSERT_TRUE(person.facts(std::string(R"("person":{)") + kAdult + "}").done);
  ASSERT_TRUE(person.settle(encounter("E1", "special-drug", "2023-05-10", "25000.00", kSpecialDrug)).done);
  EXPECT_EQ(person.paid("E1"), "settled fund 6000.00 account 0.00 cash 19000.00");
  // From the day after the bill: nothing changes. From the day itself: it does.
  ASSERT_TRUE(person.facts(R"("person":{"identities":[{"category":"minimum-living","from":"2023-05-11"}]})").done);
  EXPECT_EQ(person.paid("E1"), "settled fund 6000.00 account 0.00 cash 19000.00");
  ASSERT_TRUE(person.facts(R"("person":{"identities":[{"category":"minimum-living","from":"2023-05-10"}]})").done);
  EXPECT_EQ(person.paid("E1"), "settled fund 22000.00 account 0.00 cash 3000.00");
  EXPECT_EQ(person.balance("assistance benefit-expense assistance"), "7000.00");
  EXPECT_EQ(person.person_owes("assistance"), "-7000.00");
  EXPECT_EQ(person.balance("assistance provider-payable HJ"), "0.00");
  EXPECT_EQ(person.balance("resident-catastrophic provider-payable HJ"), "-6000.00");
  EXPECT_EQ(person.person_owes("resident-catastrophic"), "-9000.00");
}

// Assistance bore 96.00 of a premium of 350.00: the record was another person's, and all goes back, on the routes of
// the day on which it was known.
TEST_F(BooksCases, APremiumThatAssistancePaidGoesBackWithTheRecordThatSaidSo) {
  Insured person(counter_, "371700", "Z1");
  const std::string born = R"("person":{"born":"1988-11-02","sex":"M"},"record":{"events":[)";
  const std::string identity =
      R"({"event":"identity","on":"2022-01-04","category":"minimum-living","from":"2022-01-01"})";
  const std::string others =
      R"(,{"event":"enrol","on":"2022-10-09","scheme":"resident","status":"adult","insured_year":2023},)"
      R"({"event":"pay","on":"2022-10-20","insured_year":2023,"amount":"350.00"}]})";
  const std::string passed = "resident-pooled due-from-fund assistance by premium-subsidy";
  const std::string empty = "\"record\":{\"events\":[]}";
  const std::string early = R"("record":{"events":[{"event":"identity","on":"2019-01-04","category":"minimum-living",)"
                            R"("from":"2019-01-01"}]})";
  for (const std::string& record : {empty, early}) {
    const Said told = person.facts(born + identity + others);
    ASSERT_TRUE(told.done) << told.text;
    EXPECT_EQ(person.balance(passed), "96.00");
    const Said taken_back = person.facts(record);
    EXPECT_TRUE(taken_back.done) << taken_back.text;
    EXPECT_EQ(person.balance(passed), "0.00");
  }
}

TEST_F(BooksCases, ADraftMovesNoMoneyUnlessTheOperatorHasSwitchedItOn) {
  Insured person(counter_, "370800", "J1");
  ASSERT_TRUE(person.facts(std::string(R"("person":{)") + kAdult + "}").done);
  const std::string drug = encounter("E1", "special-drug", "2023-05-10", "25000.00", kSpecialDrug);
  ASSERT_TRUE(person.settle(drug).done);  // the rules for anybody are in force
  const auto counts = *counter_.store().counts();
  const std::string identity = R"("person":{"identities":[{"category":"minimum-living","from":"2023-05-10"}]})";
  const Said late = person.facts(identity);
  EXPECT_EQ(late.error, ErrorCode::not_permitted) << late.text;
  EXPECT_EQ(*counter_.store().counts(), counts);
  EXPECT_EQ(person.paid("E1"), "settled fund 6000.00 account 0.00 cash 19000.00");
  ASSERT_TRUE(counter_.desk().let_drafts_move_money(true));
  EXPECT_TRUE(person.facts(identity).done);
  ASSERT_TRUE(counter_.desk().let_drafts_move_money(false));
  const std::string next = encounter("E2", "special-drug", "2023-05-11", "1000.00", kSpecialDrug);
  EXPECT_EQ(person.settle(next).error, ErrorCode::not_permitted);
  EXPECT_TRUE(person.trial(next).done);
  EXPECT_TRUE(person.reverse("E1").done);  // takes back, whatever it rested on
}

constexpr const char* kHezeLevel3 = R"({"id":"HZ","region":"371700","level":3,"designated":["inpatient"]})";

// Semantics P6: paid for within six months of birth, a newborn is covered from birth. (5,800 - 800) × 60 %, and the
// second stay (5,400 - 400) × 60 %: 3,000.00 each. Six months to the day, and the day after.
TEST_F(BooksCases, ANewbornPaidForInTimeIsCoveredForTheBillsOfBefore) {
  for (const bool in_time : {true, false}) {
    Insured person(counter_, "371700", in_time ? "N1" : "N2");
    const std::string day = in_time ? "2022-09-10" : "2022-09-11";
    const auto said = [&](const Said& answer) { EXPECT_TRUE(answer.done) << answer.text; };
    const std::string prefix = in_time ? "" : "x";
    const auto hand_in = [&](const std::string& operation, const std::string& members) {
      said(counter_.ask_for(
          prefix + operation + std::to_string(person.events()),
          R"("pool":"371700","person":")" + person.file().person + R"(","do":")" + operation + "\"," + members));
    };
    hand_in("facts", R"("facts":{"person":{"born":"2022-03-10","sex":"F"},"record":{"events":[)"
                     R"({"event":"enrol","on":"2022-04-01","scheme":"resident","status":"newborn"}]}})");
    hand_in("settle", "\"encounter\":" + encounter("E1", "inpatient", "2022-03-20", "5800.00", kHezeLevel3,
                                                   R"(,"admitted":"2022-03-10")"));
    hand_in("settle", "\"encounter\":" + encounter("E2", "inpatient", "2022-05-10", "5400.00", kHezeLevel3,
                                                   R"(,"admitted":"2022-05-01")"));
    EXPECT_EQ(person.paid("E1"), "not-covered fund 0.00 account 0.00 cash 5800.00");
    hand_in("pay", R"("pay":{"on":")" + day + R"(","insured_year":2022,"amount":"320.00"})");
    EXPECT_EQ(person.paid("E1"), in_time ? "settled fund 3000.00 account 0.00 cash 2800.00"
                                         : "not-covered fund 0.00 account 0.00 cash 5800.00");
    EXPECT_EQ(person.paid("E2"), in_time ? "settled fund 3000.00 account 0.00 cash 2400.00"
                                         : "not-covered fund 0.00 account 0.00 cash 5400.00");
    // The parents paid in cash: the fund owes it to them, and nothing to the hospital.
    EXPECT_EQ(person.balance("resident-pooled provider-payable HZ"), "0.00");
    EXPECT_EQ(person.balance("resident-pooled benefit-expense basic"), in_time ? "6000.00" : "0.00");
    EXPECT_EQ(person.balance("resident-pooled treasury-deposit "), "320.00");
    if (in_time) {
      EXPECT_EQ(person.person_owes("resident-pooled"), "-6000.00");
    }
  }
}

TEST_F(BooksCases, ABillThatIsNotCoveredStandsInTheBooksAndMovesNothing) {
  Insured person = retired_in_yantai();
  const Said bill = person.settle(encounter("E1", "outpatient", "2009-12-31", "1000.00", kLevel2));
  ASSERT_TRUE(bill.done) << bill.text;
  EXPECT_EQ(person.paid("E1"), "not-covered fund 0.00 account 0.00 cash 1000.00");
  EXPECT_EQ(person.balance("employee-pooled benefit-expense basic"), "0.00");
}

constexpr const char* kJiningEmployee =
    R"("person":{"born":"1970-05-12"},"record":{"events":[)"
    R"({"event":"employ","on":"2015-03-01","employer":"U1","employer_kind":"enterprise","monthly_wage":"6000.00"},)"
    R"({"event":"pay","on":"2015-03-20","month":"2015-03","amount":"540.00"}]})";

// 9,000 of special drugs that no insurance pays: (9,000 - 8,000) × 60 % = 600 on application; 1,000 more in the window:
// (10,000 - 8,000) × 60 % = 1,200, of which 600 are new.
TEST_F(BooksCases, BillsThatComeAfterTheGrantMoveItByTheDifference) {
  Insured person(counter_, "370800", "J2");
  ASSERT_TRUE(counter_.desk().let_drafts_move_money(true));
  const Said facts = person.facts(kJiningEmployee);
  ASSERT_TRUE(facts.done) << facts.text;
  ASSERT_TRUE(person.settle(encounter("B1", "special-drug", "2023-05-10", "9000.00", kSpecialDrug)).done);
  const Said granted = person.ask("grant", R"("application":{"on":"2023-08-15","recognised":"2023-08-10"})");
  ASSERT_TRUE(granted.done) << granted.text;
  EXPECT_NE(granted.text.find(R"("base":"9000.00","paid":"600.00")"), std::string::npos) << granted.text;
  EXPECT_EQ(person.person_owes("assistance"), "-600.00");
  ASSERT_TRUE(person.settle(encounter("B2", "special-drug", "2023-09-10", "1000.00", kSpecialDrug)).done);
  EXPECT_EQ(person.person_owes("assistance"), "-1200.00");
  ASSERT_TRUE(person.settle(encounter("B3", "special-drug", "2024-01-01", "1000.00", kSpecialDrug)).done);
  EXPECT_EQ(person.person_owes("assistance"), "-1200.00");
  ASSERT_TRUE(person.reverse("B1").done);
  EXPECT_EQ(person.person_owes("assistance"), "0.00");
}

// Recognised as impoverished by illness from 2023-08-10, B2 is assisted on the bill itself: (9,000 - 8,000) × 60 % =
// 600; the application counts B1 alone, and comes to the same.
TEST_F(BooksCases, ABillAssistedItselfIsNeverPaidAgainOnApplication) {
  Insured person(counter_, "370800", "J3");
  ASSERT_TRUE(counter_.desk().let_drafts_move_money(true));
  ASSERT_TRUE(person.facts(kJiningEmployee).done);
  ASSERT_TRUE(person
                  .record(R"({"event":"identity","on":"2023-08-10","category":"impoverished-by-illness"},)"
                          R"({"event":"apply","on":"2023-08-15","recognised":"2023-08-10"})")
                  .done);
  ASSERT_TRUE(person.settle(encounter("B1", "special-drug", "2022-12-01", "9000.00", kSpecialDrug)).done);
  ASSERT_TRUE(person.settle(encounter("B2", "special-drug", "2023-09-10", "9000.00", kSpecialDrug)).done);
  EXPECT_EQ(person.paid("B2"), "settled fund 600.00 account 0.00 cash 8400.00");
  EXPECT_EQ(person.balance("assistance benefit-expense assistance"), "1200.00");
  EXPECT_EQ(person.balance("assistance provider-payable HJ"), "-600.00");
  EXPECT_EQ(person.person_owes("assistance"), "-600.00");
}

// Interim bills of one stay bear 900 once: 500 of the first, 400 of the second, (2,400 - 400) × 80 % = 1,600; the next
// stay bears 450 of its own, (1,000 - 450) × 80 % = 440. Each is decided from the state alone, which must know the
// stay.
TEST_F(BooksCases, InterimBillsOfOneStayBearItsDeductibleOnce) {
  Insured person(counter_, "371100", "R1");
  ASSERT_TRUE(
      person.facts(R"("person":{"coverage":[{"scheme":"employee","status":"active","from":"2010-01-01"}]})").done);
  const std::string provider = R"({"id":"HR","region":"371100","level":3,"designated":["inpatient"]})";
  const auto settle = [&](const std::string& id, const std::string& date, const std::string& amount,
                          const std::string& more) {
    return person.settle(encounter(id, "inpatient", date, amount, provider, more)).done;
  };
  const std::string stay = R"(,"admitted":"2023-03-01","stay":"S1")";
  ASSERT_TRUE(settle("E1", "2023-03-31", "500.00", stay));
  ASSERT_TRUE(settle("E2", "2023-04-10", "2400.00", stay));
  ASSERT_TRUE(settle("E3", "2023-06-10", "1000.00", R"(,"admitted":"2023-06-01")"));
  EXPECT_EQ(person.paid("E1"), "settled fund 0.00 account 0.00 cash 500.00");
  EXPECT_EQ(person.paid("E2"), "settled fund 1600.00 account 0.00 cash 800.00");
  EXPECT_EQ(person.paid("E3"), "settled fund 440.00 account 0.00 cash 560.00");
}

}  // namespace
}  // namespace yidan
