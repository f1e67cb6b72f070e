// A death ends what a standing says: the day itself is the last one.
#pragma once

#include "standing/standing.h"

namespace yidan::standing {

// Cuts cover, gaps and identities at the end of the day of death. REQUIRES: the standing was derived as of that day.
void end_with_life(Standing& standing, Date died);

}  // namespace yidan::standing
