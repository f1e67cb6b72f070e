// The numbered steps by which the tables of a database come into being and up to date, as they lie in this folder:
// `migrations/<database>/<number>_<name>.sql`, plain SQL that the database's own shell can run too.
//
// A step runs in one transaction and is never changed once it has been released: what is to be different is the next
// step.
#pragma once

#include <span>
#include <string_view>
#include <vector>

namespace yidan::store {

struct MigrationFile {
  std::string_view path;  // "migrations/sqlite/0001_books.sql"
  std::string_view sql;
};

// Every step of every database, by path.
[[nodiscard]] std::span<const MigrationFile> migration_files();

// The steps of one database ("sqlite", "postgres"), in order; the version of its tables is their number.
[[nodiscard]] std::vector<std::string_view> migrations_of(std::string_view database);

}  // namespace yidan::store
