// Pieces of text: cut without breaking a character, quoted input kept short, ids as parts of keys.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace yidan {

// The first bytes of `text`, at most `most`, ending between two UTF-8 characters.
[[nodiscard]] inline std::string clipped(std::string_view text, std::size_t most = 60) {
  if (text.size() <= most) return std::string(text);
  std::size_t end = most;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return std::string(text.substr(0, end));
}

// The words in one text, with `between` between two of them.
template <class Word>
[[nodiscard]] std::string joined(const std::vector<Word>& words, std::string_view between) {
  std::string list;
  for (const std::string_view word : words) {
    if (!list.empty()) list += between;
    list += word;
  }
  return list;
}

// An id as one part of a key whose parts stand between "/", so that different ids give different keys. Who makes such
// keys and who looks for an id in them (store/substitution.h) must spell it alike, or an identity number is missed.
[[nodiscard]] inline std::string key_part(std::string_view id) {
  std::string part;
  for (const char c : id) {
    if (c == '/' || c == '%') {
      part += c == '/' ? "%2F" : "%25";
    } else {
      part += c;
    }
  }
  return part;
}

}  // namespace yidan
