// Money: an integer count of fen (分) in 64 bits, never a binary floating-point number (semantics M1).
//
// Arithmetic is exact. What does not fit throws `Overflow`; it never wraps around. The exception is caught inside the
// module that computes (benefit::settle turns it into an error of that encounter) and crosses no module boundary.
#pragma once

#include <compare>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>

#include "base/result.h"

namespace yidan {

// Thrown by money arithmetic whose result does not fit 64 bits of fen.
struct Overflow {};

class Money {
 public:
  constexpr Money() = default;

  [[nodiscard]] static constexpr Money fen(std::int64_t count) {
    Money money;
    money.fen_ = count;
    return money;
  }
  [[nodiscard]] static constexpr Money yuan(std::int64_t count) { return fen(count * 100); }
  [[nodiscard]] static constexpr Money max() { return fen(std::numeric_limits<std::int64_t>::max()); }

  [[nodiscard]] constexpr std::int64_t in_fen() const { return fen_; }
  [[nodiscard]] constexpr bool is_zero() const { return fen_ == 0; }

  friend constexpr Money operator+(Money a, Money b) {
    Money sum;
    if (__builtin_add_overflow(a.fen_, b.fen_, &sum.fen_)) throw Overflow{};
    return sum;
  }
  friend constexpr Money operator-(Money a, Money b) {
    Money difference;
    if (__builtin_sub_overflow(a.fen_, b.fen_, &difference.fen_)) throw Overflow{};
    return difference;
  }
  constexpr Money& operator+=(Money b) { return *this = *this + b; }
  constexpr Money& operator-=(Money b) { return *this = *this - b; }

  constexpr auto operator<=>(const Money&) const = default;

 private:
  std::int64_t fen_ = 0;
};

// max(0, a - b): what of `a` lies above `b`.
[[nodiscard]] constexpr Money above(Money a, Money b) { return a > b ? a - b : Money{}; }

// Reads digits with at most two decimals ("1234.5", "1234.50"); nothing else is money. Errors carry no place yet.
[[nodiscard]] Result<Money> parse_money(std::string_view text);
// The same, which may begin with "-".
[[nodiscard]] Result<Money> parse_signed_money(std::string_view text);

// "1234.50": always two decimals.
[[nodiscard]] std::string to_text(Money money);
void append(std::string& out, Money money);

// "12,345.60": for people.
[[nodiscard]] std::string to_grouped_text(Money money);

}  // namespace yidan
