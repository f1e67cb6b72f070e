// What stands behind a standing as a whole: the weakest basis of what it found, and whether a draft's rule worked.
#pragma once

#include "standing/standing.h"

namespace yidan::exchange {

struct Grounds {
  Basis basis = Basis::cited;
  PolicyStatus status = PolicyStatus::in_force;
};

[[nodiscard]] Grounds grounds_of(const standing::Reasoning& why, const policy::Pool& pool);
[[nodiscard]] Grounds grounds_of(const standing::Standing& standing, const policy::Pool& pool);

}  // namespace yidan::exchange
