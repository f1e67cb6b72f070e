#include "policy/compile/table_builder.h"

#include <gtest/gtest.h>

#include "policy/test_support.h"
#include "testing/values.h"

namespace yidan::policy {
namespace {

using testing::day;
using testing::from;

Row row_of(Period period, int line) {
  Row row;
  row.authority.at = {"a.yaml", line, 3};
  row.authority.period = period;
  row.authority.clauses = {"A-" + std::to_string(line)};
  return row;
}

Row amount_row(Period period, Money amount, int line) {
  Row row = row_of(period, line);
  row.value = {.kind = Value::Kind::amount, .amount = amount, .text = to_text(amount)};
  return row;
}

Row rate_row(Period period, Money above, Rate rate, int line) {
  Row row = row_of(period, line);
  row.above = above;
  row.value = {.kind = Value::Kind::rate, .rate = rate, .text = to_text(rate)};
  return row;
}

Row at_level(Row row, std::initializer_list<std::size_t> levels) {
  std::uint32_t bits = 0;
  for (const std::size_t level : levels) bits |= 1U << (level - 1);
  row.keys.bits[static_cast<std::size_t>(Dimension::level)] = bits;
  return row;
}

class Building : public ::testing::Test {
 protected:
  Parameter& add(const std::string& id, std::vector<Dimension> by, std::vector<Row> rows) {
    Parameter& parameter = parameters_[id];
    parameter.id = id;
    parameter.folder = "city";
    parameter.at = {"a.yaml", 1, 1};
    parameter.by = std::move(by);
    parameter.rows = std::move(rows);
    effective_.parameters[id] = &parameter;
    return parameter;
  }
  [[nodiscard]] std::string complaints() const {
    std::string all;
    for (const Problem& problem : problems_.sorted()) all += to_text(problem, Language::en) + "\n";
    return all;
  }

