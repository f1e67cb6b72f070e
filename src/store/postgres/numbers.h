// The numbers of persons on a PostgreSQL server: which are plain, others in their place, and nothing left of those
// before.
#pragma once

#include <span>
#include <vector>

#include "store/database.h"
#include "store/postgres/connection.h"

namespace yidan::store::postgres {

[[nodiscard]] Result<void> refuse_plain_numbers(Connection& connection);
[[nodiscard]] Result<std::vector<KeptNumber>> plain_numbers(Connection& connection, std::size_t limit);
[[nodiscard]] Result<std::int64_t> count_plain_numbers(Connection& connection);
[[nodiscard]] Result<void> put_numbers(Connection& connection, std::span<const KeptNumber> numbers);
// Writes the tables anew that had numbers or the key of stand-ins, with what the planner remembers of them.
[[nodiscard]] Result<void> forget_earlier_content(Connection& connection);

}  // namespace yidan::store::postgres
