#include "cli/interrupt.h"

#include <csignal>

#include <gtest/gtest.h>
#include <unistd.h>

#include "cli/progress.h"

namespace yidan::cli {
namespace {

void interrupt() {
  std::signal(SIGINT, SIG_DFL);  // whoever runs the tests may have it ignored
  heed_interruptions();
  static_cast<void>(std::raise(SIGINT));
}

TEST(Interruption, AsksWorkToStop) {
  EXPECT_FALSE(interrupted());
  EXPECT_EXIT(
      {
        Progress progress(false, Unit::persons, Language::en);
        const bool before = progress.show(0, 1);
        interrupt();
        const auto go_on = progress.go_on()(2);
        _exit(before && interrupted() && !go_on ? 7 : 1);
      },
      ::testing::ExitedWithCode(7), "");
}

TEST(Interruption, EndsTheProgramTheSecondTime) {
  EXPECT_EXIT(
      {
        interrupt();
        static_cast<void>(std::raise(SIGINT));
      },
      ::testing::KilledBySignal(SIGINT), "");
}

TEST(Interruption, StaysIgnoredWhereItIsIgnored) {
  EXPECT_EXIT(
      {
        std::signal(SIGINT, SIG_IGN);
        heed_interruptions();
        static_cast<void>(std::raise(SIGINT));
        _exit(interrupted() ? 1 : 7);
      },
      ::testing::ExitedWithCode(7), "");
}

}  // namespace
}  // namespace yidan::cli
