#include "calendar/instant.h"

#include <algorithm>
#include <chrono>
#include <optional>

namespace yidan {
namespace {

using std::chrono::days;
using std::chrono::floor;
using std::chrono::microseconds;

constexpr microseconds kBeijing = std::chrono::hours{8};

std::string padded(std::int64_t number, std::size_t digits) {
  const std::string text = std::to_string(number);
  return std::string(digits - std::min(digits, text.size()), '0') + text;
}

// A number of exactly that many digits below `limit`; absent when it is none.
std::optional<std::int64_t> number_of(std::string_view text, std::size_t digits, std::int64_t limit) {
  if (text.size() != digits || text.find_first_not_of("0123456789") != std::string_view::npos) return std::nullopt;
  std::int64_t number = 0;
  for (const char digit : text) number = number * 10 + (digit - '0');
  return number < limit ? std::optional(number) : std::nullopt;
}

// "10:00:00", or "10:00:00.5".
std::optional<microseconds> time_of(std::string_view text) {
  constexpr std::size_t whole = 8;
  if (text.size() < whole || text[2] != ':' || text[5] != ':') return std::nullopt;
  const auto hours = number_of(text.substr(0, 2), 2, 24);
  const auto minutes = number_of(text.substr(3, 2), 2, 60);
  const auto seconds = number_of(text.substr(6, 2), 2, 60);
  if (!hours || !minutes || !seconds) return std::nullopt;
  std::string decimals(text.substr(whole));
  if (!decimals.empty() && (decimals.front() != '.' || decimals.size() < 2 || decimals.size() > 7)) return std::nullopt;
  decimals = decimals.empty() ? decimals : decimals.substr(1);
  decimals.resize(6, '0');
  const auto micros = number_of(decimals, 6, 1'000'000);
  if (!micros) return std::nullopt;
  return microseconds{((*hours * 60 + *minutes) * 60 + *seconds) * 1'000'000 + *micros};
}

Error no_instant() {
  return {ErrorCode::invalid_value,
          {"时刻应写作 \"2026-11-22 10:00:00\"（北京时间），或只写日期",
           "an instant is written \"2026-11-22 10:00:00\" (Beijing time), or as a day alone"},
          {}};
}

}  // namespace

Date beijing_day(Instant instant) {
  const auto day = floor<days>(microseconds{instant} + kBeijing);
  return Date::from_days(static_cast<std::int32_t>(day.count()));
}

std::string to_instant_text(Instant instant) {
  const microseconds local = microseconds{instant} + kBeijing;
  const std::int64_t of_day = (local - floor<days>(local)).count();
  const std::int64_t seconds = of_day / 1'000'000;
  return to_text(beijing_day(instant)) + " " + padded(seconds / 3600, 2) + ":" + padded(seconds / 60 % 60, 2) + ":" +
         padded(seconds % 60, 2) + "." + padded(of_day % 1'000'000, 6);
}

Result<Instant> parse_instant(std::string_view text) {
  constexpr std::size_t day_length = 10;
  const auto day = parse_date(text.substr(0, day_length));
  if (!day) return std::unexpected(no_instant());
  const auto midnight = microseconds{days{day->days()}} - kBeijing;
  if (text.size() == day_length) return (midnight + days{1} - microseconds{1}).count();
  if (text[day_length] != ' ' && text[day_length] != 'T') return std::unexpected(no_instant());
  const auto time = time_of(text.substr(day_length + 1));
  if (!time) return std::unexpected(no_instant());
  return (midnight + *time).count();
}

}  // namespace yidan
