// Whole cases handed in at the counter: what they may add, and that none of them rewrites what was settled before; and
// days that have not come yet.

#include <gtest/gtest.h>

#include "tests/support/counter_desk.h"

namespace yidan {
namespace {

using testing::Counter;

constexpr const char* kCareAndLines = R"("care":"outpatient","provider":{"id":"H2","region":"370600","level":2,)"
                                      R"("designated":["outpatient"]},"lines":[{"class":"A","amount":"1000.00"}])";

std::string visit(const std::string& id, const std::string& date, const std::string& more = "") {
  return R"({"id":")" + id + R"(","date":")" + date + "\"," + kCareAndLines + more + "}";
}

std::string covered_from(const std::string& day) {
  return R"("coverage":[{"scheme":"employee","status":"retired","from":")" + day + R"("}])";
}

std::string case_of(const std::string& person, const std::string& encounters, const std::string& more = "") {
  return R"({"format":"yidan.case/1","pool":"370600","person":{"id":"P",)" + person + R"(},"encounters":[)" +
         encounters + "]" + more + "}";
}

class PostedCases : public ::testing::Test {
 protected:
  // What was answered, a line each.
  std::string post(const std::string& text, bool quiet = false) {
    std::vector<operations::Asking> askings;
    askings.push_back(operations::read_asking(text, 1, testing::shipped_policy()));
    std::string out;
    operations::Caller caller(counter_.desk());
    caller.today = today_;
    posted_ = operations::post(caller, std::move(askings), 1, quiet, Language::en, out);
    return out;
  }
  std::string request(const std::string& members, bool quiet = false) {
    return post(R"({"format":"yidan.request/1","pool":"370600","person":"P",)" + members + "}", quiet);
  }
  std::int64_t fund_of(const std::string& encounter) { return counter_.bill({370600, "P"}, encounter).fund_total; }

