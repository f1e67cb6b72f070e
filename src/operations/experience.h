// What the bills of the books say of payment ratios, for audits.
#pragma once

#include "audit/experience.h"
#include "operations/caller.h"

namespace yidan::operations {

// Of the bills of a pool as they stand now; reversed ones count for nothing.
[[nodiscard]] Result<audit::Experience> experience_of(const Caller& caller, const policy::Pool& pool);

}  // namespace yidan::operations
