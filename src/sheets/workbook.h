// Writes an XLSX file: real days, numbers and amounts, columns as wide as what stands in them, headings that stay; the
// one place that knows the library (libxlsxwriter). Rows go to the disk as they come: memory does not grow with them.
#pragma once

#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "base/result.h"

namespace yidan::sheets {

enum class CellKind : std::uint8_t { text, number, amount, day };

struct SheetColumn {
  std::string title;
  CellKind kind = CellKind::text;
};

class Workbook {
 public:
  // Errors of writing are told by `finish`.
  explicit Workbook(const std::filesystem::path& file);
  ~Workbook();
  Workbook(const Workbook&) = delete;
  Workbook& operator=(const Workbook&) = delete;

  // Begins a sheet; rows go to the sheet begun last.
  void begin_sheet(const std::string& name, std::span<const SheetColumn> columns);
  // A cell that is not of its column's kind is written as text. REQUIRES: a sheet was begun.
  void row(std::span<const std::string> cells);

  // Errors: `unavailable`: the file cannot be written.
  [[nodiscard]] Result<void> finish();

 private:
  class Sheets;
  std::unique_ptr<Sheets> sheets_;
};

}  // namespace yidan::sheets
