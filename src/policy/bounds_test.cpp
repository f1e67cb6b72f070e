// Every assumed figure of the packs names the provincial bound that it keeps; here each bound is computed from the
// indicators of the day and the figure held against it.
#include <algorithm>
#include <functional>
#include <map>
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

// The days of a rule on which it, or an indicator, changes.
std::set<Date> days_of(const Rule& rule) {
  std::set<Date> days{rule.period.from};
  for (const char* indicator : {"average-wage", "disposable-income", "city-disposable-income"}) {
    for (const Figure& figure : figures(indicator)) {
      if (rule.period.contains(figure.period.from)) days.insert(figure.period.from);
    }
  }
  return days;
}

// A rule, a day of it, its pool: whether the bound is kept.
using Check = std::function<bool(const Rule&, Date, const Pool&)>;

Check at_most(Rate share_of, const std::string& indicator) {
  return [=](const Rule& rule, Date when, const Pool&) {
    return rule.value.money() <= share(indicator_on(indicator, when), share_of);
  };
}
Check at_least(Money least) {
  return [=](const Rule& rule, Date, const Pool&) { return rule.value.money() >= least; };
}
Check at_least(Rate least) {
  return [=](const Rule& rule, Date, const Pool&) { return rule.value.rate() >= least; };
}
Check exactly(Money amount) {
  return [=](const Rule& rule, Date, const Pool&) { return rule.value.money() == amount; };
}
Check exactly(Rate rate) {
  return [=](const Rule& rule, Date, const Pool&) { return rule.value.rate() == rate; };
}
Check exactly(std::int64_t number, std::string_view unit) {
  return [=](const Rule& rule, Date, const Pool&) {
    return rule.value.kind == Cell::Kind::number && rule.value.number == number && rule.value.unit == unit;
  };
}
bool is_points(const Rule& rule) { return rule.value.unit == "points"; }
Check points(Rate raise) {
  return [=](const Rule& rule, Date, const Pool&) { return is_points(rule) && rule.value.rate() == raise; };
}
bool is_without_limit(const Rule& rule, Date, const Pool&) { return rule.value.kind == Cell::Kind::none; }

bool about(Money amount, Money wanted) {
  return amount >= share(wanted, Rate::percent(90)) && amount <= share(wanted, Rate::percent(110));
}
Check about_share(Rate share_of, const std::string& indicator) {
  return [=](const Rule& rule, Date when, const Pool&) {
    return about(rule.value.money(), share(indicator_on(indicator, when), share_of));
  };
}

const Rule& rule_on(const Pool& pool, std::string_view id, Date when) {
  const auto found =
      std::ranges::find_if(pool.rules, [&](const Rule& rule) { return rule.id == id && rule.period.contains(when); });
  if (found == pool.rules.end()) throw std::out_of_range(std::string(id));
  return *found;
}

// The caps of the basic and the second layer together are about eight times the indicator.
Check combined(std::string_view basic, std::string_view second, const std::string& indicator) {
  return [=](const Rule&, Date when, const Pool& pool) {
    const Money caps = rule_on(pool, basic, when).value.money() + rule_on(pool, second, when).value.money();
    return about(caps, share(indicator_on(indicator, when), Rate::percent(800)));
  };
}

// The mean over the levels lies in the range; points for retirees only raise it.
Check on_average(Rate least, Rate most) {
  return [=](const Rule& rule, Date when, const Pool& pool) {
    if (rule.id.ends_with(".tilt-ratio")) return is_points(rule) && rule.value.rate() > Rate{};
    std::int32_t sum = 0;
    std::int32_t count = 0;
    for (const Rule& each : pool.rules) {
      if (each.id != rule.id || !each.period.contains(when)) continue;
      sum += each.value.rate().in_ppm();
      ++count;
    }
    return count == 3 && Rate::ppm(sum / count) >= least && Rate::ppm(sum / count) <= most;
  };
}

bool one_for_the_province(const Rule& rule, Date when, const Pool&) {
  return std::ranges::all_of(testing::shipped_policy().pools, [&](const Pool& pool) {
    return std::ranges::any_of(pool.rules, [&](const Rule& each) {
      return each.id == rule.id && each.key == rule.key && each.value == rule.value && each.period.contains(when);
    });
  });
}

bool slightly_below_minimum_living(const Rule& rule, Date, const Pool&) {
  return rule.value.rate() < Rate::percent(70) && rule.value.rate() >= Rate::percent(60);
}

Check between(Rate least, Rate most) {
  return [=](const Rule& rule, Date, const Pool&) { return rule.value.rate() >= least && rule.value.rate() <= most; };
}

