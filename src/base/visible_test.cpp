#include "base/visible.h"

#include <gtest/gtest.h>

namespace yidan {
namespace {

TEST(Visible, NamesWhatCannotBeSeen) {
  EXPECT_EQ(shown("1988-11-05"), "1988-11-05");
  EXPECT_EQ(shown("1988-11-05\xC2\xA0"), "1988-11-05[U+00A0]");
  EXPECT_EQ(shown("6000.00\xE3\x80\x80"), "6000.00[U+3000]");
  EXPECT_EQ(shown("\xE2\x80\x8B"
                  "a\xEF\xBB\xBF"),
            "[U+200B]a[U+FEFF]");
  EXPECT_EQ(shown("\x1B[31m\x7F\n"), "[U+001B][31m[U+007F][U+000A]");
  EXPECT_EQ(shown("\xC2\x9B"
                  "2J"),
            "[U+009B]2J");
  EXPECT_EQ(shown("烟台 é 😀"), "烟台 é 😀");
}

TEST(Visible, ReplacesWhatIsNoCharacter) { EXPECT_EQ(shown("\xD5\xC5"), "\xEF\xBF\xBD\xEF\xBF\xBD"); }

TEST(Visible, IsCutBetweenCharacters) { EXPECT_EQ(shown("烟台烟台", 7), "烟台"); }

TEST(Visible, LeavesNothingThatATerminalObeys) {
  EXPECT_EQ(harmless("a\tb\n烟台"), "a\tb\n烟台");
  EXPECT_EQ(harmless("a\x1B[2Jb\r\n"), "a[U+001B][2Jb[U+000D]\n");
  EXPECT_EQ(harmless("\xC2\x9B"
                     "2J\xC2\xA9"),
            "[U+009B]2J\xC2\xA9");
}

}  // namespace
}  // namespace yidan
