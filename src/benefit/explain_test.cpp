#include "benefit/explain.h"

#include <set>

#include <gtest/gtest.h>

#include "testing/values.h"

namespace yidan::benefit {
namespace {

using policy::kNoRule;

using testing::day;

// A step whose five arguments and output can be told apart in a sentence.
Step marked(StepKind kind) {
  Step step;
  step.kind = kind;
  step.inputs = 5;
  for (std::size_t i = 0; i < step.arguments.size(); ++i) {
    step.arguments[i] = Money::yuan(1111 * static_cast<std::int64_t>(i + 1));
  }
  step.output = Money::yuan(9999);
  return step;
}

// The slots that a sentence uses: '0' to '4', and '='.
std::set<char> slots_of(StepKind kind, Language language) {
  const std::string text = explain(marked(kind), language);
  std::set<char> slots;
  for (char slot = '0'; slot < '5'; ++slot) {
    if (text.find(to_text(Money::yuan(1111 * (slot - '0' + 1)))) != std::string::npos) slots.insert(slot);
  }
  if (text.find("9999.00") != std::string::npos) slots.insert('=');
  return slots;
}

TEST(Sentence, ExistsInBothLanguagesForEveryStep) {
  for (std::size_t i = 0; i < kStepKinds; ++i) {
    const Step step = marked(static_cast<StepKind>(i));
    const std::string zh = explain(step, Language::zh);
    const std::string en = explain(step, Language::en);
    EXPECT_FALSE(zh.empty() || en.empty()) << i;
    EXPECT_NE(zh, en) << i;
    for (const std::string& text : {zh, en}) EXPECT_EQ(text.find_first_of("{}"), std::string::npos) << text;
  }
}

TEST(Sentence, NamesTheSameNumbersInBothLanguages) {
  for (std::size_t i = 0; i < kStepKinds; ++i) {
    const auto kind = static_cast<StepKind>(i);
    EXPECT_EQ(slots_of(kind, Language::zh), slots_of(kind, Language::en)) << explain(marked(kind), Language::en);
  }
}

TEST(Sentence, UsesItsArgumentsWithoutAGap) {
  for (std::size_t i = 0; i < kStepKinds; ++i) {
    auto slots = slots_of(static_cast<StepKind>(i), Language::en);
    slots.erase('=');
    char next = '0';
    for (const char slot : slots) EXPECT_EQ(slot, next++) << explain(marked(static_cast<StepKind>(i)), Language::en);
  }
}

TEST(Sentence, HasANameWhereNoRuleStandsBehindIt) {
  for (std::size_t i = 0; i < kStepKinds; ++i) {
    const std::string_view name = rule_id(marked(static_cast<StepKind>(i)), {});
    EXPECT_FALSE(name.empty()) << i;
    EXPECT_EQ(name.find_first_not_of("abcdefghijklmnopqrstuvwxyz.-"), std::string_view::npos) << name;
  }
}

struct Shown {
  Argument argument;
  const char* zh;
  const char* en;
};

const std::vector<Shown> kShown{
    {Money::fen(80'000), "800.00", "800.00"},   {Rate::ppm(21'500), "2.15%", "2.15%"},
    {Points{Rate::ppm(25'000)}, "2.5", "2.5"},  {day("2023-03-05"), "2023-03-05", "2023-03-05"},
    {word(Status::retired), "退休", "retired"}, {Argument{}, "", ""},
};

TEST(Argument, IsShownAsWhatItIs) {
  for (const Shown& each : kShown) {
    EXPECT_EQ(to_text(each.argument, Language::zh), each.zh);
    EXPECT_EQ(to_text(each.argument, Language::en), each.en);
  }
}

TEST(Sentence, CarriesItsNumbers) {
  Steps steps;
  Recorder recorder(&steps);
  recorder.add(StepKind::ratio, kNoRule, Money::fen(38'350), Money::yuan(590), Rate::percent(65), Money::fen(38'350));
  EXPECT_EQ(explain(steps[0], Language::en), "pays 590.00 × 65% = 383.50 (half up to the fen)");
  EXPECT_EQ(explain(steps[0], Language::zh), "支付：590.00 × 65% = 383.50 元（四舍五入到分）");
}

TEST(Recorder, OfNoStepsRecordsNothing) {
  Recorder recorder(nullptr);
  recorder.add(StepKind::cash, kNoRule, {});
  recorder.also(3);
}

class Rules : public ::testing::Test {
 protected:
  Rules() {
    pool_.rules.resize(2);
    pool_.rules[0] = {.id = "x.deductible", .clauses = {"A", "B"}, .basis = Basis::published};
    pool_.rules[1] = {.id = "x.tilt-deductible", .clauses = {"B", "C"}, .basis = Basis::assumed};
    Recorder recorder(&steps_);
    recorder.add(StepKind::deductible_tilt, 0, {}, Money{}, Money{});
    recorder.also(1);
    recorder.add(StepKind::cash, kNoRule, {});
  }
  policy::Pool pool_;
  Steps steps_;
};

TEST_F(Rules, BehindAStepAreNamedWithEveryClauseOnce) {
  EXPECT_EQ(rule_id(steps_[0], pool_), "x.deductible");
  EXPECT_EQ(clauses_of(steps_[0], pool_), (std::vector<std::string_view>{"A", "B", "C"}));
  EXPECT_EQ(basis_of(steps_[0], pool_), Basis::assumed);
}

TEST_F(Rules, BehindAnAdditionAreNone) {
  EXPECT_EQ(rule_id(steps_[1], pool_), "cash");
  EXPECT_TRUE(clauses_of(steps_[1], pool_).empty());
  EXPECT_EQ(basis_of(steps_[1], pool_), Basis::cited);
}

TEST_F(Rules, BehindAReasonAreItsClauses) {
  const Reason reason{word(NoBenefit::during_stay), {1, kNoRule}};
  EXPECT_EQ(clauses_of(reason, pool_), (std::vector<std::string_view>{"B", "C"}));
  EXPECT_TRUE(clauses_of(Reason{word(NoBenefit::no_rule)}, pool_).empty());
}

TEST(Reason, SaysWhoBearsTheCostAndFromWhenCoverBegins) {
  Bill bill;
  const Reason reason{word(CoverReason::not_enrolled)};
  EXPECT_EQ(explain(reason, bill, Language::en), "not enrolled: the person bears the cost");
  EXPECT_EQ(explain(reason, bill, Language::zh), "未参保，费用由个人负担");
  bill.covered_from = day("2023-04-15");
  EXPECT_EQ(explain(reason, bill, Language::en), "not enrolled; cover begins on 2023-04-15: the person bears the cost");
  EXPECT_EQ(explain(reason, bill, Language::zh), "未参保；自 2023-04-15 起享受待遇，费用由个人负担");
}

}  // namespace
}  // namespace yidan::benefit