bool more_than_the_year_before(const Rule& rule, Date, const Pool& pool) {
  const Date before = Date::from_days(rule.period.from.days() - 1);
  return rule.value.money() > rule_on(pool, rule.id, before).value.money();
}

bool at_most_twice_the_individual_part(const Rule& rule, Date when, const Pool& pool) {
  const Money individual = rule_on(pool, "resident.individual", when).value.money();
  return rule.value.money() <= individual + individual;
}

// "580 less the rise of 30": the difference itself; else at least the amount.
Check figure_of_the_notice(Money amount, Money rise) {
  return [=](const Rule& rule, Date, const Pool&) {
    return rule.source.en.find("less the rise") == std::string::npos ? rule.value.money() >= amount
                                                                     : rule.value.money() == amount - rise;
  };
}

// "2 % and twice the employer part of 0.35 points".
bool twice_the_employer_part(const Rule& rule, Date, const Pool&) {
  const std::size_t part = rule.source.en.find("part of ") + 8;
  const Rate points = parse_rate(rule.source.en.substr(part, rule.source.en.find(" points") - part) + "%").value();
  return rule.value.rate().in_ppm() == Rate::percent(2).in_ppm() + 2 * points.in_ppm();
}

bool share_of_the_mean_pension(const Rule& rule, Date, const Pool&) {
  return rule.value.share && rule.value.money() == share(Money::yuan(4000), *rule.value.share);
}

