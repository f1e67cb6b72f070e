// The grade of a deviation: by the class of its bound, the clause's own due day, and the day on which the deviating
// value was issued (A01, A06, A08).
#pragma once

#include "audit/finding.h"

namespace yidan::audit {

// What is issued from `since` on may not deviate; what is older is to be mended by `until`. The packs say both, in the
// bounds that count deviations by their day of issue.
struct Transition {
  std::optional<Date> since;
  std::optional<Date> until;
};
[[nodiscard]] Transition transition_of(const policy::Policy& policy);

struct Graded {
  Grade grade = Grade::violation;
  std::optional<Date> due;
};

// REQUIRES: the bound is not kept. `issued`: when the youngest of the deviating values was; absent: nobody knows.
[[nodiscard]] Graded grade_of(const policy::Bound& bound, bool excused, std::optional<Date> issued, Date on,
                              const Transition& transition);

}  // namespace yidan::audit
