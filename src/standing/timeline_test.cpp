#include "standing/timeline.h"

#include <gtest/gtest.h>

#include "standing/narrate.h"
#include "standing/test_support.h"

namespace yidan::standing {
namespace {

using testing::deemed;
using testing::employ;
using testing::enrol;
using testing::leave;
using testing::pay;
using testing::record_of;
using testing::retire;

std::string drawn(std::int32_t region, const Record& record, std::string_view as_of) {
  const Under under(region, record, as_of);
  const Identities identities(under.view);
  const Employment employment(under.view);
  count_years(under.view, employment);
  const Residents residents(under.view, identities, employment);
  draw_timeline(under.view, employment, residents);
  return covers(under.standing) + " | " + gaps(under.standing);
}

TEST(Line, OfARecordWithoutEventsIsEmpty) { EXPECT_EQ(drawn(kHeze, record_of("1990-01-01", {}), "2022-12-31"), " | "); }

// Heze: paid after the window, a month of waiting; then nothing is known of the next year but that it is not paid.
TEST(Line, SaysWhyThereIsNoCoverOnEachDayWithout) {
  EXPECT_EQ(
      drawn(kHeze,
            record_of("1990-01-01", {enrol("2021-11-03", Status::adult, 2022), pay("2022-03-15", 2022, "320.00")}),
            "2023-06-30"),
      "adult 2022-04-15..2023-01-01 | "
      "not-enrolled 2021-11-03..2022-01-01; waiting-period 2022-01-01..2022-04-15; unpaid 2023-01-01..");
}

// The employee scheme counts before the resident one, and the resident one again when it ends.
TEST(Line, TakesTheEmployeeSchemeOfTwo) {
  EXPECT_EQ(drawn(kLinyi,
                  record_of("1980-01-01", {enrol("2021-11-03", Status::adult, 2022), pay("2021-12-01", 2022, "320.00"),
                                           employ("2022-03-07", "6000.00"), pay("2022-03-20", "2022-03", "540.00"),
                                           leave("2022-06-10")}),
                  "2022-12-31"),
            "adult 2022-01-01..2022-04-01; active 2022-04-01..2022-07-01; adult 2022-07-01..2023-01-01 | "
            "not-enrolled 2021-11-03..2022-01-01");
}

// First time employed: waiting from the day of opening to the month after the payment, then left.
TEST(Line, OfTheEmployedBeginsWithAWaitAndEndsWithTheMonth) {
  EXPECT_EQ(drawn(kLinyi,
                  record_of("1980-01-01", {employ("2023-01-05", "6000.00"), pay("2023-01-20", "2023-01", "540.00"),
                                           leave("2023-03-02")}),
                  "2023-05-31"),
            "active 2023-02-01..2023-04-01 | waiting-period 2023-01-05..2023-02-01; left 2023-04-01..");
}

TEST(Line, OfTheEmployedForWhomNothingIsPaid) {
  EXPECT_EQ(drawn(kLinyi, record_of("1980-01-01", {employ("2023-01-05", "6000.00")}), "2023-05-31"),
            " | unpaid 2023-01-05..");
}

TEST(Line, IsSuspendedInAMonthThatIsNotPaid) {
  EXPECT_EQ(
      drawn(kLinyi,
            record_of("1980-01-01", {employ("2023-01-05", "6000.00"), pay("2023-01-20", "2023-01", "540.00"),
                                     pay("2023-02-20", "2023-02", "540.00"), pay("2023-04-20", "2023-04", "540.00")}),
            "2023-04-30"),
      "active 2023-02-01..2023-03-01; active 2023-04-01.. | waiting-period 2023-01-05..2023-02-01; "
      "suspended 2023-03-01..2023-04-01");
}

// Retired with enough: covered without end. With too little: unpaid until it is topped up.
TEST(Line, OfTheRetiredDependsOnTheirYears) {
  EXPECT_EQ(drawn(kLinyi, record_of("1963-01-01", {deemed("2022-05-01", 360, "2022-05-01"), retire("2023-03-10")}),
                  "2023-12-31"),
            "retired 2023-03-10.. | not-enrolled 2022-05-01..2023-03-10");
  EXPECT_EQ(drawn(kLinyi, record_of("1963-01-01", {deemed("2022-05-01", 359, "2022-05-01"), retire("2023-03-10")}),
                  "2023-12-31"),
            " | not-enrolled 2022-05-01..2023-03-10; unpaid 2023-03-10..");
}

std::string retired_gap(const Record& record) {
  const Standing standing = derive(testing::shipped_pool(kLinyi), record, testing::day("2023-12-31")).value();
  return narrate(standing.gaps.back().why, Language::en);
}

// What is said of the days before the right is what was known at retirement, not what has been made up since.
TEST(Line, OfTheRetiredSaysWhatDelayedTheRight) {
  const auto retired = [](std::optional<Sex> sex, int later) {
    Record record = record_of(
        "1963-01-01",
        {deemed("2022-05-01", 300, "2022-05-01"), retire("2023-03-10"), deemed("2023-06-01", later, "2023-06-01")},
        sex);
    record.pool = Region(kLinyi);
    return retired_gap(record);
  };
  EXPECT_EQ(
      retired(Sex::male, 66),
      "retired with 300 months that counted then, of 360 that are required; the rest was recognised or made up by "
      "2023-06-01");
  EXPECT_EQ(retired(Sex::male, 59),
            "retired with 359 months of contribution; 360 are required, 1 are missing and not paid up");
  EXPECT_EQ(retired(std::nullopt, 66),
            "retired with 366 months of contribution; what is required is not known (no sex, or no rule): add the sex");
}

// A newborn's line begins with the birth, before anything was told (HZ-2.2-f).
TEST(Line, OfANewbornBeginsWithTheBirth) {
  EXPECT_EQ(
      drawn(kHeze, record_of("2022-03-31", {enrol("2022-04-20", Status::newborn), pay("2022-09-30", 2022, "320.00")}),
            "2022-12-31"),
      "newborn 2022-03-31..2023-01-01 | ");
}

}  // namespace
}  // namespace yidan::standing
