// Contributory months, actual and deemed, and the right to retiree benefits (SD20-2.2.4-a, reading B09).
#pragma once

#include <optional>

#include "standing/employment.h"

namespace yidan::standing {

// Fills `view.standing.years`: months that count once, what is required and missing, from when the person is entitled.
void count_years(const View& view, const Employment& employment);

}  // namespace yidan::standing
