#include "policy/parse/parse_value.h"

#include <vector>

#include <gtest/gtest.h>

namespace yidan::policy {
namespace {

class ParseValue : public ::testing::Test {
 protected:
  // The value of `value: <yaml>` in a file of this unit and name.
  Value read(const std::string& yaml, std::string_view unit, std::string_view id) {
    const YamlNode root = parse_yaml("value: " + yaml + "\n", "a.yaml", problems_);
    return read_value(*root.find("value"), context_, unit, *kind_of(id));
  }
  // What was complained about, and forgets it.
  std::string complaints() {
    std::string all;
    for (const Problem& problem : problems_.sorted()) all += to_text(problem, Language::en) + "\n";
    problems_ = {};
    return all;
  }

  Problems problems_;
  ClauseRegister clauses_;
  FileContext context_{"a.yaml", problems_, clauses_};
};

TEST_F(ParseValue, ReadsAnAmountInYuan) {
  const Value value = read("\"500.00\"", "yuan/year", "x.deductible");
  EXPECT_EQ(value.kind, Value::Kind::amount);
  EXPECT_EQ(value.amount, Money::yuan(500));
  EXPECT_EQ(value.text, "500.00");
  EXPECT_EQ(complaints(), "");
}

TEST_F(ParseValue, ReadsARateInPercent) {
  const Value value = read("\"2.15%\"", "percent", "x.ratio");
  EXPECT_EQ(value.kind, Value::Kind::rate);
  EXPECT_EQ(value.rate, Rate::ppm(21'500));
  EXPECT_EQ(value.text, "2.15%");
  EXPECT_EQ(read("\"100%\"", "percent", "x.ratio").rate, kWhole);
  EXPECT_EQ(complaints(), "");
}

TEST_F(ParseValue, ReadsPointsAsAnOfficerWritesThem) {
  const Value value = read("\"5\"", "points", "x.tilt-ratio");
  EXPECT_EQ(value.kind, Value::Kind::points);
  EXPECT_EQ(value.rate, Rate::percent(5));
  EXPECT_EQ(value.text, "+5");
  EXPECT_EQ(read("\"2.5\"", "points", "x.tilt-ratio").rate, Rate::ppm(25'000));
  EXPECT_EQ(read("\"100\"", "points", "x.tilt-ratio").rate, kWhole);
  EXPECT_EQ(complaints(), "");
}

TEST_F(ParseValue, ReadsNoneAsACapThatIsLifted) {
  EXPECT_EQ(read("none", "yuan/year", "x.cap").kind, Value::Kind::none);
  EXPECT_EQ(read("none", "yuan/year", "x.tilt-cap").kind, Value::Kind::none);
  EXPECT_EQ(complaints(), "");
  (void)read("none", "yuan/year", "x.deductible");
  EXPECT_NE(complaints().find("'none' is not an amount"), std::string::npos);
}

TEST_F(ParseValue, ReadsATiltOfTheDeductibleAsAShareOrAnAmount) {
  const Value half = read("\"50%\"", "percent", "x.tilt-deductible");
  EXPECT_EQ(half.kind, Value::Kind::rate);
  EXPECT_EQ(half.rate, Rate::percent(50));
  const Value amount = read("\"5000.00\"", "yuan/year", "x.tilt-deductible");
  EXPECT_EQ(amount.kind, Value::Kind::amount);
  EXPECT_EQ(amount.amount, Money::yuan(5000));
  EXPECT_EQ(complaints(), "");
}

TEST_F(ParseValue, ReadsAShareOfAnIndicator) {
  const Value value = read("{share: \"400%\", of: average-wage}", "yuan/year", "x.cap");
  EXPECT_EQ(value.kind, Value::Kind::indicator_share);
  EXPECT_EQ(value.of_indicator.share, Rate::percent(400));
  EXPECT_EQ(value.of_indicator.indicator, "average-wage");
  EXPECT_EQ(value.text, "400% of average-wage");
  EXPECT_EQ(complaints(), "");
}

TEST_F(ParseValue, ReadsTheMeanOfAnIndicatorWithoutRoundingIt) {
  const Value value = read("{mean: [\"5000.00\", \"3000.01\"]}", "yuan/month", "indicators.average-pension");
  EXPECT_EQ(value.kind, Value::Kind::amount);
  EXPECT_EQ(value.amount, Money::fen(800'001));
  EXPECT_EQ(value.count, 2);
  EXPECT_EQ(value.text, "mean of 5000.00, 3000.01");
  EXPECT_EQ(read("{mean: [\"1.00\", \"3.00\"]}", "yuan/year", "indicators.average-wage").amount, Money::yuan(4));
  EXPECT_EQ(complaints(), "");
}

TEST_F(ParseValue, ReadsTheWholePremiumAsAValueWithoutAmount) {
  EXPECT_EQ(read("full", "yuan/year", "resident.subsidy").kind, Value::Kind::none);
  EXPECT_EQ(read("\"96.00\"", "yuan/year", "resident.subsidy").amount, Money::yuan(96));
  EXPECT_EQ(complaints(), "");
}

struct Counted {
  const char* yaml;
  const char* unit;
  const char* id;
  std::int64_t number;
  const char* text;
};

const std::vector<Counted> kCounted{
    {"\"1\"", "months", "resident.late-wait", 1, "1 month"},
    {"360", "months", "employee.required-months", 360, "360 months"},
    {"\"2\"", "times", "resident.government-limit", 2, "2 times"},
    {"2022-03-31", "date", "resident.window-extension", 19'082, "2022-03-31"},
    {"\"06-30\"", "month-day", "resident.individual-until", 630, "06-30"},
    {"\"02-end\"", "month-day", "resident.individual-until", 299, "02-end"},
    {"\"10-01..02-end\"", "window", "resident.window", 10'010'299, "10-01..02-end"},
    {"next-month", "word", "resident.newborn-cover", 2, "next-month"},
    {"county", "word", "resident.subsidy-rest", 2, "county"},
    {"no-account", "word", "account.holders", 1, "no-account"},
};

TEST_F(ParseValue, ReadsNumbersDaysAndWordsAsCellsHoldThem) {
  for (const Counted& each : kCounted) {
    const Value value = read(each.yaml, each.unit, each.id);
    EXPECT_EQ(value.number, each.number) << each.id;
    EXPECT_EQ(value.text, each.text) << each.id;
    EXPECT_EQ(complaints(), "") << each.id;
  }
}

TEST_F(ParseValue, ReadsABaseOfContributionsThatIsAMultiple) {
  EXPECT_EQ(read("\"300%\"", "percent", "employee.base-ceiling").rate, Rate::percent(300));
  EXPECT_EQ(complaints(), "");
  (void)read("\"101%\"", "percent", "employee.person-rate");
  EXPECT_NE(complaints().find("at most 100%"), std::string::npos);
}

TEST_F(ParseValue, ReadsAWord) {
  const Value value = read("in-scope", "word", "account.scope");
  EXPECT_EQ(value.kind, Value::Kind::word);
  EXPECT_EQ(value.number, 0);
  EXPECT_EQ(value.text, "in-scope");
  EXPECT_EQ(read("personal-part", "word", "account.scope").number, 1);
  EXPECT_EQ(complaints(), "");
}

struct Refusal {
  const char* yaml;
  const char* unit;
  const char* id;
  const char* says;
};

const std::vector<Refusal> kRefusals{
    {"\"-500.00\"", "yuan/year", "x.deductible", "is not an amount"},
    {"\"500.005\"", "yuan/year", "x.deductible", "more than two decimals"},
    {"\"1,500\"", "yuan/year", "x.cap", "is not an amount"},
    {"[500]", "yuan/year", "x.cap", "is not an amount"},
    {"\"92233720368547758.08\"", "yuan/year", "x.cap", "too large"},
    {"\"70\"", "percent", "x.ratio", "is not a rate"},
    {"\"0.7\"", "percent", "x.ratio", "is not a rate"},
    {"\"33.33333%\"", "percent", "x.ratio", "is inexact"},
    {"\"100.0001%\"", "percent", "x.ratio", "at most 100%"},
    {"\"5%\"", "points", "x.tilt-ratio", "percentage points"},
    {"\"-5\"", "points", "x.tilt-ratio", "percentage points"},
    {"\"100.1\"", "points", "x.tilt-ratio", "percentage points"},
    {"\"2.00005\"", "points", "x.tilt-ratio", "percentage points"},
    {"{share: \"50%\", of: average-wage}", "percent", "x.ratio", "only an amount can be a share"},
    {"{share: \"50%\"}", "yuan/year", "x.cap", "'of' is missing"},
    {"{of: average-wage}", "yuan/year", "x.cap", "'share' is missing"},
    {"{share: \"50%\", of: x}", "yuan/year", "indicators.y", "an indicator is a figure"},
    {"{mean: [\"5000.00\"]}", "yuan/year", "indicators.y", "one figure has no mean"},
    {"{mean: []}", "yuan/year", "indicators.y", "'mean' is empty"},
    {"{mean: [\"5000.00\", \"x\"]}", "yuan/year", "indicators.y", "'x' is not an amount"},
    {"{mean: [\"92233720368547758.07\", \"0.01\"]}", "yuan/year", "indicators.y", "too large"},
    {"{mean: [\"0.01\", \"0.02\"]}", "yuan/year", "indicators.average-wage", "must be whole fen"},
    {"{mean: [\"1.00\", \"2.00\"]}", "yuan/month", "account.credit-retired", "only an indicator can be a mean"},
    {"\"0\"", "months", "resident.late-wait", "is not a number of months"},
    {"\"1201\"", "months", "resident.late-wait", "from 1 to 1200"},
    {"\"1.5\"", "months", "resident.late-wait", "is not a number of months"},
    {"\"101\"", "times", "resident.government-limit", "from 1 to 100"},
    {"\"06-31\"", "month-day", "resident.individual-until", "is not a day of every year"},
    {"\"02-29\"", "month-day", "resident.individual-until", "is not a day of every year"},
    {"\"10-01..13-01\"", "window", "resident.window", "is no span of days"},
    {"2022-02-29", "date", "resident.window-extension", "is not a date"},
    {"fully", "yuan/year", "resident.subsidy", "is not an amount"},
    {"full", "yuan/year", "resident.individual", "is not an amount"},
    {"employer", "word", "resident.subsidy-rest", "(allowed: person, county)"},
    {"1001", "rank", "categories.rank", "from 1 to 1000"},
    {"{share: \"50%\", of: average-wage, off: 1}", "yuan/year", "x.cap", "did you mean 'of'"},
};

TEST_F(ParseValue, RefusesWhatIsNotInTheUnitOfTheFile) {
  for (const Refusal& each : kRefusals) {
    (void)read(each.yaml, each.unit, each.id);
    const std::string found = complaints();
    EXPECT_NE(found.find(each.says), std::string::npos) << each.yaml << ": " << found;
    EXPECT_TRUE(found.starts_with("a.yaml:1:")) << found;
  }
}

TEST_F(ParseValue, RefusesATiltThatContradictsItsUnit) {
  (void)read("\"5000.00\"", "percent", "x.tilt-deductible");
  EXPECT_NE(complaints(), "");
  (void)read("\"50%\"", "yuan/year", "x.tilt-deductible");
  EXPECT_NE(complaints(), "");
}

TEST_F(ParseValue, RefusesATiltThatRaisesTheDeductible) {
  (void)read("\"150%\"", "percent", "x.tilt-deductible");
  EXPECT_NE(complaints(), "");
}

TEST_F(ParseValue, RefusesARankThatIsNoNumber) {
  (void)read("first", "rank", "categories.rank");
  EXPECT_NE(complaints(), "");
}

TEST_F(ParseValue, ReadsARankAsANumber) {
  EXPECT_EQ(read("\"7\"", "rank", "categories.rank").number, 7);
  EXPECT_EQ(complaints(), "");
}

TEST_F(ParseValue, RefusesAWordThatTheEngineDoesNotKnow) {
  (void)read("inscope", "word", "account.scope");
  EXPECT_NE(complaints().find("did you mean 'in-scope'"), std::string::npos);
  (void)read("always", "word", "scope.not-payable");
  EXPECT_NE(complaints(), "");
}

TEST_F(ParseValue, LeavesNamesFree) {
  EXPECT_EQ(read("职工大额救助金", "word", "schemes.aliases").text, "职工大额救助金");
  EXPECT_EQ(complaints(), "");
}

TEST_F(ParseValue, RefusesAListWhereAWordIsExpected) {
  (void)read("[in-scope, personal-part]", "word", "account.scope");
  EXPECT_NE(complaints(), "");
}

struct Fit {
  const char* id;
  const char* unit;
  bool fits;
};

const std::vector<Fit> kFits{
    {"x.first-self-pay", "percent", true},
    {"x.first-self-pay", "yuan/year", false},
    {"x.deductible", "yuan/year", true},
    {"x.deductible", "yuan/stay", true},
    {"x.deductible", "percent", false},
    {"x.tilt-deductible", "percent", true},
    {"x.tilt-deductible", "yuan/year", true},
    {"x.tilt-deductible", "points", false},
    {"x.ratio", "percent", true},
    {"x.ratio", "points", false},
    {"x.tilt-ratio", "points", true},
    {"x.tilt-ratio", "percent", false},
    {"x.cap", "yuan/year", true},
    {"x.cap", "yuan/stay", false},
    {"x.cap", "yuan", false},
    {"x.tilt-cap", "yuan/year", true},
    {"categories.rank", "rank", true},
    {"indicators.average-wage", "yuan/year", true},
    {"indicators.average-wage", "yuan/month", false},
    {"indicators.average-pension", "yuan/month", true},
    {"account.scope", "word", true},
    {"account.scope", "", false},
    {"account.scope", "yuan/year", false},
    {"resident.window", "window", true},
    {"resident.late-wait", "months", true},
    {"resident.government-limit", "times", true},
    {"resident.individual-until", "month-day", true},
    {"resident.window-extension", "date", true},
    {"account.credit-by-age", "yuan/month", true},
    {"account.credit-by-age", "yuan/year", false},
};

TEST_F(ParseValue, UnitMustFitTheFile) {
  for (const Fit& each : kFits) {
    const YamlNode root = parse_yaml("unit: \"" + std::string(each.unit) + "\"\n", "a.yaml", problems_);
    MapReader map(root, context_);
    EXPECT_EQ(read_unit(map, *kind_of(each.id)), each.unit);
    EXPECT_EQ(complaints().empty(), each.fits) << each.id << " in " << each.unit;
  }
}

TEST_F(ParseValue, UnitThatIsMissingIsAProblem) {
  const YamlNode root = parse_yaml("title: x\n", "a.yaml", problems_);
  MapReader map(root, context_);
  EXPECT_EQ(read_unit(map, *kind_of("x.cap")), "");
  map.finish();
  EXPECT_NE(complaints().find("'unit' is missing"), std::string::npos);
}

}  // namespace
}  // namespace yidan::policy
