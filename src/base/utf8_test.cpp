#include "base/utf8.h"

#include <vector>

#include <gtest/gtest.h>

namespace yidan {
namespace {

struct Bytes {
  std::string_view text;
  bool whole;
  std::string_view mended;
};

constexpr std::string_view kLost = "\xEF\xBF\xBD";

const std::vector<Bytes> kBytes{
    {"", true, ""},
    {"plain text of more than eight bytes", true, "plain text of more than eight bytes"},
    {"烟台 é 😀", true, "烟台 é 😀"},
    {"\xED\x9F\xBF\xEE\x80\x80\xF4\x8F\xBF\xBF", true, "\xED\x9F\xBF\xEE\x80\x80\xF4\x8F\xBF\xBF"},
    {"\xD5\xC5", false, "\xEF\xBF\xBD\xEF\xBF\xBD"},  // GBK
    {"a\x80"
     "b",
     false,
     "a\xEF\xBF\xBD"
     "b"},                                                                            // no lead byte
    {"\xE7\x83", false, "\xEF\xBF\xBD\xEF\xBF\xBD"},                                  // cut off
    {"\xC0\x80", false, "\xEF\xBF\xBD\xEF\xBF\xBD"},                                  // overlong
    {"\xE0\x9F\xBF", false, "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"},                  // overlong
    {"\xED\xA0\x80", false, "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"},                  // a surrogate
    {"\xF4\x90\x80\x80", false, "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"},  // beyond Unicode
    {"12345678\xFF", false, "12345678\xEF\xBF\xBD"},
};

TEST(Utf8, TellsCharactersFromOtherBytes) {
  for (const Bytes& each : kBytes) EXPECT_EQ(is_utf8(each.text), each.whole) << each.text;
}

TEST(Utf8, ReplacesTheBytesThatAreNoCharacter) {
  for (const Bytes& each : kBytes) {
    EXPECT_EQ(as_utf8(each.text), each.mended);
    EXPECT_TRUE(is_utf8(as_utf8(each.text)));
  }
  EXPECT_TRUE(is_utf8(kLost));
}

}  // namespace
}  // namespace yidan
