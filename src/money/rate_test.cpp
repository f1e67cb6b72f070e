#include "money/rate.h"

#include <cstdint>
#include <vector>

#include <gtest/gtest.h>

namespace yidan {
namespace {

struct RateReading {
  std::string_view text;
  std::int32_t ppm;
  std::string_view written;
};

const std::vector<RateReading> kRateReadings{
    {"0%", 0, "0%"},
    {"0.0001%", 1, "0.0001%"},
    {"2.15%", 21'500, "2.15%"},
    {"33.3333%", 333'333, "33.3333%"},
    {"70%", 700'000, "70%"},
    {"70.0000%", 700'000, "70%"},
    {"070%", 700'000, "70%"},
    {"100%", 1'000'000, "100%"},
    {"400%", 4'000'000, "400%"},
    {"2000%", 20'000'000, "2000%"},
};

TEST(Rate, IsReadExactlyInMillionths) {
  for (const RateReading& each : kRateReadings) {
    const auto rate = parse_rate(each.text);
    ASSERT_TRUE(rate) << each.text;
    EXPECT_EQ(rate->in_ppm(), each.ppm) << each.text;
    EXPECT_EQ(to_text(*rate), each.written);
  }
}

struct RateRefusal {
  std::string_view text;
  std::string_view says;
};

const std::vector<RateRefusal> kRateRefusals{
    {"33.33333%", "is inexact"}, {"70.00000%", "is inexact"},     {"0.00001%", "is inexact"},
    {"", "is not a rate"},       {"%", "is not a rate"},          {"70", "is not a rate"},
    {"0.7", "is not a rate"},    {"70 %", "is not a rate"},       {" 70%", "is not a rate"},
    {"70%%", "is not a rate"},   {"70％", "is not a rate"},       {"-5%", "is not a rate"},
    {"5.%", "is not a rate"},    {"2000.0001%", "is not a rate"}, {"99999999999999999999%", "is not a rate"},
};

TEST(Rate, RefusesWhatIsNoRateOrNotExact) {
  for (const RateRefusal& each : kRateRefusals) {
    const auto rate = parse_rate(each.text);
    ASSERT_FALSE(rate) << each.text;
    EXPECT_EQ(rate.error().code, ErrorCode::invalid_value);
    EXPECT_NE(rate.error().message.en.find(each.says), std::string::npos) << rate.error().message.en;
    EXPECT_FALSE(rate.error().message.zh.empty());
  }
}

TEST(Rate, IsComparedAndMadeFromWholePercents) {
  EXPECT_EQ(Rate::percent(70), Rate::ppm(700'000));
  EXPECT_EQ(Rate{}, Rate::percent(0));
  EXPECT_EQ(kWhole, Rate::percent(100));
  EXPECT_LT(Rate::percent(65), Rate::ppm(650'001));
}

struct Share {
  std::int64_t fen;
  std::int32_t ppm;
  std::int64_t share;
};

const std::vector<Share> kShares{
    {0, 700'000, 0},
    {1, 0, 0},
    // Just below, at and just above half a fen.
    {1, 499'999, 0},
    {1, 500'000, 1},
    {1, 500'001, 1},
    {3, 500'000, 2},
    {5, 500'000, 3},
    {33, 50'000, 2},
    {10, 50'000, 1},
    {9, 50'000, 0},
    {101, 650'000, 66},
    {100, 655'000, 66},
    {100, 645'000, 65},
    {100, 644'999, 64},
    {59'000, 650'000, 38'350},
    {139'000, 21'500, 2'989},
    {7, 142'857, 1},
    // Products beyond 64 bits whose share fits.
    {INT64_MAX, 1'000'000, INT64_MAX},
    {INT64_MAX, 1, 9'223'372'036'855},
    {INT64_MAX, 500'000, 4'611'686'018'427'387'904},
    {INT64_MAX, 999'999, 9'223'362'813'482'738'952},
    {INT64_MAX / 2, 2'000'000, INT64_MAX - 1},
    {INT64_MAX / 20, 20'000'000, INT64_MAX / 20 * 20},
};

TEST(Share, IsRoundedHalfUpToTheFen) {
  for (const auto& [fen, ppm, expected] : kShares) {
    EXPECT_EQ(share(Money::fen(fen), Rate::ppm(ppm)).in_fen(), expected) << fen << " x " << ppm << " ppm";
  }
}

TEST(Share, OfTheWholeIsTheWholeAndTwoHalvesLoseNothing) {
  for (std::int64_t fen = 0; fen < 2'000; ++fen) {
    const Money money = Money::fen(fen);
    EXPECT_EQ(share(money, kWhole), money);
    EXPECT_EQ(share(money, Rate{}), Money{});
    EXPECT_EQ(share(money, Rate::percent(50)).in_fen(), (fen + 1) / 2);
  }
}

TEST(Share, ThatDoesNotFitIsAnError) {
  EXPECT_THROW((void)share(Money::max(), Rate::ppm(1'000'001)), Overflow);
  EXPECT_THROW((void)share(Money::max(), Rate::percent(2000)), Overflow);
  EXPECT_THROW((void)share(Money::fen(INT64_MAX / 2 + 1), Rate::percent(200)), Overflow);
}

TEST(Rounding, IsDoneOnceOnTheExactSum) {
  // Three brackets of half a fen each are one fen and a half, not three fen.
  const Exact sum = exact(Money::fen(1), Rate::percent(50)) * 3;
  EXPECT_EQ(round_half_up(sum), Money::fen(2));
}

TEST(Rounding, HoldsUpToTheLargestAmount) {
  const Exact largest = exact(Money::max(), kWhole);
  EXPECT_EQ(round_half_up(largest), Money::max());
  EXPECT_EQ(round_half_up(largest + 499'999), Money::max());
  EXPECT_THROW((void)round_half_up(largest + 500'000), Overflow);
}

}  // namespace
}  // namespace yidan
