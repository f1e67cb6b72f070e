// The numbers of persons in a SQLite file: which are plain, others in their place, and nothing left of those before.
//
// Each is called with the one connection that writes, by one thread at a time, outside of a transaction.
#pragma once

#include <span>
#include <vector>

#include "store/database.h"
#include "store/sqlite/connection.h"

namespace yidan::store::sqlite {

[[nodiscard]] Result<void> refuse_plain_numbers(Connection& connection);
[[nodiscard]] Result<std::vector<KeptNumber>> plain_numbers(Connection& connection, std::size_t limit);
[[nodiscard]] Result<std::int64_t> count_plain_numbers(Connection& connection);
[[nodiscard]] Result<void> put_numbers(Connection& connection, std::span<const KeptNumber> numbers);
// Writes the whole file anew: what was there before stands on pages that nothing uses, and in the log.
[[nodiscard]] Result<void> forget_earlier_content(Connection& connection);

}  // namespace yidan::store::sqlite
