#include "calendar/month.h"

#include <vector>

#include <gtest/gtest.h>

#include "testing/values.h"

namespace yidan {
namespace {

using testing::day;

TEST(Month, IsThatOfEachOfItsDays) {
  EXPECT_EQ(Month::of(day("2023-02-01")), Month::of(2023, 2));
  EXPECT_EQ(Month::of(day("2023-02-28")), Month::of(2023, 2));
  EXPECT_EQ(Month::of(day("2023-03-01")), Month::of(2023, 3));
  EXPECT_EQ(Month::of(2023, 12).year(), 2023);
  EXPECT_EQ(Month::of(2023, 12).number(), 12U);
  EXPECT_EQ(Month::of(2024, 1).number(), 1U);
}

struct Ends {
  const char* month;
  const char* first;
  const char* last;
};

const std::vector<Ends> kEnds{
    {"2023-01", "2023-01-01", "2023-01-31"}, {"2023-02", "2023-02-01", "2023-02-28"},
    {"2024-02", "2024-02-01", "2024-02-29"}, {"1900-02", "1900-02-01", "1900-02-28"},
    {"2000-02", "2000-02-01", "2000-02-29"}, {"2023-04", "2023-04-01", "2023-04-30"},
    {"2023-12", "2023-12-01", "2023-12-31"}, {"2199-12", "2199-12-01", "2199-12-31"},
};

TEST(Month, EndsOnItsLastDay) {
  for (const Ends& each : kEnds) {
    const Month month = parse_month(each.month).value();
    EXPECT_EQ(to_text(month), each.month);
    EXPECT_EQ(to_text(month.first_day()), each.first);
    EXPECT_EQ(to_text(month.last_day()), each.last);
  }
}

TEST(Month, IsFollowedByTheNextOneAcrossTheYear) {
  Month month = Month::of(2023, 11);
  EXPECT_EQ(to_text(++month), "2023-12");
  EXPECT_EQ(to_text(++month), "2024-01");
  EXPECT_EQ(to_text(month + 14), "2025-03");
  EXPECT_EQ(to_text(month + -1), "2023-12");
  EXPECT_LT(Month::of(2023, 12), Month::of(2024, 1));
  EXPECT_EQ(Month::from_index(month.index()), month);
}

TEST(Month, IsNothingElseThanFourDigitsAndTwo) {
  for (const char* text : {"", "2023", "2023-2", "2023-13", "2023-00", "23-02", "2023/02", "2023-02-01", "1899-12",
                           "2200-01", " 2023-02", "2023-0x"}) {
    const auto month = parse_month(text);
    ASSERT_FALSE(month) << text;
    EXPECT_NE(month.error().message.en.find("is not a month"), std::string::npos);
    EXPECT_FALSE(month.error().message.zh.empty());
  }
}

TEST(FirstOfYear, IsTheFirstOfJanuary) { EXPECT_EQ(first_of_year(2023), day("2023-01-01")); }

struct Later {
  const char* from;
  int months;
  const char* day;
};

const std::vector<Later> kLater{
    {"2022-03-15", 1, "2022-04-15"},    {"2022-03-15", 0, "2022-03-15"},  {"2022-01-31", 1, "2022-02-28"},
    {"2024-01-31", 1, "2024-02-29"},    {"2024-02-29", 12, "2025-02-28"}, {"2024-02-29", 48, "2028-02-29"},
    {"2022-02-28", 1, "2022-03-28"},    {"2022-10-31", 6, "2023-04-30"},  {"2022-12-15", 1, "2023-01-15"},
    {"2022-08-31", 1200, "2122-08-31"}, {"2023-03-31", -1, "2023-02-28"}, {"2023-01-15", -1, "2022-12-15"},
    {"2022-05-31", 3, "2022-08-31"},
};

TEST(MonthsLater, KeepTheDayNumberOrEndWithTheMonth) {
  for (const Later& each : kLater) {
    EXPECT_EQ(to_text(add_months(day(each.from), each.months)), each.day) << each.from << " + " << each.months;
  }
}

struct Age {
  const char* born;
  const char* on;
  int years;
};

const std::vector<Age> kAges{
    {"1990-03-07", "2023-03-06", 32}, {"1990-03-07", "2023-03-07", 33}, {"1990-03-07", "2023-12-31", 33},
    {"2004-02-29", "2005-02-28", 0},  {"2004-02-29", "2005-03-01", 1},  {"2004-02-29", "2008-02-28", 3},
    {"2004-02-29", "2008-02-29", 4},  {"2004-02-28", "2005-02-28", 1},  {"2023-05-01", "2023-05-01", 0},
    {"2023-05-01", "2020-05-01", 0},  {"1953-12-31", "2023-12-31", 70}, {"1954-01-01", "2023-12-31", 69},
};

TEST(Age, IsInCompletedYears) {
  for (const Age& each : kAges) EXPECT_EQ(age_on(day(each.born), day(each.on)), each.years) << each.born << each.on;
}

}  // namespace
}  // namespace yidan
