#include "policy/quantity.h"

#include <gtest/gtest.h>

#include "testing/values.h"

namespace yidan::policy {
namespace {

using Unit = Quantity::Unit;

TEST(Quantity, IsWrittenInItsUnit) {
  EXPECT_EQ(to_text(Quantity::of(Money::fen(169'662))), "1696.62");
  EXPECT_EQ(to_text(Quantity::of(Rate::percent(70))), "70%");
  EXPECT_EQ(to_text(Quantity::of(Rate::ppm(21'500))), "2.15%");
  EXPECT_EQ(to_text(Quantity(Unit::share, 1'800'000, 3)), "60%");
  EXPECT_EQ(to_text(Quantity(Unit::share, 2'150'000, 3)), "71.67%");
  EXPECT_EQ(to_text(Quantity(Unit::points, 50'000)), "5 points");
  EXPECT_EQ(to_text(Quantity(Unit::points, -142'000)), "-14.2 points");
  EXPECT_EQ(to_text(Quantity(Unit::times, 641, 320)), "2.003125");
  EXPECT_EQ(to_text(Quantity(Unit::months, 360)), "360 months");
  EXPECT_EQ(to_text(Quantity::count(2)), "2");
  EXPECT_EQ(to_text(Quantity::on(testing::day("2022-12-31"))), "2022-12-31");
  EXPECT_EQ(to_text(Quantity::without_limit()), "none");
}

TEST(Quantity, IsReadAsItIsWritten) {
  for (const char* text : {"200.00", "50%", "2.15%", "5 points", "360 months", "3", "2022-12-31", "none"}) {
    const auto read = parse_quantity(text);
    ASSERT_TRUE(read.has_value()) << text;
    EXPECT_EQ(to_text(*read), text);
  }
  EXPECT_EQ(parse_quantity("2 times").value(), Quantity(Unit::times, 641 * 2, 641));
}

TEST(Quantity, ThatIsNoneIsRefusedWithTheForms) {
  for (const char* text : {"", "about 70%", "70 %", "-1", "1e3", "2022-13-01", "5points", "1.005"}) {
    const auto read = parse_quantity(text);
    ASSERT_FALSE(read.has_value()) << text;
    EXPECT_NE(read.error().message.en.find("360 months"), std::string::npos);
  }
}

TEST(Quantity, IsComparedExactly) {
  EXPECT_LT(Quantity(Unit::share, 59'999'000'000, 100'000), Quantity::of(Rate::percent(60)));
  EXPECT_EQ(Quantity(Unit::times, 640, 320), Quantity(Unit::times, 2));
  EXPECT_GT(Quantity(Unit::times, 641, 320), Quantity(Unit::times, 2));
  EXPECT_GT(Quantity::without_limit(), Quantity::of(Money::yuan(1'000'000)));
  EXPECT_EQ(Quantity::without_limit(), Quantity::without_limit());
  EXPECT_FALSE(Quantity::of(Money{}).is_like(Quantity::of(Rate{})));
}

TEST(Quantity, HasATolerance) {
  const Quantity about = Quantity::of(Rate::percent(70));
  const Quantity points(Unit::points, 50'000);
  EXPECT_EQ(about.lowered_by(points), Quantity::of(Rate::percent(65)));
  EXPECT_EQ(about.raised_by(points), Quantity::of(Rate::percent(75)));
  const Quantity wage = Quantity::of(Money::fen(67'864'800));
  const Quantity tenth = Quantity::of(Rate::percent(10));
  EXPECT_EQ(to_text(wage.lowered_by(tenth)), "610783.20");
  EXPECT_EQ(to_text(wage.raised_by(tenth)), "746512.80");
  EXPECT_EQ(Quantity::without_limit().lowered_by(tenth), Quantity::without_limit());
}

}  // namespace
}  // namespace yidan::policy
