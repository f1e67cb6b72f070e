// What other packs would make of a case: the bills that would be otherwise, with their amounts before and after.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "benefit/bill.h"
#include "policy/policy.h"

namespace yidan::exchange {

// One encounter settled by both.
struct Effect {
  benefit::Bill before;
  benefit::Bill after;

  [[nodiscard]] bool changes() const;
};

// Of every encounter, in their order. Both policies outlive it. Errors: of a case that is wrong as a whole.
[[nodiscard]] Result<std::vector<Effect>> effects_of(const policy::Policy& before, const policy::Policy& after,
                                                     std::string_view text);

// A line for each bill that changes; one that says that none does.
[[nodiscard]] std::string describe(const std::vector<Effect>& effects, Language language);

}  // namespace yidan::exchange
