#include "service/throttle.h"

#include <gtest/gtest.h>

namespace yidan::service {
namespace {

constexpr Instant kSecond = 1'000'000;

TEST(Throttle, LetsSomebodyMistypeAndThenWait) {
  Throttle throttle;
  Instant now = 1000 * kSecond;
  for (int i = 0; i < 5; ++i) {
    EXPECT_EQ(throttle.seconds_to_wait("u", now), 0) << i;
    throttle.failed("u", now);
  }
  EXPECT_EQ(throttle.seconds_to_wait("u", now), 1);
  EXPECT_EQ(throttle.seconds_to_wait("v", now), 0) << "another is not held up";
  now += kSecond;
  EXPECT_EQ(throttle.seconds_to_wait("u", now), 0);
  throttle.failed("u", now);
  EXPECT_EQ(throttle.seconds_to_wait("u", now), 2) << "twice as long";
  for (int i = 0; i < 20; ++i) throttle.failed("u", now);
  EXPECT_EQ(throttle.seconds_to_wait("u", now), 256) << "and no longer than this";
  throttle.succeeded("u");
  EXPECT_EQ(throttle.seconds_to_wait("u", now), 0);
}

TEST(Throttle, ForgetsAfterAnHour) {
  Throttle throttle;
  for (int i = 0; i < 9; ++i) throttle.failed("u", 0);
  throttle.failed("u", 3601 * kSecond);
  EXPECT_EQ(throttle.seconds_to_wait("u", 3601 * kSecond), 0);
}

}  // namespace
}  // namespace yidan::service
