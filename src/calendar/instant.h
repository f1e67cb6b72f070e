// Instants as Beijing time reads them: "2026-11-22 10:00:00.000000". Like dates they are inputs; there is no clock
// here.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"
#include "calendar/date.h"

namespace yidan {

// Microseconds since 1970-01-01 00:00 UTC.
using Instant = std::int64_t;

[[nodiscard]] std::string to_instant_text(Instant instant);
[[nodiscard]] Date beijing_day(Instant instant);

// Reads "2026-11-22 10:00:00", with "T" for the blank and up to six decimals of a second if wanted; a day alone
// stands for its last microsecond.
[[nodiscard]] Result<Instant> parse_instant(std::string_view text);

}  // namespace yidan
