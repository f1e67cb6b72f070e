#include "policy/parse/parse_year_day.h"

#include <gtest/gtest.h>

namespace yidan::policy {
namespace {

TEST(ParseYearDay, ReadsMonthAndDay) {
  const auto until = parse_year_day("06-30");
  ASSERT_TRUE(until);
  EXPECT_EQ(until->month, 6);
  EXPECT_EQ(until->day, 30);
  EXPECT_EQ(parse_year_day("02-end")->day, YearDay::kMonthEnd);
  EXPECT_EQ(parse_year_day("12-31")->day, 31);
  EXPECT_EQ(parse_year_day("02-28")->day, 28);
}

TEST(ParseYearDay, RefusesWhatSomeYearsDoNotHave) {
  for (const char* text : {"02-29", "02-30", "06-31", "00-10", "13-01", "01-00", "01-32"}) {
    EXPECT_FALSE(parse_year_day(text)) << text;
  }
}

TEST(ParseYearDay, RefusesAnyOtherForm) {
  for (const char* text : {"", "6-30", "06-3", "0630", "06/30", "2022-06-30", "06-End", "06-30 ", "-1-01", "06--1"}) {
    EXPECT_FALSE(parse_year_day(text)) << text;
  }
}

TEST(ParseWindow, ReadsItsFirstAndItsLastDay) {
  const auto window = parse_window("10-01..02-end");
  ASSERT_TRUE(window);
  EXPECT_EQ(window->opens.month, 10);
  EXPECT_EQ(window->opens.day, 1);
  EXPECT_EQ(window->closes.month, 2);
  EXPECT_EQ(window->closes.day, YearDay::kMonthEnd);
  EXPECT_TRUE(parse_window("09-01..12-31"));
  EXPECT_TRUE(parse_window("10-15..10-15"));
}

TEST(ParseWindow, RefusesWhatIsNoWindow) {
  for (const char* text :
       {"", "10-01", "10-01..", "..12-31", "10-01-12-31", "10-01..02-30", "10-01..12-31..", "10-15..10-01"}) {
    EXPECT_FALSE(parse_window(text)) << text;
  }
}

}  // namespace
}  // namespace yidan::policy
