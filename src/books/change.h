// What is written of an event, whichever way it was decided: its own row, and the rows of its posting.
#pragma once

#include "books/decision.h"

namespace yidan::books {

// The change with its event, which comes after `expected` others; named by its number until it has a better name.
[[nodiscard]] store::Part begun_change(const store::Subject& file, std::int64_t expected, const Asked& asked);

// Writes the posting of a decision into its change.
void write_entries(Decision& decision);

}  // namespace yidan::books
