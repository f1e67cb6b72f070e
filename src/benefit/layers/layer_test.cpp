#include "benefit/layers/layer.h"

#include <vector>

#include <gtest/gtest.h>

namespace yidan::benefit {
namespace {

using policy::DeductibleKind;
using policy::Schedule;

const Schedule kFlat{{Money{}, Rate::percent(60), 0}};
const Schedule kBrackets{{Money{}, Rate::percent(50), 0},
                         {Money::yuan(50'000), Rate::percent(60), 1},
                         {Money::yuan(100'000), Rate::percent(70), 2}};

// A layer without first self-pay, deductible, tilt or cap.
LayerRules plain(const Schedule& schedule) {
  LayerRules rules;
  rules.schedule = &schedule;
  return rules;
}

LayerRules with_deductible(DeductibleKind kind, std::int64_t yuan) {
  LayerRules rules = plain(kFlat);
  rules.has_deductible = true;
  rules.deductible_kind = kind;
  rules.deductible = Money::yuan(yuan);
  return rules;
}

std::string shown(const LayerResult& result) {
  std::string text;
  for (const Money each :
       {result.first_self_pay, result.net, result.deductible, result.counted, result.computed, result.paid}) {
    text += to_text(each) + " ";
  }
  return text;
}

// Yuan on the way in, the six columns on the way out: first self-pay, net, deductible, counted, computed, paid.
struct Payment {
  std::int64_t base;
  std::int64_t accumulated;
  std::int64_t absorbed;
  std::int64_t paid;
  const char* expected;
};

void check(const LayerRules& rules, const std::vector<Payment>& rows) {
  for (const Payment& row : rows) {
    const LayerState state{Money::yuan(row.accumulated), Money::yuan(row.absorbed), Money::yuan(row.paid)};
    EXPECT_EQ(shown(pay(rules, state, Money::yuan(row.base))), std::string(row.expected) + " ")
        << "base " << row.base << " after " << row.accumulated << ", " << row.absorbed << ", " << row.paid;
  }
}

TEST(Layer, PaysItsRatioOfTheBase) {
  check(plain(kFlat), {
                          {0, 0, 0, 0, "0.00 0.00 0.00 0.00 0.00 0.00"},
                          {1000, 0, 0, 0, "0.00 1000.00 0.00 1000.00 600.00 600.00"},
                          {1000, 5000, 300, 900, "0.00 1000.00 0.00 1000.00 600.00 600.00"},
                      });
}

TEST(FirstSelfPay, LeavesTheBaseBeforeAnythingElse) {
  LayerRules rules = with_deductible(DeductibleKind::absorbed, 500);
  rules.first_self_pay = Rate::percent(10);
  check(rules, {
                   {1000, 0, 0, 0, "100.00 900.00 500.00 400.00 240.00 240.00"},
                   {500, 0, 0, 0, "50.00 450.00 450.00 0.00 0.00 0.00"},
                   {1000, 0, 500, 0, "100.00 900.00 0.00 900.00 540.00 540.00"},
               });
}

TEST(FirstSelfPay, IsRoundedOncePerBill) {
  LayerRules rules = plain(kFlat);
  rules.first_self_pay = Rate::percent(10);
  EXPECT_EQ(pay(rules, {}, Money::fen(5)).first_self_pay, Money::fen(1));
  EXPECT_EQ(pay(rules, {}, Money::fen(4)).first_self_pay, Money{});
  EXPECT_EQ(pay(rules, {}, Money::fen(5)).net, Money::fen(4));
}

TEST(Deductible, PerYearTakesWhatEarlierBillsLeftOfIt) {
  check(with_deductible(DeductibleKind::absorbed, 500), {
                                                            {300, 0, 0, 0, "0.00 300.00 300.00 0.00 0.00 0.00"},
                                                            {300, 0, 300, 0, "0.00 300.00 200.00 100.00 60.00 60.00"},
                                                            {500, 0, 0, 0, "0.00 500.00 500.00 0.00 0.00 0.00"},
                                                            {600, 0, 500, 0, "0.00 600.00 0.00 600.00 360.00 360.00"},
                                                            {600, 9999, 0, 0, "0.00 600.00 500.00 100.00 60.00 60.00"},
                                                        });
}

// C03: 500 absorbed at level 1 leaves 300 at level 3, and 800 absorbed at level 3 nothing at level 1.
TEST(Deductible, IsSharedBetweenLevelsWithinTheYear) {
  check(with_deductible(DeductibleKind::absorbed, 800),
        {{1000, 0, 500, 0, "0.00 1000.00 300.00 700.00 420.00 420.00"}});
  check(with_deductible(DeductibleKind::absorbed, 500), {{1000, 0, 800, 0, "0.00 1000.00 0.00 1000.00 600.00 600.00"}});
}

TEST(Deductible, PerStayTakesWhatEarlierBillsOfTheStayLeftOfIt) {
  check(with_deductible(DeductibleKind::per_stay, 900),
        {
            {5000, 0, 0, 0, "0.00 5000.00 900.00 4100.00 2460.00 2460.00"},
            {5000, 0, 600, 0, "0.00 5000.00 300.00 4700.00 2820.00 2820.00"},
            {5000, 0, 900, 0, "0.00 5000.00 0.00 5000.00 3000.00 3000.00"},
            {400, 0, 0, 0, "0.00 400.00 400.00 0.00 0.00 0.00"},
        });
}

TEST(Deductible, AsAThresholdLooksAtTheYearsBase) {
  check(with_deductible(DeductibleKind::threshold, 10'000),
        {
            {4000, 0, 0, 0, "0.00 4000.00 4000.00 0.00 0.00 0.00"},
            {4000, 8000, 0, 0, "0.00 4000.00 2000.00 2000.00 1200.00 1200.00"},
            {4000, 10'000, 0, 0, "0.00 4000.00 0.00 4000.00 2400.00 2400.00"},
            {4000, 50'000, 0, 0, "0.00 4000.00 0.00 4000.00 2400.00 2400.00"},
            {10'000, 0, 0, 0, "0.00 10000.00 10000.00 0.00 0.00 0.00"},
            {0, 8000, 0, 0, "0.00 0.00 0.00 0.00 0.00 0.00"},
            // What was absorbed elsewhere does not matter to a threshold.
            {4000, 8000, 9999, 0, "0.00 4000.00 2000.00 2000.00 1200.00 1200.00"},
        });
}

// E08: with the key of this bill, also when an earlier one was settled under another threshold.
TEST(Deductible, AsAThresholdThatFellLetsThisBillAloneCount) {
  check(with_deductible(DeductibleKind::threshold, 5000),
        {{1000, 8000, 0, 0, "0.00 1000.00 0.00 1000.00 600.00 600.00"}});
}

TEST(Deductible, OfNothingTakesNothing) {
  for (const auto kind : {DeductibleKind::absorbed, DeductibleKind::per_stay, DeductibleKind::threshold}) {
    check(with_deductible(kind, 0), {{1000, 0, 0, 0, "0.00 1000.00 0.00 1000.00 600.00 600.00"}});
  }
}

TEST(Brackets, AreMarginalOverTheYearsBase) {
  check(plain(kBrackets), {
                              {50'000, 0, 0, 0, "0.00 50000.00 0.00 50000.00 25000.00 25000.00"},
                              {60'000, 0, 0, 0, "0.00 60000.00 0.00 60000.00 31000.00 31000.00"},
                              {120'000, 0, 0, 0, "0.00 120000.00 0.00 120000.00 69000.00 69000.00"},
                              {10'000, 45'000, 0, 0, "0.00 10000.00 0.00 10000.00 5500.00 5500.00"},
                              {10'000, 50'000, 0, 0, "0.00 10000.00 0.00 10000.00 6000.00 6000.00"},
                              {60'000, 45'000, 0, 0, "0.00 60000.00 0.00 60000.00 36000.00 36000.00"},
                              {10'000, 200'000, 0, 0, "0.00 10000.00 0.00 10000.00 7000.00 7000.00"},
                          });
}

// The bounds are absolute amounts of the base, as documents print them: "above the deductible, up to 50,000".
TEST(Brackets, BeginAboveTheThreshold) {
  LayerRules rules = with_deductible(DeductibleKind::threshold, 10'000);
  rules.schedule = &kBrackets;
  check(rules, {
                   {60'000, 0, 0, 0, "0.00 60000.00 10000.00 50000.00 26000.00 26000.00"},
                   {20'000, 5000, 0, 0, "0.00 20000.00 5000.00 15000.00 7500.00 7500.00"},
                   {20'000, 40'000, 0, 0, "0.00 20000.00 0.00 20000.00 11000.00 11000.00"},
               });
}

TEST(Brackets, PayTheSameInOneBillAsInMany) {
  const LayerRules rules = plain(kBrackets);
  Money together;
  for (std::int64_t before = 0; before < 150'000; before += 7500) {
    together += pay(rules, {.accumulated = Money::yuan(before)}, Money::yuan(7500)).paid;
  }
  EXPECT_EQ(together, pay(rules, {}, Money::yuan(150'000)).paid);
}

TEST(Brackets, AreRoundedOncePerLayer) {
  const Schedule halves{
      {Money{}, Rate::percent(50), 0}, {Money::fen(1), Rate::percent(50), 1}, {Money::fen(2), Rate::percent(50), 2}};
  EXPECT_EQ(pay(plain(halves), {}, Money::fen(3)).paid, Money::fen(2));
}

TEST(Tilt, RaisesEveryBracket) {
  LayerRules rules = plain(kBrackets);
  rules.tilt = Rate::percent(5);
  check(rules, {{120'000, 0, 0, 0, "0.00 120000.00 0.00 120000.00 75000.00 75000.00"}});
}

TEST(Tilt, NeverPaysMoreThanTheWhole) {
  const Schedule nearly{{Money{}, Rate::percent(90), 0}, {Money::yuan(100), Rate::percent(98), 1}};
  LayerRules rules = plain(nearly);
  rules.tilt = Rate::percent(5);
  EXPECT_EQ(rules.rate(0), Rate::percent(95));
  EXPECT_EQ(rules.rate(1), kWhole);
  check(rules, {{200, 0, 0, 0, "0.00 200.00 0.00 200.00 195.00 195.00"}});
}

TEST(Cap, LimitsWhatIsPaidInTheYear) {
  LayerRules rules = plain(kFlat);
  rules.has_cap = true;
  rules.cap = Money::yuan(1800);
  check(rules, {
                   {2000, 0, 0, 0, "0.00 2000.00 0.00 2000.00 1200.00 1200.00"},
                   {3000, 0, 0, 0, "0.00 3000.00 0.00 3000.00 1800.00 1800.00"},
                   {4000, 0, 0, 0, "0.00 4000.00 0.00 4000.00 2400.00 1800.00"},
                   {2000, 0, 0, 1000, "0.00 2000.00 0.00 2000.00 1200.00 800.00"},
                   {2000, 0, 0, 1800, "0.00 2000.00 0.00 2000.00 1200.00 0.00"},
                   // A cap that was lowered in the year takes nothing back.
                   {2000, 0, 0, 1900, "0.00 2000.00 0.00 2000.00 1200.00 0.00"},
               });
}

TEST(Cap, OfNothingPaysNothing) {
  LayerRules rules = plain(kFlat);
  rules.has_cap = true;
  check(rules, {{2000, 0, 0, 0, "0.00 2000.00 0.00 2000.00 1200.00 0.00"}});
}

TEST(Layer, ChainsAllItsPartsInOrder) {
  LayerRules rules = with_deductible(DeductibleKind::absorbed, 800);
  rules.first_self_pay = Rate::percent(10);
  rules.tilt = Rate::percent(5);
  rules.has_cap = true;
  rules.cap = Money::yuan(1800);
  check(rules, {{5000, 0, 300, 500, "500.00 4500.00 500.00 4000.00 2600.00 1300.00"}});
}

TEST(Layer, SettlesWhateverFits) {
  const LayerResult result = pay(plain(kFlat), {}, Money::max());
  EXPECT_EQ(result.computed, share(Money::max(), Rate::percent(60)));
  EXPECT_EQ(pay(plain(kBrackets), {}, Money::max()).net, Money::max());
}

TEST(Layer, ThatDoesNotFitTheYearIsAnError) {
  EXPECT_THROW((void)pay(plain(kBrackets), {.accumulated = Money::fen(1)}, Money::max()), Overflow);
  EXPECT_THROW((void)pay(with_deductible(DeductibleKind::threshold, 1), {.accumulated = Money::fen(1)}, Money::max()),
               Overflow);
}

}  // namespace
}  // namespace yidan::benefit
