// Rules that hold only once they were filed, and were not: the bill says so at the step that rests on one.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "benefit/explain.h"
#include "exchange/session.h"
#include "policy/load.h"
#include "policy/report/report.h"
#include "testing/packs.h"

namespace yidan::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

// A visit in Linyi in February 2023.
constexpr std::string_view kVisitInLinyi =
    R"({"format":"yidan.case/1","pool":"371300","person":{"id":"P1","coverage":[{"scheme":"resident",)"
    R"("status":"adult","from":"2020-01-01"}]},"encounters":[{"id":"E1","care":"outpatient","date":"2023-02-10",)"
    R"("provider":{"id":"H1","region":"371300","level":1,"designated":["outpatient"]},)"
    R"("lines":[{"class":"A","amount":"100.00"}]}]})";

// Linyi raises residents' outpatient ratio from 2023 on, by a document of its bureau; `more` is said of it.
policy::Policy raised(const std::string& more, const std::string& issued = "2022-11-20") {
  policy::Source packs = shipped_packs();
  packs.files.at("clauses/documents.yaml") +=
      "  - id: QQ\n    number: 临医保发〔2022〕9号\n    issuer: {zh: 临沂市医疗保障局, en: The bureau of Linyi}\n"
      "    issuers: [bureau, finance]\n    title: {zh: 关于提高居民门诊支付比例的通知, en: Notice on the outpatient ratio}\n"
      "    issued: " +
      issued + "\n    from: 2023-01-01\n    until: 2026-01-01\n    status: in-force\n" + more;
  packs.files.at("clauses/clauses.tsv") +=
      "QQ-1\tQQ\t一\toutpatient-pooling\t371300\tin-force\t2023-01-01\t2025-12-31\tyes\t居民门诊支付60%\t"
      "Residents' outpatient care is paid at 60 %.\n";
  packs.files["371300-linyi/resident-outpatient/ratio.yaml"] =
      R"(title: {zh: 居民普通门诊支付比例, en: Payment ratio of resident general outpatient care}
unit: percent
by: []
values:
  - {from: 2021-01-01, until: 2023-01-01, value: "50%", clauses: [SD20-2.3.0-a], basis: assumed,
     bound: {zh: "SD20-2.3.3.3-a：不低于 50%", en: "SD20-2.3.3.3-a: at least 50 %"}}
  - {from: 2023-01-01, until: 2026-01-01, value: "60%", clauses: [QQ-1], basis: cited}
  - {from: 2026-01-01, value: "50%", clauses: [SD20-2.3.0-a], basis: assumed,
     bound: {zh: "SD20-2.3.3.3-a：不低于 50%", en: "SD20-2.3.3.3-a: at least 50 %"}}
)";
  auto policy = policy::load_policy(packs);
  if (!policy) throw std::runtime_error(to_text(policy.error().front(), Language::en));
  return std::move(*policy);
}

// The rules of the bill's steps that were to be filed first and were not.
std::vector<std::string> unfiled_rules(const policy::Policy& policy) {
  const auto settled = exchange::Session(policy, {}, exchange::Form::json).settled(kVisitInLinyi);
  if (!settled) throw std::runtime_error(settled.error().message.en);
  const benefit::Bill& bill = settled->bills.front();
  std::vector<std::string> rules;
  for (const benefit::Step& step : bill.steps) {
    if (is_unfiled(step, *bill.pool)) rules.emplace_back(benefit::rule_id(step, *bill.pool));
  }
  return rules;
}

using Rules = std::vector<std::string>;

TEST(Unfiled, LY_3_3_e_AStepSaysThatItsRuleWasNeverFiled) {
  EXPECT_EQ(unfiled_rules(raised("")), Rules{"resident-outpatient.ratio"});
}

TEST(Unfiled, LY_3_3_e_WhatWasFiledAfterItsFirstDayIsNotFiledInTime) {
  EXPECT_EQ(unfiled_rules(raised("    filed_on: 2023-01-10\n")), Rules{"resident-outpatient.ratio"});
}

TEST(Unfiled, LY_3_3_e_WhatWasFiledFirstIsSilent) {
  EXPECT_EQ(unfiled_rules(raised("    filed_on: 2023-01-01\n")), Rules{});
}

TEST(Unfiled, LY_3_3_e_IsSeenAmongTheRulesInForce) {
  const policy::Policy policy = raised("");
  const Date day = parse_date("2023-02-10").value();
  const policy::Pool& linyi = *policy.find(Region(371300));
  EXPECT_THAT(show_text(policy, linyi, day, Language::zh), HasSubstr(" · 未备案"));
  EXPECT_THAT(show_json(linyi, day, Language::zh), HasSubstr(R"("unfiled": true)"));
  EXPECT_THAT(show_text(policy, *policy.find(Region(371700)), day, Language::zh), Not(HasSubstr("未备案")));
}

// What was decided before the clause held is no adjustment under it; and the shipped packs have nothing else.
TEST(Unfiled, LY_3_3_e_WhatIsOlderThanTheClauseIsSilent) {
  EXPECT_EQ(unfiled_rules(raised("", "2019-12-31")), Rules{});
  EXPECT_EQ(unfiled_rules(shipped_policy()), Rules{});
  for (const policy::Pool& pool : shipped_policy().pools) {
    for (const policy::Rule& rule : pool.rules) EXPECT_FALSE(rule.unfiled) << to_text(rule.at);
  }
}

TEST(Unfiled, LY_3_3_e_IsSaidToPeopleAndPrograms) {
  const policy::Policy policy = raised("");
  const auto written = [](const policy::Policy& by, exchange::Form form) {
    std::string out;
    exchange::Session(by, {.language = Language::en}, form).settle(kVisitInLinyi, out);
    return out;
  };
  EXPECT_THAT(written(policy, exchange::Form::json), HasSubstr(R"("unfiled":true)"));
  EXPECT_THAT(written(policy, exchange::Form::text), HasSubstr("not filed"));
  EXPECT_THAT(written(shipped_policy(), exchange::Form::json), Not(HasSubstr("unfiled")));
  EXPECT_THAT(written(shipped_policy(), exchange::Form::text), Not(HasSubstr("not filed")));
}

}  // namespace
}  // namespace yidan::testing
