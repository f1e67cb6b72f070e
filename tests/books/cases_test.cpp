// Cases of the books that an officer can read: what happened, and the amounts reckoned by hand from the documents.

#include <gtest/gtest.h>

#include "books/bill_version.h"
#include "tests/support/bill_check.h"
#include "tests/support/counter_desk.h"

namespace yidan {
namespace {

using testing::Counter;
using testing::Said;

// An encounter of one line of class A; `more` are further members of the encounter.
std::string encounter(const std::string& id, const std::string& care, const std::string& date,
                      const std::string& amount, const std::string& provider, const std::string& more = "") {
  return R"({"id":")" + id + R"(","care":")" + care + R"(","date":")" + date + R"(","provider":)" + provider +
         R"(,"lines":[{"class":"A","amount":")" + amount + "\"}]" + more + "}";
}

class Person {
 public:
  Person(Counter& counter, const std::string& pool, const std::string& id) : counter_(counter), pool_(pool), id_(id) {}

  Said facts(const std::string& members) { return ask("facts", "\"facts\":{" + members + "}"); }
  Said settle(const std::string& encounter, const std::string& more = "") {
    return ask("settle", "\"encounter\":" + encounter + more);
  }
  Said trial(const std::string& encounter) { return ask("trial", "\"encounter\":" + encounter); }
  Said correct(const std::string& encounter) { return ask("correct", "\"encounter\":" + encounter); }
  Said reverse(const std::string& id) { return ask("reverse", R"("encounter":")" + id + "\""); }
  Said reverse_request(const std::string& key) { return ask("reverse", R"("request":")" + key + "\""); }
  Said record(const std::string& events) { return ask("record", "\"events\":[" + events + "]"); }
  Said ask(const std::string& operation, const std::string& members) {
    return counter_.ask_for("k" + std::to_string(++asked_), R"("pool":")" + pool_ + R"(","person":")" + id_ +
                                                                R"(","do":")" + operation + "\"," + members);
  }

  // "fund 383.50 account 0.00 cash 1126.50", of the last version.
  [[nodiscard]] std::string paid(const std::string& id) {
    const store::BillVersion bill = counter_.bill(file(), id);
    return bill.status + " fund " + to_text(Money::fen(bill.fund_total)) + " account " +
           to_text(Money::fen(bill.account)) + " cash " + to_text(Money::fen(bill.cash));
  }
  [[nodiscard]] std::string balance(const std::string& place) {
    const auto balances = counter_.balances(file());
    const auto found = balances.find(place);
    return to_text(Money::fen(found == balances.end() ? 0 : found->second));
  }
  [[nodiscard]] std::string person_owes(const std::string& fund) { return balance(fund + " person-payable " + id_); }
  [[nodiscard]] std::string account() {
    return to_text(Money::fen(-counter_.balances(file())["personal-account account-liability " + id_]));
  }
  [[nodiscard]] store::FileKey file() const { return {std::stoi(pool_), id_}; }
  [[nodiscard]] std::int64_t events() { return counter_.store().load(file())->seq; }
  [[nodiscard]] std::string key() const { return "k" + std::to_string(asked_); }

 private:
  Counter& counter_;
  std::string pool_;
  std::string id_;
  int asked_ = 0;
};

constexpr const char* kLevel2 = R"({"id":"H2","region":"370600","level":2,"designated":["outpatient"]})";
constexpr const char* kOtherLevel2 = R"({"id":"H3","region":"370600","level":2,"designated":["outpatient"]})";
constexpr const char* kPharmacy = R"({"id":"PH","region":"370600","designated":["pharmacy"]})";
constexpr const char* kRetired = R"("coverage":[{"scheme":"employee","status":"retired","from":"2010-01-01"}])";
constexpr const char* kUseAccount = R"(,"use_account":true)";

class BooksCases : public ::testing::Test {
 protected:
  void TearDown() override {
    const auto verified = counter_.verified();
    EXPECT_FALSE(verified.difference) << verified.difference->what.en;
  }

