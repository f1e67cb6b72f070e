// One line of time: of several covers on a day the one that counts, and the reason for each day that has none (P1).
#pragma once

#include "standing/residents.h"

namespace yidan::standing {

// Fills cover and gaps of the standing. REQUIRES: its years are counted.
void draw_timeline(const View& view, const Employment& employment, const Residents& residents);

}  // namespace yidan::standing
