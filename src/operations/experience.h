// What the bills of the books say of payment ratios, for audits.
#pragma once

#include <span>
#include <vector>

#include "audit/experience.h"
#include "base/go_on.h"
#include "operations/caller.h"

namespace yidan::operations {

// Of the bills of pools as they stand now, in the order of the pools; reversed ones count for nothing. The books are
// gone through once; `go_on` is told the number of persons. Errors: `forbidden`; `damaged`; those of the store; its
// own.
[[nodiscard]] Result<std::vector<audit::Experience>> experience_of(const Caller& caller,
                                                                   std::span<const policy::Pool* const> pools,
                                                                   const GoOn& go_on);

}  // namespace yidan::operations
