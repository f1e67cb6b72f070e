// What a record of the facts comes to: cover, gaps and identities of a person, for the day that is asked about.
#pragma once

#include "base/result.h"
#include "facts/case.h"
#include "policy/policy.h"

namespace yidan::exchange {

// A case as it settles: with a record, its person has the standing of the record, as of its as-of day, else of the last
// day of an event or an encounter. Errors: `overflow` when the money of the record does not fit.
[[nodiscard]] Result<Case> with_standing(const policy::Pool& pool, Case facts);

// The person with the cover and identities of a day: as given, or derived from the record as of the later of the day
// and the last event. Errors: as above.
[[nodiscard]] Result<Person> person_on(const policy::Pool& pool, const Case& facts, Date day);

}  // namespace yidan::exchange