  std::map<std::string, Parameter> parameters_;
  Effective effective_;
  Pool pool_;
  Problems problems_;
  TableBuilder builder_{effective_, pool_, problems_};
  Domain always_{{}, {from("2020-01-01")}};
};

TEST_F(Building, OfAParameterThatIsNotThereGivesAnEmptyTable) {
  EXPECT_TRUE(builder_.build("x.cap", &always_).empty());
  std::vector<Schedule> schedules;
  EXPECT_TRUE(builder_.build_schedules("x.ratio", always_, schedules).empty());
  EXPECT_EQ(complaints(), "");
}

TEST_F(Building, GivesEachDatedValueARuleOfItsOwn) {
  add("x.cap", {},
      {amount_row(from("2020-01-01", "2023-01-01"), Money::yuan(900), 3),
       amount_row(from("2023-01-01"), Money::yuan(1800), 4)});
  const Table table = builder_.build("x.cap", &always_);
  EXPECT_EQ(complaints(), "");
  EXPECT_EQ(table.find({}, day("2019-12-31")), nullptr);
  EXPECT_EQ(table.find({}, day("2022-12-31"))->money(), Money::yuan(900));
  EXPECT_EQ(table.find({}, day("2023-01-01"))->money(), Money::yuan(1800));
  ASSERT_EQ(pool_.rules.size(), 2U);
  const Rule& rule = pool_.rule(table.find({}, day("2023-01-01"))->rule);
  EXPECT_EQ(rule.id, "x.cap");
  EXPECT_EQ(rule.value.text, "1800.00");
  EXPECT_EQ(rule.value.money(), Money::yuan(1800));
  EXPECT_EQ(rule.clauses, (std::vector<std::string>{"A-4"}));
  EXPECT_EQ(rule.period, from("2023-01-01"));
  EXPECT_EQ(rule.folder, "city");
  EXPECT_EQ(to_text(rule.at), "a.yaml:4:3");
}

TEST_F(Building, ReportsAGapWhereTheBenefitIsInForce) {
  add("x.cap", {},
      {amount_row(from("2020-01-01", "2023-01-01"), Money::yuan(900), 3),
       amount_row(from("2023-01-02"), Money::yuan(1800), 4)});
  (void)builder_.build("x.cap", &always_);
  EXPECT_EQ(complaints(), "a.yaml:1:1: error: gap in x.cap: every key has no value on 2023-01-01: add a row for it\n");
}

TEST_F(Building, ReportsAGapOfOneKey) {
  add("x.cap", {Dimension::level}, {at_level(amount_row(from("2020-01-01"), Money::yuan(1), 3), {1, 3})});
  (void)builder_.build("x.cap", &always_);
  EXPECT_EQ(complaints(), "a.yaml:1:1: error: gap in x.cap: level=2 has no value on 2020-01-01: add a row for it\n");
}

TEST_F(Building, AsksForNoValueOutsideTheBenefit) {
  add("x.cap", {Dimension::level}, {at_level(amount_row(from("2021-01-01", "2022-01-01"), Money::yuan(1), 3), {1})});
  Domain narrow{{}, {from("2021-01-01", "2022-01-01")}};
  narrow.keys.bits[static_cast<std::size_t>(Dimension::level)] = 0b001;
  (void)builder_.build("x.cap", &narrow);
  EXPECT_EQ(complaints(), "");
}

TEST_F(Building, AsksATiltForNoValueAtAll) {
  add("x.tilt-cap", {Dimension::level}, {at_level(amount_row(from("2021-01-01"), Money::yuan(1), 3), {2})});
  const Table table = builder_.build("x.tilt-cap");
  EXPECT_EQ(complaints(), "");
  EXPECT_EQ(table.find(level(1), day("2022-01-01")), nullptr);
  EXPECT_NE(table.find(level(2), day("2022-01-01")), nullptr);
}

TEST_F(Building, ReportsAnOverlapOfDays) {
  add("x.cap", {},
      {amount_row(from("2020-01-01"), Money::yuan(900), 3), amount_row(from("2023-01-01"), Money::yuan(1800), 4)});
  (void)builder_.build("x.cap", &always_);
  EXPECT_EQ(complaints(),
            "a.yaml:4:3: error: overlap in x.cap: every key has two values on 2023-01-01 (the other at a.yaml:3:3): "
            "end the earlier one with 'until'\n");
}

TEST_F(Building, ReportsAnOverlapOfKeysOnceARow) {
  add("x.cap", {Dimension::level},
      {at_level(amount_row(from("2020-01-01"), Money::yuan(1), 3), {1, 2, 3}),
       at_level(amount_row(from("2021-01-01"), Money::yuan(2), 4), {2, 3})});
  (void)builder_.build("x.cap", &always_);
  EXPECT_EQ(complaints(),
            "a.yaml:4:3: error: overlap in x.cap: level=2 has two values on 2021-01-01 (the other at a.yaml:3:3): "
            "end the earlier one with 'until'\n");
}

TEST_F(Building, KeepsTheKindOfEachValue) {
  std::vector<Row> rows{amount_row(from("2020-01-01"), Money::yuan(1), 3), row_of(from("2020-01-01"), 4),
                        row_of(from("2020-01-01"), 5)};
  rows[1].value = {.kind = Value::Kind::none, .text = "none"};
  rows[2].value = {.kind = Value::Kind::word, .number = 7, .text = "7"};
  for (std::size_t i = 0; i < 3; ++i) rows[i] = at_level(rows[i], {i + 1});
  add("x.cap", {Dimension::level}, rows);
  const Table table = builder_.build("x.cap", &always_);
  EXPECT_EQ(table.find(level(1), day("2022-01-01"))->kind, Cell::Kind::amount);
  EXPECT_EQ(table.find(level(2), day("2022-01-01"))->kind, Cell::Kind::none);
  EXPECT_EQ(table.find(level(3), day("2022-01-01"))->kind, Cell::Kind::word);
  EXPECT_EQ(table.find(level(3), day("2022-01-01"))->value, 7);
}

class Indicators : public Building {
 protected:
  Indicators() {
    std::vector<Row> figures{amount_row(from("2020-01-01", "2022-01-01"), Money::yuan(69'136), 11),
                             amount_row(from("2022-01-01"), Money::fen(7'959'755), 12)};
    figures[0].authority.basis = Basis::published;
    add("indicators.average-wage", {}, figures);
  }
  static Row share_row(Period period, std::string_view indicator, Rate share) {
    Row row = row_of(period, 3);
    row.value.kind = Value::Kind::indicator_share;
    row.value.of_indicator = {share, std::string(indicator)};
    row.value.text = to_text(share) + " of " + std::string(indicator);
    return row;
  }
};

TEST_F(Indicators, MakeAShareAnAmountOfEachYear) {
  add("x.cap", {}, {share_row(from("2020-01-01"), "average-wage", Rate::percent(400))});
  const Table table = builder_.build("x.cap", &always_);
  EXPECT_EQ(complaints(), "");
  EXPECT_EQ(table.find({}, day("2021-12-31"))->money(), Money::yuan(276'544));
  EXPECT_EQ(table.find({}, day("2022-01-01"))->money(), Money::fen(31'839'020));
  const Rule& rule = pool_.rule(table.find({}, day("2021-12-31"))->rule);
  EXPECT_EQ(rule.value.text, "400% of average-wage = 276544.00");
  EXPECT_EQ(rule.period, from("2020-01-01", "2022-01-01"));
  EXPECT_EQ(rule.clauses, (std::vector<std::string>{"A-3", "A-11"}));
  EXPECT_EQ(rule.basis, Basis::published);
  EXPECT_EQ(pool_.rule(table.find({}, day("2022-01-01"))->rule).basis, Basis::cited);
}

TEST_F(Indicators, RoundTheirShareHalfUpToTheFen) {
  add("x.cap", {}, {share_row(from("2022-01-01"), "average-wage", Rate::percent(10))});
  const Table table = builder_.build("x.cap");
  EXPECT_EQ(table.find({}, day("2023-01-01"))->money(), Money::fen(795'976));
}

TEST_F(Indicators, HoldOnlyOnTheDaysOfTheRow) {
  add("x.cap", {}, {share_row(from("2021-07-01", "2022-07-01"), "average-wage", Rate::percent(100))});
  const Table table = builder_.build("x.cap");
  EXPECT_EQ(table.find({}, day("2021-06-30")), nullptr);
  EXPECT_EQ(table.find({}, day("2021-07-01"))->money(), Money::yuan(69'136));
  EXPECT_EQ(table.find({}, day("2022-06-30"))->money(), Money::fen(7'959'755));
  EXPECT_EQ(table.find({}, day("2022-07-01")), nullptr);
}

TEST_F(Indicators, LeaveAGapBeforeTheirFirstFigure) {
  add("x.cap", {}, {share_row(from("2019-01-01"), "average-wage", Rate::percent(100))});
  const Domain earlier{{}, {from("2019-01-01")}};
  (void)builder_.build("x.cap", &earlier);
  EXPECT_NE(complaints().find("has no value on 2019-01-01"), std::string::npos) << complaints();
}

TEST_F(Indicators, ThatAreUnknownAreAProblem) {
  add("x.cap", {}, {share_row(from("2020-01-01"), "average-pension", Rate::percent(100))});
  (void)builder_.build("x.cap");
  EXPECT_NE(complaints().find("no indicator 'average-pension'"), std::string::npos) << complaints();
}

TEST_F(Indicators, OfAMeanAreRoundedOnceWithTheirShare) {
  // (100.01 + 0.02 + 0.02) / 3 is no whole fen; half of it is 16.675.
  std::vector<Row> figures{amount_row(from("2020-01-01"), Money::fen(10'005), 11)};
  figures[0].value.count = 3;
  figures[0].value.text = "mean of 100.01, 0.02, 0.02";
  add("indicators.pension", {}, figures);
  add("x.cap", {}, {share_row(from("2020-01-01"), "pension", Rate::percent(50))});
  const Table table = builder_.build("x.cap");
  EXPECT_EQ(complaints(), "");
  EXPECT_EQ(table.find({}, day("2023-01-01"))->money(), Money::fen(1668));
  EXPECT_EQ(pool_.rule(table.find({}, day("2023-01-01"))->rule).value.text, "50% of pension = 16.68");
}

TEST_F(Indicators, OfAMeanStandForThemselves) {
  std::vector<Row> figures{amount_row(from("2020-01-01"), Money::fen(800'000), 11)};
  figures[0].value.count = 2;
  figures[0].value.text = "mean of 5000.00, 3000.00";
  add("indicators.pension", {}, figures);
  const Table table = builder_.build("indicators.pension");
  EXPECT_EQ(table.find({}, day("2023-01-01"))->money(), Money::yuan(4000));
  EXPECT_EQ(pool_.rules.back().value.text, "mean of 5000.00, 3000.00 = 4000.00");
}

TEST_F(Indicators, KeepTheirUnit) {
  parameters_["indicators.average-wage"].unit = "yuan/year";
  add("account.credit-retired", {}, {share_row(from("2020-01-01"), "average-wage", Rate::percent(2))}).unit =
      "yuan/month";
  EXPECT_TRUE(builder_.build("account.credit-retired").empty());
  EXPECT_NE(complaints().find("is in yuan/year, this file in yuan/month"), std::string::npos) << complaints();
}

TEST_F(Indicators, WhoseShareIsTooLargeAreAProblem) {
  add("indicators.large", {}, {amount_row(from("2020-01-01"), Money::max(), 11)});
  add("x.cap", {}, {share_row(from("2020-01-01"), "large", Rate::percent(101))});
  EXPECT_TRUE(builder_.build("x.cap").empty());
  EXPECT_NE(complaints().find("this share is too large"), std::string::npos) << complaints();
}

Row of_age(Row row, int age) {
  row.age_from = age;
  return row;
}

TEST_F(Building, GathersBandsOfAges) {
  const Period open = from("2020-01-01");
  add("account.credit-active", {},
      {of_age(rate_row(open, {}, Rate::percent(3), 4), 45), of_age(rate_row(open, {}, Rate::percent(2), 3), 0)});
  std::vector<Bands> bands(1);
  const Table table = builder_.build_bands("account.credit-active", bands);
  EXPECT_EQ(complaints(), "");
  ASSERT_EQ(bands.size(), 2U);
  EXPECT_EQ(table.find({}, day("2023-01-01"))->value, 1);
  EXPECT_EQ(cell_for_age(bands[1], 44).rate(), Rate::percent(2));
  EXPECT_EQ(cell_for_age(bands[1], 45).rate(), Rate::percent(3));
  EXPECT_EQ(pool_.rule(cell_for_age(bands[1], 45).rule).at.line, 4);
}

TEST_F(Building, ReportsBandsThatDoNotBeginAtBirth) {
  add("account.credit-active", {}, {of_age(rate_row(from("2020-01-01"), {}, Rate::percent(3), 4), 45)});
  std::vector<Bands> bands;
  (void)builder_.build_bands("account.credit-active", bands);
  EXPECT_NE(complaints().find("the lowest bracket begins at the age of 45"), std::string::npos) << complaints();
}

TEST_F(Building, ReportsTwoBandsFromTheSameAge) {
  const Period open = from("2020-01-01");
  add("account.credit-active", {},
      {of_age(rate_row(open, {}, Rate::percent(2), 3), 0), of_age(rate_row(open, {}, Rate::percent(3), 4), 45),
       of_age(rate_row(open, {}, Rate::percent(4), 5), 45)});
  std::vector<Bands> bands;
  (void)builder_.build_bands("account.credit-active", bands);
  EXPECT_NE(complaints().find("a.yaml:5:3: error: overlap in account.credit-active"), std::string::npos)
      << complaints();
}

TEST_F(Building, GathersBracketsIntoOneSortedSchedule) {
  const Period open = from("2020-01-01");
  add("x.ratio", {},
      {rate_row(open, Money::yuan(50'000), Rate::percent(60), 4), rate_row(open, Money{}, Rate::percent(50), 3)});
  std::vector<Schedule> schedules;
  const Table table = builder_.build_schedules("x.ratio", always_, schedules);
  EXPECT_EQ(complaints(), "");
  ASSERT_EQ(schedules.size(), 1U);
  ASSERT_EQ(schedules[0].size(), 2U);
  EXPECT_EQ(schedules[0][0].above, Money{});
  EXPECT_EQ(schedules[0][0].rate, Rate::percent(50));
  EXPECT_EQ(schedules[0][1].above, Money::yuan(50'000));
  EXPECT_EQ(schedules[0][1].rate, Rate::percent(60));
  EXPECT_EQ(table.find({}, day("2023-01-01"))->value, 0);
}

TEST_F(Building, SharesAScheduleBetweenKeysAndSpans) {
  add("x.ratio", {Dimension::level},
      {at_level(rate_row(from("2020-01-01"), {}, Rate::percent(60), 3), {1, 2}),
       at_level(rate_row(from("2020-01-01"), {}, Rate::percent(50), 4), {3})});
  std::vector<Schedule> schedules;
  const Table table = builder_.build_schedules("x.ratio", always_, schedules);
  EXPECT_EQ(schedules.size(), 2U);
  EXPECT_EQ(table.find(level(1), day("2023-01-01"))->value, table.find(level(2), day("2023-01-01"))->value);
  EXPECT_NE(table.find(level(1), day("2023-01-01"))->value, table.find(level(3), day("2023-01-01"))->value);
}

TEST_F(Building, ReportsBracketsThatDoNotBeginAtNothing) {
  add("x.ratio", {}, {rate_row(from("2020-01-01"), Money::yuan(1), Rate::percent(50), 3)});
  std::vector<Schedule> schedules;
  (void)builder_.build_schedules("x.ratio", always_, schedules);
  EXPECT_NE(complaints().find("gap in x.ratio"), std::string::npos);
}

TEST_F(Building, ReportsTwoBracketsAboveTheSameAmount) {
  const Period open = from("2020-01-01");
  add("x.ratio", {},
      {rate_row(open, {}, Rate::percent(50), 3), rate_row(open, Money::yuan(9), Rate::percent(60), 4),
       rate_row(open, Money::yuan(9), Rate::percent(70), 5)});
  std::vector<Schedule> schedules;
  (void)builder_.build_schedules("x.ratio", always_, schedules);
  EXPECT_NE(complaints().find("a.yaml:5:3: error: overlap in x.ratio"), std::string::npos) << complaints();
}

TEST_F(Building, TakesTheStandingOfThePackUnlessTheRowHasItsOwn) {
  Pack draft;
  draft.folder = "city";
  draft.status = PolicyStatus::draft;
  effective_.folders["city"] = &draft;
  Authority authority{.period = from("2020-01-01")};
  EXPECT_EQ(pool_.rule(builder_.add_rule(authority, "x.benefit", {}, "city")).status, PolicyStatus::draft);
  authority.status = PolicyStatus::in_force;
  EXPECT_EQ(pool_.rule(builder_.add_rule(authority, "x.benefit", {}, "city")).status, PolicyStatus::in_force);
}

TEST(Describe, NamesTheKeyInWords) {
  Key key = level(2);
  key.set(Dimension::status, static_cast<std::size_t>(Status::retired));
  EXPECT_EQ(describe({Dimension::level, Dimension::status}, key), "level=2 status=retired");
  EXPECT_EQ(describe({}, key), "every key");
}

}  // namespace
}  // namespace yidan::policy
