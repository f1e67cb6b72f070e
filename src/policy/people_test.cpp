#include "policy/people.h"

#include <gtest/gtest.h>

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
  const YearDay until = year_day_of({.value = packed(YearDay{6, 30})});
  EXPECT_EQ(until.month, 6);
  EXPECT_EQ(until.day, 30);
}

TEST(Window, IsUnpackedAsItWasPacked) {
  const Window window = window_of({.value = packed(Window{{10, 1}, {2, YearDay::kMonthEnd}})});
  EXPECT_EQ(window.opens.in(2021), day("2021-10-01"));
  EXPECT_EQ(window.closes.in(2022), day("2022-02-28"));
  EXPECT_EQ(window.closes.in(2024), day("2024-02-29"));
}

TEST(CellForAge, IsThatOfTheBandInWhichTheAgeLies) {
  const Bands bands{{0, {.value = 1}}, {35, {.value = 2}}, {45, {.value = 3}}};
  EXPECT_EQ(cell_for_age(bands, 0).value, 1);
  EXPECT_EQ(cell_for_age(bands, 34).value, 1);
  EXPECT_EQ(cell_for_age(bands, 35).value, 2);
  EXPECT_EQ(cell_for_age(bands, 44).value, 2);
  EXPECT_EQ(cell_for_age(bands, 45).value, 3);
  EXPECT_EQ(cell_for_age(bands, 120).value, 3);
  EXPECT_EQ(cell_for_age({{0, {.value = 9}}}, 70).value, 9);
}

}  // namespace
}  // namespace yidan::policy
