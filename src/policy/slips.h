// Figures that look like slips of a hand: 7 % where all rows beside it say 60 to 75 %, 5,000 where they say 500.
//
// A suspicion, no error: a law may be as odd as a slip. Nothing of this keeps packs from being used.
#pragma once

#include <vector>

#include "policy/policy.h"

namespace yidan::policy {

// By place. A figure is compared with those of the same file, in every city and on every day.
[[nodiscard]] std::vector<Problem> probable_slips(const Policy& policy);

// "file:line:column: warning: …", one line without its line end.
[[nodiscard]] std::string warning_text(const Problem& problem, Language language);

}  // namespace yidan::policy
