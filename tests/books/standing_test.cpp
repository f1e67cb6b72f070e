// How a person stands by the books, and what would change if something more were told.

#include "operations/standing.h"

#include <gtest/gtest.h>

#include "testing/values.h"
#include "tests/support/counter_desk.h"

namespace yidan {
namespace {

using operations::PersonQuery;
using testing::Counter;
using testing::day;

// An adult in Heze who paid for 2022 and not for 2023, and who was ill in both years.
class StandingByTheBooks : public ::testing::Test {
 protected:
  StandingByTheBooks() {
    tell("facts", R"("facts":{"person":{"born":"1990-03-07","sex":"M"},"record":{"events":[)"
                  R"({"event":"enrol","on":"2021-11-03","scheme":"resident","status":"adult","insured_year":2022},)"
                  R"({"event":"pay","on":"2021-11-20","insured_year":2022,"amount":"320.00"},)"
                  R"({"event":"enrol","on":"2022-11-03","scheme":"resident","status":"adult","insured_year":2023}]}})");
    tell("settle", visit("E1", "2022-03-05"));
    tell("settle", visit("E2", "2023-06-05"));
  }
  static std::string visit(const std::string& id, const std::string& on) {
    return R"("encounter":{"id":")" + id + R"(","care":"outpatient","date":")" + on +
           R"(","provider":{"id":"H1","region":"371702","level":1,"designated":["outpatient"]},)" +
           R"("lines":[{"class":"A","amount":"100.00"}]})";
  }
  void tell(const std::string& operation, const std::string& members) {
    const auto told = counter_.ask_for("k" + std::to_string(++asked_),
                                       R"("pool":"371700","person":"Z1","do":")" + operation + "\"," + members);
    EXPECT_TRUE(told.done) << told.text;
  }
  [[nodiscard]] Result<operations::Supposition> supposed(const std::string& written, const char* on = "2023-12-31") {
    auto request = operations::supposition(query_, written, testing::shipped_policy());
    if (!request) return std::unexpected(request.error());
    return operations::supposed(counter_.desk(), query_, day(on), std::move(*request));
  }

  Counter counter_;
  int asked_ = 0;
  PersonQuery query_{371700, "Z1", {}};
};

TEST_F(StandingByTheBooks, HasCoverGapsAndWhatIsOwedAsOfADay) {
  const auto standing = operations::standing_of(counter_.desk(), query_, day("2023-12-31"));
  ASSERT_TRUE(standing);
  const std::string page = *operations::standing_text(*standing, Language::zh);
  EXPECT_NE(page.find("当日：未享受待遇 · 未缴费"), std::string::npos) << page;
  EXPECT_NE(page.find("应缴未缴：个人 960.00 元（2023 年度）"), std::string::npos) << page;
  const auto earlier = operations::standing_of(counter_.desk(), query_, day("2022-06-01"));
  EXPECT_NE(operations::standing_text(*earlier, Language::en)->find("that day: covered"), std::string::npos);
  EXPECT_NE(operations::standing_text(*earlier, Language::en)->find("owed: nothing"), std::string::npos);
  EXPECT_EQ(operations::standing_of(counter_.desk(), {371700, "Z2", {}}, day("2023-12-31")).error().code,
            ErrorCode::not_found);
}

TEST_F(StandingByTheBooks, IsTheSameAsOfItsRecordAlone) {
  const auto standing = operations::standing_of(counter_.desk(), query_, day("2023-12-31"));
  const auto alone = standing::derive(*standing->pool, standing->record, day("2023-12-31"));
  ASSERT_TRUE(alone);
  EXPECT_EQ(standing->standing.cover.size(), alone->cover.size());
  EXPECT_EQ(standing->standing.gaps.size(), alone->gaps.size());
  EXPECT_EQ(standing->standing.dues.size(), alone->dues.size());
}

