#include "calendar/date.h"

#include <array>
#include <chrono>

#include "base/text.h"

namespace yidan {
namespace {

std::chrono::year_month_day civil(Date date) {
  return std::chrono::year_month_day{std::chrono::sys_days{std::chrono::days{date.days()}}};
}

// Exactly `text.size()` digits, or -1.
int digits(std::string_view text) {
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

}  // namespace

std::optional<Date> Date::of(int year, unsigned month, unsigned day) {
  const std::chrono::year_month_day ymd{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}};
  if (!ymd.ok()) return std::nullopt;
  return from_days(static_cast<std::int32_t>(std::chrono::sys_days{ymd}.time_since_epoch().count()));
}

int Date::year() const { return static_cast<int>(civil(*this).year()); }

Result<Date> parse_date(std::string_view text) {
  if (text.size() == 10 && text[4] == '-' && text[7] == '-') {
    const int year = digits(text.substr(0, 4));
    const int month = digits(text.substr(5, 2));
    const int day = digits(text.substr(8, 2));
    if (year >= 1900 && year <= 2199 && month > 0 && day > 0) {
      if (const auto date = Date::of(year, static_cast<unsigned>(month), static_cast<unsigned>(day))) return *date;
    }
  }
  const std::string quoted = clipped(text, 40);
  return std::unexpected(Error{ErrorCode::invalid_value,
                               {"“" + quoted + "”不是日期：请写成存在的日期，如 \"2023-03-05\"（1900 至 2199 年）",
                                "'" + quoted +
                                    "' is not a date: write a day that exists, for example \"2023-03-05\" "
                                    "(years 1900 to 2199)"},
                               {}});
}

std::string to_text(Date date) {
  if (date == Date::never()) return {};
  const auto ymd = civil(date);
  const auto year = static_cast<unsigned>(static_cast<int>(ymd.year()));
  std::array<char, 10> text{'0', '0', '0', '0', '-', '0', '0', '-', '0', '0'};
  const auto digit = [&text](std::size_t at, unsigned value) { text[at] = static_cast<char>('0' + value % 10); };
  digit(0, year / 1000);
  digit(1, year / 100);
  digit(2, year / 10);
  digit(3, year);
  digit(5, static_cast<unsigned>(ymd.month()) / 10);
  digit(6, static_cast<unsigned>(ymd.month()));
  digit(8, static_cast<unsigned>(ymd.day()) / 10);
  digit(9, static_cast<unsigned>(ymd.day()));
  constexpr unsigned most = 9999;  // what four digits hold: a day far behind all that can be read
  std::string out = year > most ? std::to_string(year / (most + 1)) : std::string();
  return out.append(text.data(), text.size());
}

}  // namespace yidan
