// Whether a row holds where and when its clauses hold: the proof that the law that is cited is the law.
#pragma once

#include "policy/parse/parse_pack.h"

namespace yidan::policy {

// Problems, each with the row, the clause and what differs:
// - a clause of a `cited` row, whose days, region or status are not the row's;
// - a clause of another basis that is of another region or a draft's where the row is in force; only `analogy` may
//   follow such a clause, and only it may read one back;
// - an `analogy` none of whose clauses differs from the row: it would be `cited`.
// A row that says of which year its standard is (`standard_year`) is compared by that year. The clauses of a group are
// compared without days. Rows that were not read, and clauses that the register does not have, were reported before.
void check_citations(const Packs& packs, Problems& problems);

}  // namespace yidan::policy
