// Whether bytes are UTF-8, and text made of bytes that may not be.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace yidan {

// The character at the beginning of a text that is not empty; `size`, in bytes, is 0 when there is none.
struct Character {
  char32_t code = 0;
  std::size_t size = 0;
};
[[nodiscard]] Character first_character(std::string_view text);

// Whether the text is whole characters, none of them overlong, a surrogate, or beyond Unicode.
[[nodiscard]] bool is_utf8(std::string_view text);

// Where the first byte stands that is not part of a character; absent when all are.
[[nodiscard]] std::optional<std::size_t> first_not_utf8(std::string_view text);

// How many characters the text has. REQUIRES: it is UTF-8.
[[nodiscard]] std::size_t count_characters(std::string_view text);

// The text with U+FFFD in place of each byte that is not part of a character.
[[nodiscard]] std::string as_utf8(std::string_view text);

}  // namespace yidan
