#include "base/csv.h"

#include <algorithm>
#include <array>
#include <new>
#include <vector>

#include <csv.h>

#include "base/file_kind.h"
#include "base/line_buffer.h"
#include "base/utf8.h"

namespace yidan::csv {
namespace {

const Text& unclosed_quote() {
  static const Text text{"引号没有成对：请补上结束的引号，字段内的引号写成两个（\"\"）",
                         "a quote is not closed: close it, and write a quote inside a field twice (\"\")"};
  return text;
}

const Text& stray_quote() {
  static const Text text{"引号位置不对：引号应包住整个字段，字段内的引号写成两个（\"\"）",
                         "a quote stands inside a field: quote the whole field, and write a quote inside it twice "
                         "(\"\")"};
  return text;
}

const Text& stray_return() {
  static const Text text{"行中有单独的回车符（CR）：请以 LF 或 CRLF 换行",
                         "a carriage return stands within the line: end lines with LF or CRLF"};
  return text;
}

const Text& too_long() {
  static const Text text{"一行超过 256 KiB，或一个字段超过 64 KiB：请检查是否缺少换行或引号",
                         "a row is longer than 256 KiB, or a field than 64 KiB: is a line end or a quote missing?"};
  return text;
}

// Characters for which a field needs quotes.
constexpr std::array<bool, 256> kSpecial = [] {
  std::array<bool, 256> special{};
  for (const char c : {',', '"', '\r', '\n'}) special[static_cast<unsigned char>(c)] = true;
  return special;
}();

bool is_special(char c) { return kSpecial[static_cast<unsigned char>(c)]; }

bool is_blank(std::string_view line) { return line.find_first_not_of(" \t\r") == std::string_view::npos; }

}  // namespace

// libcsv is fed line by line, so that the extent of every row is known.
class Reader::Parser {
 public:
  Parser() {
    if (csv_init(&csv_, CSV_STRICT) != 0) throw std::bad_alloc();
    at_rest_ = csv_.pstate;
    constexpr std::size_t block = 4096;
    csv_set_blk_size(&csv_, block);
  }
  ~Parser() { csv_free(&csv_); }
  Parser(const Parser&) = delete;
  Parser& operator=(const Parser&) = delete;

  void push(std::string_view block) { lines_.push(block); }
  void finish() {
    lines_.finish();
    finished_ = true;
  }

  std::optional<Row> next() {
    if (!in_row_) lines_.drop();
    while (const auto line = lines_.next()) {
      if (!in_row_ && is_blank(line->text)) {
        lines_.drop();
        continue;
      }
      if (!in_row_) begin(line->number);
      if (line->too_long) return spoilt(too_long());
      if (lines_.taken().size() > kLongestRow) return spoilt(unclosed_quote());
      // The text is followed by its line feed.
      if (csv_parse(&csv_, line->text.data(), line->text.size() + 1, on_field, on_row, this) != line->text.size() + 1)
        return spoilt(stray_quote());
      if (rows_ == 0) continue;  // a quoted field goes on in the next line
      return rows_ > 1 || csv_.pstate != at_rest_ ? spoilt(stray_return()) : whole();
    }
    if (finished_ && in_row_) return spoilt(unclosed_quote());
    return std::nullopt;
  }

 private:
  static void on_field(void* field, std::size_t size, void* self) {
    auto& parser = *static_cast<Parser*>(self);
    parser.text_.append(static_cast<const char*>(field), size);
    parser.ends_.push_back(parser.text_.size());
  }
  static void on_row(int, void* self) { ++static_cast<Parser*>(self)->rows_; }

  void begin(std::size_t line) {
    in_row_ = true;
    row_line_ = line;
    rows_ = 0;
    text_.clear();
    ends_.clear();
  }

  Row whole() {
    in_row_ = false;
    Row row{.line = row_line_, .raw = lines_.taken()};
    fields_.clear();
    std::size_t from = 0;
    bool fits = true;
    for (const std::size_t end : ends_) {
      fields_.push_back(std::string_view(text_).substr(from, end - from));
      fits = fits && end - from <= kLongestField;
      from = end;
    }
    if (!fits) row.fault = too_long();
    if (!is_utf8(row.raw)) row.fault = not_utf8();
    if (!row.fault) row.fields = fields_;
    return row;
  }

  // The row ends with its first line; what came after it is read again as rows of its own.
  Row spoilt(const Text& why) {
    in_row_ = false;
    csv_fini(&csv_, nullptr, nullptr, nullptr);
    std::string_view raw = lines_.taken();
    raw = raw.substr(0, raw.find('\n'));
    if (raw.ends_with('\r')) raw.remove_suffix(1);
    first_line_ = raw.substr(0, kLongestField);
    lines_.drop_first();
    return {.line = row_line_, .raw = first_line_, .fault = is_utf8(raw) ? why : not_utf8()};
  }

  csv_parser csv_{};
  int at_rest_ = 0;  // the state of libcsv between rows
  LineBuffer lines_{kLongestRow};
  bool finished_ = false;
  bool in_row_ = false;
  std::size_t row_line_ = 0;
  int rows_ = 0;
  std::string text_;  // of the fields
  std::vector<std::size_t> ends_;
  std::vector<std::string_view> fields_;
  std::string first_line_;
};

Reader::Reader() : parser_(std::make_unique<Parser>()) {}
Reader::~Reader() = default;
void Reader::push(std::string_view block) { parser_->push(block); }
void Reader::finish() { parser_->finish(); }
std::optional<Row> Reader::next() { return parser_->next(); }

void append_field(std::string& out, std::string_view field) {
  const auto blank = [](char c) { return c == ' ' || c == '\t'; };
  const bool blank_end = !field.empty() && (blank(field.front()) || blank(field.back()));
  if (!blank_end && std::ranges::none_of(field, is_special)) {
    out += field;
    return;
  }
  out += '"';
  for (const char c : field) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

namespace {

// What a spreadsheet would run, in half or full width, when it stands first in a cell.
bool begins_a_formula(std::string_view text) {
  using namespace std::string_view_literals;
  constexpr std::array marks{"="sv, "+"sv, "-"sv, "@"sv, "\t"sv, "\r"sv, "＝"sv, "＋"sv, "－"sv, "＠"sv};
  return std::ranges::any_of(marks, [text](std::string_view mark) { return text.starts_with(mark); });
}

// "-2.00", "-2 points": nothing that could be reckoned or called.
bool is_below_zero(std::string_view text) {
  constexpr std::string_view digits = "0123456789";
  constexpr std::string_view parts_of_formulas = "+-*/^=(!|&<>:;,'\"@";
  return text.size() > 1 && text.front() == '-' && digits.contains(text[1]) &&
         text.find_first_of(parts_of_formulas, 1) == std::string_view::npos;
}

}  // namespace

void append_text(std::string& out, std::string_view text) {
  append_field(out, begins_a_formula(text) ? "'" + std::string(text) : std::string(text));
}

void append_text_row(std::string& out, std::span<const std::string> texts) {
  for (std::size_t i = 0; i < texts.size(); ++i) {
    if (i != 0) out += ',';
    append_text(out, texts[i]);
  }
  out += "\r\n";
}

void append_row(std::string& out, std::span<const std::string> fields) {
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (i != 0) out += ',';
    if (is_below_zero(fields[i])) {
      append_field(out, fields[i]);
    } else {
      append_text(out, fields[i]);
    }
  }
  out += "\r\n";
}

}  // namespace yidan::csv
