#include "standing/death.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "standing/test_support.h"

namespace yidan::standing {
namespace {

using testing::day;
using testing::death;
using testing::employ;
using testing::enrol;
using testing::identity;
using testing::pay;
using testing::record_of;

Standing derived(std::int32_t region, Record record, std::string_view as_of) {
  record.pool = Region(region);
  const auto standing = derive(testing::shipped_pool(region), record, day(as_of));
  return standing.value();
}

TEST(Death, IsTheLastDayOfCover) {
  const Record record = record_of(
      "1990-03-07", {enrol("2021-11-03", Status::adult, 2022), pay("2021-11-20", 2022, "320.00"), death("2022-05-02")});
  const Standing standing = derived(kHeze, record, "2023-12-31");
  EXPECT_EQ(covers(standing), "adult 2022-01-01..2022-05-03");
  EXPECT_EQ(standing.gaps.back().period.to, day("2022-01-01")) << gaps(standing);
  EXPECT_EQ(standing.died, day("2022-05-02"));
  EXPECT_EQ(standing.as_of, day("2023-12-31"));
}

TEST(Death, EndsContributionsWithItsMonth) {
  const Record record = record_of(
      "1990-03-07", {employ("2023-02-01", "6000.00"), pay("2023-02-25", "2023-02", "540.00"), death("2023-04-10")});
  const Standing standing = derived(kHeze, record, "2023-12-31");
  ASSERT_FALSE(standing.cover.empty());
  EXPECT_EQ(standing.cover.back().period.to, day("2023-04-11"));
  EXPECT_TRUE(standing.dues.back().month == Month::of(2023, 4)) << dues(standing);
}

TEST(Death, EndsACategory) {
  const Record record = record_of(
      "1990-03-07", {identity("2022-01-01", Identity::minimum_living, {day("2022-01-01")}), death("2022-05-02")});
  const Standing standing = derived(kHeze, record, "2022-12-31");
  ASSERT_EQ(standing.held.size(), 1U);
  EXPECT_EQ(standing.held.front().period.to, day("2022-05-03"));
  EXPECT_EQ(standing.identities.front().period.to, day("2022-05-03"));
}

TEST(Death, IsNotKnownBeforeItsDay) {
  const Record record = record_of(
      "1990-03-07", {enrol("2021-11-03", Status::adult, 2022), pay("2021-11-20", 2022, "320.00"), death("2022-05-02")});
  const Standing standing = derived(kHeze, record, "2022-05-01");
  EXPECT_EQ(covers(standing), "adult 2022-01-01..2023-01-01");
  EXPECT_FALSE(standing.died);
  EXPECT_EQ(warnings(standing), "after-as-of");
}

}  // namespace
}  // namespace yidan::standing
