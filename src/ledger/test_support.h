// What the tests of the ledger share: the fund of most of them.
#pragma once

#include "terms/funds.h"

namespace yidan::ledger {

inline constexpr Fund kPooled = Fund::employee_pooled;

}  // namespace yidan::ledger
