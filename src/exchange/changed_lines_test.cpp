#include "exchange/changed_lines.h"

#include <gtest/gtest.h>

namespace yidan::exchange {
namespace {

TEST(ChangedLines, AreNoneOfEqualPages) { EXPECT_EQ(changed_lines("a:\n  b\n", "a:\n  b\n"), ""); }

TEST(ChangedLines, StandUnderTheirHeading) {
  EXPECT_EQ(changed_lines("a:\n  b\nc:\n  d\n  e\n", "a:\n  b\nc:\n  d\n  f\n"), "  c:\n-   e\n+   f\n");
}

TEST(ChangedLines, MayBeAHeadingWithAllBelowIt) {
  EXPECT_EQ(changed_lines("a:\n  b\n", "a:\n  b\nc:\n  d\n"), "+ c:\n+   d\n");
  EXPECT_EQ(changed_lines("x\n", ""), "- x\n");
}

}  // namespace
}  // namespace yidan::exchange
