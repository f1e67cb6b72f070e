#include "policy/parse/parse_value.h"

#include <vector>

#include <gtest/gtest.h>

namespace yidan::policy {
namespace {

class ParseValue : public testing::Test {
 protected:
  // The value of `value: <yaml>` in a file of this unit and name.
  Value read(const std::string& yaml, std::string_view unit, std::string_view id) {
    const YamlNode root = parse_yaml("value: " + yaml + "\n", "a.yaml", problems_);
    return read_value(*root.find("value"), context_, unit, id);
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

TEST_F(ParseValue, ReadsAWord) {
  const Value value = read("in-scope", "word", "account.scope");
  EXPECT_EQ(value.kind, Value::Kind::word);
  EXPECT_EQ(value.word, "in-scope");
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
  EXPECT_EQ(read("\"7\"", "rank", "categories.rank").word, "7");
  EXPECT_EQ(complaints(), "");
}

TEST_F(ParseValue, RefusesAWordThatTheEngineDoesNotKnow) {
  (void)read("inscope", "word", "account.scope");
  EXPECT_NE(complaints().find("did you mean 'in-scope'"), std::string::npos);
  (void)read("always", "word", "scope.not-payable");
  EXPECT_NE(complaints(), "");
}

TEST_F(ParseValue, LeavesNamesFree) {
  EXPECT_EQ(read("职工大额救助金", "word", "schemes.aliases").word, "职工大额救助金");
  EXPECT_EQ(complaints(), "");
}

TEST_F(ParseValue, RefusesAListWhereAWordIsExpected) {
  (void)read("[in-scope, personal-part]", "word", "account.scope");
  EXPECT_NE(complaints(), "");
}

struct Fit {
  const char* stem;
  const char* unit;
  bool fits;
};

const std::vector<Fit> kFits{
    {"first-self-pay", "percent", true},
    {"first-self-pay", "yuan/year", false},
    {"deductible", "yuan/year", true},
    {"deductible", "yuan/stay", true},
    {"deductible", "percent", false},
    {"tilt-deductible", "percent", true},
    {"tilt-deductible", "yuan/year", true},
    {"tilt-deductible", "points", false},
    {"ratio", "percent", true},
    {"ratio", "points", false},
    {"tilt-ratio", "points", true},
    {"tilt-ratio", "percent", false},
    {"cap", "yuan/year", true},
    {"cap", "yuan/stay", false},
    {"cap", "yuan", false},
    {"tilt-cap", "yuan/year", true},
    {"rank", "rank", true},
    {"average-wage", "yuan/year", true},
    {"scope", "word", true},
    {"scope", "", false},
};

TEST_F(ParseValue, UnitMustFitTheFile) {
  for (const Fit& each : kFits) {
    const YamlNode root = parse_yaml("unit: \"" + std::string(each.unit) + "\"\n", "a.yaml", problems_);
    MapReader map(root, context_);
    EXPECT_EQ(read_unit(map, each.stem), each.unit);
    EXPECT_EQ(complaints().empty(), each.fits) << each.stem << " in " << each.unit;
  }
}

TEST_F(ParseValue, UnitThatIsMissingIsAProblem) {
  const YamlNode root = parse_yaml("title: x\n", "a.yaml", problems_);
  MapReader map(root, context_);
  EXPECT_EQ(read_unit(map, "cap"), "");
  map.finish();
  EXPECT_NE(complaints().find("'unit' is missing"), std::string::npos);
}

}  // namespace
}  // namespace yidan::policy
