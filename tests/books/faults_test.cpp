// What must not go wrong at the edges of the books: sums that do not fit, facts that contradict each other, what a
// settlement refuses and its trial must refuse too, ids of every kind, long histories.

#include <gtest/gtest.h>

#include "books/past_text.h"
#include "testing/packs.h"
#include "tests/support/counter_desk.h"

namespace yidan {
namespace {

using testing::Counter;
using testing::Said;

std::string about(const std::string& pool, const std::string& person, const std::string& operation) {
  return R"("pool":")" + pool + R"(","person":")" + person + R"(","do":")" + operation + "\",";
}

std::string retired(const std::string& more = "") {
  return R"("facts":{"person":{"coverage":[{"scheme":"employee","status":"retired","from":"2010-01-01"}])" + more +
         "}}";
}

std::string visit(const std::string& id, const std::string& date, const std::string& amount,
                  const std::string& more = "") {
  return R"("encounter":{"id":")" + id + R"(","care":"outpatient","date":")" + date +
         R"(","provider":{"id":"H","region":"370600","level":2,"designated":["outpatient"]},"lines":[)" +
         R"({"class":"A","amount":")" + amount + "\"}]" + more + "}";
}

constexpr const char* kLargest = "92233720368547758.07";

class BooksFaults : public ::testing::Test {
 protected:
  Said yantai(const std::string& operation, const std::string& members, const std::string& person = "P") {
    return counter_.ask_for("k" + std::to_string(++asked_), about("370600", person, operation) + members);
  }
  void expect_sound() {
    const auto verified = counter_.verified();
    EXPECT_FALSE(verified.difference) << verified.difference->what.en;
  }

  Counter counter_;
  int asked_ = 0;
};

TEST_F(BooksFaults, FactsByWhichTheAccountNoLongerFitsAreRefused) {
  ASSERT_TRUE(yantai("facts", retired()).done);
  ASSERT_TRUE(yantai("credit", R"("credit":{"month":"2023-02","amount":"0.01"})").done);
  const Said refused = yantai("facts", R"("facts":{"person":{"account_balance":")" + std::string(kLargest) + "\"}}");
  EXPECT_EQ(refused.error, ErrorCode::overflow) << refused.text;
  EXPECT_EQ(counter_.store().load({370600, "P"})->seq, 2);
  expect_sound();
}

// Two bills in different years, each as large as can be: an event that changes both by more than fits is refused.
TEST_F(BooksFaults, AChangeOfSeveralBillsThatDoesNotFitIsRefused) {
  const std::string person =
      R"("facts":{"person":{"coverage":[{"scheme":"resident","status":"adult","from":"2010-01-01"}]}})";
  ASSERT_TRUE(counter_.desk().let_drafts_move_money(true));
  ASSERT_TRUE(counter_.ask_for("f", about("370800", "J", "facts") + person).done);
  for (const std::string year : {"2023", "2024"}) {
    const Said settled = counter_.ask_for(
        "s" + year, about("370800", "J", "settle") + R"("encounter":{"id":"E)" + year +
                        R"(","care":"inpatient","admitted":")" + year + R"(-05-01","date":")" + year +
                        R"(-05-10","provider":{"id":"H","region":"370800","level":3,"designated":["inpatient"]},)"
                        R"("lines":[{"class":"A","amount":")" +
                        kLargest + "\"}]}");
    ASSERT_TRUE(settled.done) << settled.text;
  }
  const Said late = counter_.ask_for(
      "i", about("370800", "J", "facts") +
               R"("facts":{"person":{"identities":[{"category":"minimum-living","from":"2023-01-01"}]}})");
  EXPECT_EQ(late.error, ErrorCode::overflow) << late.text;
  expect_sound();
}

// It would fit in one file, but not in the trial balance of all, for ever.
TEST_F(BooksFaults, AnAmountThatTheSumsOfAllCouldNotHoldIsRefused) {
  const Said refused = yantai("facts", retired(R"(,"account_balance":")" + std::string(kLargest) + "\""));
  EXPECT_EQ(refused.error, ErrorCode::overflow) << refused.text;
  ASSERT_TRUE(yantai("facts", retired(R"(,"account_balance":"10000000000000.00")")).done);
  const std::string credit = R"("credit":{"month":"2023-01","amount":")";
  EXPECT_EQ(yantai("credit", credit + "10000000000000.01\"}").error, ErrorCode::overflow);
  EXPECT_TRUE(yantai("credit", credit + "10000000000000.00\"}").done);
  expect_sound();
}

TEST_F(BooksFaults, FactsOfAnotherPersonAreRefused) {
  const Said refused = yantai("facts", retired(R"(,"id":"Q")"));
  EXPECT_EQ(refused.error, ErrorCode::contradiction) << refused.text;
  EXPECT_TRUE(yantai("facts", retired(R"(,"id":"P")")).done);
}

TEST_F(BooksFaults, FactsWithEncountersAreRefused) {
  EXPECT_FALSE(yantai("facts", R"("facts":{"person":{},"encounters":[]})").done);
  EXPECT_FALSE(yantai("facts", R"("facts":[])").done);
  EXPECT_FALSE(yantai("facts", R"("facts":{"person":[]})").done);
}

