#include "exchange/display.h"

#include <vector>

#include <gtest/gtest.h>

namespace yidan::exchange {
namespace {

struct Width {
  std::string_view text;
  std::size_t columns;
};

const std::vector<Width> kWidths{
    {"", 0},  {"cash", 4}, {"现金", 4}, {"总费用 total", 12}, {"，。：", 6}, {"（一）", 6}, {"├ └ ─ · …", 9},
    {"é", 1}, {"›‹", 2},   {"한글", 4}, {"カタカナ", 8},      {"Ａ１", 4},   {"𠮷", 2},     {"¥", 1},
};

TEST(DisplayWidth, OfAChineseCharacterIsTwo) {
  for (const Width& each : kWidths) EXPECT_EQ(display_width(each.text), each.columns) << each.text;
}

TEST(DisplayWidth, EndsWithTheTextAlsoInTheMiddleOfACharacter) {
  EXPECT_EQ(display_width(std::string_view("现金").substr(0, 4)), 3U);
}

TEST(Wrapping, BreaksAtBlanksAndBetweenChineseCharacters) {
  EXPECT_EQ(wrapped("the funds pay 383.50", 10), (std::vector<std::string>{"the funds", "pay 383.50"}));
  EXPECT_EQ(wrapped("共一千五百元：基金支付", 8), (std::vector<std::string>{"共一千五", "百元：基", "金支付"}));
  EXPECT_EQ(wrapped("支付（一）", 6), (std::vector<std::string>{"支付", "（一）"}));
  EXPECT_EQ(wrapped("一二三。", 6), (std::vector<std::string>{"一二", "三。"}));
  EXPECT_EQ(wrapped("abcdefgh", 3), (std::vector<std::string>{"abc", "def", "gh"}));
  EXPECT_EQ(wrapped("", 3), (std::vector<std::string>{""}));
}

TEST(Fitted, GoesOnBelowAndFurtherIn) {
  const std::string word = "abcdefghi ";
  EXPECT_EQ(fitted("  " + word + word + word + word + "end\nshort\n", 40),
            "  abcdefghi abcdefghi abcdefghi\n      abcdefghi end\nshort\n");
  EXPECT_EQ(fitted("", 40), "");
  EXPECT_EQ(fitted("no end", 40), "no end");
  EXPECT_EQ(fitted("a\n\nb\n", 80), "a\n\nb\n");
}

TEST(Fitted, IsNarrowerThanFortyColumnsNowhere) { EXPECT_EQ(fitted(std::string(40, 'x'), 3), std::string(40, 'x')); }

TEST(Alignment, CountsColumnsAndNeverCuts) {
  EXPECT_EQ(left_aligned("现金", 6), "现金  ");
  EXPECT_EQ(right_aligned("现金", 6), "  现金");
  EXPECT_EQ(right_aligned("12,345.60", 4), "12,345.60");
}

TEST(Masked, ShowsTheFrontAndTheEndOfALongIdAlone) {
  EXPECT_EQ(masked("371702199003070015"), "371702**********15");
  EXPECT_EQ(masked("12345678"), "12*****8");
  EXPECT_EQ(masked("张三"), "**");
  EXPECT_EQ(masked(""), "");
}

TEST(Masked, WithinATextIsACitizensNumber) {
  EXPECT_EQ(masked_within("370600/371702199003070015/settle/H1"), "370600/371702**********15/settle/H1");
  EXPECT_EQ(masked_within("“37170219900307001X”。"), "“371702**********1X”。");
  EXPECT_EQ(masked_within("3717021990030700151"), "3717021990030700151");
  EXPECT_EQ(masked_within("misinterpretations"), "misinterpretations");
}

TEST(Rejected, SaysWhatAndWhere) {
  const Error error{ErrorCode::missing, {"缺少“person”", "'person' is missing"}, "$.person"};
  EXPECT_EQ(describe_rejected(error, Language::en), "── rejected: 'person' is missing  ($.person)\n\n");
  EXPECT_EQ(describe_rejected(error, Language::zh), "── 未受理：缺少“person”  ($.person)\n\n");
}

}  // namespace
}  // namespace yidan::exchange
