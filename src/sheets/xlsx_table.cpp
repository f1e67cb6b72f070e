#include <algorithm>
#include <charconv>
#include <deque>
#include <utility>

#include "calendar/date.h"
#include "sheets/archive.h"
#include "sheets/formats.h"

namespace yidan::sheets {
namespace {

using Attributes = Elements::Attributes;

constexpr std::size_t kMostColumns = 1000;
constexpr std::size_t kLongestCell = 64U << 10U;
constexpr std::size_t kMostShared = 256U << 20U;  // bytes of shared texts

std::string_view attribute(const Attributes& attributes, std::string_view name) {
  const auto found = attributes.find(name);
  return found == attributes.end() ? std::string_view{} : std::string_view(found->second);
}

int number_in(std::string_view text) {
  int number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

// The first sheet, and whether days count from 1904.
struct WorkbookPart final : Elements {
  void begin(std::string_view name, const Attributes& attributes) override {
    if (name == "sheet" && first.empty()) first = attribute(attributes, "id");
    if (name == "workbookPr") {
      const std::string_view flag = attribute(attributes, "date1904");
      from_1904 = flag == "1" || flag == "true";
    }
  }
  void end(std::string_view) override {}
  void text(std::string_view) override {}

  std::string first;
  bool from_1904 = false;
};

struct Relations final : Elements {
  void begin(std::string_view name, const Attributes& attributes) override {
    if (name == "Relationship") target.emplace(attribute(attributes, "Id"), attribute(attributes, "Target"));
  }
  void end(std::string_view) override {}
  void text(std::string_view) override {}

  std::map<std::string, std::string, std::less<>> target;
};

// Texts that cells share; of a text with several runs, all of them, but no readings of characters.
struct SharedTexts final : Elements {
  void begin(std::string_view name, const Attributes&) override {
    if (name == "si") list.emplace_back();
    if (name == "rPh") in_reading = true;
    in_text = name == "t" && !in_reading;
  }
  void end(std::string_view name) override {
    if (name == "rPh") in_reading = false;
    in_text = false;
  }
  void text(std::string_view text) override {
    if (!in_text || list.empty() || bytes + text.size() > kMostShared) return;
    bytes += text.size();
    list.back() += text;
  }

  std::vector<std::string> list;
  std::size_t bytes = 0;
  bool in_text = false;
  bool in_reading = false;
};

// Which styles of cells show a number as a day.
struct Styles final : Elements {
  void begin(std::string_view name, const Attributes& attributes) override {
    if (name == "numFmt" && is_day_code(attribute(attributes, "formatCode"))) {
      own.push_back(number_in(attribute(attributes, "numFmtId")));
    }
    if (name == "cellXfs") in_cells = true;
    if (name == "xf" && in_cells) shows_day.push_back(is_day(number_in(attribute(attributes, "numFmtId"))));
  }
  void end(std::string_view name) override {
    if (name == "cellXfs") in_cells = false;
  }
  void text(std::string_view) override {}

  // What stands in quotes or brackets is no part of a day.
  static bool is_day_code(std::string_view code) {
    bool quoted = false;
    bool bracketed = false;
    for (const char each : code) {
      if (each == '"') quoted = !quoted;
      if (each == '[') bracketed = true;
      if (!quoted && !bracketed && (each == 'y' || each == 'Y' || each == 'd' || each == 'D')) return true;
      if (each == ']') bracketed = false;
    }
    return false;
  }
  [[nodiscard]] bool is_day(int format) const {
    const bool built_in = (format >= 14 && format <= 17) || format == 22 || (format >= 27 && format <= 31) ||
                          format == 36 || (format >= 50 && format <= 54) || format == 57 || format == 58;
    return built_in || std::ranges::find(own, format) != own.end();
  }

  std::vector<int> own;
  std::vector<bool> shows_day;
  bool in_cells = false;
};

// "AB12" → 27: columns from 0.
std::size_t column_of(std::string_view reference) {
  std::size_t column = 0;
  for (const char each : reference) {
    if (each < 'A' || each > 'Z') break;
    column = column * 26 + static_cast<std::size_t>(each - 'A' + 1);
    if (column > kMostColumns) break;
  }
  return column == 0 ? 0 : column - 1;
}

class SheetRows final : public Elements {
 public:
  SheetRows(const SharedTexts& texts, const Styles& styles, bool from_1904)
      : texts_(texts), styles_(styles), from_1904_(from_1904) {}

  void begin(std::string_view name, const Attributes& attributes) override {
    if (name == "row") {
      const int line = number_in(attribute(attributes, "r"));
      row_ = {.line = line > 0 ? static_cast<std::size_t>(line) : last_ + 1, .cells = {}};
      last_ = row_.line;
    } else if (name == "c") {
      const std::string_view reference = attribute(attributes, "r");
      column_ = reference.empty() ? row_.cells.size() : column_of(reference);
      type_ = attribute(attributes, "t");
      style_ = static_cast<std::size_t>(std::max(0, number_in(attribute(attributes, "s"))));
      value_.clear();
    }
    in_value_ = name == "v" || name == "t";
  }
  void end(std::string_view name) override {
    in_value_ = false;
    if (name == "c") put();
    if (name == "row") rows_.push_back(std::move(row_));
  }
  void text(std::string_view text) override {
    if (in_value_ && value_.size() + text.size() <= kLongestCell) value_ += text;
  }

  std::optional<TableRow> take() {
    if (rows_.empty()) return std::nullopt;
    TableRow row = std::move(rows_.front());
    rows_.pop_front();
    return row;
  }

 private:
  void put() {
    if (value_.empty() || column_ >= kMostColumns) return;
    if (row_.cells.size() <= column_) row_.cells.resize(column_ + 1);
    row_.cells[column_] = shown();
  }

  [[nodiscard]] std::string shown() const {
    if (type_ == "s") {
      const auto index = static_cast<std::size_t>(std::max(0, number_in(value_)));
      return index < texts_.list.size() ? texts_.list[index] : std::string();
    }
    if (type_ == "b") return value_ == "1" ? "true" : "false";
    const bool is_number = type_.empty() || type_ == "n";
    const bool is_day = style_ < styles_.shows_day.size() && styles_.shows_day[style_];
    return is_number && is_day ? day_of(value_) : value_;
  }

  // Days since 1899-12-30, as spreadsheets count after February 1900; the time of day does not count.
  [[nodiscard]] std::string day_of(const std::string& serial) const {
    std::int32_t days = 0;
    const auto [end, error] = std::from_chars(serial.data(), serial.data() + serial.size(), days);
    const bool whole = end == serial.data() + serial.size() || *end == '.';
    constexpr std::int32_t most = 110'000;
    if (error != std::errc() || !whole || days < 61 || days > most) return serial;
    const auto first = Date::of(from_1904_ ? 1904 : 1899, from_1904_ ? 1 : 12, from_1904_ ? 1 : 30);
    return to_text(Date::from_days(first->days() + days));
  }

  const SharedTexts& texts_;
  const Styles& styles_;
  bool from_1904_;
  std::deque<TableRow> rows_;
  TableRow row_;
  std::size_t last_ = 0;
  std::size_t column_ = 0;
  std::size_t style_ = 0;
  std::string type_;
  std::string value_;
  bool in_value_ = false;
};

class XlsxTable final : public Table {
 public:
  explicit XlsxTable(std::unique_ptr<Archive> archive) : archive_(std::move(archive)) {}

  Result<void> open() {
    WorkbookPart book;
    Relations relations;
    if (auto read = read_part(*archive_, "xl/workbook.xml", book); !read) return read;
    if (auto read = read_part(*archive_, "xl/_rels/workbook.xml.rels", relations); !read) return read;
    for (const auto& [part, into] : {std::pair<std::string, Elements*>{"xl/sharedStrings.xml", &texts_},
                                     std::pair<std::string, Elements*>{"xl/styles.xml", &styles_}}) {
      if (!archive_->has(part)) continue;
      if (auto read = read_part(*archive_, part, *into); !read) return read;
    }
    const auto target = relations.target.find(book.first);
    std::string name = target == relations.target.end() ? "worksheets/sheet1.xml" : target->second;
    name = name.starts_with('/') ? name.substr(1) : "xl/" + name;
    rows_ = std::make_unique<SheetRows>(texts_, styles_, book.from_1904);
    auto part = archive_->part(name, *rows_);
    if (!part) return std::unexpected(std::move(part.error()));
    part_ = std::move(*part);
    return {};
  }

  Result<std::optional<TableRow>> next() override {
    while (true) {
      if (auto row = rows_->take()) return row;
      if (part_ == nullptr) return std::nullopt;
      const auto more = part_->read_on();
      if (!more) return std::unexpected(more.error());
      if (!*more) part_.reset();
    }
  }

 private:
  std::unique_ptr<Archive> archive_;
  SharedTexts texts_;
  Styles styles_;
  std::unique_ptr<SheetRows> rows_;
  std::unique_ptr<Archive::Part> part_;  // before what it reads into
};

}  // namespace

Result<std::unique_ptr<Table>> open_xlsx(const std::filesystem::path& file) {
  auto archive = Archive::open(file);
  if (!archive) return std::unexpected(std::move(archive.error()));
  auto table = std::make_unique<XlsxTable>(std::move(*archive));
  if (auto opened = table->open(); !opened) return std::unexpected(std::move(opened.error()));
  return table;
}

}  // namespace yidan::sheets
