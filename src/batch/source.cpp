#include "batch/source.h"

#include <algorithm>

#include "base/csv.h"
#include "base/file_kind.h"
#include "base/json.h"
#include "base/line_buffer.h"
#include "base/text.h"
#include "batch/heading.h"

namespace yidan::batch {
namespace {

Refusal refusal(ErrorCode code, std::string column, Text message) {
  return {code_of(code), std::move(column), std::move(message), {}};
}

class CsvSource : public Source {
 public:
  explicit CsvSource(Columns columns) : columns_(columns), values_(columns.size()) {}

  void push(std::string_view block) override {
    judge(block);
    reader_.push(block);
  }
  void finish() override {
    reader_.finish();
    finished_ = true;
  }

  std::optional<Row> next() override {
    if (fault_) return std::nullopt;
    if (!has_heading_ && !read_first()) return std::nullopt;
    const auto read = reader_.next();
    if (!read) return std::nullopt;
    Row row{.line = read->line, .raw = read->raw, .values = values_, .refusal = {}};
    if (read->fault) {
      row.refusal = refusal(ErrorCode::syntax, {}, *read->fault);
    } else if (read->fields.size() != places_.size()) {
      row.refusal = refusal(ErrorCode::syntax, {}, wrong_count(read->fields.size()));
    } else {
      for (std::size_t i = 0; i < places_.size(); ++i) {
        if (places_[i] != kIgnored) values_[places_[i]] = read->fields[i];
      }
    }
    return row;
  }

 private:
  bool read_first() {
    if (fault_) return false;
    const auto first = reader_.next();
    if (first && first->fault) {
      fault_ = Error{ErrorCode::syntax, *first->fault, {}};
    } else if (first) {
      auto places = read_heading(columns_, first->fields);
      has_heading_ = places.has_value();
      if (places) places_ = std::move(*places);
      if (!places) fault_ = std::move(places.error());
    } else if (finished_) {
      fault_ = Error{ErrorCode::missing,
                     {"文件没有内容：首行应列出各列名称", "the file is empty: its first line names the columns"},
                     {}};
    }
    return has_heading_;
  }

  [[nodiscard]] Text wrong_count(std::size_t found) const {
    const std::string wanted = std::to_string(places_.size());
    const std::string got = std::to_string(found);
    return {"本行有 " + got + " 个字段，首行有 " + wanted + " 列：字段中有逗号时请加引号",
            "the row has " + got + " fields and the first line " + wanted + ": quote a field that has a comma"};
  }

  Columns columns_;
  csv::Reader reader_;
  std::vector<std::size_t> places_;  // the column of each field
  std::vector<std::string_view> values_;
  bool has_heading_ = false;
  bool finished_ = false;
};

class JsonlSource : public Source {
 public:
  explicit JsonlSource(Columns columns) : columns_(columns), values_(columns.size()) {}

  void push(std::string_view block) override {
    judge(block);
    lines_.push(block);
  }
  void finish() override { lines_.finish(); }

  std::optional<Row> next() override {
    while (!fault_) {
      lines_.drop();
      const auto line = lines_.next();
      if (!line) return std::nullopt;
      if (line->text.find_first_not_of(" \t\r") == std::string_view::npos) continue;
      Row row{.line = line->number, .raw = line->text, .values = values_, .refusal = {}};
      if (row.raw.ends_with('\r')) row.raw.remove_suffix(1);
      row.refusal = line->too_long ? too_long() : read(row.raw, row.line);
      return row;
    }
    return std::nullopt;
  }

 private:
  static Refusal too_long() {
    return refusal(ErrorCode::syntax, {},
                   {"一行超过 256 KiB：请检查是否缺少换行", "a line is longer than 256 KiB: is a line end missing?"});
  }

  std::optional<Refusal> read(std::string_view text, std::size_t number) {
    const auto value = document_.parse(text);
    if (!value) {
      const auto& error = value.error();
      const std::string line = std::to_string(number);
      const std::string column = std::to_string(error.column);
      return refusal(ErrorCode::syntax, {},
                     {"不是有效的 JSON（第 " + line + " 行第 " + column + " 列）：" + error.reason.zh,
                      "not valid JSON (line " + line + ", column " + column + "): " + error.reason.en});
    }
    if ((*value)->kind != json::Kind::object)
      return refusal(ErrorCode::wrong_type, {}, {"此行应为对象 {…}", "expected an object {…} in this line"});
    return read_members((*value)->members());
  }

  std::optional<Refusal> read_members(std::span<const json::Member> members) {
    std::ranges::fill(values_, std::string_view{});
    seen_.assign(columns_.size(), false);
    for (const json::Member& member : members) {
      const auto column = column_named(columns_, member.key);
      if (!column) {
        Error error = unknown_column(columns_, member.key);
        return refusal(error.code, std::move(error.where), std::move(error.message));
      }
      if (*column == kIgnored) continue;
      const std::string name(member.key);
      if (seen_[*column]) {
        return refusal(ErrorCode::duplicate_key, name,
                       {"键“" + name + "”重复：只保留一个", "key '" + name + "' stands twice: keep one of them"});
      }
      seen_[*column] = true;
      if (!take(columns_[*column], member.value, values_[*column])) {
        return refusal(ErrorCode::wrong_type, name,
                       {"此处应为文本（加引号），如 \"6000.00\"、\"1990-03-07\"",
                        "expected text in quotes here, for example \"6000.00\" or \"1990-03-07\""});
      }
    }
    return std::nullopt;
  }

  static bool take(const Column& column, const json::Value& value, std::string_view& text) {
    if (value.kind == json::Kind::null) return true;
    if (value.kind == json::Kind::boolean && column.is_truth) {
      text = value.truth ? "yes" : "no";
      return true;
    }
    text = value.text;
    return value.kind == json::Kind::string;
  }

  Columns columns_;
  LineBuffer lines_{csv::kLongestRow};
  json::Document document_;
  std::vector<std::string_view> values_;
  std::vector<bool> seen_;
};

}  // namespace

void Source::judge(std::string_view block) {
  constexpr std::size_t telling = 4;
  if (head_.size() >= telling) return;
  head_ += block.substr(0, telling - head_.size());
  if (auto kind = foreign_kind(head_)) fault_ = Error{ErrorCode::syntax, *std::move(kind), {}};
}

std::unique_ptr<Source> open_source(Format format, Columns columns) {
  if (format == Format::csv) return std::make_unique<CsvSource>(columns);
  return std::make_unique<JsonlSource>(columns);
}

}  // namespace yidan::batch