// A case may end with an as-of day; the books know what they are told later all the same.
TEST_F(BooksFaults, AnApplicationAfterTheAsOfDayOfTheFirstFactsIsDecided) {
  ASSERT_TRUE(counter_.desk().let_drafts_move_money(true));
  ASSERT_TRUE(
      counter_
          .ask_for("f", about("370800", "J", "facts") +
                            R"("facts":{"person":{"born":"1970-05-12"},"record":{"as_of":"2023-01-01","events":[)"
                            R"({"event":"enrol","on":"2021-10-12","scheme":"resident","status":"adult"}]}})")
          .done);
  const Said granted = counter_.ask_for(
      "g", about("370800", "J", "grant") + R"("application":{"on":"2023-08-15","recognised":"2023-08-10"})");
  ASSERT_TRUE(granted.done) << granted.text;
  EXPECT_NE(granted.text.find(R"("applied":"2023-08-15")"), std::string::npos) << granted.text;
}

// The whole file and the fast way must say the same also after the last application has gone.
TEST_F(BooksFaults, ApplicationsThatAreToldNoMoreAreGone) {
  ASSERT_TRUE(counter_.desk().let_drafts_move_money(true));
  const auto facts = [this](const std::string& key, const std::string& more) {
    return counter_.ask_for(key, about("370600", "P", "facts") +
                                     R"("facts":{"person":{"born":"1950-05-12"},"record":{"events":[)"
                                     R"({"event":"enrol","on":"2021-10-12","scheme":"employee","status":"retired"})" +
                                     more + "]}}");
  };
  ASSERT_TRUE(facts("f1", R"(,{"event":"apply","on":"2023-08-15"})").done);
  ASSERT_TRUE(facts("f2", "").done);
  ASSERT_TRUE(yantai("use", R"("use":{"on":"2023-09-01","amount":"1.00","use":"fitness"})").done);
  expect_sound();
}

TEST_F(BooksFaults, AStateThatIsNoNumberIsDamage) {
  json::Document document;
  const auto& pool = *testing::shipped_policy().find(370600);
  EXPECT_FALSE(books::read_past(document, R"({"account":99999999999999999999,"years":[]})", pool));
  EXPECT_FALSE(books::read_past(document, R"({"account":1.5,"years":[]})", pool));
  EXPECT_FALSE(books::read_past(document, R"({"years":[]})", pool));
  EXPECT_TRUE(books::read_past(document, R"({"account":9223372036854775807,"years":[]})", pool));
}

TEST_F(BooksFaults, OddIdsAreKeptAsTheyAre) {
  const std::string odd = R"(张三 \"bill\":,\"receipt\": \\ \u202e 𠮷 e\u0301)";
  ASSERT_TRUE(yantai("facts", retired(), odd).done);
  const Said settled = yantai("settle", visit(odd, "2023-03-05", "1000.00"), odd);
  ASSERT_TRUE(settled.done) << settled.text;
  const Said trial = yantai("trial", visit(odd + "2", "2023-03-06", "1000.00"), odd);
  EXPECT_NE(trial.text.find(R"("fund_total":"650.00")"), std::string::npos) << trial.text;
  ASSERT_TRUE(yantai("reverse", R"("encounter":")" + odd + "\"", odd).done);
  EXPECT_FALSE(yantai("settle", visit("a\\u0000b", "2023-03-05", "1.00"), odd).done);
  EXPECT_FALSE(counter_.ask_for("a\\u0000b", about("370600", odd, "settle") + visit("E2", "2023-03-05", "1.00")).done);
  ASSERT_TRUE(yantai("settle", visit(std::string(1900, 'x'), "2023-03-05", "1.00"), odd).done);
  EXPECT_FALSE(yantai("settle", visit(std::string(2100, 'x'), "2023-03-05", "1.00"), odd).done);
  expect_sound();
}

TEST_F(BooksFaults, AProviderWithoutAnIdHasOneAccountOfItsOwn) {
  ASSERT_TRUE(yantai("facts", retired()).done);
  ASSERT_TRUE(yantai("settle",
                     R"("encounter":{"id":"E1","care":"outpatient","date":"2023-03-05","provider":{"level":2,)"
                     R"("designated":["outpatient"]},"lines":[{"class":"A","amount":"1000.00"}]})")
                  .done);
  EXPECT_EQ((counter_.balances({370600, "P"})["employee-pooled provider-payable "]), -13000);
  expect_sound();
}

TEST_F(BooksFaults, ARequestMustSayWhatItReversesOnce) {
  ASSERT_TRUE(yantai("facts", retired()).done);
  ASSERT_TRUE(yantai("settle", visit("E1", "2023-03-05", "1000.00")).done);
  EXPECT_FALSE(yantai("reverse", R"("encounter":"E1","request":"k2")").done);
  EXPECT_FALSE(yantai("reverse", R"("encounter":"")").done);
  EXPECT_FALSE(yantai("reverse", R"("request":"k1")").done);  // facts are no entry
  EXPECT_FALSE(yantai("use", R"("use":{"on":"2023-03-05","amount":"0.00","use":"pharmacy"})").done);
  EXPECT_FALSE(yantai("credit", R"("credit":{"month":"2023-02","amount":"0.00"})").done);
  EXPECT_TRUE(yantai("reverse", R"("request":"k2")").done);
  expect_sound();
}

// 1,000 visits, then the first is reversed, and the last corrected.
TEST_F(BooksFaults, AHistoryOfAThousandBillsIsReversedAndSound) {
  ASSERT_TRUE(yantai("facts", retired()).done);
  for (int i = 0; i < 1000; ++i) {
    ASSERT_TRUE(yantai("settle", visit("E" + std::to_string(i), "2023-03-05", "10.00")).done);
  }
  ASSERT_TRUE(yantai("reverse", R"("encounter":"E0")").done);
  ASSERT_TRUE(yantai("correct", visit("E999", "2023-03-05", "20.00")).done);
  expect_sound();
}

}  // namespace
}  // namespace yidan
