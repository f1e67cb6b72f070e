#include "http/date_line.h"

#include <array>
#include <string_view>

namespace yidan::http {
namespace {

constexpr std::array<std::string_view, 7> kWeekdays{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
constexpr std::array<std::string_view, 12> kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                   "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

std::string two_digits(auto number) {
  const std::string text = std::to_string(number);
  return text.size() < 2 ? "0" + text : text;
}

}  // namespace

std::string date_line(std::chrono::sys_seconds instant) {
  using std::chrono::days;
  const auto midnight = std::chrono::floor<days>(instant);
  const std::chrono::year_month_day day(midnight);
  const std::chrono::hh_mm_ss time(instant - midnight);
  std::string text(kWeekdays[std::chrono::weekday(midnight).c_encoding()]);
  text += ", " + two_digits(unsigned{day.day()}) + " ";
  text += kMonths[unsigned{day.month()} - 1];
  text += " " + std::to_string(int{day.year()}) + " " + two_digits(time.hours().count()) + ":" +
          two_digits(time.minutes().count()) + ":" + two_digits(time.seconds().count()) + " GMT";
  return text;
}

}  // namespace yidan::http
