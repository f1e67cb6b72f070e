// CSV text in blocks in, rows out; the one place that knows the CSV library (libcsv). And rows out as CSV text.
//
// Rows are those of RFC 4180: commas; quotes around fields with commas, line breaks and doubled quotes; LF or CRLF.
// A byte-order mark is skipped, blanks around a field without quotes do not count, empty lines are passed over.
// A row that cannot be read comes with its fault and ends with its first line; reading goes on with the next one, so
// that a quote which nobody closed spoils one line. Memory is bound by a block and the longest row.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/result.h"

namespace yidan::csv {

inline constexpr std::size_t kLongestField = 64U << 10U;
inline constexpr std::size_t kLongestRow = 256U << 10U;

struct Row {
  std::size_t line = 0;                      // of the file, where the row begins; from 1
  std::string_view raw;                      // as written, without its line end
  std::span<const std::string_view> fields;  // empty when there is a fault
  std::optional<Text> fault;
};

class Reader {
 public:
  Reader();
  ~Reader();
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;

  void push(std::string_view block);
  // No more blocks: what is left is the last row.
  void finish();

  // The next row, valid until the next call; absent when it has not ended yet, and at the end.
  [[nodiscard]] std::optional<Row> next();

 private:
  class Parser;
  std::unique_ptr<Parser> parser_;
};

// Appends a field, in quotes where it needs them.
void append_field(std::string& out, std::string_view field);
// The same of a text that somebody wrote: with an apostrophe before it where a spreadsheet would take it for a formula.
void append_text(std::string& out, std::string_view text);
// Appends a row of texts that somebody wrote, with its line end (CRLF).
void append_text_row(std::string& out, std::span<const std::string> texts);
// Appends a row, with its line end (CRLF): texts, and numbers, also below zero, with their units.
void append_row(std::string& out, std::span<const std::string> fields);

}  // namespace yidan::csv
