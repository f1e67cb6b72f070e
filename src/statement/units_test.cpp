#include "statement/units.h"

#include <gtest/gtest.h>

namespace yidan::statement {
namespace {

TEST(Units, HaveTheDecimalsThatTheyNeed) {
  EXPECT_EQ(trimmed(20'000, kQuantityPlaces, 0), "2");
  EXPECT_EQ(trimmed(25'000, kQuantityPlaces, 0), "2.5");
  EXPECT_EQ(trimmed(1, kQuantityPlaces, 0), "0.0001");
  EXPECT_EQ(trimmed(0, kQuantityPlaces, 0), "0");
  EXPECT_EQ(trimmed(80'000'000, kPricePlaces, 2), "80.00");
  EXPECT_EQ(trimmed(123'456, kPricePlaces, 2), "0.123456");
  EXPECT_EQ(trimmed(0, kPricePlaces, 2), "0.00");
}

}  // namespace
}  // namespace yidan::statement
