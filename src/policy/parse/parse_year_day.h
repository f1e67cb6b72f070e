// Reads days of no particular year: "06-30", "02-end", and windows of them: "10-01..02-end".
#pragma once

#include <optional>
#include <string_view>

#include "policy/year_day.h"

namespace yidan::policy {

// Nothing when there is no such day; 29 February is none, because most years do not have it.
[[nodiscard]] std::optional<YearDay> parse_year_day(std::string_view text);

// Nothing unless both days exist and, in one month, the window does not close before it opens.
[[nodiscard]] std::optional<Window> parse_window(std::string_view text);

}  // namespace yidan::policy
