// Quantities and unit prices as they are printed: with the decimals that they have.
#pragma once

#include <string>

#include "facts/encounter.h"

namespace yidan::statement {

inline constexpr int kQuantityPlaces = 4;
inline constexpr int kPricePlaces = 6;

// `scaled` / 10^places without the zeros at its end, but with at least so many decimals. REQUIRES: not negative.
[[nodiscard]] std::string trimmed(Exact scaled, int places, int least);

}  // namespace yidan::statement
