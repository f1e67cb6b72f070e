// The rows of a sheet that an office sends: CSV in UTF-8, UTF-16 or GB18030 (GBK), or the first sheet of an XLSX file.
//
// Rows come one by one; memory does not grow with their number, but for the texts that an XLSX file shares between its
// cells. Days and numbers of a spreadsheet come as the texts that people write: "2022-03-01", "120".
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"

namespace yidan::sheets {

struct TableRow {
  std::size_t line = 0;  // of the file, or of the sheet; from 1
  std::vector<std::string> cells;

  [[nodiscard]] bool is_empty() const;
};

class Table {
 public:
  Table() = default;
  virtual ~Table() = default;
  Table(const Table&) = delete;
  Table& operator=(const Table&) = delete;

  // The next row; absent at the end. Errors: `syntax`: what cannot be read as a table, with its place.
  [[nodiscard]] virtual Result<std::optional<TableRow>> next() = 0;
};

// Errors: `not_found`: there is no such file, or it cannot be read; `syntax`: it is neither.
[[nodiscard]] Result<std::unique_ptr<Table>> open_table(const std::filesystem::path& file);

}  // namespace yidan::sheets
