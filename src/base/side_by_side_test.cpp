#include "base/side_by_side.h"

#include <gtest/gtest.h>

namespace yidan {
namespace {

TEST(SideBySide, DoesEachThingOnce) {
  for (const std::size_t threads : {0U, 1U, 3U, 64U}) {
    std::vector<std::atomic<int>> done(50);
    side_by_side(threads, done.size(), [&done](std::size_t i) { ++done[i]; });
    for (const std::atomic<int>& each : done) EXPECT_EQ(each, 1);
  }
}

TEST(SideBySide, DoesNothingWithNothing) {
  side_by_side(8, 0, [](std::size_t) { ADD_FAILURE() << "there is nothing to do"; });
}

}  // namespace
}  // namespace yidan
