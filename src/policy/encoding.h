// The texts of the packs are UTF-8, whatever their format.
#pragma once

#include <string>
#include <string_view>

#include "policy/problem.h"

namespace yidan::policy {

// Whether the text is UTF-8; the first place that is not is a problem of the file, with line and column.
[[nodiscard]] bool is_all_utf8(std::string_view text, const std::string& file, Problems& problems);

}  // namespace yidan::policy
