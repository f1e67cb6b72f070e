// Whether bytes are UTF-8, and text made of bytes that may not be.
#pragma once

#include <string>
#include <string_view>

namespace yidan {

// Whether the text is whole characters, none of them overlong, a surrogate, or beyond Unicode.
[[nodiscard]] bool is_utf8(std::string_view text);

// The text with U+FFFD in place of each byte that is not part of a character.
[[nodiscard]] std::string as_utf8(std::string_view text);

}  // namespace yidan
