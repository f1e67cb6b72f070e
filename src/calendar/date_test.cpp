#include "calendar/date.h"

#include <vector>

#include <gtest/gtest.h>

#include "testing/values.h"

namespace yidan {
namespace {

using testing::day;

struct Day {
  std::string_view text;
  int year;
  std::int32_t days;  // since 1970-01-01
};

const std::vector<Day> kDays{
    {"1900-01-01", 1900, -25567}, {"1969-12-31", 1969, -1},    {"1970-01-01", 1970, 0},     {"2000-02-29", 2000, 11016},
    {"2022-07-01", 2022, 19174},  {"2023-12-31", 2023, 19722}, {"2024-01-01", 2024, 19723}, {"2024-02-29", 2024, 19782},
    {"2024-03-01", 2024, 19783},  {"2100-02-28", 2100, 47540}, {"2100-03-01", 2100, 47541}, {"2199-12-31", 2199, 84005},
};

TEST(Date, IsADayCountedFrom1970) {
  for (const Day& each : kDays) {
    const auto date = parse_date(each.text);
    ASSERT_TRUE(date) << each.text;
    EXPECT_EQ(date->days(), each.days) << each.text;
    EXPECT_EQ(date->year(), each.year);
    EXPECT_EQ(to_text(*date), each.text);
    EXPECT_EQ(Date::from_days(each.days), *date);
  }
}

const std::vector<std::string_view> kNoDates{
    "",           "2023",       "2023-02-29", "2100-02-29",  "1900-02-29",     "2023-00-10",
    "2023-13-01", "2023-01-00", "2023-01-32", "2023-04-31",  "2023-06-31",     "2023-09-31",
    "2023-11-31", "1899-12-31", "2200-01-01", "0000-01-01",  "2023-3-05",      "2023-03-5",
    "23-03-05",   "2023/03/05", "20230305",   "2023-03-05 ", " 2023-03-05",    "2023-03-05T00:00",
    "2023-+3-05", "2023-03--5", "-023-03-05", "2023-0x-05",  "２０２３-03-05", "never",
};

TEST(Date, RefusesADayThatDoesNotExist) {
  for (const std::string_view text : kNoDates) {
    const auto date = parse_date(text);
    ASSERT_FALSE(date) << text;
    EXPECT_EQ(date.error().code, ErrorCode::invalid_value);
    EXPECT_NE(date.error().message.en.find("is not a date"), std::string::npos);
    EXPECT_FALSE(date.error().message.zh.empty());
  }
}

TEST(Date, RefusesABlankOrAHiddenCharacterBesideIt) {
  EXPECT_FALSE(parse_date(std::string_view("2023-03-05\0", 11)));
  EXPECT_FALSE(parse_date("2023-03-05\n"));
}

TEST(Date, OfASheetHasTheYearFirst) {
  for (const std::string_view text :
       {"2023-03-05", "2023/3/5", "2023/03/05", "2023.3.5", "2023-3-5", "2023年3月5日", "20230305"}) {
    const auto date = parse_sheet_date(text);
    ASSERT_TRUE(date) << text;
    EXPECT_EQ(to_text(*date), "2023-03-05") << text;
  }
}

TEST(Date, OfASheetIsNeverGuessed) {
  const auto says = [](std::string_view text) { return parse_sheet_date(text).error().message.en; };
  EXPECT_TRUE(says("3/5/2023").contains("order of year, month and day"));
  EXPECT_TRUE(says("05.03.2023").contains("order of year, month and day"));
  EXPECT_TRUE(says("44990").contains("spreadsheet's number of a day"));
  for (const std::string_view text : {"", "2023/2/29", "2023/3-5", "2023/13/1", "23/3/5", "2023/3", "2023/3/5 0:00",
                                      "2023年3月", "20231301", "2023//5"}) {
    EXPECT_TRUE(says(text).contains("is not a date")) << text;
  }
}

TEST(Year, IsFourDigits) {
  EXPECT_EQ(parse_year("2023"), 2023);
  for (const std::string_view text : {"", "23", "02023", "20233", "-1", "0", "1899", "2200", "2023 ", "２０２３"}) {
    ASSERT_FALSE(parse_year(text)) << text;
    EXPECT_TRUE(parse_year(text).error().message.en.contains("is not a year"));
  }
}

struct MonthEnd {
  int year;
  unsigned month;
  unsigned last;
};

const std::vector<MonthEnd> kMonthEnds{
    {2023, 1, 31}, {2023, 2, 28}, {2023, 3, 31}, {2023, 4, 30},  {2023, 5, 31},  {2023, 6, 30},
    {2023, 7, 31}, {2023, 8, 31}, {2023, 9, 30}, {2023, 10, 31}, {2023, 11, 30}, {2023, 12, 31},
    {2024, 2, 29}, {2000, 2, 29}, {1900, 2, 28}, {2100, 2, 28},
};

TEST(Date, KnowsTheEndOfEveryMonth) {
  for (const MonthEnd& each : kMonthEnds) {
    const auto last = Date::of(each.year, each.month, each.last);
    ASSERT_TRUE(last) << each.year << "-" << each.month;
    EXPECT_FALSE(Date::of(each.year, each.month, each.last + 1)) << each.year << "-" << each.month;
    const auto next = each.month == 12 ? Date::of(each.year + 1, 1, 1) : Date::of(each.year, each.month + 1, 1);
    EXPECT_EQ(last->days() + 1, next->days());
  }
}

TEST(Date, OfAMonthOrDayThatIsNoneIsAbsent) {
  EXPECT_FALSE(Date::of(2023, 0, 1));
  EXPECT_FALSE(Date::of(2023, 13, 1));
  EXPECT_FALSE(Date::of(2023, 1, 0));
  EXPECT_FALSE(Date::of(2023, 1, 32));
}

TEST(Date, ReadsBackEveryDayThatItWrites) {
  std::string before;
  for (Date date = day("1900-01-01"); date <= day("2199-12-31"); date = Date::from_days(date.days() + 1)) {
    const std::string text = to_text(date);
    ASSERT_LT(before, text);
    const auto read = parse_date(text);
    ASSERT_TRUE(read) << text;
    ASSERT_EQ(*read, date) << text;
    before = text;
  }
}

TEST(Year, ChangesWithTheCalendarYear) {
  EXPECT_EQ(day("2022-12-31").year(), 2022);
  EXPECT_EQ(day("2023-01-01").year(), 2023);
}

TEST(Never, IsLaterThanEveryDayAndHasNoText) {
  EXPECT_LT(day("2199-12-31"), Date::never());
  EXPECT_EQ(Date::never(), Date::never());
  EXPECT_EQ(to_text(Date::never()), "");
}

TEST(Period, IncludesItsFirstDayAndExcludesItsEnd) {
  const Period period{day("2022-07-01"), day("2023-01-01")};
  EXPECT_FALSE(period.contains(day("2022-06-30")));
  EXPECT_TRUE(period.contains(day("2022-07-01")));
  EXPECT_TRUE(period.contains(day("2022-12-31")));
  EXPECT_FALSE(period.contains(day("2023-01-01")));
}

TEST(Period, WithoutAnEndGoesOn) {
  const Period period{day("2022-07-01")};
  EXPECT_FALSE(period.contains(day("2022-06-30")));
  EXPECT_TRUE(period.contains(day("2199-12-31")));
  EXPECT_EQ(period.to, Date::never());
}

TEST(Period, ThatEndsWhereItBeginsHoldsOnNoDay) {
  const Period period{day("2023-01-01"), day("2023-01-01")};
  EXPECT_FALSE(period.contains(day("2022-12-31")));
  EXPECT_FALSE(period.contains(day("2023-01-01")));
}

}  // namespace
}  // namespace yidan
