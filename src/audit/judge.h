// Holds what was measured against the limit of a bound.
#pragma once

#include "audit/measures/measure.h"

namespace yidan::audit {

struct Judged {
  Measured measured;
  bool kept = true;
  std::optional<policy::Quantity> limit;
  std::optional<policy::Quantity> least;
  std::optional<policy::Quantity> most;
};

// REQUIRES: the bound counts no findings.
[[nodiscard]] Judged judge(const Scene& scene, const policy::Bound& bound);
// The same of a count that was made elsewhere.
[[nodiscard]] Judged judge(const Scene& scene, const policy::Bound& bound, Measured measured);

}  // namespace yidan::audit
