#include "store/migrations/migration.h"

#include <string>

namespace yidan::store {

std::vector<std::string_view> migrations_of(std::string_view database) {
  const std::string folder = "migrations/" + std::string(database) + "/";
  std::vector<std::string_view> steps;
  for (const MigrationFile& file : migration_files()) {
    if (file.path.starts_with(folder)) steps.push_back(file.sql);
  }
  return steps;
}

}  // namespace yidan::store
