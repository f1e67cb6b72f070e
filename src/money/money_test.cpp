#include "money/money.h"

#include <cstdint>
#include <functional>
#include <vector>

#include <gtest/gtest.h>

namespace yidan {
namespace {

constexpr Money kLeast = Money::fen(INT64_MIN);

TEST(Money, IsCountedInFen) {
  EXPECT_EQ(Money{}.in_fen(), 0);
  EXPECT_TRUE(Money{}.is_zero());
  EXPECT_EQ(Money::yuan(12), Money::fen(1200));
  EXPECT_EQ(Money::max().in_fen(), INT64_MAX);
  EXPECT_FALSE(Money::fen(-1).is_zero());
  EXPECT_LT(Money::fen(-1), Money{});
  EXPECT_GT(Money::fen(1), Money{});
}

struct Sum {
  std::int64_t a;
  std::int64_t b;
  std::int64_t sum;
};

const std::vector<Sum> kSums{
    {0, 0, 0},
    {1, 2, 3},
    {-1, 1, 0},
    {INT64_MAX, 0, INT64_MAX},
    {INT64_MAX - 1, 1, INT64_MAX},
    {INT64_MIN, 0, INT64_MIN},
    {INT64_MIN + 1, -1, INT64_MIN},
    {INT64_MAX, INT64_MIN, -1},
};

TEST(Money, AddsAndSubtractsExactly) {
  for (const auto& [a, b, sum] : kSums) {
    EXPECT_EQ(Money::fen(a) + Money::fen(b), Money::fen(sum)) << a << " + " << b;
    EXPECT_EQ(Money::fen(sum) - Money::fen(a), Money::fen(b)) << sum << " - " << a;
    Money counter = Money::fen(a);
    counter += Money::fen(b);
    EXPECT_EQ(counter, Money::fen(sum));
    counter -= Money::fen(b);
    EXPECT_EQ(counter, Money::fen(a));
  }
}

struct TooLarge {
  const char* what;
  std::function<Money()> compute;
};

const std::vector<TooLarge> kTooLarge{
    {"one fen above the most", [] { return Money::max() + Money::fen(1); }},
    {"twice the most", [] { return Money::max() + Money::max(); }},
    {"one fen below the least", [] { return kLeast + Money::fen(-1); }},
    {"one fen less than the least", [] { return kLeast - Money::fen(1); }},
    {"nothing less the least", [] { return Money{} - kLeast; }},
    {"the most less a negative fen", [] { return Money::max() - Money::fen(-1); }},
    {"a difference above the most", [] { return above(Money::max(), Money::fen(-1)); }},
};

TEST(Money, ThatDoesNotFitIsAnErrorAtBothEnds) {
  for (const TooLarge& each : kTooLarge) EXPECT_THROW((void)each.compute(), Overflow) << each.what;
}

TEST(Money, CounterKeepsItsValueWhenASumDoesNotFit) {
  Money counter = Money::max();
  EXPECT_THROW(counter += Money::fen(1), Overflow);
  EXPECT_EQ(counter, Money::max());
  counter = kLeast;
  EXPECT_THROW(counter -= Money::fen(1), Overflow);
  EXPECT_EQ(counter, kLeast);
}

TEST(Money, AboveIsWhatLiesOverTheOther) {
  EXPECT_EQ(above(Money::fen(5), Money::fen(3)), Money::fen(2));
  EXPECT_EQ(above(Money::fen(3), Money::fen(3)), Money{});
  EXPECT_EQ(above(Money::fen(3), Money::fen(5)), Money{});
  EXPECT_EQ(above(kLeast, Money::max()), Money{});
}

struct MoneyReading {
  std::string_view text;
  std::int64_t fen;
};

const std::vector<MoneyReading> kMoneyReadings{
    {"0", 0},        {"0.00", 0},         {"0.01", 1},
    {"1", 100},      {"1.5", 150},        {"1.50", 150},
    {"001.50", 150}, {"1234.56", 123456}, {"92233720368547758.07", INT64_MAX},
};

TEST(Money, IsReadFromDigitsWithAtMostTwoDecimals) {
  for (const MoneyReading& each : kMoneyReadings) {
    const auto money = parse_money(each.text);
    ASSERT_TRUE(money) << each.text;
    EXPECT_EQ(money->in_fen(), each.fen) << each.text;
  }
}

struct MoneyRefusal {
  std::string_view text;
  ErrorCode code;
  std::string_view says;
};

const std::vector<MoneyRefusal> kMoneyRefusals{
    {"", ErrorCode::invalid_value, "is not an amount"},
    {"-1.00", ErrorCode::invalid_value, "is not an amount"},
    {"+1.00", ErrorCode::invalid_value, "is not an amount"},
    {"1,234.00", ErrorCode::invalid_value, "is not an amount"},
    {"1.", ErrorCode::invalid_value, "is not an amount"},
    {".5", ErrorCode::invalid_value, "is not an amount"},
    {"1e2", ErrorCode::invalid_value, "is not an amount"},
    {" 1", ErrorCode::invalid_value, "is not an amount"},
    {"1.00元", ErrorCode::invalid_value, "is not an amount"},
    {"1.005", ErrorCode::invalid_value, "more than two decimals"},
    {"1.000", ErrorCode::invalid_value, "more than two decimals"},
    {"92233720368547758.08", ErrorCode::overflow, "too large"},
    {"100000000000000000000", ErrorCode::overflow, "too large"},
};

TEST(Money, RefusesEveryOtherTextAndSaysWhy) {
  for (const MoneyRefusal& each : kMoneyRefusals) {
    const auto money = parse_money(each.text);
    ASSERT_FALSE(money) << each.text;
    EXPECT_EQ(money.error().code, each.code) << each.text;
    EXPECT_NE(money.error().message.en.find(each.says), std::string::npos) << money.error().message.en;
    EXPECT_FALSE(money.error().message.zh.empty());
  }
}

// Whether the text is whole characters of UTF-8.
bool is_whole(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto lead = static_cast<unsigned char>(text[at]);
    const std::size_t length = lead < 0x80 ? 1 : lead < 0xC0 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    if (length == 0 || at + length > text.size()) return false;
    for (std::size_t i = 1; i < length; ++i) {
      if ((static_cast<unsigned char>(text[at + i]) & 0xC0U) != 0x80U) return false;
    }
    at += length;
  }
  return true;
}

TEST(Money, RefusalQuotesWholeCharactersOfALongText) {
  const auto money = parse_money("一千二百三十四元五角六分整（大写金额）");
  ASSERT_FALSE(money);
  EXPECT_TRUE(is_whole(money.error().message.zh)) << money.error().message.zh;
  EXPECT_TRUE(is_whole(money.error().message.en)) << money.error().message.en;
}

struct Writing {
  std::int64_t fen;
  std::string_view text;
  std::string_view grouped;
};

const std::vector<Writing> kWritings{
    {0, "0.00", "0.00"},
    {5, "0.05", "0.05"},
    {12345, "123.45", "123.45"},
    {123456, "1234.56", "1,234.56"},
    {99999999, "999999.99", "999,999.99"},
    {100000000, "1000000.00", "1,000,000.00"},
    {-5, "-0.05", "-0.05"},
    {-12345, "-123.45", "-123.45"},
    {-123456, "-1234.56", "-1,234.56"},
    {INT64_MAX, "92233720368547758.07", "92,233,720,368,547,758.07"},
    {INT64_MIN, "-92233720368547758.08", "-92,233,720,368,547,758.08"},
};

TEST(Money, IsWrittenWithTwoDecimalsAndGroupedForPeople) {
  for (const Writing& each : kWritings) {
    EXPECT_EQ(to_text(Money::fen(each.fen)), each.text);
    EXPECT_EQ(to_grouped_text(Money::fen(each.fen)), each.grouped);
    std::string out = ":";
    append(out, Money::fen(each.fen));
    EXPECT_EQ(out, ":" + std::string(each.text));
  }
}

TEST(Money, IsReadWithASignWhereItMayHaveOne) {
  EXPECT_EQ(*parse_signed_money("12.30"), Money::fen(1230));
  EXPECT_EQ(*parse_signed_money("-12.3"), Money::fen(-1230));
  for (const char* none : {"", "-", "--1", "+1", "- 1", "1-", "-1.234"}) EXPECT_FALSE(parse_signed_money(none)) << none;
  EXPECT_FALSE(parse_money("-1"));
}

}  // namespace
}  // namespace yidan
