#include "batch/heading.h"

#include <algorithm>

#include "base/visible.h"
#include "terms/nearest.h"

namespace yidan::batch {
namespace {

constexpr std::string_view kForTheEye = "姓名 name 序号 备注";

bool has_word(std::string_view words, std::string_view name) {
  while (!words.empty()) {
    const std::string_view word = words.substr(0, words.find(' '));
    if (word == name) return true;
    words.remove_prefix(std::min(word.size() + 1, words.size()));
  }
  return false;
}

std::vector<std::string_view> names_of(Columns columns) {
  std::vector<std::string_view> names;
  for (const Column& column : columns) names.push_back(column.name);
  return names;
}

std::string listed(Columns columns) {
  std::string list;
  for (const Column& column : columns) list += (list.empty() ? "" : ", ") + std::string(column.name);
  return list;
}

// The same, each with its first heading in Chinese.
std::string listed_in_chinese(Columns columns) {
  std::string list;
  for (const Column& column : columns) {
    list += (list.empty() ? "" : "、") + std::string(column.name);
    if (!column.headings.empty()) list += " " + std::string(column.headings.substr(0, column.headings.find(' ')));
  }
  return list;
}

Error nameless_column(std::size_t number) {
  const std::string which = std::to_string(number);
  return {ErrorCode::missing,
          {"第 " + which + " 列没有名称：请命名，或删去多余的逗号",
           "column " + which + " has no name: name it, or remove the comma"},
          {}};
}

Error no_commas() {
  return {ErrorCode::syntax,
          {"各列应以英文逗号分隔：请另存为“CSV UTF-8（逗号分隔）”",
           "columns are separated by commas here: save the file as 'CSV UTF-8 (comma delimited)'"},
          {}};
}

}  // namespace

std::optional<std::size_t> column_named(Columns columns, std::string_view name) {
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (columns[i].name == name || has_word(columns[i].headings, name)) return i;
  }
  return name.starts_with("x-") || has_word(kForTheEye, name) ? std::optional(kIgnored) : std::nullopt;
}

Error unknown_column(Columns columns, std::string_view name) {
  const std::string quoted = shown(name);
  const Text meant =
      did_you_mean(name, names_of(columns), {"（自定义列请以 x- 开头）", " (columns of your own begin with 'x-')"});
  const std::string all = listed(columns);
  return {ErrorCode::unknown_key,
          {"未知的列“" + quoted + "”" + meant.zh + "（可用：" + listed_in_chinese(columns) + "）",
           "unknown column '" + quoted + "'" + meant.en + " (there are: " + all + ")"},
          quoted};
}

Result<std::vector<std::size_t>> read_heading(Columns columns, std::span<const std::string_view> names) {
  std::vector<std::size_t> places;
  if (names.size() == 1 && names[0].find_first_of(";\t") != std::string_view::npos) return std::unexpected(no_commas());
  for (const std::string_view name : names) {
    const auto column = column_named(columns, name);
    if (name.empty()) return std::unexpected(nameless_column(places.size() + 1));
    if (!column) return std::unexpected(unknown_column(columns, name));
    if (*column != kIgnored && std::ranges::find(places, *column) != places.end()) {
      const std::string twice = shown(name);
      return std::unexpected(
          Error{ErrorCode::duplicate_key,
                {"列“" + twice + "”重复：只保留一个", "column '" + twice + "' stands twice: keep one of them"},
                twice});
    }
    places.push_back(*column);
  }
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (!columns[i].required || std::ranges::find(places, i) != places.end()) continue;
    const std::string missing(columns[i].name);
    return std::unexpected(Error{
        ErrorCode::missing,
        {"缺少列“" + missing + "”：首行应列出各列名称（可用：" + listed_in_chinese(columns) + "）",
         "column '" + missing + "' is missing: the first line names the columns (there are: " + listed(columns) + ")"},
        missing});
  }
  return places;
}

}  // namespace yidan::batch
