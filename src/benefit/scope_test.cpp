#include "benefit/scope.h"

#include <gtest/gtest.h>

#include "testing/values.h"

namespace yidan::benefit {
namespace {

using policy::Cell;
using policy::Dimension;
using policy::Table;

using testing::day;

// A pool in which every cause but illness is never payable, and the classes have rules 10, 11, 12.
policy::Pool pool_with_scope() {
  policy::Pool pool;
  std::vector<Cell> causes(count_of<Cause>);
  for (std::size_t i = 1; i < causes.size(); ++i) causes[i] = {0, static_cast<policy::RuleId>(i), Cell::Kind::word};
  pool.not_payable = Table({Dimension::cause}, {day("2000-01-01")}, causes);
  pool.classes = Table({Dimension::line_class}, {day("2000-01-01")},
                       {{0, 10, Cell::Kind::word}, {0, 11, Cell::Kind::word}, {0, 12, Cell::Kind::word}});
  return pool;
}

FeeLine line_a(std::int64_t fen, std::int64_t over = 0) {
  return {.line_class = LineClass::a, .price = Money::fen(fen), .over_limit = Money::fen(over)};
}
FeeLine line_b(std::int64_t fen, Rate first, std::int64_t over = 0) {
  return {
      .line_class = LineClass::b, .price = Money::fen(fen), .over_limit = Money::fen(over), .self_pay_first = first};
}
FeeLine line_c(std::int64_t fen) {
  return {.line_class = LineClass::c, .price = Money::fen(fen), .self_pay_first = kWhole};
}
FeeLine because(Cause cause, FeeLine line) {
  line.cause = cause;
  return line;
}

Encounter visit_of(std::vector<FeeLine> lines, Cause cause = Cause::illness) {
  Encounter encounter;
  encounter.date = day("2023-03-05");
  encounter.cause = cause;
  encounter.lines = std::move(lines);
  return encounter;
}

struct Classified {
  const char* what;
  Encounter encounter;
  // In fen: total, not payable, outside the catalogue, over the limit, self-pay first, policy scope.
  std::array<std::int64_t, 6> expected;
};

const std::vector<Classified> kRows{
    {"nothing", visit_of({}), {0, 0, 0, 0, 0, 0}},
    {"class A", visit_of({line_a(1000)}), {1000, 0, 0, 0, 0, 1000}},
    {"class A over the limit", visit_of({line_a(1000, 400)}), {1000, 0, 0, 400, 0, 600}},
    {"class B", visit_of({line_b(1000, Rate::percent(10))}), {1000, 0, 0, 0, 100, 900}},
    {"class B: the share of what remains",
     visit_of({line_b(1000, Rate::percent(10), 400)}),
     {1000, 0, 0, 400, 60, 540}},
    {"class B without share", visit_of({line_b(1000, Rate{})}), {1000, 0, 0, 0, 0, 1000}},
    {"class B borne whole", visit_of({line_b(1000, kWhole)}), {1000, 0, 0, 0, 1000, 0}},
    {"class C", visit_of({line_c(1000)}), {1000, 0, 1000, 0, 0, 0}},
    {"once per line", visit_of({line_b(5, Rate::percent(10)), line_b(5, Rate::percent(10))}), {10, 0, 0, 0, 2, 8}},
    {"all", visit_of({line_a(1000, 100), line_b(200, Rate::percent(5)), line_c(30)}), {1230, 0, 30, 100, 10, 1090}},
    {"a line's cause", visit_of({line_a(1000), because(Cause::check_up, line_c(30))}), {1030, 30, 0, 0, 0, 1000}},
    {"a cause before the class",
     visit_of({line_a(1000), because(Cause::wellness, line_b(200, Rate::percent(10), 50))}),
     {1200, 200, 0, 0, 0, 1000}},
    {"the encounter's cause", visit_of({line_a(1000, 100), line_c(30)}, Cause::work_injury), {1030, 1030, 0, 0, 0, 0}},
};

TEST(Scope, IsTheTotalLessWhatNoLayerWorksOn) {
  const policy::Pool pool = pool_with_scope();
  for (const Classified& row : kRows) {
    const ScopeAmounts found = classify(pool, row.encounter);
    const std::array<std::int64_t, 6> fen{
        found.total.in_fen(),      found.not_payable.in_fen(),    found.outside_catalogue.in_fen(),
        found.over_limit.in_fen(), found.self_pay_first.in_fen(), found.policy_scope.in_fen()};
    EXPECT_EQ(fen, row.expected) << row.what;
    EXPECT_EQ(found.policy_scope,
              found.total - found.not_payable - found.outside_catalogue - found.over_limit - found.self_pay_first)
        << row.what;
  }
}

TEST(Scope, ThatDoesNotFitIsAnError) {
  const policy::Pool pool = pool_with_scope();
  EXPECT_EQ(classify(pool, visit_of({line_a(INT64_MAX)})).policy_scope, Money::max());
  EXPECT_THROW((void)classify(pool, visit_of({line_a(INT64_MAX), line_a(1)})), Overflow);
  EXPECT_THROW((void)classify(pool, visit_of({line_a(INT64_MAX), line_c(1)})), Overflow);
}

TEST(Cause, OfTheWholeBillIsTheEncountersOrEveryLines) {
  const policy::Pool pool = pool_with_scope();
  EXPECT_EQ(whole_cause(pool, visit_of({line_a(1)})), Cause::illness);
  EXPECT_EQ(whole_cause(pool, visit_of({})), Cause::illness);
  EXPECT_EQ(whole_cause(pool, visit_of({line_a(1)}, Cause::abroad)), Cause::abroad);
  EXPECT_EQ(whole_cause(pool, visit_of({because(Cause::check_up, line_a(1)), line_a(1)})), Cause::illness);
  EXPECT_EQ(whole_cause(pool, visit_of({because(Cause::check_up, line_a(1)), because(Cause::wellness, line_c(1))})),
            Cause::check_up);
}

TEST(Cause, HasTheRuleOfItsDay) {
  const policy::Pool pool = pool_with_scope();
  EXPECT_EQ(not_payable_rule(pool, Cause::illness, day("2023-03-05")), policy::kNoRule);
  EXPECT_EQ(not_payable_rule(pool, Cause::abroad, day("2023-03-05")), static_cast<policy::RuleId>(Cause::abroad));
  EXPECT_EQ(not_payable_rule(pool, Cause::abroad, day("1999-12-31")), policy::kNoRule);
}

std::vector<std::pair<StepKind, policy::RuleId>> steps_of(const Encounter& encounter) {
  const policy::Pool pool = pool_with_scope();
  Steps steps;
  Recorder recorder(&steps);
  record_scope(pool, encounter, classify(pool, encounter), recorder);
  std::vector<std::pair<StepKind, policy::RuleId>> found;
  for (const Step& step : steps) found.emplace_back(step.kind, step.rules[0]);
  return found;
}

TEST(ScopeSteps, NameTheRuleOfEveryPartThatIsThere) {
  using enum StepKind;
  EXPECT_EQ(steps_of(visit_of({line_a(1000)})), (std::vector<std::pair<StepKind, policy::RuleId>>{{policy_scope, 10}}));
  EXPECT_EQ(steps_of(visit_of(
                {line_a(1000, 100), line_b(200, Rate::percent(5)), line_c(30), because(Cause::check_up, line_a(1))})),
            (std::vector<std::pair<StepKind, policy::RuleId>>{
                {not_payable_part, static_cast<policy::RuleId>(Cause::check_up)},
                {outside_catalogue, 12},
                {over_limit, 10},
                {self_pay_first, 11},
                {policy_scope, 10}}));
}

}  // namespace
}  // namespace yidan::benefit
