// The store in a PostgreSQL database (15 or newer), for several machines.
//
// Writes of all threads go to the server in groups, several groups at once over as many connections; each group is one
// transaction. Whether a commit waits for the disk is the server's setting and is not changed from here. Several
// programs may use the same books.
#pragma once

#include "store/database.h"

namespace yidan::store {

[[nodiscard]] Result<std::unique_ptr<Database>> open_postgres(std::string_view url, Access access, Clock clock);

}  // namespace yidan::store