TEST_F(StandingByTheBooks, SaysWhatAPaymentWouldChangeAndWritesNothing) {
  const auto events = counter_.store().counts()->events;
  const auto late = supposed("pay 2023 350.00 on 2023-03-15");
  ASSERT_TRUE(late) << late.error().message.en;
  ASSERT_EQ(late->bills.size(), 1U);
  EXPECT_EQ(late->bills[0].encounter, "E2");
  EXPECT_TRUE(late->bills[0].fund_before.is_zero());
  EXPECT_EQ(to_text(late->bills[0].fund_after), "50.00");
  const std::string page = *operations::supposition_text(*late, Language::zh);
  EXPECT_NE(page.find("- 应缴未缴：个人 960.00 元（2023 年度）\n"), std::string::npos) << page;
  EXPECT_NE(page.find("+ 应缴未缴：无\n"), std::string::npos) << page;
  EXPECT_NE(page.find("  E2  基金 0.00 → 50.00"), std::string::npos) << page;
  EXPECT_EQ(counter_.store().counts()->events, events);
}

TEST_F(StandingByTheBooks, SupposesWhatTheSameRequestThenDoes) {
  const auto supposed_first = supposed("pay 2023 350.00 on 2023-03-15");
  ASSERT_TRUE(supposed_first);
  tell("record", R"("events":[{"event":"pay","on":"2023-03-15","insured_year":2023,"amount":"350.00"}])");
  const auto now = operations::standing_of(counter_.desk(), query_, day("2023-12-31"));
  EXPECT_EQ(operations::standing_json(supposed_first->after, Language::zh),
            operations::standing_json(*now, Language::zh));
}

TEST_F(StandingByTheBooks, TakesAnyEventOfARecordAsJson) {
  const auto left = supposed(R"({"event":"identity","on":"2023-02-01","category":"minimum-living",)"
                             R"("from":"2023-02-01"})");
  ASSERT_TRUE(left) << left.error().message.en;
  EXPECT_FALSE(left->after.standing.identities.empty());
}

TEST_F(StandingByTheBooks, RefusesWhatItWouldRefuseToWrite) {
  EXPECT_EQ(supposed("pay 2023").error().code, ErrorCode::syntax);
  EXPECT_EQ(supposed("pay 2023-13 1.00 on 2023-03-15").error().where, "$.events[0].month");
  EXPECT_EQ(supposed("pay 2023 1.00 on 1980-03-15").error().where, "$.events[0].on");
  EXPECT_EQ(supposed("pay 2023 x on 2023-03-15").error().where, "$.events[0].amount");
}

TEST_F(StandingByTheBooks, HasTheAccountAsItWasBooked) {
  const auto told = counter_.ask_for(
      "f", R"("pool":"370600","person":"Y1","do":"facts","facts":{"person":{"account_balance":"1200.00",)"
           R"("coverage":[{"scheme":"employee","status":"retired","from":"2010-01-01"}]}})");
  ASSERT_TRUE(told.done) << told.text;
  ASSERT_TRUE(counter_
                  .ask_for("c", R"("pool":"370600","person":"Y1","do":"credit","credit":{"month":"2023-04",)"
                                R"("amount":"50.00"})")
                  .done);
  ASSERT_TRUE(counter_
                  .ask_for("s", R"("pool":"370600","person":"Y1","do":"settle","encounter":{"id":"E1",)"
                                R"("care":"outpatient","date":"2023-05-05","use_account":true,)"
                                R"("provider":{"id":"H2","region":"370600","level":2,"designated":["outpatient"]},)"
                                R"("lines":[{"class":"A","amount":"300.00"}]})")
                  .done);
  const auto standing = operations::standing_of(counter_.desk(), {370600, "Y1", {}}, day("2023-12-31"));
  ASSERT_TRUE(standing);
  EXPECT_EQ(to_text(standing->standing.account.balance), "950.00");
  const std::string page = *operations::standing_text(*standing, Language::en);
  EXPECT_NE(page.find("covered · "), std::string::npos) << page;
  EXPECT_NE(page.find("-300.00"), std::string::npos) << page;
  const auto before = operations::standing_of(counter_.desk(), {370600, "Y1", {}}, day("2023-04-30"));
  EXPECT_EQ(to_text(before->standing.account.balance), "1250.00");
}

}  // namespace
}  // namespace yidan
