// The days on which two values hold together, and what to do about them.
#pragma once

#include <cstdint>
#include <limits>

#include "base/result.h"
#include "calendar/date.h"

namespace yidan::policy {

// A period without a day: that of a row whose dates cannot be read.
inline constexpr Period kNoDays{Date{}, Date{}};
// What has no days of its own.
inline constexpr Period kEveryDay{Date::from_days(std::numeric_limits<std::int32_t>::min()), Date::never()};

[[nodiscard]] constexpr bool has_days(const Period& period) { return period.from < period.to; }

// 1 January to 31 December.
[[nodiscard]] Period year_of(int year);

// The days that both have; without a day when there are none.
[[nodiscard]] Period common_days(const Period& a, const Period& b);

// The end of a message about two rows that hold on one day: to end the earlier one, or, where both begin on the same
// day, `otherwise`.
[[nodiscard]] Text overlap_advice(const Period& a, const Period& b, const Text& otherwise);

}  // namespace yidan::policy
