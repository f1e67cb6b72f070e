// Pieces of text for messages: cut without breaking a character, quoted input kept short.
#pragma once

#include <string>
#include <string_view>

namespace yidan {

// The first bytes of `text`, at most `most`, ending between two UTF-8 characters.
[[nodiscard]] inline std::string clipped(std::string_view text, std::size_t most = 60) {
  if (text.size() <= most) return std::string(text);
  std::size_t end = most;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return std::string(text.substr(0, end));
}

}  // namespace yidan
