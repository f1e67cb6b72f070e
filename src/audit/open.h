// The bounds that count findings: what is still open of the others.
#pragma once

#include <vector>

#include "audit/measures/measure.h"

namespace yidan::audit {

// How many of the findings that the bound counts are open: not kept and hard. A gate counts violations alone.
[[nodiscard]] Measured open_findings(const policy::Bound& bound, const std::vector<Finding>& findings);

}  // namespace yidan::audit
