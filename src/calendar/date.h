// Civil dates of Beijing time (semantics M4), periods, and the insurance year.
//
// There is no clock here: every date is an input. A period includes its first day and excludes its end; an open end
// is `Date::never()`.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace yidan {

class Date {
 public:
  constexpr Date() = default;

  // Days since 1970-01-01; for storage and table look-up.
  [[nodiscard]] static constexpr Date from_days(std::int32_t days) {
    Date date;
    date.days_ = days;
    return date;
  }
  // Absent when there is no such day.
  [[nodiscard]] static std::optional<Date> of(int year, unsigned month, unsigned day);
  // The open end: later than every day that can be written.
  [[nodiscard]] static constexpr Date never() { return from_days(INT32_MAX); }

  [[nodiscard]] constexpr std::int32_t days() const { return days_; }
  // The insurance year is the calendar year (SD20-2.3.0-b).
  [[nodiscard]] int year() const;

  constexpr auto operator<=>(const Date&) const = default;

 private:
  std::int32_t days_ = 0;
};

// From `from`, inclusive, to `to`, exclusive.
struct Period {
  Date from;
  Date to = Date::never();

  [[nodiscard]] constexpr bool contains(Date day) const { return from <= day && day < to; }
  bool operator==(const Period&) const = default;
};

// Reads "2023-03-05"; years 1900 to 2199.
[[nodiscard]] Result<Date> parse_date(std::string_view text);

// Reads a day as people and spreadsheets write it, the year first: also "2023/3/5", "2023.3.5", "2023年3月5日",
// "20230305". For sheets; what programs write has one form.
[[nodiscard]] Result<Date> parse_sheet_date(std::string_view text);

// Reads "2023": four digits, from 1900 to 2199.
[[nodiscard]] Result<int> parse_year(std::string_view text);

[[nodiscard]] std::string to_text(Date date);

}  // namespace yidan
