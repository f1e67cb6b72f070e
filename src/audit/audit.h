// The audit of a pool on a day: every bound of the list held against the values that are in force.
//
// Pure: policy, day and bills in, findings out.
#pragma once

#include "audit/experience.h"
#include "audit/finding.h"

namespace yidan::audit {

// `policy` and what it holds must outlive the report.
[[nodiscard]] Report audit(const policy::Policy& policy, const policy::Pool& pool, Date on,
                           const Experience& experience = {});

}  // namespace yidan::audit
