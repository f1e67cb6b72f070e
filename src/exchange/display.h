// Text for people at a terminal: columns, padding, ids with their middle masked.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace yidan::exchange {

// A page for people, where no terminal says how wide it is.
inline constexpr std::size_t kPageColumns = 80;

// Columns that a text takes on a terminal: a Chinese character takes two.
[[nodiscard]] std::size_t display_width(std::string_view text);

// Text filled up with blanks to a number of columns, on the right or on the left; never cut.
[[nodiscard]] std::string left_aligned(std::string_view text, std::size_t columns);
[[nodiscard]] std::string right_aligned(std::string_view text, std::size_t columns);

// Text in lines of at most so many columns: broken at blanks and between Chinese characters, never before closing
// punctuation; what has no place to break is broken where the line ends. At least one line.
[[nodiscard]] std::vector<std::string> wrapped(std::string_view text, std::size_t columns);

// A page whose lines are at most so many columns wide (40 at least): what is longer goes on below, further in.
[[nodiscard]] std::string fitted(std::string_view page, std::size_t columns);

[[nodiscard]] std::string repeat(std::string_view text, std::size_t times);

// A person's id in a heading: its middle masked, a third of it shown at most in front, a few characters behind.
[[nodiscard]] std::string masked(std::string_view id);

// So many of so many in per cent, "98.18", rounded down: 99.99 is not all of them. Empty of none.
[[nodiscard]] std::string share_text(std::int64_t part, std::int64_t all);

// A text, such as a key or a message, with every citizen's number in it masked.
[[nodiscard]] std::string masked_within(std::string_view text);

// The whole answer to a case or a record that is wrong as a whole.
[[nodiscard]] std::string describe_rejected(const Error& error, Language language);

}  // namespace yidan::exchange
