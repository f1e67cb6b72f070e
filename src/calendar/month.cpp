#include "calendar/month.h"

#include <algorithm>

#include "base/decimal.h"
#include "base/visible.h"
#include "calendar/civil.h"

namespace yidan {
Month Month::of(Date day) {
  const auto ymd = civil(day);
  return of(static_cast<int>(ymd.year()), static_cast<unsigned>(ymd.month()));
}

Date Month::first_day() const { return Date::of(year(), number(), 1).value(); }

Date Month::last_day() const { return Date::from_days((*this + 1).first_day().days() - 1); }

Result<Month> parse_month(std::string_view text) {
  if (text.size() == 7) {
    if (const auto first = parse_date(std::string(text) + "-01")) return Month::of(*first);
  }
  const std::string quoted = shown(text, 40);
  return std::unexpected(Error{ErrorCode::invalid_value,
                               {"“" + quoted + "”不是月份：请写成如 \"2023-02\"（1900 至 2199 年）",
                                "'" + quoted + "' is not a month: write for example \"2023-02\" (years 1900 to 2199)"},
                               {}});
}

std::string to_text(Month month) {
  std::string out;
  decimal::append(out, month.year(), 0);
  out += '-';
  out += static_cast<char>('0' + month.number() / 10);
  out += static_cast<char>('0' + month.number() % 10);
  return out;
}

Date first_of_year(int year) { return Month::of(year, 1).first_day(); }

Date add_months(Date day, int months) {
  const Month month = Month::of(day);
  const Month later = month + months;
  const std::int32_t past_first = day.days() - month.first_day().days();
  return std::min(Date::from_days(later.first_day().days() + past_first), later.last_day());
}

int age_on(Date born, Date day) {
  const auto birth = civil(born);
  const auto now = civil(day);
  const int years = static_cast<int>(now.year()) - static_cast<int>(birth.year());
  const auto birthday = std::chrono::month_day{birth.month(), birth.day()};
  const bool reached = std::chrono::month_day{now.month(), now.day()} >= birthday;
  return std::max(0, reached ? years : years - 1);
}

}  // namespace yidan
