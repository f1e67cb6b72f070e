// A measured or bounding value with its unit, exact: the quotient of two whole numbers, never a rounded one.
#pragma once

#include <compare>
#include <cstdint>
#include <string>

#include "base/result.h"
#include "calendar/date.h"
#include "money/rate.h"

namespace yidan::policy {

// A whole share, and what a point is told in.
inline constexpr std::int64_t kMillion = 1'000'000;

class Quantity {
 public:
  // amount: fen. share, points: millionths. times, number, months: ones. day: days. unlimited: no maximum, above all.
  enum class Unit : unsigned char { amount, share, points, times, number, months, day, unlimited };

  constexpr Quantity() = default;
  // `value` / `per` of the unit. REQUIRES: per > 0.
  constexpr Quantity(Unit unit, Exact value, std::int64_t per = 1) : value_(value), per_(per), unit_(unit) {}

  [[nodiscard]] static constexpr Quantity of(Money money) { return {Unit::amount, money.in_fen()}; }
  [[nodiscard]] static constexpr Quantity of(Rate rate) { return {Unit::share, rate.in_ppm()}; }
  [[nodiscard]] static constexpr Quantity count(std::int64_t many) { return {Unit::number, many}; }
  [[nodiscard]] static constexpr Quantity on(Date day) { return {Unit::day, day.days()}; }
  [[nodiscard]] static constexpr Quantity without_limit() { return {Unit::unlimited, 0}; }

  [[nodiscard]] constexpr Unit unit() const { return unit_; }
  [[nodiscard]] constexpr Exact value() const { return value_; }
  [[nodiscard]] constexpr std::int64_t per() const { return per_; }
  // Whether the two can be compared: of one unit, or one of them without limit.
  [[nodiscard]] bool is_like(const Quantity& other) const;

  // Exact. REQUIRES: is_like(other).
  [[nodiscard]] std::strong_ordering operator<=>(const Quantity& other) const;
  [[nodiscard]] bool operator==(const Quantity& other) const { return (*this <=> other) == 0; }

  // This much more or less: `share` of the value itself, or points of a share. What has no limit stays so.
  [[nodiscard]] Quantity raised_by(const Quantity& tolerance) const { return moved(tolerance, 1); }
  [[nodiscard]] Quantity lowered_by(const Quantity& tolerance) const { return moved(tolerance, -1); }

 private:
  [[nodiscard]] Quantity moved(const Quantity& tolerance, int sign) const;

  Exact value_ = 0;
  std::int64_t per_ = 1;
  Unit unit_ = Unit::number;
};

// "1696.62", "66.43%", "5 points", "1.8125", "360 months", "2022-12-31", "none": half up to the fen, to two decimals
// of a share that is no whole number of millionths, to six of a quotient.
[[nodiscard]] std::string to_text(const Quantity& quantity);

// The same for people: "5 个百分点", "1696.62 元".
[[nodiscard]] Text spoken(const Quantity& quantity);

// Reads what `to_text` writes of values that are exact. Errors: `invalid_value`.
[[nodiscard]] Result<Quantity> parse_quantity(const std::string& text);

}  // namespace yidan::policy
