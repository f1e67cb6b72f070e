#include "reconciliation/compare.h"

#include <algorithm>
#include <map>
#include <random>

#include <gtest/gtest.h>

namespace yidan::reconciliation {
namespace {

Entry entry(std::string settlement, EntryState state, std::int64_t fen) {
  Entry made{.settlement = settlement, .visit = "M" + settlement, .state = state};
  made.columns.set(StatementColumn::total, Money::fen(fen));
  made.columns.set(StatementColumn::funds, Money::fen(fen / 2));
  return made;
}
Entry settled(std::string settlement, std::int64_t fen = 1000) {
  return entry(std::move(settlement), EntryState::settled, fen);
}
// As the books have it: under a number of its own, every amount negated.
Entry taken_back(std::string settlement, std::string number, std::int64_t fen = 1000) {
  Entry made = entry(std::move(settlement), EntryState::taken_back, -fen);
  made.number = std::move(number);
  return made;
}
// As an institution tells it, which knows its number alone.
Entry told_back(std::string number, std::int64_t fen = 1000) {
  return entry(std::move(number), EntryState::taken_back, -fen);
}

std::vector<Difference> compared(std::vector<Entry> ours, std::vector<Entry> theirs) {
  return differences(ours, theirs);
}

TEST(Differences, AreNoneOfAStatementWithItself) {
  const std::vector<Entry> statement{settled("S1"), settled("S2"), taken_back("S2", "R2"), taken_back("S0", "R0")};
  EXPECT_TRUE(compared(statement, statement).empty());
  EXPECT_TRUE(compared({}, {}).empty());
}

TEST(Differences, NameWhatIsMissingOnEitherSide) {
  const auto found = compared({settled("S1"), settled("S2")}, {settled("S2"), settled("S3")});
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].cause, DifferenceCause::missing_there);
  EXPECT_EQ(found[0].settlement, "S1");
  EXPECT_FALSE(found[0].theirs);
  EXPECT_EQ(found[1].cause, DifferenceCause::missing_here);
  EXPECT_EQ(found[1].visit, "MS3");
  EXPECT_FALSE(found[1].ours);
}

TEST(Differences, NameTheColumnsWithBothValues) {
  const auto found = compared({settled("S1", 1000)}, {settled("S1", 1001)});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].cause, DifferenceCause::amount);
  const std::vector<Mismatch> expected{{StatementColumn::total, Money::fen(1000), Money::fen(1001)}};
  EXPECT_EQ(found[0].columns, expected);
}

TEST(Differences, LeaveColumnsAloneThatOneSideDoesNotTell) {
  Entry ours = settled("S1");
  ours.columns.set(StatementColumn::cash, Money::fen(500));
  EXPECT_TRUE(compared({ours}, {settled("S1")}).empty());
  Entry theirs = settled("S1");
  theirs.columns.set(StatementColumn::cash, Money());
  EXPECT_EQ(compared({ours}, {theirs}).size(), 1U);
}

TEST(Differences, NameTheStateWhereOneSideAloneTookItBack) {
  auto found = compared({settled("S1"), taken_back("S1", "R1")}, {settled("S1")});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].cause, DifferenceCause::state);
  EXPECT_EQ(found[0].ours->state, EntryState::taken_back);
  EXPECT_EQ(found[0].theirs->state, EntryState::settled);
  found = compared({settled("S1")}, {settled("S1"), told_back("S1")});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].cause, DifferenceCause::state);
  EXPECT_EQ(found[0].theirs->state, EntryState::taken_back);
}

TEST(Differences, KnowAReversedSettlementThatIsToldAsSettled) {
  const Entry reversed = entry("S1", EntryState::reversed, 1000);
  const auto found = compared({reversed}, {settled("S1")});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].cause, DifferenceCause::state);
  EXPECT_EQ(found[0].ours->state, EntryState::reversed);
  EXPECT_TRUE(compared({reversed}, {}).empty());
}

