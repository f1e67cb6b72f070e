#include "exchange/grounds.h"

#include <algorithm>

#include "standing/narrate.h"

namespace yidan::exchange {

Grounds grounds_of(const standing::Reasoning& why, const policy::Pool& pool) {
  return {standing::basis_of(why, pool), standing::policy_status_of(why, pool)};
}

Grounds grounds_of(const standing::Standing& standing, const policy::Pool& pool) {
  Grounds weakest = grounds_of(standing.years.why, pool);
  const auto weaken = [&](const auto& findings) {
    for (const auto& finding : findings) {
      const Grounds grounds = grounds_of(finding.why, pool);
      weakest.basis = std::max(weakest.basis, grounds.basis);
      weakest.status = std::max(weakest.status, grounds.status);
    }
  };
  weaken(standing.cover);
  weaken(standing.gaps);
  weaken(standing.dues);
  weaken(standing.subsidies);
  weaken(standing.account.entries);
  weaken(standing.identities);
  weaken(standing.warnings);
  return weakest;
}

}  // namespace yidan::exchange
