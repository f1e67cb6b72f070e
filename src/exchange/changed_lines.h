// What differs between two pages of the same kind, for people: the lines that go and come, each under its heading.
#pragma once

#include <string>
#include <string_view>

namespace yidan::exchange {

// "- " before a line that is gone, "+ " before one that has come; a heading (a line that is not indented) stands before
// what changed below it. Empty when the pages are equal.
[[nodiscard]] std::string changed_lines(std::string_view before, std::string_view after);

}  // namespace yidan::exchange