const std::map<std::string, Check, std::less<>>& checks() {
  static const std::map<std::string, Check, std::less<>> checks{
      {"SD20-2.2.3.1-a", between(Rate::percent(6), Rate::percent(8))},
      {"SD20-2.2.3.3-a", more_than_the_year_before},
      {"SD20-2.2.3.3-b", at_most_twice_the_individual_part},
      {"SD20-2.3.2.1-a", at_most(Rate::percent(3), "average-wage")},
      {"SD20-2.3.2.1-b", on_average(Rate::percent(80), kWhole)},
      {"SD20-2.3.2.1-c", at_least(Rate::percent(85))},
      {"SD20-2.3.2.1-d", combined("employee-inpatient.cap", "large-amount.cap", "average-wage")},
      {"SD20-2.3.2.3-b", at_most(Rate::percent(2), "average-wage")},
      {"SD20-2.3.2.3-c", on_average(Rate::percent(60), kWhole)},
      {"SD20-2.3.3.1-a", at_most(Rate::percent(3), "disposable-income")},
      {"SD20-2.3.3.1-b", on_average(Rate::percent(65), Rate::percent(75))},
      {"SD20-2.3.3.1-c", at_least(Rate::percent(80))},
      {"SD20-2.3.3.1-d", combined("resident-inpatient.cap", "catastrophic.cap", "disposable-income")},
      {"SD20-2.3.3.2-a", at_most(Rate::percent(50), "city-disposable-income")},
      {"SD20-2.3.3.2-b", one_for_the_province},
      {"SD20-2.3.3.3-a", at_least(Rate::percent(50))},
      {"SD20-2.3.3.3-b", at_least(Money::yuan(200))},
      {"SD20-2.3.3.3-c", at_least(Money::yuan(300))},
      {"SD20-2.3.3.4-a", at_least(Rate::percent(60))},
      {"SD20-2.3.3.4-b", at_least(Rate::percent(65))},
      {"SD20-2.3.4.1-a", exactly(Rate::percent(50))},
      {"SD20-2.3.4.1-b", points(Rate::percent(5))},
      {"SD20-2.3.4.1-c", is_without_limit},
      {"SD20-2.3.4.2-a", exactly(Money{})},
      {"SD20-2.3.4.2-b", about_share(Rate::percent(10), "city-disposable-income")},
      {"SD20-2.3.4.2-c", about_share(Rate::percent(25), "city-disposable-income")},
      {"SD20-2.3.4.2-d", at_least(Rate::percent(70))},
      {"SD20-2.3.4.2-e", slightly_below_minimum_living},
      {"SD20-2.3.4.2-f", at_least(Money::yuan(10'000))},
      {"SD20-3-b", exactly(Rate{})},
      {"SD42-1-a", figure_of_the_notice(Money::yuan(580), Money::yuan(30))},
      {"SD42-1-b", figure_of_the_notice(Money::yuan(320), Money::yuan(40))},
      {"SD42-2-l", exactly(3, "months")},
      {"YT-2.2.1-b", twice_the_employer_part},
      {"YT-2.2.1-m", share_of_the_mean_pension},
      {"LY-3.2.1-g", between(Rate::percent(60), Rate::percent(300))},
  };
  return checks;
}

// Clauses that open a benefit and leave the figure to the cities; and the bound of an indicator, tested below.
const std::set<std::string, std::less<>> kWithoutFigure{
    "SD20-1.2.1-a",   "SD20-1.2.4-a",   "SD20-2.3.2.2-a", "SD20-2.3.2.3-e", "SD20-2.3.2.4-a",
    "SD20-2.3.3.4-c", "SD20-2.3.3.4-d", "SD20-2.3.4.3-a", "SD20-2.3.4.3-b", "JN-4.2-a",
};

// Rules in words about which a document is silent: their bound is what it does say.
const std::set<std::string, std::less<>> kSilent{
    "LY-3.1.1-a",     "HZ-2.2-a", "SD20-2.1.1.1-b", "SD20-2.3.1.1-a", "SD20-2.3.1.2-b",
    "SD20-2.3.1.3-d", "SD42-1-i", "SD42-6-h",       "YT-2.2.1-e",     "YT-2.2.1-j",
};

std::string bound_of(const Rule& rule) { return rule.source.en.substr(0, rule.source.en.find(':')); }

bool is_assumed_figure(const Rule& rule) {
  return rule.basis == Basis::assumed && !rule.value.empty() && !rule.source.en.empty();
}

// A text that is used elsewhere or on other days: it has the rule with this very value.
bool is_of_another_text(const Rule& rule) {
  const std::string bound = bound_of(rule);
  return std::ranges::any_of(testing::shipped_policy().pools, [&](const Pool& pool) {
    return std::ranges::any_of(pool.rules, [&](const Rule& each) {
      return each.id == rule.id && each.value == rule.value && each.basis == Basis::cited &&
             std::ranges::find(each.clauses, bound) != each.clauses.end();
    });
  });
}

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

TEST(AssumedFigure, KeepsTheBoundThatItNames) {
  std::set<std::string> kept;
  for (const Pool& pool : testing::shipped_policy().pools) {
    for (const Rule& rule : pool.rules) {
      if (!is_assumed_figure(rule)) continue;
      const auto check = checks().find(bound_of(rule));
      if (check == checks().end()) {
        const bool silent = kWithoutFigure.contains(bound_of(rule)) || kSilent.contains(bound_of(rule));
        EXPECT_TRUE(silent || is_of_another_text(rule)) << to_text(rule.at) << ": nothing tests " << rule.source.en;
        continue;
      }
      kept.insert(check->first);
      for (const Date when : days_of(rule)) {
        EXPECT_TRUE(check->second(rule, when, pool))
            << pool.folder << " on " << to_text(when) << ", " << to_text(rule.at) << ": " << rule.value.text
            << " does not keep " << rule.source.en;
      }
    }
  }
  for (const auto& [clause, check] : checks()) EXPECT_TRUE(kept.contains(clause)) << "no figure names " << clause;
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

struct Provincial {
  const char* id;
  std::int32_t region;
  const char* clause;
};

// What a city's document prints lies within the provincial bounds, too.
const std::vector<Provincial> kPrinted{
    {"employee-outpatient.deductible", 370600, "SD20-2.3.2.3-b"},
    {"employee-outpatient.ratio", 370600, "SD20-2.3.2.3-c"},
    {"resident-outpatient.ratio", 371700, "SD20-2.3.3.3-a"},
    {"resident-outpatient.cap", 371700, "SD20-2.3.3.3-b"},
    {"assistance.cap", 370800, "SD20-2.3.4.2-f"},
};

TEST(CitedFigure, KeepsTheBoundsOfTheProvince) {
  for (const auto& [id, region, clause] : kPrinted) {
    const Pool& pool = testing::shipped_pool(region);
    std::size_t seen = 0;
    for (const Rule& rule : pool.rules) {
      if (rule.id != id || rule.basis != Basis::cited) continue;
      ++seen;
      for (const Date when : days_of(rule)) {
        EXPECT_TRUE(checks().find(clause)->second(rule, when, pool)) << to_text(rule.at) << " against " << clause;
      }
    }
    EXPECT_GT(seen, 0U) << id;
  }
}

TEST(Jining, AssistsTheNeediestWithSeventyPercent) {
  const Pool& pool = testing::shipped_pool(370800);
  for (const Rule& rule : pool.rules) {
    if (rule.id != "assistance.ratio" || rule.key.text != "identity=needy") continue;
    EXPECT_GE(rule.value.rate(), Rate::percent(70));
  }
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
