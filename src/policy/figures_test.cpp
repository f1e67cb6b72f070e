// Figures of the shipped packs: what an assumed one names, what an analogy follows, how indicators grow. Whether a
// figure keeps its bound is what audits say (src/audit/shipped_test.cpp).
#include <algorithm>
#include <set>

#include <gtest/gtest.h>

#include "policy/policy.h"
#include "testing/packs.h"
#include "testing/values.h"

namespace yidan::policy {
namespace {

using testing::day;

// The figures of an indicator are the province's, the same in every pool.
const std::vector<Figure>& figures(const std::string& indicator) {
  return testing::shipped_policy().pools.front().indicators.at(indicator);
}

Money indicator_on(const std::string& indicator, Date when) {
  for (const Figure& figure : figures(indicator)) {
    if (figure.period.contains(when)) return figure.amount;
  }
  throw std::out_of_range(indicator + " on " + to_text(when));
}

std::string bound_of(const Rule& rule) { return rule.source.en.substr(0, rule.source.en.find(':')); }

TEST(AssumedFigure, NamesABoundOfTheRegister) {
  for (const Pool& pool : testing::shipped_policy().pools) {
    for (const Rule& rule : pool.rules) {
      if (rule.basis != Basis::assumed || rule.source.en.empty()) continue;
      EXPECT_TRUE(testing::shipped_policy().clauses.contains(bound_of(rule)))
          << to_text(rule.at) << ": " << rule.source.en;
      EXPECT_GT(rule.source.en.size(), bound_of(rule).size() + 2) << to_text(rule.at);
    }
  }
}

bool cite_one(const Rule& a, const Rule& b) {
  return std::ranges::any_of(
      a.clauses, [&](const auto& clause) { return std::ranges::find(b.clauses, clause) != b.clauses.end(); });
}

// What no city has of its own: who prints it has the province's, too; the scope before Yantai's document is read back.
const std::set<std::string, std::less<>> kOfNoCity{"account.scope", "categories.rank", "funds.routes"};

TEST(Analogy, HasTheValueOfTheRuleThatItFollows) {
  std::size_t followed = 0;
  for (const Pool& pool : testing::shipped_policy().pools) {
    for (const Rule& rule : pool.rules) {
      if (rule.basis != Basis::analogy || rule.value.empty() || !rule.source.en.empty()) continue;
      if (kOfNoCity.contains(rule.id)) continue;
      ++followed;
      const bool found = std::ranges::any_of(testing::shipped_policy().pools, [&](const Pool& other) {
        return std::ranges::any_of(other.rules, [&](const Rule& each) {
          return each.id == rule.id && each.value == rule.value && each.basis != Basis::analogy && cite_one(each, rule);
        });
      });
      EXPECT_TRUE(found) << pool.folder << ": " << to_text(rule.at) << " follows nothing with its value "
                         << rule.value.text;
    }
  }
  EXPECT_GT(followed, 100U);
}

// HZ-1-a: 900 a head for the standard of 2021, 580 (HZ-1-b) and 320 (HZ-1-c), whatever year the two parts are owed for.
TEST(Financing, OfAStandardIsWhatTheNoticePrints) {
  const Pool& pool = testing::shipped_pool(371700);
  const Cell* individual = pool.people.resident_individual.find({}, day("2022-01-01"));
  const Cell* government = pool.government_of_standard(2021);
  ASSERT_TRUE(individual != nullptr && government != nullptr);
  EXPECT_EQ(government, pool.people.resident_government.find({}, day("2022-01-01")));
  EXPECT_EQ(pool.rule(individual->rule).standard_year, 2021);
  EXPECT_EQ(individual->money() + government->money(), Money::yuan(900));
  EXPECT_EQ(government->money(), Money::yuan(580));
  EXPECT_EQ(pool.rule(government->rule).basis, Basis::cited);
  EXPECT_EQ(pool.rule(government->rule).insured_year_basis, Basis::assumed);
  EXPECT_EQ(pool.government_of_standard(2019), nullptr);
}

TEST(Indicator, GrowsFromYearToYear) {
  for (const char* indicator : {"average-wage", "disposable-income", "city-disposable-income"}) {
    const auto& all = figures(indicator);
    for (std::size_t i = 1; i < all.size(); ++i) {
      EXPECT_GT(all[i].amount, all[i - 1].amount) << to_text(all[i].at);
      EXPECT_EQ(all[i].period.from, all[i - 1].period.to) << to_text(all[i].at);
    }
    EXPECT_EQ(all.back().period.to, Date::never());
  }
}

TEST(Indicator, OfTheCityStaysInTheCorridorOfItsBound) {
  for (const Figure& figure : figures("city-disposable-income")) {
    EXPECT_TRUE(figure.source.en.starts_with("JN-4.2-a:"));
    EXPECT_GE(figure.amount, Money::yuan(25'000));
    EXPECT_LE(figure.amount, Money::yuan(37'500));
  }
}

TEST(Indicator, NamesItsSourceOrItsBound) {
  for (const char* indicator : {"average-wage", "disposable-income", "city-disposable-income"}) {
    for (const Figure& figure : figures(indicator)) {
      EXPECT_NE(figure.basis, Basis::cited) << to_text(figure.at);
      EXPECT_FALSE(figure.source.en.empty()) << to_text(figure.at);
    }
  }
}

TEST(Indicator, KnowsTheFigureOfItsDay) {
  EXPECT_EQ(indicator_on("average-wage", day("2022-07-01")), Money::yuan(79'597));
  EXPECT_EQ(indicator_on("city-disposable-income", day("2023-02-28")), Money::yuan(31'000));
  EXPECT_EQ(indicator_on("city-disposable-income", day("2023-03-01")), Money::yuan(32'000));
}

}  // namespace
}  // namespace yidan::policy
