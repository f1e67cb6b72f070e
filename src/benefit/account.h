// The personal account: what it may pay of the person's part, and what it does (semantics B11, reading D04).
#pragma once

#include "benefit/bill.h"
#include "benefit/past.h"
#include "benefit/situation.h"
#include "benefit/step.h"

namespace yidan::benefit {

// Pays from the person's own account, then from the family's, and takes it from their balances.
// REQUIRES: the amounts and the fund's total of the bill are final.
void pay_from_accounts(const policy::Pool& pool, const Situation& situation, const Encounter& encounter, Bill& bill,
                       Past& past, Recorder& recorder);

}  // namespace yidan::benefit
