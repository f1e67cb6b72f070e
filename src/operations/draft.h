// A draft of packs: laid over others, and compiled.
#pragma once

#include "decisions/decision.h"
#include "policy/policy.h"
#include "policy/source.h"

namespace yidan::operations {

[[nodiscard]] policy::Source laid_over(policy::Source packs, const decisions::DraftFiles& draft);
// Errors: `invalid_value`, with the first problem and how many there are.
[[nodiscard]] Result<policy::Policy> compiled(const policy::Source& packs);
}  // namespace yidan::operations
