// What is said to have happened after the day on which it is recorded: a slip of the year, which would open another
// year's deductible and cap.
//
// Care, credits, uses, payments and applications have happened when they are told. What may lie ahead (an employment
// that begins next month, a period of cover) is not looked at.
#pragma once

#include "books/asked.h"

namespace yidan::books {

// Errors: `not_permitted`, at the day, when `asked.today` is before it.
[[nodiscard]] Result<void> check_days(const Asked& asked);

// The same of one event of a record; `place` is the event's.
[[nodiscard]] Result<void> check_day(const Event& event, const Asked& asked, const std::string& place);

}  // namespace yidan::books
