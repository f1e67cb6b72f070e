// Calendar months ("2023-02"), and the arithmetic of dates that rules need: months later, age on a day.
#pragma once

#include "calendar/date.h"

namespace yidan {

class Month {
 public:
  constexpr Month() = default;
  // Months since the year 0; for ranges and sets.
  [[nodiscard]] static constexpr Month from_index(std::int32_t index) {
    Month month;
    month.index_ = index;
    return month;
  }
  [[nodiscard]] static constexpr Month of(int year, unsigned month) {
    return from_index(year * 12 + static_cast<std::int32_t>(month) - 1);
  }
  [[nodiscard]] static Month of(Date day);

  [[nodiscard]] constexpr std::int32_t index() const { return index_; }
  [[nodiscard]] constexpr int year() const { return index_ / 12; }
  [[nodiscard]] constexpr unsigned number() const { return static_cast<unsigned>(index_ % 12) + 1; }
  [[nodiscard]] Date first_day() const;
  [[nodiscard]] Date last_day() const;
  [[nodiscard]] constexpr Month operator+(std::int32_t months) const { return from_index(index_ + months); }
  constexpr Month& operator++() {
    ++index_;
    return *this;
  }

  constexpr auto operator<=>(const Month&) const = default;

 private:
  std::int32_t index_ = 0;
};

// Reads "2023-02"; years 1900 to 2199.
[[nodiscard]] Result<Month> parse_month(std::string_view text);
[[nodiscard]] std::string to_text(Month month);

[[nodiscard]] Date first_of_year(int year);

// `months` later: the same day number, clamped to the month's last day.
[[nodiscard]] Date add_months(Date day, int months);

// Completed years on `day`; born on 29 February: an age is reached on 1 March of a common year (P6). 0 before birth.
[[nodiscard]] int age_on(Date born, Date day);

}  // namespace yidan
