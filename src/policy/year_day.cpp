#include "policy/year_day.h"

#include "calendar/month.h"

namespace yidan::policy {

Date YearDay::in(int year) const {
  const Month of_year = Month::of(year, static_cast<unsigned>(month));
  if (day == kMonthEnd) return of_year.last_day();
  return Date::from_days(of_year.first_day().days() + day - 1);
}

}  // namespace yidan::policy
