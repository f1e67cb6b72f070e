// Sums of days in a PostgreSQL database: where they come from, and how they move on.
#pragma once

#include "store/postgres/connection.h"
#include "store/sums.h"

namespace yidan::store::postgres {

[[nodiscard]] Result<std::vector<Balance>> balances(Connection& connection, const BalanceQuery& query);
[[nodiscard]] Result<std::vector<DayBalance>> day_balances(Connection& connection);

// Moves the sums on, over some ten thousand events in a transaction; whether there may be more.
[[nodiscard]] Result<bool> sum_up_some(Connection& connection);

}  // namespace yidan::store::postgres
