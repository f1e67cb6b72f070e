#include "calendar/date.h"

#include <algorithm>
#include <array>
#include <chrono>

#include "base/utf8.h"
#include "base/visible.h"
#include "calendar/civil.h"

namespace yidan {
namespace {

// Exactly `text.size()` digits, or -1.
int digits(std::string_view text) {
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

// The day of its three parts, all digits.
std::optional<Date> day_of(std::string_view year_text, std::string_view month_text, std::string_view day_text) {
  if (year_text.size() != 4 || month_text.empty() || month_text.size() > 2 || day_text.empty() || day_text.size() > 2) {
    return std::nullopt;
  }
  const int year = digits(year_text);
  const int month = digits(month_text);
  const int day = digits(day_text);
  if (year < 1900 || year > 2199 || month <= 0 || day <= 0) return std::nullopt;
  return Date::of(year, static_cast<unsigned>(month), static_cast<unsigned>(day));
}

// A dash or a digit that only looks like one of ours, by its name.
Text foreign_mark(std::string_view text) {
  const auto* mark = std::ranges::find_if(text, [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
  if (mark == text.end()) return {};
  const std::string_view rest(mark, text.end());
  const Character found = first_character(rest);
  if (found.size == 0 || is_invisible(found.code)) return {};
  const std::string seen(rest.substr(0, found.size));
  const std::string name = name_of_character(found.code);
  return {"（“" + seen + "”是 " + name + "，不是半角字符）", " ('" + seen + "' is " + name + ")"};
}

// What stands before `mark`, which is taken with it; absent when there is no such mark.
std::optional<std::string_view> taken(std::string_view& text, std::string_view mark) {
  const std::size_t at = text.find(mark);
  if (at == std::string_view::npos) return std::nullopt;
  const std::string_view before = text.substr(0, at);
  text.remove_prefix(at + mark.size());
  return before;
}

// A day with these marks behind year, month and day.
std::optional<Date> day_with(std::string_view text, std::string_view after_year, std::string_view after_month,
                             std::string_view after_day) {
  const auto year = taken(text, after_year);
  const auto month = year ? taken(text, after_month) : std::nullopt;
  if (!month || !text.ends_with(after_day)) return std::nullopt;
  text.remove_suffix(after_day.size());
  return day_of(*year, *month, text);
}

Error order_of_parts(std::string_view text) {
  const std::string quoted = shown(text, 40);
  return {ErrorCode::invalid_value,
          {"“" + quoted + "”看不出年、月、日的次序：请写成如 \"2023-03-05\"",
           "the order of year, month and day cannot be told in '" + quoted + "': write for example \"2023-03-05\""},
          {}};
}

Error day_number(std::string_view text) {
  const std::string quoted = shown(text, 40);
  return {ErrorCode::invalid_value,
          {"“" + quoted + "”像是电子表格的日期序号：请把该列设为日期格式，如 \"2023-03-05\"",
           "'" + quoted +
               "' looks like a spreadsheet's number of a day: format the column as dates, for example "
               "\"2023-03-05\""},
          {}};
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
    if (const auto date = day_of(text.substr(0, 4), text.substr(5, 2), text.substr(8, 2))) return *date;
  }
  const std::string quoted = shown(text, 40);
  const Text wide = foreign_mark(text);
  return std::unexpected(
      Error{ErrorCode::invalid_value,
            {"“" + quoted + "”不是日期" + wide.zh + "：请写成存在的日期，如 \"2023-03-05\"（1900 至 2199 年）",
             "'" + quoted + "' is not a date" + wide.en +
                 ": write a day that exists, for example \"2023-03-05\" (years 1900 to 2199)"},
            {}});
}

Result<Date> parse_sheet_date(std::string_view text) {
  auto date = parse_date(text);
  if (date) return date;
  for (const std::string_view mark : {"/", ".", "-"}) {
    if (const auto day = day_with(text, mark, mark, "")) return *day;
  }
  if (const auto day = day_with(text, "年", "月", "日")) return *day;
  constexpr std::size_t compact = 8;
  const bool counts = !text.empty() && digits(text) >= 0;
  if (counts && text.size() == compact) {
    if (const auto day = day_of(text.substr(0, 4), text.substr(4, 2), text.substr(6, 2))) return *day;
  }
  if (counts && text.size() == 5) return std::unexpected(day_number(text));
  const bool year_last = text.size() > 4 && digits(text.substr(text.size() - 4)) >= 1900 &&
                         text.find_first_not_of("0123456789/.-") == std::string_view::npos;
  if (year_last && text.find_first_of("/.-") <= 2) return std::unexpected(order_of_parts(text));
  return date;
}

Result<int> parse_year(std::string_view text) {
  const int year = text.size() == 4 ? digits(text) : -1;
  if (year >= 1900 && year <= 2199) return year;
  const std::string quoted = shown(text, 40);
  return std::unexpected(
      Error{ErrorCode::invalid_value,
            {"“" + quoted + "”不是年度：请写四位数字，如 \"2023\"（1900 至 2199）",
             "'" + quoted + "' is not a year: write four digits, for example \"2023\" (1900 to 2199)"},
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
