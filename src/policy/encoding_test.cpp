#include "policy/encoding.h"

#include <gtest/gtest.h>

namespace yidan::policy {
namespace {

std::string place_of(std::string_view text) {
  Problems problems;
  const bool sound = is_all_utf8(text, "clauses.tsv", problems);
  EXPECT_EQ(sound, problems.empty());
  return sound ? "" : to_text(problems.sorted().front().at);
}

TEST(Encoding, OfSoundTextsIsNoProblem) {
  EXPECT_EQ(place_of(""), "");
  EXPECT_EQ(place_of("条款\nYT-2.1-a\t烟台\n"), "");
}

// 烟 in GB18030 is D1 CC.
TEST(Encoding, OfOthersIsAProblemAtItsLineAndColumn) {
  EXPECT_EQ(place_of("\xD1\xCC"), "clauses.tsv:1:1");
  EXPECT_EQ(place_of("id\tgist\nYT\t\xD1\xCC\n"), "clauses.tsv:2:4");
  EXPECT_EQ(place_of("id\n烟台\xFF"), "clauses.tsv:2:3");  // columns are characters
}

}  // namespace
}  // namespace yidan::policy
