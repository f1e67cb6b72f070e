// Bytes as text of 64 letters (RFC 4648, section 4), and back.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace yidan {

[[nodiscard]] std::string to_base64(std::string_view bytes);
// Absent: it is none. Line ends within are passed over.
[[nodiscard]] std::optional<std::string> from_base64(std::string_view text);

}  // namespace yidan