TEST(Differences, TakeBothWaysOfTellingWhatWasTakenBack) {
  const std::vector<Entry> ours{settled("S1"), taken_back("S1", "R1")};
  EXPECT_TRUE(compared(ours, {settled("S1"), told_back("R1")}).empty()) << "two entries, each with its number";
  EXPECT_TRUE(compared(ours, {settled("S1"), told_back("S1")}).empty()) << "two entries of one number";
  EXPECT_TRUE(compared(ours, {told_back("S1", -1000)}).empty()) << "one entry that is marked";
  EXPECT_EQ(compared(ours, {told_back("S1", 1001)}).size(), 1U) << "with other amounts";
}

TEST(Differences, FindTheSettlementByItsVisitWhereANumberIsNotKnown) {
  Entry invented = told_back("R9");
  invented.visit = "MS1";
  const auto found = compared({settled("S1")}, {settled("S1"), invented});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].cause, DifferenceCause::state);
  EXPECT_EQ(found[0].settlement, "S1");
}

TEST(Differences, KnowWhatWasSettledOnAnotherDay) {
  EXPECT_EQ(compared({taken_back("S1", "R1")}, {}).front().cause, DifferenceCause::missing_there);
  EXPECT_EQ(compared({}, {told_back("R1")}).front().cause, DifferenceCause::missing_here);
  EXPECT_EQ(compared({taken_back("S1", "R1")}, {settled("S1")}).front().cause, DifferenceCause::state);
}

TEST(Repeated, IsTheFirstEntryThatSaysTheSameAgain) {
  EXPECT_FALSE(repeated(std::vector{settled("S1"), told_back("S1"), settled("S2")}));
  EXPECT_EQ(repeated(std::vector{settled("S2"), settled("S1"), settled("S3"), settled("S1"), settled("S2")}), 3U);
}

// Any statement, changed in some settlements in some way: those and no others are found, each with its cause.
TEST(Differences, AreExactlyThoseThatWerePlanted) {
  for (unsigned seed = 1; seed <= 200; ++seed) {
    std::mt19937 random(seed);
    const auto draw = [&random](unsigned below) { return static_cast<unsigned>(random() % below); };
    std::vector<Entry> ours;
    std::vector<Entry> theirs;
    std::map<std::string, DifferenceCause> planted;
    const unsigned size = draw(60);
    for (unsigned i = 0; i < size; ++i) {
      const std::string id = "S" + std::to_string(draw(1'000'000) * 100 + i);
      const Entry one = settled(id, 2 * draw(100'000));
      const bool was_taken_back = draw(4) == 0;
      Entry back = taken_back(id, "R" + id);
      back.columns = one.columns;
      ours.push_back(one);
      if (was_taken_back) ours.push_back(back);
      const unsigned way = draw(12);
      if (way == 0) {  // forgotten
        planted[id] = DifferenceCause::missing_there;
        continue;
      }
      Entry told = one;
      if (way == 1) {  // a fen off
        told.columns.set(StatementColumn::total, one.columns.of(StatementColumn::total) + Money::fen(1));
        planted[id] = DifferenceCause::amount;
      }
      theirs.push_back(told);
      const bool is_told_back = was_taken_back != (way == 2);
      if (way == 2) planted[id] = DifferenceCause::state;
      if (is_told_back) {
        Entry mark = told_back(draw(2) == 0 && was_taken_back ? "R" + id : id);
        mark.columns = one.columns;
        theirs.push_back(mark);
      }
      if (way == 3) {
        theirs.push_back(settled("X" + id));
        planted["X" + id] = DifferenceCause::missing_here;
      }
    }
    std::ranges::shuffle(ours, random);
    std::ranges::shuffle(theirs, random);
    std::map<std::string, DifferenceCause> found;
    for (const Difference& each : compared(ours, theirs)) found[each.settlement] = each.cause;
    EXPECT_EQ(found, planted) << "seed " << seed;
  }
}

}  // namespace
}  // namespace yidan::reconciliation
