// Loads the compiled policy for a command, or says on standard error why it cannot.
#pragma once

#include <optional>
#include <string>

#include "policy/policy.h"

namespace yidan::cli {

[[nodiscard]] std::optional<policy::Policy> load(const std::string& packs, Language language);

// The day on the wall, for commands whose date was not given; the engine itself has no clock.
[[nodiscard]] std::string today();

}  // namespace yidan::cli
