// Exact decimal text: "1234.50" read as a scaled integer and written back.
//
// Nothing is rounded while reading: a text with more places than asked for is refused, as is anything that is not
// digits with at most one point (no sign, no exponent, no blanks, no separators).
#pragma once

#include <cstdint>
#include <expected>
#include <span>
#include <string>
#include <string_view>

namespace yidan::decimal {

enum class Fault : std::uint8_t { not_a_number, too_many_places, overflow };

// `text` times 10^places, exactly. REQUIRES: places <= 9.
[[nodiscard]] std::expected<std::int64_t, Fault> parse(std::string_view text, int places);

// The same in 128 bits, for factors of a product that is checked afterwards.
__extension__ using Wide = __int128;
[[nodiscard]] std::expected<Wide, Fault> parse_wide(std::string_view text, int places);

// `scaled` / 10^places with exactly `places` decimals, written at the end of `buffer`; negative values get a minus.
inline constexpr std::size_t kLongest = 24;
[[nodiscard]] std::string_view write(std::span<char, kLongest> buffer, std::int64_t scaled, int places);

// Appends `scaled` / 10^places with exactly `places` decimals; negative values get a leading minus.
void append(std::string& out, std::int64_t scaled, int places);

}  // namespace yidan::decimal
