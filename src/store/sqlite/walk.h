// Walks through a whole SQLite file: one read transaction each, on a connection of its own, a subject or an event at a
// time.
#pragma once

#include <string>

#include "store/store.h"

namespace yidan::store::sqlite {

[[nodiscard]] Result<void> walk_subjects(const std::string& path, const Visitor<SubjectContents>& visit);
[[nodiscard]] Result<void> walk_journal(const std::string& path, const Visitor<Found>& visit);
[[nodiscard]] Result<void> walk_for_backup(const std::string& path, const Visitor<BackedUp>& visit);
[[nodiscard]] Result<std::vector<Balance>> balances(const std::string& path, const BalanceQuery& query);
[[nodiscard]] Result<std::vector<DayBalance>> day_balances(const std::string& path);
[[nodiscard]] Result<Counts> counts(const std::string& path);

// Pages, indices, constraints, and that every subject has all its events. Errors: `damaged`.
[[nodiscard]] Result<void> check_file(const std::string& path);

}  // namespace yidan::store::sqlite
