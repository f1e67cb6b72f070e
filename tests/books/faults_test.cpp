// What must not go wrong at the edges of the books and no case file can say: texts of the wrong shape, ids of every
// kind, a state that is damaged, long histories.

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

std::string encounter_member(const std::string& id, const std::string& date, const std::string& amount,
                             const std::string& more = "") {
  return R"("encounter":{"id":")" + id + R"(","care":"outpatient","date":")" + date +
         R"(","provider":{"id":"H","region":"370600","level":2,"designated":["outpatient"]},"lines":[)" +
         R"({"class":"A","amount":")" + amount + "\"}]" + more + "}";
}

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

TEST_F(BooksFaults, FactsWithEncountersAreRefused) {
  EXPECT_FALSE(yantai("facts", R"("facts":{"person":{},"encounters":[]})").done);
  EXPECT_FALSE(yantai("facts", R"("facts":[])").done);
  EXPECT_FALSE(yantai("facts", R"("facts":{"person":[]})").done);
}

TEST_F(BooksFaults, AStateThatIsNoNumberIsDamage) {
  json::Document document;
  const auto& pool = testing::shipped_pool(370600);
  EXPECT_FALSE(books::read_past(document, R"({"account":99999999999999999999,"years":[]})", pool));
  EXPECT_FALSE(books::read_past(document, R"({"account":1.5,"years":[]})", pool));
  EXPECT_FALSE(books::read_past(document, R"({"years":[]})", pool));
  EXPECT_TRUE(books::read_past(document, R"({"account":9223372036854775807,"years":[]})", pool));
}

TEST_F(BooksFaults, OddIdsAreKeptAsTheyAre) {
  const std::string odd = R"(张三 \"bill\":,\"receipt\": \\ \u202e 𠮷 e\u0301)";
  ASSERT_TRUE(yantai("facts", retired()).done);
  const Said settled = yantai("settle", encounter_member(odd, "2023-03-05", "1000.00"));
  ASSERT_TRUE(settled.done) << settled.text;
  const Said trial = yantai("trial", encounter_member(odd + "2", "2023-03-06", "1000.00"));
  EXPECT_NE(trial.text.find(R"("fund_total":"650.00")"), std::string::npos) << trial.text;
  ASSERT_TRUE(yantai("reverse", R"("encounter":")" + odd + "\"").done);
  EXPECT_FALSE(yantai("settle", encounter_member("a\\u0000b", "2023-03-05", "1.00")).done);
  EXPECT_FALSE(yantai("facts", retired(), odd).done) << "a person's number is not what one likes";
  EXPECT_FALSE(
      counter_.ask_for("a\\u0000b", about("370600", "P", "settle") + encounter_member("E2", "2023-03-05", "1.00"))
          .done);
  ASSERT_TRUE(yantai("settle", encounter_member(std::string(1900, 'x'), "2023-03-05", "1.00")).done);
  EXPECT_FALSE(yantai("settle", encounter_member(std::string(2100, 'x'), "2023-03-05", "1.00")).done);
  expect_sound();
}

// 1,000 visits, then the first is reversed, and the last corrected.
TEST_F(BooksFaults, AHistoryOfAThousandBillsIsReversedAndSound) {
  ASSERT_TRUE(yantai("facts", retired()).done);
  for (int i = 0; i < 1000; ++i) {
    ASSERT_TRUE(yantai("settle", encounter_member("E" + std::to_string(i), "2023-03-05", "10.00")).done);
  }
  ASSERT_TRUE(yantai("reverse", R"("encounter":"E0")").done);
  ASSERT_TRUE(yantai("correct", encounter_member("E999", "2023-03-05", "20.00")).done);
  expect_sound();
}

}  // namespace
}  // namespace yidan
