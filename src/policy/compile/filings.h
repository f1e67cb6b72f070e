// Which rules hold only once their document was filed (备案) and have no filing that came in time.
#pragma once

#include "policy/competence.h"
#include "policy/policy.h"

namespace yidan::policy {

// Marks the rules of the pool that are decided below the province, by a document that was issued since a clause makes
// the filing a condition (LY-3.3-e), and that begin before that document was filed. REQUIRES: the pool's documents are
// those of the register.
void mark_unfiled(const ClauseRegister& clauses, const Competences& competences, Pool& pool);

}  // namespace yidan::policy
