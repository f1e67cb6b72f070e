#include "prove/expression.h"

#include <gtest/gtest.h>

namespace yidan::prove {
namespace {

TEST(Expression, AddsAndTakesAwayTermByTerm) {
  const Linear a = 3 * Linear::of(0) + Linear::of(2) + 5;
  const Linear b = 2 * Linear::of(0) + Linear::of(1);
  EXPECT_EQ(value_of(a + b, {10, 20, 30}), 10 * 5 + 20 + 30 + 5);
  EXPECT_EQ(a - a, Linear());
  EXPECT_TRUE((a - a).is_constant());
}

TEST(Expression, RoundsHalfUp) {
  Program program;
  const Linear x = program.input();
  const Linear half = program.rounded(500'000 * x, 1'000'000);
  const Linear third = program.rounded(x, 3);
  EXPECT_EQ(value_of(half, program.evaluate({3})), 2);
  EXPECT_EQ(value_of(third, program.evaluate({4})), 1);
  EXPECT_EQ(value_of(third, program.evaluate({5})), 2);
}

TEST(Expression, ReducesARateAndFoldsWhatIsKnown) {
  Program program;
  const Linear x = program.input();
  EXPECT_EQ(program.rounded(1'000'000 * x, 1'000'000), x) << "the whole needs no quotient";
  EXPECT_EQ(program.above(7, 3), Linear(4));
  EXPECT_EQ(program.minimum(x, x + 1), x);
  EXPECT_EQ(program.rounded(700'000 * x, 1'000'000), program.rounded(7 * x, 10)) << "equal definitions are one";
  EXPECT_NE(program.smtlib({}, Numbers::whole).find("(* 10 v1)"), std::string::npos);
}

TEST(Expression, IsALinearProgramWithoutRoundingWhereItIsExact) {
  Program program;
  const Linear x = program.input(100);
  const Linear share = program.rounded(7 * x, 10);
  const std::string text = program.smtlib({{greater(share, 3), at_least(0, x)}}, Numbers::exact);
  EXPECT_EQ(text,
            "(set-logic QF_LRA)\n(declare-const v0 Real)\n(assert (>= v0 0))\n(assert (<= v0 100))\n"
            "(declare-const v1 Real)\n(assert (= (* 10 v1) (* 7 v0)))\n"
            "(assert (or (> (+ v1 (- 3)) 0) (>= (* (- 1) v0) 0)))\n(check-sat)\n");
}

}  // namespace
}  // namespace yidan::prove
