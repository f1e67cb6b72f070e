// Text from outside, as a message may show it: what cannot be seen is named, and nothing obeys a terminal.
#pragma once

#include <string>
#include <string_view>

namespace yidan {

// Whether a character leaves no mark of its own: controls, formats, blanks other than U+0020.
[[nodiscard]] bool is_invisible(char32_t character);

// "U+00A0".
[[nodiscard]] std::string name_of_character(char32_t character);

// The first bytes of `text`, at most `most`, with "[U+00A0]" in the place of what cannot be seen, and U+FFFD of what is
// no character.
[[nodiscard]] std::string shown(std::string_view text, std::size_t most = 60);

// The whole text without controls: line ends and tabs stay, the others are named. What a terminal is given.
[[nodiscard]] std::string harmless(std::string text);

}  // namespace yidan
