#include "standing/identities.h"

#include <gtest/gtest.h>

#include "standing/test_support.h"

namespace yidan::standing {
namespace {

using testing::day;
using testing::from;
using testing::identity;
using testing::record_of;

std::string counting(const Identities& identities) {
  std::string text;
  for (const CountingIdentity& each : identities.counting()) {
    text += (text.empty() ? "" : "; ") + std::string(code(each.category)) + " " + to_line(each.period);
  }
  return text;
}

// JN-2-h: destitute before minimum living before the margin.
TEST(HeldIdentities, CountOneADayTheHighest) {
  const Under under(
      kHeze,
      record_of("1980-01-01", {identity("2022-01-01", Identity::minimum_living_margin, from("2022-01-01")),
                               identity("2022-03-01", Identity::destitute, from("2022-03-01", "2022-05-01"))}),
      "2022-12-31");
  const Identities identities(under.view);
  EXPECT_EQ(counting(identities),
            "minimum-living-margin 2022-01-01..2022-03-01; destitute 2022-03-01..2022-05-01; "
            "minimum-living-margin 2022-05-01..");
  EXPECT_EQ(identities.highest(day("2021-12-31")), nullptr);
  EXPECT_EQ(identities.highest(day("2022-04-30"))->category, Identity::destitute);
  EXPECT_EQ(identities.highest(day("2022-05-01"))->category, Identity::minimum_living_margin);
}

TEST(HeldIdentities, ToldAgainFromTheSameDayAreReplaced) {
  const Under under(
      kHeze,
      record_of("1980-01-01", {identity("2022-01-01", Identity::minimum_living, from("2022-01-01")),
                               identity("2022-06-01", Identity::minimum_living, from("2022-01-01", "2022-07-01")),
                               identity("2022-08-01", Identity::minimum_living, from("2022-09-01"))}),
      "2022-12-31");
  const Identities identities(under.view);
  EXPECT_EQ(identities.all().size(), 2U);
  EXPECT_EQ(counting(identities), "minimum-living 2022-01-01..2022-07-01; minimum-living 2022-09-01..");
}

TEST(HeldIdentities, OfOneCategoryThatFollowEachOtherAreOneSpan) {
  const Under under(
      kHeze,
      record_of("1980-01-01", {identity("2022-01-01", Identity::monitored, from("2022-01-01", "2022-07-01")),
                               identity("2022-07-01", Identity::monitored, from("2022-07-01", "2023-01-01"))}),
      "2022-12-31");
  EXPECT_EQ(counting(Identities(under.view)), "monitored 2022-01-01..2023-01-01");
}

// SD20-2.3.1.3-e: at once for the needy and low-income families, not for who is impoverished by illness.
TEST(HeldIdentities, TheHighestOfATableIsAmongThoseThatItHas) {
  const Under under(
      kLinyi,
      record_of("1980-01-01", {identity("2022-01-01", Identity::impoverished_by_illness, from("2022-01-01")),
                               identity("2022-01-01", Identity::lifted_from_poverty, from("2022-01-01"))}),
      "2022-12-31");
  const Identities identities(under.view);
  EXPECT_EQ(identities.highest(day("2022-02-01"))->category, Identity::impoverished_by_illness);
  EXPECT_EQ(identities.highest_in(under.pool.people.resident_at_once, day("2022-02-01")), nullptr);
}

}  // namespace
}  // namespace yidan::standing
