#include "policy/register.h"

#include <algorithm>
#include <array>

namespace yidan::policy {
namespace {

constexpr std::size_t kColumns = 9;

// id document section capability from through testable gist_zh gist_en
bool split(std::string_view row, std::array<std::string_view, kColumns>& columns) {
  for (std::size_t i = 0; i < kColumns; ++i) {
    const std::size_t tab = row.find('\t');
    columns[i] = row.substr(0, tab);
    if ((tab == std::string_view::npos) != (i + 1 == kColumns)) return false;
    row.remove_prefix(tab == std::string_view::npos ? row.size() : tab + 1);
  }
  return !columns[0].empty();
}

std::string_view next_line(std::string_view& rest) {
  const std::string_view line = rest.substr(0, rest.find('\n'));
  rest.remove_prefix(std::min(line.size() + 1, rest.size()));
  return line;
}

}  // namespace

ClauseRegister read_register(std::optional<std::string_view> text, const std::string& name, Problems& problems) {
  ClauseRegister clauses;
  if (!text) {
    problems.add({name, 0, 0}, "找不到条款登记册：引用无从核对，请补上此文件",
                 "the register of clauses is missing: citations cannot be checked, add this file");
    return clauses;
  }
  std::string_view rest = *text;
  next_line(rest);  // the names of the columns
  for (int line = 2; !rest.empty(); ++line) {
    const std::string_view row = next_line(rest);
    std::array<std::string_view, kColumns> column;
    if (!split(row, column)) {
      problems.add({name, line, 1}, "登记册的行应有九个以制表符分隔的栏：请改正此行",
                   "a row of the register has nine tab-separated columns: correct this one");
      continue;
    }
    Clause clause{std::string(column[1]),
                  std::string(column[2]),
                  std::string(column[3]),
                  column[6] == "yes",
                  {std::string(column[7]), std::string(column[8])}};
    if (!clauses.emplace(std::string(column[0]), std::move(clause)).second) {
      problems.add({name, line, 1}, "条款编号“" + std::string(column[0]) + "”重复：只保留一行",
                   "clause id '" + std::string(column[0]) + "' stands twice: keep one row of it");
    }
  }
  if (clauses.empty()) {
    problems.add({name, 0, 0}, "登记册没有可读的条款：引用无从核对，请补上",
                 "the register has no clause that can be read: citations cannot be checked, add them");
  }
  return clauses;
}

}  // namespace yidan::policy
