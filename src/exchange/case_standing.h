// A case that carries a record instead of cover and identities: they are derived from it.
#pragma once

#include "facts/case.h"
#include "facts/record.h"
#include "policy/policy.h"

namespace yidan::exchange {

// Fills in cover, gaps and identities of the case's person by the standing of the record: as of its as-of day, else of
// the last day of an event or an encounter. Throws Fault when the money of the record does not fit.
void take_standing(const policy::Pool& pool, const Record& record, Case& facts);

}  // namespace yidan::exchange
