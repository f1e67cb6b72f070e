// Whether every settled bill of the books is named by an entry: details that institutions upload (LY-3.4-l).
#pragma once

#include "registers/check.h"

namespace yidan::registers {

// The entries that the check looks at name, in the first of its fields, encounters of the institution and the day in
// its two fields `by`; when they came stands in the second field, those that were
// rejected in the third. The limit of hours begins with the end of that day:
// before it has passed nothing is missing, and what came after it is late. Findings are of single bills. Errors: those
// of the store.
[[nodiscard]] Result<Coverage> count_bills(const Rules& rules, const policy::RegisterCheck& check, Date on, Date since);

}  // namespace yidan::registers
