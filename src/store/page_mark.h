// Where a page of rows ends, as the caller gets it and brings it back: the day, the subject as the database names it,
// the id. Nobody else looks into it.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace yidan::store {

struct PageMark {
  std::string day;
  std::string subject;  // digits, or letters of a stand-in
  std::string id;
};

[[nodiscard]] inline std::string to_text(const PageMark& mark) { return mark.day + "|" + mark.subject + "|" + mark.id; }

// Of an empty text it is the mark before all rows. Errors: `invalid_value`.
[[nodiscard]] inline Result<PageMark> parse_page_mark(std::string_view text) {
  if (text.empty()) return PageMark{};
  const std::size_t first = text.find('|');
  const std::size_t second = first == std::string_view::npos ? first : text.find('|', first + 1);
  const std::size_t letters = second - first - 1;
  constexpr std::size_t longest = 22;
  if (second == std::string_view::npos || letters == 0 || letters > longest) {
    return std::unexpected(Error{ErrorCode::invalid_value,
                                 {"不是翻页标记：请原样填写上一页给出的标记",
                                  "this is no mark of a page: give the one of the page before unchanged"},
                                 "$.after"});
  }
  return PageMark{std::string(text.substr(0, first)), std::string(text.substr(first + 1, letters)),
                  std::string(text.substr(second + 1))};
}

}  // namespace yidan::store
