// Every assumed figure of the packs names the provincial bound that it keeps; here each bound is computed from the
// indicators of the day and the figure held against it.
#include <algorithm>
#include <functional>
#include <map>
#include <set>

#include <gtest/gtest.h>

#include "policy/parse/parse_pack.h"
#include "policy/policy.h"
#include "testing/packs.h"
#include "testing/values.h"

namespace yidan::policy {
namespace {

using testing::day;

const Packs& packs() {
  static const Packs read = [] {
    Problems problems;
    return read_packs(testing::shipped_packs(), problems);
  }();
  return read;
}

const std::vector<Row>& figures(const std::string& indicator) {
  const auto province = std::ranges::find(packs().packs, "370000-shandong", &Pack::folder);
  return province->parameters.find("indicators." + indicator)->second.rows;
}

Money indicator_on(const std::string& indicator, Date when) {
  for (const Row& row : figures(indicator)) {
    if (row.authority.period.contains(when)) return row.value.amount;
  }
  throw std::out_of_range(indicator + " on " + to_text(when));
}

// The days of a rule on which it, or an indicator, changes.
std::set<Date> days_of(const Rule& rule) {
  std::set<Date> days{rule.period.from};
  for (const char* indicator : {"average-wage", "disposable-income", "city-disposable-income"}) {
    for (const Row& row : figures(indicator)) {
      if (rule.period.contains(row.authority.period.from)) days.insert(row.authority.period.from);
    }
  }
  return days;
}

// The figure behind "500.00" or "400% of average-wage = 318388.00".
Money amount_of(const Rule& rule) {
  const std::size_t computed = rule.value.find(" = ");
  return parse_money(computed == std::string::npos ? rule.value : rule.value.substr(computed + 3)).value();
}
Rate rate_of(const Rule& rule) { return parse_rate(rule.value).value(); }

// A rule, a day of it, its pool: whether the bound is kept.
using Check = std::function<bool(const Rule&, Date, const Pool&)>;

Check at_most(Rate share_of, const std::string& indicator) {
  return [=](const Rule& rule, Date when, const Pool&) {
    return amount_of(rule) <= share(indicator_on(indicator, when), share_of);
  };
}
Check at_least(Money least) {
  return [=](const Rule& rule, Date, const Pool&) { return amount_of(rule) >= least; };
}
Check at_least(Rate least) {
  return [=](const Rule& rule, Date, const Pool&) { return rate_of(rule) >= least; };
}
Check exactly(std::string_view value) {
  return [=](const Rule& rule, Date, const Pool&) { return rule.value == value; };
}

bool about(Money amount, Money wanted) {
  return amount >= share(wanted, Rate::percent(90)) && amount <= share(wanted, Rate::percent(110));
}
Check about_share(Rate share_of, const std::string& indicator) {
  return [=](const Rule& rule, Date when, const Pool&) {
    return about(amount_of(rule), share(indicator_on(indicator, when), share_of));
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
    const Money caps = amount_of(rule_on(pool, basic, when)) + amount_of(rule_on(pool, second, when));
    return about(caps, share(indicator_on(indicator, when), Rate::percent(800)));
  };
}

// The mean over the levels lies in the range; points for retirees only raise it.
Check on_average(Rate least, Rate most) {
  return [=](const Rule& rule, Date when, const Pool& pool) {
    if (rule.id.ends_with(".tilt-ratio")) return rule.value.starts_with('+');
    std::int32_t sum = 0;
    std::int32_t count = 0;
    for (const Rule& each : pool.rules) {
      if (each.id != rule.id || !each.period.contains(when)) continue;
      sum += rate_of(each).in_ppm();
      ++count;
    }
    return count == 3 && Rate::ppm(sum / count) >= least && Rate::ppm(sum / count) <= most;
  };
}

// A city's own text, used elsewhere by analogy.
Check as_in(std::int32_t region) {
  return [=](const Rule& rule, Date when, const Pool&) {
    return std::ranges::any_of(testing::shipped_pool(region).rules, [&](const Rule& each) {
      return each.id == rule.id && each.key == rule.key && each.value == rule.value && each.period.contains(when);
    });
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
  return rate_of(rule) < Rate::percent(70) && rate_of(rule) >= Rate::percent(60);
}

Check between(Rate least, Rate most) {
  return [=](const Rule& rule, Date, const Pool&) { return rate_of(rule) >= least && rate_of(rule) <= most; };
}

bool more_than_the_year_before(const Rule& rule, Date, const Pool& pool) {
  const Date before = Date::from_days(rule.period.from.days() - 1);
  return amount_of(rule) > amount_of(rule_on(pool, rule.id, before));
}

bool at_most_twice_the_individual_part(const Rule& rule, Date when, const Pool& pool) {
  const Money individual = amount_of(rule_on(pool, "resident.individual", when));
  return amount_of(rule) <= individual + individual;
}

// "580 less the rise of 30": the difference itself; else at least the amount.
Check figure_of_the_notice(Money amount, Money rise) {
  return [=](const Rule& rule, Date, const Pool&) {
    return rule.source.find("less the rise") == std::string::npos ? amount_of(rule) >= amount
                                                                  : amount_of(rule) == amount - rise;
  };
}

// "2 % and twice the employer part of 0.35 points".
bool twice_the_employer_part(const Rule& rule, Date, const Pool&) {
  const std::size_t part = rule.source.find("part of ") + 8;
  const Rate points = parse_rate(rule.source.substr(part, rule.source.find(" points") - part) + "%").value();
  return rate_of(rule).in_ppm() == Rate::percent(2).in_ppm() + 2 * points.in_ppm();
}

bool share_of_the_mean_pension(const Rule& rule, Date, const Pool&) {
  const Rate rate = parse_rate(rule.value.substr(0, rule.value.find(' '))).value();
  return amount_of(rule) == share(Money::yuan(4000), rate);
}

const std::map<std::string, Check, std::less<>>& checks() {
  static const std::map<std::string, Check, std::less<>> checks{
      {"SD20-2.1.2.2-a", exactly("96.00")},
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
      {"SD20-2.3.4.1-a", exactly("50%")},
      {"SD20-2.3.4.1-b", exactly("+5")},
      {"SD20-2.3.4.1-c", exactly("none")},
      {"SD20-2.3.4.2-a", exactly("0.00")},
      {"SD20-2.3.4.2-b", about_share(Rate::percent(10), "city-disposable-income")},
      {"SD20-2.3.4.2-c", about_share(Rate::percent(25), "city-disposable-income")},
      {"SD20-2.3.4.2-d", at_least(Rate::percent(70))},
      {"SD20-2.3.4.2-e", slightly_below_minimum_living},
      {"SD20-2.3.4.2-f", at_least(Money::yuan(10'000))},
      {"SD20-3-b", exactly("0%")},
      {"SD42-1-a", figure_of_the_notice(Money::yuan(580), Money::yuan(30))},
      {"SD42-1-b", figure_of_the_notice(Money::yuan(320), Money::yuan(40))},
      {"SD42-2-l", exactly("3 months")},
      {"YT-2.2.1-b", twice_the_employer_part},
      {"YT-2.2.1-m", share_of_the_mean_pension},
      {"YT-2.2.2-a", as_in(370600)},
      {"JN-2-h", as_in(370800)},
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
    "HZ-2.2-a", "LY-3.2.1-i", "SD20-2.1.1.1-b", "SD20-2.3.1.1-a", "SD20-2.3.1.2-b", "SD20-2.3.1.3-d", "YT-2.2.1-j",
};

std::string bound_of(const Rule& rule) { return rule.source.substr(0, rule.source.find(':')); }

bool is_assumed_figure(const Rule& rule) {
  return rule.basis == Basis::assumed && !rule.value.empty() && !rule.source.empty();
}

// A rule of a city's own text, used elsewhere or on other days by analogy: that text has it, with this very value.
bool is_analogy(const Rule& rule) {
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
      if (rule.basis != Basis::assumed || rule.source.empty()) continue;
      EXPECT_TRUE(testing::shipped_policy().clauses.contains(bound_of(rule)))
          << to_text(rule.at) << ": " << rule.source;
      EXPECT_GT(rule.source.size(), bound_of(rule).size() + 2) << to_text(rule.at);
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
        EXPECT_TRUE(silent || is_analogy(rule)) << to_text(rule.at) << ": nothing tests " << rule.source;
        continue;
      }
      kept.insert(check->first);
      for (const Date when : days_of(rule)) {
        EXPECT_TRUE(check->second(rule, when, pool))
            << pool.folder << " on " << to_text(when) << ", " << to_text(rule.at) << ": " << rule.value
            << " does not keep " << rule.source;
      }
    }
  }
  for (const auto& [clause, check] : checks()) EXPECT_TRUE(kept.contains(clause)) << "no figure names " << clause;
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
    if (rule.id != "assistance.ratio" || rule.key != "identity=needy") continue;
    EXPECT_GE(rate_of(rule), Rate::percent(70));
  }
}

TEST(Indicator, GrowsFromYearToYear) {
  for (const char* indicator : {"average-wage", "disposable-income", "city-disposable-income"}) {
    const auto& rows = figures(indicator);
    for (std::size_t i = 1; i < rows.size(); ++i) {
      EXPECT_GT(rows[i].value.amount, rows[i - 1].value.amount) << to_text(rows[i].authority.at);
      EXPECT_EQ(rows[i].authority.period.from, rows[i - 1].authority.period.to) << to_text(rows[i].authority.at);
    }
    EXPECT_EQ(rows.back().authority.period.to, Date::never());
  }
}

TEST(Indicator, OfTheCityStaysInTheCorridorOfItsBound) {
  for (const Row& row : figures("city-disposable-income")) {
    EXPECT_TRUE(row.authority.source.starts_with("JN-4.2-a:"));
    EXPECT_GE(row.value.amount, Money::yuan(25'000));
    EXPECT_LE(row.value.amount, Money::yuan(37'500));
  }
}

TEST(Indicator, NamesItsSourceOrItsBound) {
  for (const char* indicator : {"average-wage", "disposable-income", "city-disposable-income"}) {
    for (const Row& row : figures(indicator)) {
      EXPECT_NE(row.authority.basis, Basis::cited) << to_text(row.authority.at);
      EXPECT_FALSE(row.authority.source.empty()) << to_text(row.authority.at);
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
