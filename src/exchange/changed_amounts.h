// What of a bill is paid otherwise than before, in a line for people.
#pragma once

#include <string>

#include "base/result.h"
#include "money/money.h"

namespace yidan::exchange {

// Who pays how much of a bill.
struct Payers {
  Money funds;
  Money account;
  Money cash;
};

// "  funds 383.50 → 390.00  cash 6.50 → 0.00"; what is as it was is left out.
[[nodiscard]] std::string changed_amounts(const Payers& before, const Payers& after, Language language);

}  // namespace yidan::exchange
