#include "policy/report/indicators.h"

#include <gtest/gtest.h>

#include "policy/load.h"
#include "policy/report/notice.h"
#include "testing/packs.h"
#include "testing/values.h"

namespace yidan::policy {
namespace {

using testing::day;

constexpr std::string_view kIncome = "370800-jining/indicators/city-disposable-income.yaml";
constexpr std::string_view kWage = "370000-shandong/indicators/average-wage.yaml";

// The shipped packs with other figures of an indicator, as they were known on a day.
Policy with(std::string_view file, std::string_view applies, std::string_view rows,
            std::optional<Date> known = std::nullopt) {
  Source packs = testing::shipped_packs();
  packs.files[std::string(file)] =
      "title: {zh: 指标, en: Indicator}\nunit: yuan/year\napplies: " + std::string(applies) + "\nby: []\nvalues:\n" +
      std::string(rows);
  auto policy = load_policy(packs, Judging::now, known);
  if (policy) return std::move(*policy);
  std::string problems;
  for (const Problem& problem : policy.error()) problems += to_text(problem, Language::en) + "\n";
  throw std::invalid_argument(problems);
}

const Pool& jining(const Policy& policy) { return *policy.find(Region(370800)); }

// The deductible of assistance for somebody impoverished by illness.
std::string deductible(const Policy& policy, std::string_view on) {
  for (const Rule& rule : jining(policy).rules) {
    if (rule.id != "assistance.deductible" || rule.value.indicator.empty()) continue;
    if (rule.key.text == "identity=impoverished-by-illness" && rule.period.contains(day(on)))
      return to_text(rule.value.money());
  }
  return "none";
}

constexpr std::string_view kTwoYears =
    "  - {from: 2019-03-01, value: \"31000.00\", statistics_year: 2018, basis: published, source: a}\n"
    "  - {published: 2023-02-20, value: \"32000.00\", statistics_year: 2022, basis: published, source: a}\n";

TEST(Figures, JN_4_3_f_AQuarterOfTheIncomeToTheFen) {
  const Policy policy = with(kIncome, "next-month", kTwoYears);
  EXPECT_EQ(deductible(policy, "2023-02-28"), "7750.00");
  EXPECT_EQ(deductible(policy, "2023-03-01"), "8000.00");
}

TEST(Figures, JN_4_3_g_BeginInTheMonthAfterTheirPublication) {
  constexpr std::string_view rows =
      "  - {from: 2019-03-01, value: \"31000.00\", statistics_year: 2018, basis: published, source: a}\n"
      "  - {published: 2023-03-01, value: \"32000.00\", statistics_year: 2022, basis: published, source: a}\n";
  const Policy policy = with(kIncome, "next-month", rows);
  EXPECT_EQ(deductible(policy, "2023-03-31"), "7750.00");
  EXPECT_EQ(deductible(policy, "2023-04-01"), "8000.00");
  const Policy at_once = with(kIncome, "publication", rows);
  EXPECT_EQ(deductible(at_once, "2023-02-28"), "7750.00");
  EXPECT_EQ(deductible(at_once, "2023-03-01"), "8000.00");
}

TEST(Figures, AreAsTheyWereKnownOnADay) {
  EXPECT_EQ(deductible(with(kIncome, "next-month", kTwoYears, day("2023-02-19")), "2023-03-01"), "7750.00");
  EXPECT_EQ(deductible(with(kIncome, "next-month", kTwoYears, day("2023-02-20")), "2023-03-01"), "8000.00");
}

TEST(Figures, OfTheWageKnownInMarchAreTheOlderOnes) {
  // B08: a figure may hold for days before it was known.
  const Policy now =
      with(kWage, "publication",
           "  - {from: 2019-01-01, value: \"74904.00\", statistics_year: 2020, basis: published, source: a}\n"
           "  - {from: 2022-01-01, published: 2022-06-15, value: \"79596.00\", statistics_year: 2021,"
           " basis: published, source: a}\n");
  const auto& figures = jining(now).indicators.at("average-wage");
  ASSERT_EQ(figures.size(), 2U);
  EXPECT_EQ(figures[0].period.to, day("2022-01-01"));
  const Policy march =
      with(kWage, "publication",
           "  - {from: 2019-01-01, value: \"74904.00\", statistics_year: 2020, basis: published, source: a}\n"
           "  - {from: 2022-01-01, published: 2022-06-15, value: \"79596.00\", statistics_year: 2021,"
           " basis: published, source: a}\n",
           day("2022-03-31"));
  EXPECT_EQ(jining(march).indicators.at("average-wage").size(), 1U);
  EXPECT_EQ(jining(march).indicators.at("average-wage")[0].period.to, Date::never());
}

TEST(Figures, AreRevisedFromTheRevisionsOwnPublicationOn) {
  const std::string rows = std::string(kTwoYears) +
                           "  - {published: 2023-06-10, revised: true, value: \"32400.00\", statistics_year: 2022,"
                           " basis: published, source: a}\n";
  const Policy policy = with(kIncome, "next-month", rows);
  EXPECT_EQ(deductible(policy, "2023-06-30"), "8000.00");
  EXPECT_EQ(deductible(policy, "2023-07-01"), "8100.00");
}

TEST(Figures, OfANewerYearAreNotDisplacedByAnOldersRevision) {
  const std::string rows = std::string(kTwoYears) +
                           "  - {published: 2023-06-10, revised: true, value: \"31500.00\", statistics_year: 2018,"
                           " basis: published, source: a}\n";
  const Policy policy = with(kIncome, "next-month", rows);
  EXPECT_EQ(deductible(policy, "2023-07-01"), "8000.00");
  EXPECT_NE(indicators_text(jining(policy), day("2023-07-01"), Language::en).find("never applied"), std::string::npos);
}

TEST(Figures, OfWhichNoneIsThePoolsOwnAreMissing) {
  const Policy& policy = testing::shipped_policy();
  const auto& heze = policy.find(Region(371700))->indicators;
  EXPECT_EQ(missing_years(heze.at("city-disposable-income"), day("2023-06-01")), std::vector{2022});
  EXPECT_EQ(missing_years(heze.at("average-wage"), day("2026-06-01")), std::vector{2025});
}

TEST(Notice, SaysWhatFollowsFromTheFigure) {
  const Policy policy = with(kIncome, "next-month", kTwoYears);
  const auto notice = notice_of(jining(policy), "city-disposable-income", day("2023-03-15"));
  ASSERT_TRUE(notice);
  const std::string text = notice_text(*notice, Language::en);
  for (const std::string_view part : {"32000.00 yuan", "published on 2023-02-20", "from 2023-03-01",
                                      "8000.00 yuan (25%", "JN-4.3-f", "by 2023-02-28"}) {
    EXPECT_NE(text.find(part), std::string::npos) << part << " in " << text;
  }
  EXPECT_EQ(text.find("Draft"), std::string::npos) << text;
  EXPECT_NE(notice_html(*notice, Language::zh).find("8000.00"), std::string::npos);
}

TEST(Notice, OfAnAssumedFigureMayNotGoOut) {
  const auto notice = notice_of(testing::shipped_pool(370800), "city-disposable-income", day("2023-03-15"));
  ASSERT_TRUE(notice);
  EXPECT_NE(notice_text(*notice, Language::en).find("not to be published"), std::string::npos);
}

TEST(Notice, IsNotWrittenOfAFigureThatStandsIn) {
  const auto notice = notice_of(testing::shipped_pool(371700), "city-disposable-income", day("2023-03-15"));
  ASSERT_FALSE(notice);
  EXPECT_NE(notice.error().message.en.find("no 'city-disposable-income' of its own"), std::string::npos);
}

TEST(Notice, OfAnUnknownIndicatorIsAnsweredWithTheNearest) {
  const auto notice = notice_of(testing::shipped_pool(370800), "city-disposable-incom", day("2023-03-15"));
  ASSERT_FALSE(notice);
  EXPECT_NE(notice.error().message.en.find("did you mean 'city-disposable-income'"), std::string::npos);
}

}  // namespace
}  // namespace yidan::policy
