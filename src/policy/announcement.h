// When a figure of statistics was made known, and by whom.
#pragma once

#include <optional>

#include "base/result.h"
#include "calendar/date.h"
#include "terms/indicators.h"

namespace yidan::policy {

struct Announcement {
  std::optional<Date> published;  // absent: not recorded, the figure counts as always known
  Text publisher;
  bool revised = false;               // takes the place of the first figure of its year, from its own publication on
  std::optional<AppliesFrom> starts;  // the first day was computed by this; absent: it was given
  std::optional<Date> notice;         // on which the agency announced what follows from it (JN-4.3-g)
};

}  // namespace yidan::policy
