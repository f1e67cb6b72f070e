#include "benefit/layers/layer_rules.h"

#include <array>

#include <gtest/gtest.h>

#include "policy/period.h"
#include "testing/values.h"

namespace yidan::benefit {
namespace {

using policy::Benefit;
using policy::Cell;
using policy::Dimension;
using policy::Key;
using policy::RuleId;
using policy::Schedule;
using policy::Table;

using testing::day;
const Date kDay = day("2023-03-05");

Cell amount(std::int64_t yuan, RuleId rule) { return {Money::yuan(yuan).in_fen(), rule, Cell::Kind::amount}; }
Cell rate(std::int32_t percent, RuleId rule) { return {Rate::percent(percent).in_ppm(), rule, Cell::Kind::rate}; }
Cell none(RuleId rule) { return {0, rule, Cell::Kind::none}; }

// The same cell for every key, from 2020 on.
Table always(Cell cell) { return Table({}, {day("2020-01-01")}, {cell}); }

// A cell for some identities, from 2020 on.
Table for_identities(std::initializer_list<std::pair<Identity, Cell>> cells) {
  std::vector<Cell> all(count_of<Identity>);
  for (const auto& [identity, cell] : cells) all[static_cast<std::size_t>(identity)] = cell;
  return Table({Dimension::identity}, {day("2020-01-01")}, std::move(all));
}

// 60 % of everything, nothing else.
Benefit plain() {
  Benefit benefit;
  benefit.schedules = {Schedule{{Money{}, Rate::percent(60), 7}}};
  benefit.ratio = always({0, 7, Cell::Kind::word});
  return benefit;
}

LayerRules rules_for(const Benefit& benefit, std::vector<Identity> identities = {}) {
  return rules_on(benefit, {}, identities, kDay);
}

TEST(LayerRules, OfABenefitWithARatioAloneAreOpen) {
  const Benefit benefit = plain();
  const LayerRules rules = rules_for(benefit);
  EXPECT_EQ(rules.rate(0), Rate::percent(60));
  EXPECT_FALSE(rules.has_deductible);
  EXPECT_FALSE(rules.has_cap);
  EXPECT_EQ(rules.first_self_pay, Rate{});
  EXPECT_EQ(rules.identity, Identity::none);
  for (const RuleId rule : {rules.first_self_pay_rule, rules.deductible_rule, rules.deductible_tilt_rule,
                            rules.tilt_rule, rules.cap_rule, rules.cap_tilt_rule}) {
    EXPECT_EQ(rule, policy::kNoRule);
  }
}

TEST(LayerRules, NameTheRuleBehindEveryPart) {
  Benefit benefit = plain();
  benefit.first_self_pay = always(rate(10, 1));
  benefit.deductible = always(amount(500, 2));
  benefit.deductible_kind = policy::DeductibleKind::per_stay;
  benefit.tilt_ratio = always(rate(5, 3));
  benefit.cap = always(amount(1800, 4));
  const LayerRules rules = rules_for(benefit);
  EXPECT_EQ(rules.first_self_pay, Rate::percent(10));
  EXPECT_EQ(rules.first_self_pay_rule, 1);
  EXPECT_TRUE(rules.has_deductible);
  EXPECT_EQ(rules.deductible_kind, policy::DeductibleKind::per_stay);
  EXPECT_EQ(rules.deductible, Money::yuan(500));
  EXPECT_EQ(rules.deductible_rule, 2);
  EXPECT_EQ(rules.rate(0), Rate::percent(65));
  EXPECT_EQ(rules.tilt_rule, 3);
  EXPECT_TRUE(rules.has_cap);
  EXPECT_EQ(rules.cap, Money::yuan(1800));
  EXPECT_EQ(rules.cap_rule, 4);
}

TEST(LayerRules, AreThoseOfTheKeyAndTheDay) {
  Benefit benefit = plain();
  benefit.deductible = Table({Dimension::level}, {day("2022-07-01"), day("2023-01-01")},
                             {amount(1, 0), amount(2, 0), amount(3, 0), amount(4, 0), amount(5, 0), amount(6, 0)});
  Key key;
  key.set(Dimension::level, 2);
  EXPECT_EQ(rules_on(benefit, key, {}, day("2022-12-31")).deductible, Money::yuan(3));
  EXPECT_EQ(rules_on(benefit, key, {}, day("2023-01-01")).deductible, Money::yuan(6));
  EXPECT_FALSE(rules_on(benefit, key, {}, day("2022-06-30")).has_deductible);
}

TEST(Tilt, LowersTheDeductibleByAShareOrToAnAmount) {
  Benefit benefit = plain();
  benefit.deductible = always(amount(12'000, 1));
  benefit.tilt_deductible = for_identities({{Identity::destitute, rate(50, 2)},
                                            {Identity::lifted_from_poverty, amount(5000, 3)},
                                            {Identity::minimum_living, amount(0, 4)}});
  const LayerRules half = rules_for(benefit, {Identity::destitute});
  EXPECT_EQ(half.deductible, Money::yuan(6000));
  EXPECT_EQ(half.ordinary_deductible, Money::yuan(12'000));
  EXPECT_EQ(half.deductible_rule, 1);
  EXPECT_EQ(half.deductible_tilt_rule, 2);
  EXPECT_EQ(rules_for(benefit, {Identity::lifted_from_poverty}).deductible, Money::yuan(5000));
  const LayerRules abolished = rules_for(benefit, {Identity::minimum_living});
  EXPECT_TRUE(abolished.has_deductible);
  EXPECT_EQ(abolished.deductible, Money{});
  EXPECT_EQ(rules_for(benefit).deductible, Money::yuan(12'000));
  EXPECT_EQ(rules_for(benefit).deductible_tilt_rule, policy::kNoRule);
}

TEST(Tilt, LiftsTheCapOrPutsAnotherInItsPlace) {
  Benefit benefit = plain();
  benefit.cap = always(amount(200'000, 1));
  benefit.tilt_cap = for_identities({{Identity::destitute, none(2)}, {Identity::monitored, amount(300'000, 3)}});
  const LayerRules lifted = rules_for(benefit, {Identity::destitute});
  EXPECT_FALSE(lifted.has_cap);
  EXPECT_EQ(lifted.cap_rule, 1);
  EXPECT_EQ(lifted.cap_tilt_rule, 2);
  EXPECT_EQ(rules_for(benefit, {Identity::monitored}).cap, Money::yuan(300'000));
  EXPECT_EQ(rules_for(benefit).cap, Money::yuan(200'000));
}

TEST(Tilt, OfNothingIsNone) {
  Benefit benefit = plain();
  benefit.tilt_deductible = for_identities({{Identity::destitute, rate(50, 2)}});
  benefit.tilt_cap = for_identities({{Identity::destitute, none(3)}});
  const LayerRules rules = rules_for(benefit, {Identity::destitute});
  EXPECT_FALSE(rules.has_deductible);
  EXPECT_FALSE(rules.has_cap);
  EXPECT_EQ(rules.deductible_tilt_rule, policy::kNoRule);
  EXPECT_EQ(rules.cap_tilt_rule, policy::kNoRule);
}

TEST(Cap, MayBeNoneForAll) {
  Benefit benefit = plain();
  benefit.cap = always(none(1));
  EXPECT_FALSE(rules_for(benefit).has_cap);
  EXPECT_EQ(rules_for(benefit).cap_rule, 1);
}

// B5, E07: of several identities the first one that the benefit knows, for all of its parts.
TEST(Identity, ThatTheBenefitKnowsFirstCountsForAllOfItsParts) {
  Benefit benefit = plain();
  benefit.deductible = always(amount(10'000, 1));
  benefit.cap = always(amount(200'000, 1));
  benefit.tilt_deductible = for_identities({{Identity::minimum_living, rate(50, 2)}});
  benefit.tilt_cap = for_identities({{Identity::monitored, none(3)}});
  const LayerRules rules = rules_for(benefit, {Identity::destitute, Identity::minimum_living, Identity::monitored});
  EXPECT_EQ(rules.identity, Identity::minimum_living);
  EXPECT_EQ(rules.deductible, Money::yuan(5000));
  EXPECT_TRUE(rules.has_cap);
}

TEST(Identity, IsTakenFromTheConditionWhereThereIsOne) {
  Benefit benefit = plain();
  benefit.conditions = {{policy::kEveryDay, {.identity = 9, .identities = {Identity::monitored}}}};
  benefit.tilt_ratio = for_identities({{Identity::destitute, rate(5, 2)}});
  const LayerRules rules = rules_for(benefit, {Identity::destitute, Identity::monitored});
  EXPECT_EQ(rules.identity, Identity::monitored);
  EXPECT_EQ(rules.tilt, Rate{});
}

TEST(Identity, OfATiltThatHasNotBegunIsNotKnownYet) {
  Benefit benefit = plain();
  std::vector<Cell> cells(count_of<Identity>);
  cells[static_cast<std::size_t>(Identity::destitute)] = rate(5, 1);
  benefit.tilt_ratio = Table({Dimension::identity}, {day("2023-01-01")}, cells);
  const std::array held{Identity::destitute};
  EXPECT_EQ(rules_on(benefit, {}, held, day("2022-12-31")).tilt, Rate{});
  EXPECT_EQ(rules_on(benefit, {}, held, day("2023-01-01")).tilt, Rate::percent(5));
}

TEST(Tilt, ByStatusNeedsNoIdentity) {
  Benefit benefit = plain();
  std::vector<Cell> cells(count_of<Status>);
  cells[static_cast<std::size_t>(Status::retired)] = rate(5, 1);
  benefit.tilt_ratio = Table({Dimension::status}, {day("2020-01-01")}, cells);
  Key key;
  key.set(Dimension::status, static_cast<std::size_t>(Status::retired));
  EXPECT_EQ(rules_on(benefit, key, {}, kDay).rate(0), Rate::percent(65));
  EXPECT_EQ(rules_on(benefit, {}, {}, kDay).rate(0), Rate::percent(60));
}

TEST(LayerRulesDeathTest, HaveARatioOnEveryDayOfTheBenefit) {
  EXPECT_DEATH((void)rules_on(plain(), {}, {}, day("2019-12-31")), "the ratio table is total");
}

}  // namespace
}  // namespace yidan::benefit
