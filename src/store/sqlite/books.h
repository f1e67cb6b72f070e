// A SQLite file as books: opening it, recognising it, bringing its tables up to this program's version.
#pragma once

#include <string>

#include "store/sqlite/connection.h"
#include "store/store.h"

namespace yidan::store::sqlite {

// Opens the file for `access` and makes sure that there are books in it, with tables of this program's version.
[[nodiscard]] Result<Connection> open_books(const std::string& path, Access access);

// Another connection to a file whose books have been opened; it can only read.
[[nodiscard]] Result<Connection> open_for_reading(const std::string& path);

}  // namespace yidan::store::sqlite