  // The person of the contract's example, with 1,200.00 on the account.
  Person retired_in_yantai() {
    Person person(counter_, "370600", "Y1");
    EXPECT_TRUE(person.facts(std::string(R"("person":{"account_balance":"1200.00",)") + kRetired + "}").done);
    return person;
  }

  Counter counter_;
};

// The contract's example: scope 1,390; (1,390 - 800) × 65 % = 383.50; the account pays the rest, 1,126.50.
TEST_F(BooksCases, ReversingTheBillThatUsedTheDeductibleLeavesTheNextOneToBearIt) {
  Person person = retired_in_yantai();
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
  Person person = retired_in_yantai();
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
  Person person = retired_in_yantai();
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
  Person person = retired_in_yantai();
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
constexpr const char* kAdult = R"("coverage":[{"scheme":"resident","status":"adult","from":"2010-01-01"}])";

// Semantics B3, B6: special drugs 25,000.00: the insurance pays (25,000 - 15,000) × 60 % = 6,000 of anybody, 60 % of
// all for who holds minimum living; of the 10,000 left assistance pays 70 %, and 3,000 do not exceed 5,000.
TEST_F(BooksCases, MinimumLivingGrantedBackAddsAssistance) {
  Person person(counter_, "370800", "J1");
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

TEST_F(BooksCases, ADraftMovesNoMoneyUnlessTheOperatorHasSwitchedItOn) {
  Person person(counter_, "370800", "J1");
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
    Person person(counter_, "371700", in_time ? "N1" : "N2");
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

TEST_F(BooksCases, TheAccountIsCreditedUsedAndRefused) {
  Person person = retired_in_yantai();
  ASSERT_TRUE(person.ask("credit", R"("credit":{"month":"2023-02","amount":"58.00"})").done);
  EXPECT_EQ(person.account(), "1258.00");
  // A retired person contributes nothing: the pooled fund pays (YT-2.2.1-j).
  EXPECT_EQ(person.balance("employee-pooled account-credit "), "58.00");
  EXPECT_EQ(person.balance("employee-pooled due-to-fund personal-account by account-credit"), "-58.00");
  const auto use = [&person](const std::string& amount, const std::string& what, const std::string& whom) {
    return person.ask("use", R"("use":{"on":"2023-03-05","amount":")" + amount + R"(","use":")" + what +
                                 R"(","for":")" + whom + "\"}");
  };
  EXPECT_NE(use("58.00", "pharmacy", "spouse").text.find(R"("used":"58.00","account_balance":"1200.00")"),
            std::string::npos);
  EXPECT_NE(use("0.01", "fitness", "self").text.find(R"("refused":"not-allowed")"), std::string::npos);
  EXPECT_NE(use("1200.01", "pharmacy", "self").text.find(R"("refused":"insufficient")"), std::string::npos);
  EXPECT_NE(use("1200.00", "pharmacy", "self").text.find(R"("account_balance":"0.00")"), std::string::npos);
  EXPECT_EQ(person.account(), "0.00");
  EXPECT_EQ(person.person_owes("personal-account"), "-1258.00");
}

// 100.00 credited and used, then taken back: there was nothing to use, and the person owes it to the account.
TEST_F(BooksCases, ACreditThatWasUsedIsReversedAndTheUseIsOwed) {
  Person person(counter_, "370600", "Y2");
  ASSERT_TRUE(person.facts(std::string(R"("person":{)") + kRetired + "}").done);
  ASSERT_TRUE(person.ask("credit", R"("credit":{"month":"2023-02","amount":"100.00"})").done);
  const std::string credit = person.key();
  const Said twice = person.ask("credit", R"("credit":{"month":"2023-02","amount":"100.00"})");
  EXPECT_EQ(twice.error, ErrorCode::conflict) << twice.text;
  ASSERT_TRUE(person.ask("use", R"("use":{"on":"2023-03-05","amount":"100.00","use":"pharmacy"})").done);
  EXPECT_EQ(person.person_owes("personal-account"), "-100.00");
  ASSERT_TRUE(person.reverse_request(credit).done);
  EXPECT_EQ(person.person_owes("personal-account"), "0.00");
  EXPECT_EQ(person.account(), "0.00");
  EXPECT_EQ(person.balance("employee-pooled account-credit "), "0.00");
  EXPECT_EQ(person.reverse_request(credit).error, ErrorCode::conflict);
  // Credited again, with the right amount: the fold knows the use as allowed only if the money is there before it.
  ASSERT_TRUE(person.ask("credit", R"("credit":{"month":"2023-02","amount":"99.99"})").done);
  EXPECT_EQ(person.account(), "99.99");
  EXPECT_EQ(person.ask("credit", R"("credit":{"month":"2023-02","amount":"1.00"})").error, ErrorCode::conflict);
}

// 250 = own 100 + spouse 30 + parent 20 + child 50 + cash 50 (YT-2.2.2-b); 250 lies under the deductible of 500.
TEST_F(BooksCases, FamilyAccountsPayAfterThePersonsOwn) {
  Person person(counter_, "370600", "Y3");
  ASSERT_TRUE(person
                  .facts(std::string(R"("person":{"account_balance":"100.00","accounts":[)"
                                     R"({"owner":"child","balance":"50.00"},{"owner":"spouse","balance":"30.00"},)"
                                     R"({"owner":"parent","balance":"20.00"}],)") +
                         kRetired + "}")
                  .done);
  const std::string level1 = R"({"id":"H1","region":"370600","level":1,"designated":["outpatient"]})";
  ASSERT_TRUE(person.settle(encounter("E1", "outpatient", "2023-03-05", "250.00", level1, kUseAccount)).done);
  EXPECT_EQ(person.paid("E1"), "settled fund 0.00 account 200.00 cash 50.00");
  EXPECT_EQ(person.balance("personal-account account-liability Y3/child"), "0.00");
  EXPECT_EQ(person.balance("personal-account provider-payable H1"), "-200.00");
  EXPECT_EQ(person.balance("personal-account opening-balance "), "200.00");
  ASSERT_TRUE(person.reverse("E1").done);
  EXPECT_EQ(person.balance("personal-account account-liability Y3/child"), "-50.00");
  EXPECT_EQ(person.account(), "100.00");
}

TEST_F(BooksCases, AtAPharmacyTheAccountPaysAndTheRestIsCash) {
  Person person = retired_in_yantai();
  ASSERT_TRUE(person.settle(encounter("E1", "pharmacy", "2023-03-05", "1200.01", kPharmacy, kUseAccount)).done);
  EXPECT_EQ(person.paid("E1"), "no-benefit fund 0.00 account 1200.00 cash 0.01");
  EXPECT_EQ(person.balance("personal-account provider-payable PH"), "-1200.00");
  EXPECT_EQ(person.account(), "0.00");
}

TEST_F(BooksCases, ABillThatIsNotCoveredStandsInTheBooksAndMovesNothing) {
  Person person = retired_in_yantai();
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
  Person person(counter_, "370800", "J2");
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
  Person person(counter_, "370800", "J3");
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

TEST_F(BooksCases, AnEncountersIdIsUsedOnceEvenIfItsBillWasReversed) {
  Person person = retired_in_yantai();
  const std::string bill = encounter("E1", "outpatient", "2023-03-05", "1000.00", kLevel2);
  ASSERT_TRUE(person.settle(bill).done);
  EXPECT_EQ(person.settle(bill).error, ErrorCode::duplicate_id);
  ASSERT_TRUE(person.reverse("E1").done);
  EXPECT_EQ(person.settle(bill).error, ErrorCode::duplicate_id);
  EXPECT_EQ(person.trial(bill).error, ErrorCode::duplicate_id);
  EXPECT_EQ(person.reverse("E1").error, ErrorCode::conflict);
  EXPECT_EQ(person.correct(bill).error, ErrorCode::conflict);
  EXPECT_EQ(person.reverse("E2").error, ErrorCode::not_found);
  EXPECT_EQ(person.correct(encounter("E2", "outpatient", "2023-03-05", "1.00", kLevel2)).error, ErrorCode::not_found);
  EXPECT_EQ(person.events(), 3);
}

constexpr const char* kLinyi = R"({"id":"HL","region":"371300","level":2,"designated":["inpatient"]})";

TEST_F(BooksCases, AReferralNamesAnEarlierEncounterThatWasNotReversed) {
  Person person(counter_, "371300", "L1");
  ASSERT_TRUE(person.facts(std::string(R"("person":{)") + kAdult + "}").done);
  const auto stay = [](const std::string& id, const std::string& day, const std::string& from) {
    return encounter(
        id, "inpatient", "2023-03-2" + day, "5000.00", kLinyi,
        R"(,"admitted":"2023-03-1)" + day + "\"" + (from.empty() ? "" : R"(,"referred_from":")" + from + "\""));
  };
  EXPECT_EQ(person.settle(stay("E2", "1", "E1")).error, ErrorCode::not_found);
  ASSERT_TRUE(person.settle(stay("E1", "0", "")).done);
  ASSERT_TRUE(person.settle(stay("E2", "1", "E1")).done);
  const std::string continued = person.paid("E2");
  EXPECT_EQ(person.correct(stay("E2", "1", "E9")).error, ErrorCode::not_found);
  EXPECT_EQ(person.correct(stay("E1", "0", "E2")).error, ErrorCode::not_found);  // a later one
  EXPECT_EQ(person.correct(stay("E1", "0", "E1")).error, ErrorCode::not_found);  // itself
  ASSERT_TRUE(person.reverse("E1").done);
  EXPECT_NE(person.paid("E2"), continued);  // it bears a deductible of its own now
  EXPECT_EQ(person.settle(stay("E3", "2", "E1")).error, ErrorCode::conflict);
}

TEST_F(BooksCases, AmountsUpToTheLargestSettleAndOneFenMoreIsRefused) {
  Person person = retired_in_yantai();
  const auto bill = [](const std::string& id, const std::string& amount) {
    return encounter(id, "outpatient", "2023-03-05", amount, kLevel2);
  };
  EXPECT_EQ(person.settle(bill("E1", "92233720368547758.08")).error, ErrorCode::overflow);
  ASSERT_TRUE(person.settle(bill("E1", "92233720368547758.07")).done);
  EXPECT_EQ(person.paid("E1"), "settled fund 1800.00 account 0.00 cash 92233720368545958.07");
  const Said refused = person.settle(encounter("E2", "outpatient", "2023-03-05",
                                               "0.01\"},{\"class\":\"A\",\"amount\":\"92233720368547758.07", kLevel2));
  EXPECT_EQ(refused.error, ErrorCode::overflow) << refused.text;
  EXPECT_EQ(person.events(), 2);
  EXPECT_EQ(counter_.bills(person.file()).size(), 1U);
  ASSERT_TRUE(person.correct(bill("E1", "900.00")).done);
  ASSERT_TRUE(person.settle(bill("E2", "0.01")).done);
}

// Interim bills of one stay bear 900 once: 500 of the first, 400 of the second, (2,400 - 400) × 80 % = 1,600; the next
// stay bears 450 of its own, (1,000 - 450) × 80 % = 440. Each is decided from the state alone, which must know the
// stay.
TEST_F(BooksCases, InterimBillsOfOneStayBearItsDeductibleOnce) {
  Person person(counter_, "371100", "R1");
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

TEST_F(BooksCases, AKeyIsForOneContentHoweverItIsWritten) {
  Person person = retired_in_yantai();
  const std::string about = R"("pool":"370600","person":"Y1","do":"settle","encounter":)";
  const Said first = counter_.ask_for("K", about + encounter("E1", "outpatient", "2023-03-05", "1000.00", kLevel2));
  ASSERT_TRUE(first.done && !first.again);
  const Said again = counter_.ask_for(
      "K", R"("do":"settle", "encounter": { "date":"2023-03-05", "cause":null, "care":"outpatient", "id":"E1",)"
           R"("lines":[{"amount":"1000.00","class":"A"}],"provider":)" +
               std::string(kLevel2) + R"(}, "person":"Y1", "pool":"370600")");
  EXPECT_TRUE(again.again);
  EXPECT_EQ(again.text, first.text);
  // One fen less, another operation, another person, another pool.
  const std::string less = encounter("E1", "outpatient", "2023-03-05", "999.99", kLevel2);
  EXPECT_EQ(counter_.ask_for("K", about + less).error, ErrorCode::conflict);
  for (const std::string other : {R"("pool":"370600","person":"Y1","do":"correct","encounter":)",
                                  R"("pool":"370600","person":"Y2","do":"settle","encounter":)",
                                  R"("pool":"371700","person":"Y1","do":"settle","encounter":)"}) {
    EXPECT_EQ(counter_.ask_for("K", other + encounter("E1", "outpatient", "2023-03-05", "1000.00", kLevel2)).error,
              ErrorCode::conflict);
  }
  EXPECT_EQ(person.events(), 2);
}

std::string trial_of(const Said& said) {
  const std::size_t from = said.text.find(R"("trial":")") + 9;
  return said.text.substr(from, said.text.find('"', from) - from);
}

TEST_F(BooksCases, ASettlementAsInItsTrialIsTheTrialsBill) {
  Person person = retired_in_yantai();
  const std::string bill = encounter("E1", "outpatient", "2023-03-05", "1000.00", kLevel2);
  const Said trial = person.trial(bill);
  ASSERT_TRUE(trial.done) << trial.text;
  EXPECT_EQ(person.events(), 1);
  const Said settled = person.settle(bill, R"(,"as_in_trial":")" + trial_of(trial) + "\"");
  ASSERT_TRUE(settled.done) << settled.text;
  EXPECT_NE(trial.text.find(books::bill_within(settled.text)), std::string::npos);
}

TEST_F(BooksCases, ASettlementThatIsNotAsInItsTrialIsRefusedAndSaysWhatChanged) {
  Person person = retired_in_yantai();
  const std::string bill = encounter("E1", "outpatient", "2023-03-05", "1000.00", kLevel2);
  const std::string as_in_trial = R"(,"as_in_trial":")" + trial_of(person.trial(bill)) + "\"";
  ASSERT_TRUE(
      person.facts(R"("person":{"coverage":[{"scheme":"employee","status":"active","from":"2010-01-01"}]})").done);
  // In work: 60 % instead of 65 % of 200.
  const Said facts = person.settle(bill, as_in_trial);
  EXPECT_EQ(facts.error, ErrorCode::conflict);
  EXPECT_NE(facts.text.find("the person's facts or earlier bills, the amounts"), std::string::npos) << facts.text;
  EXPECT_NE(facts.text.find("Then fund 130.00, account 0.00, cash 870.00; now fund 120.00, account 0.00, cash 880.00"),
            std::string::npos)
      << facts.text;
  const Said other = person.settle(encounter("E1", "outpatient", "2023-03-05", "1000.01", kLevel2), as_in_trial);
  EXPECT_NE(other.text.find("the encounter"), std::string::npos) << other.text;
  EXPECT_EQ(person.settle(bill, R"(,"as_in_trial":"a.b.c")").error, ErrorCode::invalid_value);
  EXPECT_EQ(person.settle(bill, R"(,"as_in_trial":"a.b.c.1-2-99999999999999999999")").error, ErrorCode::invalid_value);
  EXPECT_EQ(person.events(), 2);
}

TEST_F(BooksCases, ARejectedEncounterLeavesNothingBehind) {
  Person person = retired_in_yantai();
  const auto counts = *counter_.store().counts();
  EXPECT_FALSE(person.settle(R"({"id":"E1","care":"outpatient"})").done);
  const std::string refused = person.key();
  EXPECT_EQ(*counter_.store().counts(), counts);
  EXPECT_EQ(operations::ask(counter_.desk(), refused).error().code, ErrorCode::not_found);
  // The key can be used again, and so can the id.
  const Said again = counter_.ask_for(refused, R"("pool":"370600","person":"Y1","do":"settle","encounter":)" +
                                                   encounter("E1", "outpatient", "2023-03-05", "1000.00", kLevel2));
  EXPECT_TRUE(again.done && !again.again) << again.text;
}

}  // namespace
}  // namespace yidan
