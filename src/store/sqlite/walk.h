// Walks through a whole SQLite file: one read transaction each, on a connection of its own, a file or a posting at a
// time.
#pragma once

#include <string>

#include "store/store.h"

namespace yidan::store::sqlite {

[[nodiscard]] Result<void> walk_files(const std::string& path, const Visitor<FileContents>& visit);
[[nodiscard]] Result<void> walk_journal(const std::string& path, const Visitor<JournalPosting>& visit);

// Pages, indices, constraints, and that every file has all its events. Errors: `damaged`.
[[nodiscard]] Result<void> check_file(const std::string& path);

}  // namespace yidan::store::sqlite
