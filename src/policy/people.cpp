#include "policy/people.h"

#include "calendar/month.h"

namespace yidan::policy {

Date YearDay::in(int year) const {
  const Month of_year = Month::of(year, static_cast<unsigned>(month));
  if (day == kMonthEnd) return of_year.last_day();
  return Date::from_days(of_year.first_day().days() + day - 1);
}

YearDay year_day_of(const Cell& cell) {
  return {static_cast<int>(cell.value / 100), static_cast<int>(cell.value % 100)};
}

Window window_of(const Cell& cell) {
  return {year_day_of({.value = cell.value / 10'000}), year_day_of({.value = cell.value % 10'000})};
}

const Cell& cell_for_age(const Bands& bands, int age) {
  ensure(!bands.empty(), "the bands of a table begin at age 0");
  std::size_t last = bands.size() - 1;
  while (last > 0 && bands[last].from > age) --last;
  return bands[last].cell;
}

}  // namespace yidan::policy
