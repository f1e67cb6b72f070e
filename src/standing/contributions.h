// The dues of the contributory months, of employer and person; what was paid for a month and is not what is owed.
#pragma once

#include "standing/employment.h"

namespace yidan::standing {

// Adds the dues of every contributory month up to the as-of day.
void assess_contributions(const View& view, const Employment& employment);

}  // namespace yidan::standing
