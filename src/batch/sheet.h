// Writes the rows of an answer as CSV, with a heading, or as JSON lines; every amount has two decimals. A cell of a CSV
// that a spreadsheet would take for a formula has an apostrophe before it.
#pragma once

#include "base/json_writer.h"
#include "batch/row.h"
#include "money/money.h"

namespace yidan::batch {

class Sheet {
 public:
  // REQUIRES: `columns` and `out` live as long as the sheet.
  Sheet(Format format, std::span<const std::string_view> columns, std::string& out)
      : format_(format), columns_(columns), out_(out) {}

  void heading();

  // A row: its cells in the order of the columns, then `end`.
  Sheet& text(std::string_view text);
  Sheet& number(std::int64_t value);
  Sheet& money(Money amount);
  void end();

 private:
  void next_cell();

  Format format_;
  std::span<const std::string_view> columns_;
  std::string& out_;
  std::size_t cell_ = 0;
};

}  // namespace yidan::batch
