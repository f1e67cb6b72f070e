// Whether what is asked of an entry may be done, and to what it leads.
#pragma once

#include <optional>

#include "registers/others.h"

namespace yidan::registers {

// The step that is done with an entry. `today`, when given, is the day at the desk. Errors: `not_permitted`: the state
// allows it not, somebody else does it, evidence is missing, or a check would be broken: the message says what is
// allowed, by whom and with what; `contradiction`, `missing`, `not_found`; those of the store.
[[nodiscard]] Result<Step> take(const Rules& rules, const Entry& entry, const Told& told, std::optional<Date> today);

}  // namespace yidan::registers
