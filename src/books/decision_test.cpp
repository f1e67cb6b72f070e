#include "books/decision.h"

#include <gtest/gtest.h>

namespace yidan::books {
namespace {

Part paying(std::int64_t fen, bool on_draft = false) {
  Part part{.on_draft = on_draft};
  part.position.move(Fund::employee_pooled, LedgerAccount::benefit_expense, "basic", LedgerAccount::provider_payable,
                     "H1", Money::fen(fen));
  return part;
}

TEST(Outcome, ThePostingIsWhatThePartsSayLessWhatTheySaid) {
  Outcome outcome;
  Part one = paying(100);
  Part other;
  outcome.move(paying(30), one);
  outcome.move(paying(50), other);
  EXPECT_EQ(outcome.posting, paying(-20).position);
  EXPECT_EQ(one.position, paying(30).position);
  outcome.move({}, one);
  outcome.move({}, other);
  EXPECT_EQ(outcome.posting, paying(-100).position);
}

TEST(Outcome, OnlyWhatMovesOnTheStrengthOfADraftRestsOnIt) {
  Part part = paying(100);
  Outcome still;
  still.move(paying(100, true), part);
  EXPECT_FALSE(still.rests_on_draft);
  EXPECT_TRUE(part.on_draft);
  Outcome taken_back;
  taken_back.move({}, part);
  EXPECT_FALSE(taken_back.rests_on_draft);
  Outcome moved;
  moved.move(paying(10, true), part);
  EXPECT_TRUE(moved.rests_on_draft);
  Part more;
  moved.move(paying(1), more);
  EXPECT_TRUE(moved.rests_on_draft);
}

}  // namespace
}  // namespace yidan::books
