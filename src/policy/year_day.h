// Days of no particular year, and spans of them, as rules about windows and limits write them.
#pragma once

#include "calendar/date.h"

namespace yidan::policy {

// Month and day, "06-30"; the day 99 is the month's last ("02-end").
struct YearDay {
  int month = 1;
  int day = 1;
  static constexpr int kMonthEnd = 99;

  [[nodiscard]] Date in(int year) const;
  bool operator==(const YearDay&) const = default;
};

// "10-01..02-end": first and last day of a collection window.
struct Window {
  YearDay opens;
  YearDay closes;
  bool operator==(const Window&) const = default;
};

// As the value of a cell, and back: 630; 10010299.
[[nodiscard]] constexpr std::int64_t packed(YearDay day) { return day.month * 100 + day.day; }
[[nodiscard]] constexpr std::int64_t packed(const Window& window) {
  return packed(window.opens) * 10'000 + packed(window.closes);
}
[[nodiscard]] constexpr YearDay unpacked_day(std::int64_t value) {
  return {static_cast<int>(value / 100), static_cast<int>(value % 100)};
}
[[nodiscard]] constexpr Window unpacked_window(std::int64_t value) {
  return {unpacked_day(value / 10'000), unpacked_day(value % 10'000)};
}

}  // namespace yidan::policy
