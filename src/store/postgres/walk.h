// Walks through a whole PostgreSQL database: one transaction with one state each, on a connection that nobody else
// uses, some hundred subjects or events at a time.
#pragma once

#include "store/postgres/connection.h"
#include "store/store.h"

namespace yidan::store::postgres {

[[nodiscard]] Result<void> walk_subjects(Connection& connection, const Visitor<SubjectContents>& visit);
[[nodiscard]] Result<void> walk_journal(Connection& connection, const Visitor<Found>& visit);
[[nodiscard]] Result<void> walk_for_backup(Connection& connection, const Visitor<BackedUp>& visit);
[[nodiscard]] Result<Counts> counts(Connection& connection);

// Reads every row; every subject has all its events, every event its key and its position. Errors: `damaged`.
[[nodiscard]] Result<void> check(Connection& connection);

}  // namespace yidan::store::postgres
