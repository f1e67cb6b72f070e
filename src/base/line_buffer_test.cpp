#include "base/line_buffer.h"

#include <vector>

#include <gtest/gtest.h>

namespace yidan {
namespace {

using Lines = std::vector<std::string>;

Lines take(LineBuffer& buffer) {
  Lines lines;
  while (const auto line = buffer.next()) {
    lines.emplace_back(line->text);
    EXPECT_EQ(line->text.data()[line->text.size()], '\n') << "a line feed follows in memory";
    buffer.drop();
  }
  return lines;
}

TEST(LineBuffer, GivesLinesWhenTheyHaveEnded) {
  LineBuffer buffer(100);
  buffer.push("one\ntw");
  EXPECT_EQ(take(buffer), Lines{"one"});
  buffer.push("o\r\n\nthree");
  EXPECT_EQ(take(buffer), (Lines{"two\r", ""}));
  EXPECT_FALSE(buffer.next());
  buffer.finish();
  EXPECT_EQ(take(buffer), Lines{"three"});
  EXPECT_FALSE(buffer.next());
}

TEST(LineBuffer, SkipsAByteOrderMarkHoweverItIsCut) {
  constexpr std::string_view text = "\xEF\xBB\xBFone\n";
  for (std::size_t block = 1; block <= text.size(); ++block) {
    LineBuffer buffer(100);
    Lines lines;
    for (std::size_t at = 0; at < text.size(); at += block) {
      buffer.push(text.substr(at, block));
      for (const std::string& line : take(buffer)) lines.push_back(line);
    }
    EXPECT_EQ(lines, Lines{"one"}) << block;
  }
}

TEST(LineBuffer, KeepsWhatWasTakenUntilItIsDropped) {
  LineBuffer buffer(100);
  buffer.push("one\ntwo\r\nthree\n");
  (void)buffer.next();
  (void)buffer.next();
  EXPECT_EQ(buffer.taken(), "one\ntwo");
  buffer.push("four\n");
  EXPECT_EQ(buffer.taken(), "one\ntwo");
  buffer.drop_first();
  EXPECT_EQ(buffer.taken(), "");
  const auto again = buffer.next();
  ASSERT_TRUE(again);
  EXPECT_EQ(again->text, "two\r");
  EXPECT_EQ(again->number, 2U);
  buffer.drop();
  EXPECT_EQ(take(buffer), (Lines{"three", "four"}));
}

TEST(LineBuffer, KeepsTheBeginningOfALineThatIsTooLong) {
  for (const std::string_view ending : {"\nnext\n", "\nnext"}) {
    LineBuffer buffer(4);
    for (int i = 0; i < 100; ++i) {
      buffer.push("xxxxx");
      EXPECT_FALSE(buffer.next());
    }
    buffer.push(ending);
    buffer.finish();
    const auto cut = buffer.next();
    ASSERT_TRUE(cut);
    EXPECT_TRUE(cut->too_long);
    EXPECT_EQ(cut->text, "xxxx");
    const auto next = buffer.next();
    ASSERT_TRUE(next);
    EXPECT_FALSE(next->too_long);
    EXPECT_EQ(next->text, "next");
    EXPECT_EQ(next->number, 2U);
  }
}

TEST(LineBuffer, LongestLineIsNotTooLong) {
  LineBuffer buffer(4);
  buffer.push("1234\n12345\n1234");
  buffer.finish();
  for (const bool too_long : {false, true, false}) {
    const auto line = buffer.next();
    ASSERT_TRUE(line);
    EXPECT_EQ(line->too_long, too_long);
    EXPECT_EQ(line->text, "1234");
  }
}

}  // namespace
}  // namespace yidan
