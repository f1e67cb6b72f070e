// The economy and the funds of a pool as they are on a day: what is recorded with a decision that rests on them.
#pragma once

#include <vector>

#include "exchange/decision_writer.h"
#include "operations/desk.h"

namespace yidan::operations {

// The figures of indicators that are in force, and the balances of the funds as they are now.
[[nodiscard]] std::vector<exchange::RecordedFigure> figures_on(Desk& desk, Region pool, Date day);

}  // namespace yidan::operations
