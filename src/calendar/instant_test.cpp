#include "calendar/instant.h"

#include <gtest/gtest.h>

namespace yidan {
namespace {

TEST(Instant, IsReadAndWrittenInBeijingTime) {
  EXPECT_EQ(to_instant_text(0), "1970-01-01 08:00:00.000000");
  EXPECT_EQ(parse_instant("1970-01-01 08:00:00"), 0);
  const Instant instant = parse_instant("2026-11-22T23:59:59.25").value();
  EXPECT_EQ(to_instant_text(instant), "2026-11-22 23:59:59.250000");
  EXPECT_EQ(to_text(beijing_day(instant)), "2026-11-22");
  EXPECT_EQ(to_text(beijing_day(instant + 750'000)), "2026-11-23");
  EXPECT_EQ(to_instant_text(-1), "1970-01-01 07:59:59.999999");
}

TEST(Instant, OfADayAloneIsItsEnd) {
  EXPECT_EQ(to_instant_text(parse_instant("2026-11-22").value()), "2026-11-22 23:59:59.999999");
}

TEST(Instant, RefusesWhatIsNone) {
  for (const char* text :
       {"", "2026-13-01", "2026-11-22 24:00:00", "2026-11-22 10:00", "2026-11-22 10:00:60", "2026-11-22 10:00:00.",
        "2026-11-22 10:00:00.1234567", "2026-11-22x10:00:00", "2026-11-22 1a:00:00"}) {
    EXPECT_FALSE(parse_instant(text)) << text;
  }
}

}  // namespace
}  // namespace yidan
