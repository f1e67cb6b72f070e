#include "base/file_kind.h"

#include <gtest/gtest.h>

namespace yidan {
namespace {

using namespace std::string_view_literals;

std::string en(std::string_view start) {
  const auto kind = foreign_kind(start);
  return kind ? kind->en : "text";
}

TEST(FileKind, IsNamedByItsFirstBytes) {
  EXPECT_TRUE(en("PK\x03\x04\x14\x00"sv).contains("Excel workbook (xlsx)"));
  EXPECT_TRUE(en("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1").contains("old Excel workbook (xls)"));
  EXPECT_TRUE(en("\xFF\xFE{\0"sv).contains("UTF-16"));
  EXPECT_TRUE(en("\xFE\xFF\0{"sv).contains("UTF-16"));
  EXPECT_TRUE(en("\xFF\xFE\0\0{\0\0\0"sv).contains("UTF-32"));
  EXPECT_TRUE(en("{\0\"\0"sv).contains("UTF-16"));
  EXPECT_TRUE(en("\0{\0\""sv).contains("UTF-16"));
  EXPECT_TRUE(en("<html><table>").contains("web page"));
  EXPECT_TRUE(en("%PDF-1.7").contains("PDF"));
}

TEST(FileKind, TextIsNoOtherKind) {
  for (const std::string_view text : {""sv, "id,born\n"sv, "{\"format\""sv, "\xEF\xBB\xBFid"sv, "身份证号"sv, "PK"sv}) {
    EXPECT_EQ(en(text), "text") << text;
  }
}

TEST(FileKind, AMarkIsTakenOnce) {
  EXPECT_EQ(without_mark("\xEF\xBB\xBF{}"), "{}");
  EXPECT_EQ(without_mark("{}"), "{}");
}

}  // namespace
}  // namespace yidan
