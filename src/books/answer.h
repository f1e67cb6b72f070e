// What is answered to a request that is not a settlement (a settlement's answer is its bill): what was done, which
// bills changed by how much, what was posted. The text is kept, and given again byte for byte.
#pragma once

#include <string>

#include "books/decision.h"

namespace yidan::books {

[[nodiscard]] std::string answer_text(const Decision& decision, const Outcome& outcome, const Asked& asked);

}  // namespace yidan::books
