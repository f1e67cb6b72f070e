#include "cli/system_reason.h"

#include <cerrno>

#include <gtest/gtest.h>

namespace yidan::cli {
namespace {

TEST(SystemReason, IsSaidInBothLanguages) {
  EXPECT_EQ(system_reason(ENOENT).zh, "文件或目录不存在");
  EXPECT_EQ(system_reason(ENOENT).en, "No such file or directory");
  EXPECT_EQ(system_reason(ENOSPC).zh, "磁盘已满");
}

TEST(SystemReason, OfWhatIsRareGivesTheNumber) {
  EXPECT_EQ(system_reason(ENOMSG).zh, "系统错误 " + std::to_string(ENOMSG));
}

}  // namespace
}  // namespace yidan::cli
