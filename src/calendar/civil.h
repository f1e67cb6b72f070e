// A day in the standard library's calendar, which knows months and leap years.
#pragma once

#include <chrono>

#include "calendar/date.h"

namespace yidan {

[[nodiscard]] inline std::chrono::year_month_day civil(Date date) {
  return std::chrono::year_month_day{std::chrono::sys_days{std::chrono::days{date.days()}}};
}

}  // namespace yidan
