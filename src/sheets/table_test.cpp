#include "sheets/table.h"

#include <fstream>

#include <gtest/gtest.h>

#include "base/temporary_folder.h"
#include "sheets/workbook.h"

namespace yidan::sheets {
namespace {

using Cells = std::vector<std::string>;

class SheetFile : public ::testing::Test {
 protected:
  [[nodiscard]] std::filesystem::path put(const std::string& name, const std::string& bytes) const {
    const auto path = folder_.path() / name;
    std::ofstream(path, std::ios::binary) << bytes;
    return path;
  }

  static std::vector<TableRow> rows_of(const std::filesystem::path& file) {
    std::vector<TableRow> rows;
    auto table = open_table(file);
    EXPECT_TRUE(table) << table.error().message.en;
    while (table) {
      auto row = (*table)->next();
      EXPECT_TRUE(row) << row.error().message.en;
      if (!row || !*row) break;
      rows.push_back(std::move(**row));
    }
    return rows;
  }

  // Why it cannot be read; empty: it can.
  static std::string why_not(const std::filesystem::path& file) {
    auto table = open_table(file);
    if (!table) return table.error().message.en;
    while (true) {
      const auto row = (*table)->next();
      if (!row) return row.error().message.en;
      if (!*row) return {};
    }
  }

  TemporaryFolder folder_;
};

TEST_F(SheetFile, AWorkbookIsReadAsItWasWritten) {
  const auto path = folder_.path() / "book.xlsx";
  Workbook book(path);
  const std::vector<SheetColumn> columns{
      {"编号", CellKind::text}, {"日期", CellKind::day}, {"金额", CellKind::amount}, {"数量", CellKind::number}};
  book.begin_sheet("登记", columns);
  book.row(Cells{"A1", "2022-02-28", "1234.5", "12"});
  book.row(Cells{"=1+1", "1899-01-01", "no amount", "370602199001011234"});
  ASSERT_TRUE(book.finish());
  const auto rows = rows_of(path);
  ASSERT_EQ(rows.size(), 3U);
  EXPECT_EQ(rows[0].cells, (Cells{"编号", "日期", "金额", "数量"}));
  EXPECT_EQ(rows[1].cells, (Cells{"A1", "2022-02-28", "1234.5", "12"}));
  EXPECT_EQ(rows[2].line, 3U);
  // A formula is text; a number that a spreadsheet would round is text.
  EXPECT_EQ(rows[2].cells[0], "=1+1");
  EXPECT_EQ(rows[2].cells[3], "370602199001011234");
}

TEST_F(SheetFile, AnOfficesCsvMayBeOfAnyUsualEncoding) {
  const std::string gbk = "\xB1\xE0\xBA\xC5,\xC3\xFB\xB3\xC6\r\nA1,\xD1\xCC\xCC\xA8\r\n";  // 编号,名称 / A1,烟台
  EXPECT_EQ(rows_of(put("gbk.csv", gbk))[1].cells, (Cells{"A1", "烟台"}));
  EXPECT_EQ(rows_of(put("mark.csv", "\xEF\xBB\xBF编号,名称\nA1,烟台\n"))[0].cells, (Cells{"编号", "名称"}));
  const std::string utf16("\xFF\xFE\x41\x00\x2C\x00\xDF\x70\x0A\x00", 10);  // A,烟
  EXPECT_EQ(rows_of(put("utf16.csv", utf16))[0].cells, (Cells{"A", "烟"}));
}

TEST_F(SheetFile, LinesAreCountedAsTheFileHasThem) {
  const auto rows = rows_of(put("lines.csv", "title,\n\n\"a\nb\",c\nd,e\n"));
  ASSERT_EQ(rows.size(), 3U);
  EXPECT_EQ(rows[1].line, 3U);
  EXPECT_EQ(rows[2].line, 5U);
}

TEST_F(SheetFile, WhatIsNoTableSaysSo) {
  EXPECT_NE(why_not(folder_.path() / "nowhere.csv").find("is not there"), std::string::npos);
  EXPECT_NE(why_not(put("old.xls", "\xD0\xCF\x11\xE0 and more")).find("old Excel"), std::string::npos);
  EXPECT_NE(why_not(put("cut.xlsx", "PK\x03\x04 and no more")).find("no sound XLSX"), std::string::npos);
  EXPECT_NE(why_not(put("page.csv", "%PDF-1.4 and more")).size(), 0U);
}

}  // namespace
}  // namespace yidan::sheets
