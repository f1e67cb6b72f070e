// What really exists in a city beside its packs: local arrangements of protection, each mapped to a scheme of the list
// or to nothing (RZ-3.1-a). Nothing that settles reads them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "calendar/date.h"
#include "policy/problem.h"
#include "terms/audit.h"
#include "terms/region.h"

namespace yidan::policy {

struct Arrangement {
  Position at;
  Region region;  // of the pack that has it
  Text name;
  Text payer;
  Text group;                          // for whom
  Period period;                       // its end is the day on which it is closed
  std::optional<ListedScheme> scheme;  // absent: of none of the list's
  bool apart = false;                  // stands beside the three layers by a higher rule, and is not counted (LY-1-b)
  std::vector<std::string> clauses;
};
using Arrangements = std::vector<Arrangement>;

}  // namespace yidan::policy
