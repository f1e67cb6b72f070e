// Walks through a whole PostgreSQL database and sums over it: one transaction with one state each, on a connection that
// nobody else uses, some hundred files or postings at a time.
#pragma once

#include "store/postgres/connection.h"
#include "store/store.h"

namespace yidan::store::postgres {

[[nodiscard]] Result<void> walk_files(Connection& connection, const Visitor<FileContents>& visit);
[[nodiscard]] Result<void> walk_journal(Connection& connection, const Visitor<JournalPosting>& visit);
[[nodiscard]] Result<std::vector<Balance>> balances(Connection& connection, const BalanceQuery& query);
[[nodiscard]] Result<Counts> counts(Connection& connection);

// Reads every row; every file has all its events, and every event its key. Errors: `damaged`.
[[nodiscard]] Result<void> check(Connection& connection);

}  // namespace yidan::store::postgres
