#include "facts/person_number.h"

#include <vector>

#include <gtest/gtest.h>

#include "testing/values.h"

namespace yidan {
namespace {

using testing::day;

// The example of GB 11643: a woman born on 1949-12-31.
constexpr std::string_view kOfTheStandard = "11010519491231002X";

TEST(PersonNumber, ACitizensNumberHasOneSpelling) {
  EXPECT_EQ(read_person_number(kOfTheStandard), kOfTheStandard);
  EXPECT_EQ(read_person_number("11010519491231002x"), kOfTheStandard);
  EXPECT_EQ(read_person_number("370602198811050017"), "370602198811050017");
}

TEST(PersonNumber, OtherCertificatesCountAsTheyAre) {
  for (const std::string_view number : {"P1", "E12345678", "H01234567", "h01234567", "12345678", "0123456789",
                                        "1234567X", "DE-1988-77", "CHN110101198001011234", "91370600MA3CDEFGH1"}) {
    EXPECT_EQ(read_person_number(number), std::string(number));
  }
}

struct Mangled {
  std::string_view number;
  std::string_view says_zh;
  std::string_view says_en;
};

const std::vector<Mangled> kMangled{
    {"", "为空", "is empty"},
    {"37060219881105001", "有 17 位", "has 17 digits"},
    {"3706021988110500171", "有 19 位", "has 19 digits"},
    {"37060219881105X", "15 位的旧号码", "15 digits"},
    {"370602881105001", "15 位的旧号码", "15 digits"},
    {"12345678901", "有 11 位", "has 11 digits"},
    {"3.70602E+17", "科学计数法", "power of ten"},
    {"3.70602e17", "科学计数法", "power of ten"},
    {"4E+17", "科学计数法", "power of ten"},
    {"37E16", "科学计数法", "power of ten"},
    {"370602198811050017.0", "小数点", "decimal point"},
    {"'370602198811050017", "“'”（U+0027）", "''' (U+0027)"},
    {"\"370602198811050017\"", "U+0022", "U+0022"},
    {"#N/A", "错误值", "error of a spreadsheet"},
    {"########", "####", "####"},
    {"=\"370602198811050017\"", "公式", "a formula"},
    {"=1+1", "公式", "a formula"},
    {"+7", "公式", "a formula"},
    {"@SUM(A1)", "公式", "a formula"},
    {"３７０６０２１９８８１１０５００１７", "全角", "wide form"},
    {"37060219881105001Ｘ", "全角", "wide form"},
    {" 370602198811050017", "第 1 个字符是空格", "a blank at character 1:"},
    {"370602198811050017 ", "第 19 个字符是空格", "a blank at character 19:"},
    {"370602 19881105 0017", "第 7 个字符是空格", "a blank at character 7:"},
    {"370602198811050017\n", "U+000A", "U+000A"},
    {"370602198811050017\t", "U+0009", "U+0009"},
    {"370602198811050017\xC2\xA0", "U+00A0", "U+00A0"},
    {"\xE2\x80\x8B"
     "370602198811050017",
     "U+200B", "U+200B"},
    {"\xEF\xBB\xBF"
     "370602198811050017",
     "U+FEFF", "U+FEFF"},
    {"370602198811050017\xE3\x80\x80", "U+3000", "U+3000"},
    {"370602-19881105-0017", "连字符", "hyphens"},
    {"-370602198811050017", "连字符", "a hyphen"},
    {"37O602198811050017", "夹有字母", "letters in it"},
    {"37060219881105001Y", "夹有字母", "letters in it"},
    {"甲乙", "“甲”（U+7532）", "'甲' (U+7532)"},
    {"P_1", "U+005F", "U+005F"},
    {"\xD5\xC5", "U+FFFD", "U+FFFD"},
};

TEST(PersonNumber, AMangledOneIsRefusedWithWhatToDo) {
  for (const Mangled& each : kMangled) {
    const auto read = read_person_number(each.number);
    ASSERT_FALSE(read) << each.number;
    EXPECT_EQ(read.error().code, ErrorCode::invalid_value) << each.number;
    EXPECT_NE(read.error().message.zh.find(each.says_zh), std::string::npos) << read.error().message.zh;
    EXPECT_NE(read.error().message.en.find(each.says_en), std::string::npos) << read.error().message.en;
  }
}

TEST(PersonNumber, ARefusalDoesNotSayTheNumber) {
  for (const Mangled& each : kMangled) {
    if (each.number.size() < 12) continue;
    const Text message = read_person_number(each.number).error().message;
    for (std::size_t at = 0; at + 6 <= each.number.size(); ++at) {
      const std::string_view part = each.number.substr(at, 6);
      EXPECT_EQ(message.zh.find(part), std::string::npos) << message.zh;
      EXPECT_EQ(message.en.find(part), std::string::npos) << message.en;
    }
  }
}

TEST(PersonNumber, GB11643_TheCheckDigitIsReckoned) {
  EXPECT_TRUE(doubts_of(kOfTheStandard, {}, {}).empty());
  EXPECT_TRUE(doubts_of("34052419800101001X", {}, {}).empty());
  constexpr std::string_view stem = "37060219881105001";
  int right = 0;
  for (const char last : std::string_view("0123456789X")) {
    right += doubts_of(std::string(stem) + last, {}, {}).empty() ? 1 : 0;
  }
  EXPECT_EQ(right, 1);
}

TEST(PersonNumber, ContradictionsAreDoubts) {
  using enum NumberDoubt;
  const auto doubts = [](std::string_view born, Sex sex) { return doubts_of(kOfTheStandard, day(born), sex); };
  EXPECT_TRUE(doubts("1949-12-31", Sex::female).empty());
  EXPECT_EQ(doubts("1949-12-30", Sex::female), WordSet<NumberDoubt>{number_birth});
  EXPECT_EQ(doubts("1949-12-31", Sex::male), WordSet<NumberDoubt>{number_sex});
  EXPECT_TRUE(doubts_of("110105194913310026", {}, {}).contains(number_birth)) << "there is no thirteenth month";
  EXPECT_TRUE(doubts_of("E12345678", day("1990-01-01"), Sex::male).empty());
}

}  // namespace
}  // namespace yidan
