#include "audit/grade.h"

namespace yidan::audit {

Transition transition_of(const policy::Policy& policy) {
  Transition transition;
  for (const policy::Bound& bound : policy.bounds.rows) {
    if (bound.measure != Measure::open) continue;
    if (bound.issued_from) transition.since = bound.issued_from;
    if (bound.issued_before) transition.until = bound.due;
  }
  return transition;
}

Graded grade_of(const policy::Bound& bound, bool excused, std::optional<Date> issued, Date on,
                const Transition& transition) {
  if (bound.grade_class == BoundClass::trend) return {Grade::info, bound.due};
  const bool soft = bound.grade_class == BoundClass::soft || bound.grade_class == BoundClass::average;
  if (soft || excused) return {Grade::warn, bound.due};
  if (bound.grade_class == BoundClass::gate) return {Grade::violation, bound.due};
  if (bound.due && on <= *bound.due) return {Grade::transitional, bound.due};
  const bool is_older = !transition.since || !issued || *issued < *transition.since;
  if (is_older && transition.until && on <= *transition.until) return {Grade::transitional, transition.until};
  return {Grade::violation, bound.due};
}

}  // namespace yidan::audit