  Counter counter_;
  operations::Posted posted_;
  std::optional<Date> today_;
};

TEST_F(PostedCases, ACaseThatLeavesThePastOutDoesNotRewriteIt) {
  (void)post(case_of(covered_from("2010-01-01"), visit("E1", "2023-03-05")));
  const std::int64_t before = fund_of("E1");
  ASSERT_GT(before, 0);
  const std::string refused = post(case_of(covered_from("2024-01-01"), visit("E2", "2024-03-05")));
  EXPECT_NE(refused.find("conflict"), std::string::npos) << refused;
  EXPECT_NE(refused.find("E1 (funds 130.00 -> 0.00, cash 870.00 -> 1000.00)"), std::string::npos) << refused;
  EXPECT_EQ(posted_.refused, 1U) << "and nothing of the case is written";
  EXPECT_EQ(fund_of("E1"), before);
  EXPECT_FALSE(counter_.verified().difference);
}

TEST_F(PostedCases, ACaseThatAddsToThePastIsTaken) {
  (void)post(case_of(covered_from("2010-01-01"), visit("E1", "2023-03-05")));
  const std::string longer = R"("coverage":[{"scheme":"employee","status":"retired","from":"2010-01-01"}],)"
                             R"("diseases":[{"disease":"hypertension","from":"2023-01-01"}])";
  (void)post(case_of(longer, visit("E1", "2023-03-05") + "," + visit("E2", "2024-03-05")));
  EXPECT_EQ(posted_.refused, 0U);
  EXPECT_EQ(posted_.again, 1U);
  EXPECT_EQ(posted_.changed, 0U);
}

TEST_F(PostedCases, ABalanceOfTodayIsNotTheOneTheAccountBeganWith) {
  const std::string account = R"(,"use_account":true)";
  (void)post(
      case_of(covered_from("2010-01-01") + R"(,"account_balance":"600.00")", visit("E1", "2023-03-05", account)));
  const std::string refused =
      post(case_of(covered_from("2010-01-01") + R"(,"account_balance":"0.00")", visit("E2", "2023-03-06", account)));
  EXPECT_NE(refused.find("account 600.00 -> 0.00"), std::string::npos) << refused;
  EXPECT_NE(refused.find("account_balance"), std::string::npos) << refused;
}

TEST_F(PostedCases, APaymentIsNotLostBecauseACaseDoesNotNameIt) {
  const auto paid = [](const std::string& events) {
    return case_of(R"("born":"1980-01-01")", "", R"(,"record":{"events":[)" + events + "]}");
  };
  const std::string enrol = R"({"event":"enrol","on":"2022-11-03","scheme":"resident","status":"adult",)"
                            R"("insured_year":2023})";
  (void)post(paid(enrol + R"(,{"event":"pay","on":"2022-11-03","insured_year":2023,"amount":"350.00"})"));
  ASSERT_EQ(posted_.done, 1U);
  const std::string refused = post(paid(enrol));
  EXPECT_NE(refused.find("payments received 350.00 -> 0.00"), std::string::npos) << refused;
}

TEST_F(PostedCases, WhatIsToldAsFactsMayRewriteThePastAndIsSaidEvenQuietly) {
  (void)post(case_of(covered_from("2010-01-01"), visit("E1", "2023-03-05")));
  const std::string said =
      request(R"("key":"late","do":"facts","facts":{"person":{)" + covered_from("2024-01-01") + "}}", true);
  EXPECT_EQ(posted_.changed, 1U);
  EXPECT_NE(said.find(R"("bills":[{"encounter":"E1")"), std::string::npos) << said;
  EXPECT_EQ(request(R"("key":"s","do":"settle","encounter":)" + visit("E2", "2024-03-05"), true), "")
      << "nothing but what changed";
}

class LaterDays : public PostedCases {
 protected:
  LaterDays() {
    (void)post(case_of(covered_from("2010-01-01"), ""));
    today_ = Date::of(2023, 3, 5);
  }
  // The place of the refusal; empty when it was done.
  std::string refused_at(const std::string& members) {
    const std::string said = request(members);
    if (posted_.refused == 0) return {};
    EXPECT_NE(said.find("2023-03-05, the day of recording"), std::string::npos) << said;
    const std::size_t from = said.find(R"("where":")") + 9;
    return said.substr(from, said.find('"', from) - from);
  }
};

TEST_F(LaterDays, CareOfTodayIsTakenAndOfTomorrowRefused) {
  EXPECT_EQ(refused_at(R"("key":"a","do":"settle","encounter":)" + visit("E1", "2023-03-05")), "");
  EXPECT_EQ(refused_at(R"("key":"b","do":"settle","encounter":)" + visit("E2", "2023-03-06")), "$.encounter.date");
  EXPECT_EQ(refused_at(R"("do":"trial","encounter":)" + visit("E2", "2032-03-05")), "$.encounter.date");
  EXPECT_EQ(refused_at(R"("key":"c","do":"correct","encounter":)" + visit("E1", "2023-03-06")), "$.encounter.date");
}

TEST_F(LaterDays, TheAccountIsNeitherUsedNorCreditedAhead) {
  const std::string use = R"("do":"use","use":{"amount":"1.00","use":"pharmacy","on":")";
  EXPECT_EQ(refused_at(R"("key":"a",)" + use + R"(2023-03-06"})"), "$.use.on");
  EXPECT_EQ(refused_at(R"("key":"b","do":"credit","credit":{"month":"2023-04","amount":"1.00"})"), "$.credit.month");
  EXPECT_EQ(refused_at(R"("key":"c","do":"credit","credit":{"month":"2023-03","amount":"1.00"})"), "");
}

TEST_F(LaterDays, NobodyPaysTomorrowButAnEmploymentMayLieAhead) {
  const std::string pay = R"("on":"2023-03-06","insured_year":2023,"amount":"350.00"})";
  const std::string employ =
      R"({"event":"employ","on":"2023-04-01","employer":"U1","employer_kind":"enterprise","monthly_wage":"6000.00"})";
  EXPECT_EQ(refused_at(R"("key":"a","do":"pay","pay":{)" + pay), "$.pay.on");
  EXPECT_EQ(refused_at(R"("key":"b","do":"record","events":[)" + employ + R"(,{"event":"pay",)" + pay + "]"),
            "$.events[1].on");
  EXPECT_EQ(refused_at(R"("key":"c","do":"grant","application":{"on":"2023-03-06"})"), "$.application.on");
  EXPECT_EQ(refused_at(R"("key":"d","do":"facts","facts":{"person":{"coverage":[],"born":"1980-01-01"},"record":{)"
                       R"("events":[{"event":"pay",)" +
                       pay + "]}}"),
            "$.facts.record.events[0].on");
}

TEST_F(LaterDays, ARequestThatWasDoneIsAnsweredAgainOnWhateverDay) {
  const std::string settle = R"("key":"a","do":"settle","encounter":)" + visit("E1", "2023-03-05");
  const std::string first = request(settle);
  today_ = Date::of(2023, 3, 4);
  EXPECT_EQ(request(settle), first);
  EXPECT_EQ(posted_.again, 1U);
}

}  // namespace
}  // namespace yidan
