#include "policy/year_day.h"

#include <gtest/gtest.h>

#include "policy/table.h"
#include "testing/values.h"

namespace yidan::policy {
namespace {

using testing::day;

TEST(YearDay, IsADayOfEachYear) {
  EXPECT_EQ((YearDay{6, 30}.in(2023)), day("2023-06-30"));
  EXPECT_EQ((YearDay{1, 1}.in(2024)), day("2024-01-01"));
  EXPECT_EQ((YearDay{12, 31}.in(2024)), day("2024-12-31"));
}

TEST(YearDay, MayBeTheLastOfItsMonth) {
  const YearDay end{2, YearDay::kMonthEnd};
  EXPECT_EQ(end.in(2023), day("2023-02-28"));
  EXPECT_EQ(end.in(2024), day("2024-02-29"));
  EXPECT_EQ((YearDay{12, YearDay::kMonthEnd}.in(2023)), day("2023-12-31"));
}

TEST(YearDay, IsUnpackedAsItWasPacked) {
  const YearDay until = Cell{.value = packed(YearDay{6, 30})}.year_day();
  EXPECT_EQ(until.month, 6);
  EXPECT_EQ(until.day, 30);
}

TEST(Window, IsUnpackedAsItWasPacked) {
  const Window window = Cell{.value = packed(Window{{10, 1}, {2, YearDay::kMonthEnd}})}.window();
  EXPECT_EQ(window.opens.in(2021), day("2021-10-01"));
  EXPECT_EQ(window.closes.in(2022), day("2022-02-28"));
  EXPECT_EQ(window.closes.in(2024), day("2024-02-29"));
}

}  // namespace
}  // namespace yidan::policy
