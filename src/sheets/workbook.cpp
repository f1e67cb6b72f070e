#include "sheets/workbook.h"

#include <algorithm>
#include <charconv>

#include <xlsxwriter.h>

#include "base/utf8.h"
#include "calendar/date.h"

namespace yidan::sheets {
namespace {

bool number_of(const std::string& text, double& number) {  // tidy: not money
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  // Beyond that a spreadsheet rounds.
  constexpr std::size_t most_digits = 15;
  return error == std::errc() && end == text.data() + text.size() && text.size() <= most_digits;
}

double width_of(const SheetColumn& column) {                                                    // tidy: not money
  constexpr double narrow = 11;                                                                 // tidy: not money
  constexpr double wide = 24;                                                                   // tidy: not money
  constexpr double of_character = 1.9;                                                          // tidy: not money
  const double title = static_cast<double>(count_characters(column.title)) * of_character + 2;  // tidy: not money
  return std::max(title, column.kind == CellKind::text ? wide : narrow);
}

}  // namespace

class Workbook::Sheets {
 public:
  explicit Sheets(const std::filesystem::path& file) {
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    book_ = workbook_new_opt(file.c_str(), &options);
    if (book_ == nullptr) return;
    heading_ = workbook_add_format(book_);
    format_set_bold(heading_);
    format_set_bg_color(heading_, LXW_COLOR_SILVER);
    day_ = workbook_add_format(book_);
    format_set_num_format(day_, "yyyy-mm-dd");
    amount_ = workbook_add_format(book_);
    format_set_num_format(amount_, "#,##0.00");
  }
  ~Sheets() {
    if (book_ != nullptr) (void)workbook_close(book_);
  }
  Sheets(const Sheets&) = delete;
  Sheets& operator=(const Sheets&) = delete;

  void begin(const std::string& name, std::span<const SheetColumn> columns) {
    if (book_ == nullptr) return;
    sheet_ = workbook_add_worksheet(book_, name.c_str());
    columns_.assign(columns.begin(), columns.end());
    row_ = 0;
    if (sheet_ == nullptr) return;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      const auto column = static_cast<lxw_col_t>(i);
      worksheet_set_column(sheet_, column, column, width_of(columns_[i]), nullptr);
    }
    worksheet_freeze_panes(sheet_, 1, 0);
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      worksheet_write_string(sheet_, 0, static_cast<lxw_col_t>(i), columns_[i].title.c_str(), heading_);
    }
  }

  void row(std::span<const std::string> cells) {
    if (sheet_ == nullptr) return;
    ++row_;
    for (std::size_t i = 0; i < cells.size() && i < columns_.size(); ++i) {
      if (!cells[i].empty()) put(static_cast<lxw_col_t>(i), columns_[i].kind, cells[i]);
    }
  }

  bool close() {
    if (book_ == nullptr) return false;
    const bool done = workbook_close(book_) == LXW_NO_ERROR;
    book_ = nullptr;
    return done;
  }

 private:
  void put(lxw_col_t column, CellKind kind, const std::string& cell) {
    double number = 0;  // tidy: not money
    if (kind == CellKind::day) {
      const auto day = parse_date(cell);
      const auto zero = Date::of(1899, 12, 30);
      if (day) {
        worksheet_write_number(sheet_, row_, column, day->days() - zero->days(), day_);
        return;
      }
    }
    if ((kind == CellKind::number || kind == CellKind::amount) && number_of(cell, number)) {
      worksheet_write_number(sheet_, row_, column, number, kind == CellKind::amount ? amount_ : nullptr);
      return;
    }
    worksheet_write_string(sheet_, row_, column, cell.c_str(), nullptr);
  }

  lxw_workbook* book_ = nullptr;
  lxw_worksheet* sheet_ = nullptr;
  lxw_format* heading_ = nullptr;
  lxw_format* day_ = nullptr;
  lxw_format* amount_ = nullptr;
  std::vector<SheetColumn> columns_;
  lxw_row_t row_ = 0;
};

Workbook::Workbook(const std::filesystem::path& file) : sheets_(std::make_unique<Sheets>(file)) {}
Workbook::~Workbook() = default;

void Workbook::begin_sheet(const std::string& name, std::span<const SheetColumn> columns) {
  sheets_->begin(name, columns);
}
void Workbook::row(std::span<const std::string> cells) { sheets_->row(cells); }

Result<void> Workbook::finish() {
  if (sheets_->close()) return {};
  return std::unexpected(
      Error{ErrorCode::unavailable,
            {"不能写出 XLSX 文件：请检查目录和磁盘空间", "the XLSX file cannot be written: check folder and disk"},
            {}});
}

}  // namespace yidan::sheets
