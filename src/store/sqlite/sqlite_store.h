// The store in one SQLite file, for one machine.
//
// Writes of all threads go through one connection in groups, each group one transaction and one fsync; reads have
// connections of their own and wait for nobody. Write-ahead log, synchronous=FULL: what is `done` survives the loss of
// power. Another process may use the same file at the same time.
#pragma once

#include "store/database.h"

namespace yidan::store {

[[nodiscard]] Result<std::unique_ptr<Database>> open_sqlite(std::string_view path, Access access, Clock clock);

}  // namespace yidan::store
