// A lemma that nothing breaks says nothing: wrong layers, as an engine that is wrong would have them, are seen.
#include "prove/lemmas.h"

#include <gtest/gtest.h>

#include "prove/compose.h"

namespace yidan::prove {
namespace {

using benefit::kernel::Base;
using benefit::kernel::Deductible;

class LemmasTest : public ::testing::Test {
 protected:
  std::unique_ptr<Solver> z3_ = z3_solver(5000);
  Remembering solver_{*z3_};
  Composition composition_{solver_};

  static FlatLayer basic() {
    FlatLayer layer;
    layer.kind = Deductible::absorbed;
    layer.deductible = 50'000;
    layer.ppm[0] = 700'000;
    layer.cap = 200'000;
    layer.deductible_counter = 1;
    layer.base_counter = 2;
    layer.paid_counter = layer.cap_counters[0] = 3;
    layer.is_first = true;
    return layer;
  }
  static FlatLayer later() {
    FlatLayer layer = basic();
    layer.base = Base::burden;
    layer.is_first = false;
    layer.kind = Deductible::threshold;
    layer.deductible_counter = 0;
    layer.base_counter = 4;
    layer.paid_counter = layer.cap_counters[0] = 5;
    return layer;
  }
};

TEST_F(LemmasTest, HoldOfSoundLayers) {
  EXPECT_TRUE(composition_.lemmas().steps(basic()));
  EXPECT_TRUE(composition_.within({basic(), later()}));
  EXPECT_TRUE(composition_.monotone({basic(), later()}));
  EXPECT_TRUE(composition_.leaves_something({basic(), later()}));
}

TEST_F(LemmasTest, SeeALayerThatPaysMoreThanItsBase) {
  FlatLayer wrong = basic();
  wrong.ppm[0] = 1'100'000;
  EXPECT_FALSE(composition_.lemmas().steps(wrong));
  EXPECT_FALSE(composition_.within({wrong}));
}

TEST_F(LemmasTest, SeeALayerOfWhichABracketTakesBack) {
  FlatLayer wrong = basic();
  wrong.brackets = 2;
  wrong.above[1] = 100'000;
  wrong.ppm[1] = -200'000;
  EXPECT_FALSE(composition_.lemmas().steps(wrong));
  EXPECT_FALSE(composition_.monotone({wrong}));
}

TEST_F(LemmasTest, SeeAFirstSelfPayAboveTheWhole) {
  FlatLayer wrong = basic();
  wrong.first_self_pay_ppm = 1'200'000;
  EXPECT_FALSE(composition_.lemmas().steps(wrong));
}

TEST_F(LemmasTest, SeeTwoLayersThatPayOfTheSame) {
  FlatLayer again = later();
  again.base = Base::policy_scope;
  EXPECT_FALSE(composition_.within({basic(), again})) << "both take the whole scope";
}

TEST_F(LemmasTest, SeeALayerThatReadsWhatAnEarlierOneWrites) {
  FlatLayer sharing = later();
  sharing.cap_counters[1] = basic().paid_counter;
  EXPECT_FALSE(reads_no_writes({basic(), sharing}));
  EXPECT_FALSE(composition_.monotone({basic(), sharing})) << "the counters are no longer the same";
}

TEST_F(LemmasTest, SeeALayerThatLeavesNothing) {
  FlatLayer wrong = later();
  wrong.ppm[0] = 1'000'000;
  wrong.deductible = 0;
  wrong.cap = INT64_MAX;
  EXPECT_FALSE(composition_.leaves_something({basic(), wrong}));
}

TEST_F(LemmasTest, CompareTwoLayersPartByPart) {
  FlatLayer better = basic();
  better.deductible = 40'000;
  EXPECT_EQ(composition_.lemmas().no_worse(better, {}, basic(), {}), (NoWorse{true, true, true, true}));
  const NoWorse worse = composition_.lemmas().no_worse(basic(), {}, better, {});
  EXPECT_FALSE(worse.deductible);
  EXPECT_FALSE(worse.paid);
  EXPECT_TRUE(composition_.at_least({better, later()}, {}, {basic(), later()}, {}));
  EXPECT_FALSE(composition_.at_least({basic(), later()}, {}, {better, later()}, {}));
}

}  // namespace
}  // namespace yidan::prove
