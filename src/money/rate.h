// Rate: an exact share with denominator 1,000,000 (semantics M2), and the one way in which shares are rounded (M3).
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"
#include "money/money.h"

namespace yidan {

class Rate {
 public:
  constexpr Rate() = default;

  [[nodiscard]] static constexpr Rate ppm(std::int32_t parts) {
    Rate rate;
    rate.ppm_ = parts;
    return rate;
  }
  [[nodiscard]] static constexpr Rate percent(std::int32_t whole) { return ppm(whole * 10'000); }

  [[nodiscard]] constexpr std::int32_t in_ppm() const { return ppm_; }

  constexpr auto operator<=>(const Rate&) const = default;

 private:
  std::int32_t ppm_ = 0;
};

inline constexpr Rate kWhole = Rate::percent(100);

// Reads "70%", "2.15%"; the per-cent sign is required, the value must be exact in millionths and at most 2000 %.
[[nodiscard]] Result<Rate> parse_rate(std::string_view text);

// "70%", "2.15%": no trailing zeros.
[[nodiscard]] std::string to_text(Rate rate);

// An exact product of money and rates, not yet rounded: fen times one million.
__extension__ using Exact = __int128;

[[nodiscard]] constexpr Exact exact(Money money, Rate rate) { return Exact{money.in_fen()} * rate.in_ppm(); }

// Half up to the fen (M3). REQUIRES: value >= 0. Throws Overflow when the result does not fit.
[[nodiscard]] constexpr Money round_half_up(Exact value) {
  constexpr Exact half = 500'000;
  constexpr std::uint64_t scale = 1'000'000;
  // Nearly every product fits 64 bits, where a division by a constant costs a multiplication.
  if (value <= Exact{std::numeric_limits<std::int64_t>::max()} - half) {
    return Money::fen(static_cast<std::int64_t>(static_cast<std::uint64_t>(value + half) / scale));
  }
  const Exact fen = (value + half) / Exact{scale};
  if (fen > std::numeric_limits<std::int64_t>::max()) throw Overflow{};
  return Money::fen(static_cast<std::int64_t>(fen));
}

// The share `rate` of `money`, rounded half up to the fen. REQUIRES: money >= 0.
[[nodiscard]] constexpr Money share(Money money, Rate rate) { return round_half_up(exact(money, rate)); }

}  // namespace yidan
