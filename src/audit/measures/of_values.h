// Means of values, which several measures take.
#pragma once

#include "audit/measures/measure.h"

namespace yidan::audit {

// Unless the selection names categories: of persons without one.
[[nodiscard]] policy::Selection of_nobody_special(policy::Selection selection);

// The unweighted mean over the levels, of the status that has the worst.
[[nodiscard]] Measured measure_mean(const Scene& scene, const policy::Selection& selection);

}  // namespace yidan::audit
