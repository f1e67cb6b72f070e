#include "standing/death.h"

#include <algorithm>

namespace yidan::standing {
namespace {

// Cuts the periods of a list; what would begin later is left out.
template <class Spans>
void cut(Spans& spans, Date end) {
  std::erase_if(spans, [end](const auto& span) { return span.period.from >= end; });
  for (auto& span : spans) span.period.to = std::min(span.period.to, end);
}

}  // namespace

void end_with_life(Standing& standing, Date died) {
  const Date end = Date::from_days(died.days() + 1);
  standing.died = died;
  cut(standing.cover, end);
  cut(standing.gaps, end);
  cut(standing.identities, end);
  cut(standing.held, end);
}

}  // namespace yidan::standing
