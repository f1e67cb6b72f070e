// Values as a document writes them: day("2023-03-05"), month("2023-03"), money("383.50"), rate("65%").
//
// A text that is none throws std::invalid_argument: the test is wrong, not what it tests.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

#include "base/result.h"
#include "calendar/date.h"
#include "calendar/month.h"
#include "money/money.h"
#include "money/rate.h"

namespace yidan::testing {

template <class T>
T sound(const Result<T>& value, std::string_view text) {
  if (!value) throw std::invalid_argument("'" + std::string(text) + "': " + value.error().message.en);
  return *value;
}

inline Date day(std::string_view text) { return sound(parse_date(text), text); }
inline Month month(std::string_view text) { return sound(parse_month(text), text); }
inline Money money(std::string_view text) { return sound(parse_money(text), text); }
inline Rate rate(std::string_view text) { return sound(parse_rate(text), text); }

// From the first day up to, but without, `end`; open where there is no end.
inline Period from(std::string_view first, std::string_view end = {}) {
  return {day(first), end.empty() ? Date::never() : day(end)};
}

}  // namespace yidan::testing
