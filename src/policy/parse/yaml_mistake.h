// What is wrong where a text is not valid YAML, and what to do, in both languages.
//
// The parser knows the place, in words for programmers; what an officer's hand did there (a tab, a full-width colon, a
// line that stands too far to the right) is seen in the line itself.
#pragma once

#include <string_view>

#include "base/result.h"

namespace yidan::policy {

// `line` counts from 0, as the parser does; `said` is what it says.
[[nodiscard]] Text yaml_mistake(std::string_view text, int line, std::string_view said);

}  // namespace yidan::policy
