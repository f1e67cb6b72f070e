// A PostgreSQL database as books: recognising them, bringing their tables up to this program's version.
#pragma once

#include "store/postgres/connection.h"
#include "store/store.h"

namespace yidan::store::postgres {

// Makes sure that there are books, with tables of this program's version.
[[nodiscard]] Result<void> open_books(Connection& connection, Access access);

}  // namespace yidan::store::postgres
