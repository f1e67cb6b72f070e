#include "policy/parse/parse_year_day.h"

#include "base/decimal.h"
#include "calendar/month.h"

namespace yidan::policy {
namespace {

constexpr int kCommonYear = 2001;

// Two digits, or 0.
int two_digits(std::string_view text) {
  const auto number = text.size() == 2 ? decimal::parse(text, 0) : 0;
  return number ? static_cast<int>(*number) : 0;
}

}  // namespace

std::optional<YearDay> parse_year_day(std::string_view text) {
  if (text.size() < 4 || text[2] != '-') return std::nullopt;
  YearDay day{two_digits(text.substr(0, 2)), 0};
  if (day.month < 1 || day.month > 12) return std::nullopt;
  if (text.substr(3) == "end") {
    day.day = YearDay::kMonthEnd;
    return day;
  }
  day.day = two_digits(text.substr(3));
  const Month month = Month::of(kCommonYear, static_cast<unsigned>(day.month));
  const int days = (month + 1).first_day().days() - month.first_day().days();
  return day.day >= 1 && day.day <= days ? std::optional(day) : std::nullopt;
}

std::optional<Window> parse_window(std::string_view text) {
  const std::size_t dots = text.find("..");
  if (dots == std::string_view::npos) return std::nullopt;
  const auto opens = parse_year_day(text.substr(0, dots));
  const auto closes = parse_year_day(text.substr(dots + 2));
  if (!opens || !closes) return std::nullopt;
  if (opens->month == closes->month && closes->day < opens->day) return std::nullopt;
  return Window{*opens, *closes};
}

}  // namespace yidan::policy
