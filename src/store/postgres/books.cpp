#include "store/postgres/books.h"

#include "store/fault.h"
#include "store/migrations/migration.h"

namespace yidan::store::postgres {
namespace {

// "YDAN": whoever changes the tables holds this lock.
constexpr auto kMigrationLock = "select pg_advisory_xact_lock(1497645390)";

constexpr Query kSchema{"schema",
                        "select to_regclass('yidan.version') is not null,"
                        " exists (select 1 from pg_namespace where nspname = 'yidan'),"
                        " to_regclass('yidan.file') is not null"};
constexpr Query kVersion{"version", "select version from yidan.version"};

// The version of the tables: 0 when there are none. Errors: `invalid_value` when the schema is not ours.
Result<int> version_of(Connection& connection) {
  const auto schema = connection.run(kSchema);
  if (!schema) return std::unexpected(schema.error());
  const bool ours = schema->text(0, 0) == std::string(1, '\1');
  const bool taken = schema->text(0, 1) == std::string(1, '\1');
  if (ours && schema->text(0, 2) == std::string(1, '\1')) return std::unexpected(of_first_form(connection.name()));
  if (!ours && taken) return std::unexpected(not_ours(connection.name()));
  if (!ours) return 0;
  const auto version = connection.run(kVersion);
  if (!version) return std::unexpected(version.error());
  if (version->size() != 1) return std::unexpected(not_ours(connection.name()));
  return static_cast<int>(version->integer(0, 0));
}

// All steps that are missing, in one transaction; another program may be taking them at the same time.
Result<void> migrate(Connection& connection) {
  const auto steps = migrations_of("postgres");
  if (auto begun = connection.execute(std::string("begin isolation level read committed; ") + kMigrationLock); !begun)
    return begun;
  const auto version = version_of(connection);
  if (!version) return std::unexpected(version.error());
  std::string sql;
  if (*version == 0) {
    sql =
        "create schema yidan; create table yidan.version (version integer not null);"
        "insert into yidan.version values (0);";
  }
  for (auto at = static_cast<std::size_t>(*version); at < steps.size(); ++at) sql.append(steps[at]);
  sql += "update yidan.version set version = " + std::to_string(steps.size()) + "; commit";
  return connection.execute(sql);
}

}  // namespace

Result<void> open_books(Connection& connection, Access access) {
  const auto version = version_of(connection);
  if (!version) return std::unexpected(version.error());
  const int known = static_cast<int>(migrations_of("postgres").size());
  if (*version == 0 && access != Access::create) return std::unexpected(no_books(connection.name()));
  if (*version > known) return std::unexpected(too_new(connection.name(), *version, known));
  if (*version == known) return {};
  if (access == Access::read_only) return std::unexpected(too_old_to_read(connection.name(), *version, known));
  auto migrated = migrate(connection);
  connection.roll_back();
  return migrated;
}

}  // namespace yidan::store::postgres
