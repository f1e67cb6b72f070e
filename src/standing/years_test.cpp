#include "standing/years.h"

#include <gtest/gtest.h>

#include "standing/test_support.h"

namespace yidan::standing {
namespace {

using testing::day;
using testing::deemed;
using testing::employ;
using testing::enrol;
using testing::pay;
using testing::record_of;
using testing::retire;
using testing::top_up;
using testing::transfer;

// "3 actual, 0 deemed, 0 topped up of 360, 357 missing"
std::string counted(const Under& under) {
  count_years(under.view, Employment(under.view));
  const Years& years = under.standing.years;
  const auto text = [](std::optional<int> months) { return months ? std::to_string(*months) : "?"; };
  return std::to_string(years.actual_months) + " actual, " + std::to_string(years.deemed_months) + " deemed, " +
         std::to_string(years.topped_up_months) + " topped up of " + text(years.required_months) + ", " +
         text(years.missing_months) + " missing" +
         (years.entitled_from ? ", entitled " + to_text(*years.entitled_from) : "");
}

// LY-3.2.1-l: thirty years for men, twenty-five for women.
TEST(Years, ThatAreRequiredDependOnTheSex) {
  const auto required = [](std::optional<Sex> sex) {
    return counted(Under(kLinyi, record_of("1963-01-01", {}, sex), "2023-01-01"));
  };
  EXPECT_EQ(required(Sex::male), "0 actual, 0 deemed, 0 topped up of 360, 360 missing");
  EXPECT_EQ(required(Sex::female), "0 actual, 0 deemed, 0 topped up of 300, 300 missing");
  EXPECT_EQ(required(std::nullopt), "0 actual, 0 deemed, 0 topped up of ?, ? missing");
}

TEST(Years, CountMonthsThatWerePaidAndNoOthers) {
  EXPECT_EQ(
      counted(Under(kLinyi,
                    record_of("1963-01-01", {employ("2023-01-05", "6000.00"), pay("2023-01-10", "2023-01", "540.00"),
                                             pay("2023-03-10", "2023-03", "540.00")}),
                    "2023-04-30")),
      "2 actual, 0 deemed, 0 topped up of 360, 358 missing");
}

// Months brought from elsewhere are actual ones; a month that is paid already counts once.
TEST(Years, CountAMonthOnce) {
  const auto brought = [](const Event& transferred) {
    return counted(
        Under(kLinyi,
              record_of("1963-01-01", {employ("2023-01-05", "6000.00"), pay("2023-01-10", "2023-01", "540.00"),
                                       pay("2023-02-10", "2023-02", "540.00"), transferred}),
              "2023-02-28"));
  };
  EXPECT_EQ(brought(transfer("2023-02-20", "2022-11", "2023-02")),
            "4 actual, 0 deemed, 0 topped up of 360, 356 missing");
  EXPECT_EQ(brought(transfer("2023-02-20", "2022-11", "2023-02", 1)),
            "3 actual, 0 deemed, 0 topped up of 360, 357 missing");
}

// LY-3.2.1-n: a recognition from 2020-01-01 on; known by the as-of day.
TEST(Years, ThatAreDeemedNeedARecognition) {
  const auto recognised = [](std::string_view on) {
    const Under under(kLinyi, record_of("1963-01-01", {deemed("2022-05-01", 120, on)}), "2022-12-31");
    const std::string text = counted(under);
    return text + " " + warnings(under.standing);
  };
  const std::string none = "0 actual, 0 deemed, 0 topped up of 360, 360 missing deemed-not-recognised";
  const std::string all = "0 actual, 120 deemed, 0 topped up of 360, 240 missing ";
  EXPECT_EQ(recognised(""), none);
  EXPECT_EQ(recognised("2019-12-31"), none);
  EXPECT_EQ(recognised("2020-01-01"), all);
  EXPECT_EQ(recognised("2022-12-31"), all);
  EXPECT_EQ(recognised("2023-01-01"), none);
}

// 360 months are required of a man: 240 deemed and 119 or 120 topped up.
TEST(Years, EntitleFromTheDayOnWhichTheySufficeAfterRetirement) {
  const auto retired = [](int months) {
    const Under under(kLinyi,
                      record_of("1963-01-01", {deemed("2022-05-01", 240, "2022-05-01"), retire("2023-03-10"),
                                               top_up("2023-06-01", months)}),
                      "2023-12-31");
    const std::string text = counted(under);
    return text + " " + warnings(under.standing);
  };
  EXPECT_EQ(retired(119), "0 actual, 240 deemed, 119 topped up of 360, 1 missing top-up-not-given");
  EXPECT_EQ(retired(120), "0 actual, 240 deemed, 120 topped up of 360, 0 missing, entitled 2023-06-01 ");
}

TEST(Years, ThatSufficeBeforeRetirementEntitleFromItsDay) {
  EXPECT_EQ(
      counted(Under(kLinyi, record_of("1963-01-01", {deemed("2022-05-01", 360, "2022-05-01"), retire("2023-03-10")}),
                    "2023-12-31")),
      "0 actual, 360 deemed, 0 topped up of 360, 0 missing, entitled 2023-03-10");
}

TEST(Years, OfARetirementGrantedBeforeTheRecordMissNothing) {
  EXPECT_EQ(counted(Under(kLinyi, record_of("1950-01-01", {enrol("2022-01-01", Status::retired)}), "2023-12-31")),
            "0 actual, 0 deemed, 0 topped up of 360, 0 missing, entitled 2022-01-01");
}

}  // namespace
}  // namespace yidan::standing
