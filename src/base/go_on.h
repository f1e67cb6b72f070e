// Long work and whoever waits for it: the work says now and then how much is done, and hears whether to go on.
#pragma once

#include <cstdint>
#include <functional>

#include "base/result.h"

namespace yidan {

// An error ends the work at the next place where nothing is half done; it is what the work comes back with.
using GoOn = std::function<Result<void>(std::int64_t done)>;

// For work that nobody watches.
inline Result<void> always(std::int64_t) { return {}; }

}  // namespace yidan
