// A standing for people at a terminal: cover and gaps, what is owed and by whom, the account, the years.
#pragma once

#include <string>

#include "exchange/standing_writer.h"

namespace yidan::exchange {

// Errors: `overflow` when a sum that is shown does not fit.
[[nodiscard]] Result<std::string> describe(const policy::Pool& pool, const Record& record,
                                           const standing::Standing& standing, const StandingOptions& options);

}  // namespace yidan::exchange
