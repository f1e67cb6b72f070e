// Text as it stands within a page of HTML: characters that would be markup become entities.
#pragma once

#include <string>
#include <string_view>

namespace yidan {

// As text or within a quoted attribute: & < > " become entities.
[[nodiscard]] std::string html_escaped(std::string_view text);

}  // namespace yidan
