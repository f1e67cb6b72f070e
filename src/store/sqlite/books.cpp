#include "store/sqlite/books.h"

#include <filesystem>
#include <thread>

#include <sys/statvfs.h>

#include "store/fault.h"
#include "store/migrations/migration.h"

namespace yidan::store::sqlite {
namespace {

constexpr std::int64_t kApplication = 0x59494431;  // "YID1", as the first migration says
constexpr std::int64_t kFirstForm = 0x5944414E;    // "YDAN": before 0.4.0

bool exists(const std::string& path) {
  std::error_code ignored;
  return std::filesystem::exists(path, ignored);
}

// Whether nobody can write where the file is, not even those with more rights.
bool is_on_closed_medium(const std::string& path) {
  struct ::statvfs medium{};
  return ::statvfs(path.c_str(), &medium) == 0 && (medium.f_flag & ST_RDONLY) != 0;
}

// The version of the tables: 0 when the file is empty. Errors: `invalid_value` when it is not ours.
Result<int> version_of(Connection& connection) {
  const auto version = connection.integer("pragma user_version");
  if (!version) return std::unexpected(version.error());
  const auto application = connection.integer("pragma application_id");
  if (!application) return std::unexpected(application.error());
  if (*application == kApplication && *version > 0) return static_cast<int>(*version);
  if (*application == kFirstForm) return std::unexpected(of_first_form(connection.path()));
  const auto tables = connection.integer("select count(*) from sqlite_schema");
  if (!tables) return std::unexpected(tables.error());
  if (*tables > 0 || *application != 0) return std::unexpected(not_ours(connection.path()));
  return 0;
}

// The steps that are missing, each a transaction; another process may be taking them at the same time.
Result<void> migrate(Connection& connection) {
  const auto steps = migrations_of("sqlite");
  const auto take_next = [&]() -> Result<bool> {
    if (auto begun = connection.execute("begin immediate"); !begun) return std::unexpected(begun.error());
    const auto version = version_of(connection);
    if (!version) return std::unexpected(version.error());
    const auto at = static_cast<std::size_t>(*version);
    if (at >= steps.size()) return false;
    const std::string step =
        std::string(steps[at]) + ";\npragma user_version = " + std::to_string(at + 1) + ";\ncommit";
    if (auto taken = connection.execute(step); !taken) return std::unexpected(taken.error());
    return true;
  };
  while (true) {
    const auto more = take_next();
    connection.roll_back();
    if (!more) return std::unexpected(more.error());
    if (!*more) return {};
  }
}

// Errors: when there are no books, or not such as this program can use.
Result<void> check_version(Connection& connection, Access access) {
  // In one look: another process may be making the tables.
  if (auto begun = connection.execute("begin"); !begun) return begun;
  const auto version = version_of(connection);
  connection.roll_back();
  if (!version) return std::unexpected(version.error());
  const int known = static_cast<int>(migrations_of("sqlite").size());
  if (*version == 0 && access != Access::create) return std::unexpected(no_books(connection.path()));
  if (*version > known) return std::unexpected(too_new(connection.path(), *version, known));
  if (*version == known) return {};
  if (access == Access::read_only) return std::unexpected(too_old_to_read(connection.path(), *version, known));
  return migrate(connection);
}

// When several make the same books at once, SQLite does not let one wait for another here: it is tried again.
Result<void> keep_log(Connection& connection) {
  constexpr std::chrono::milliseconds pause{5};
  for (auto waited = pause;; waited += pause) {
    auto kept = connection.execute("pragma journal_mode = wal");
    if (kept || !connection.is_locked() || waited > kLockTimeout) return kept;
    std::this_thread::sleep_for(pause);
  }
}

Result<Connection> opened(const std::string& path, Mode mode, const char* settings) {
  auto connection = Connection::open(path, mode);
  if (!connection) return connection;
  if (auto set = connection->execute(settings); !set) return std::unexpected(set.error());
  // The first look at the file: until now nothing has been read.
  if (auto seen = connection->integer("select count(*) from sqlite_schema"); !seen)
    return std::unexpected(seen.error());
  return connection;
}

}  // namespace

// A commit after a split of pages walks the whole cache, so that a large one costs more than it saves. Nothing goes to
// the log before the commit: what a transaction undone left there, gathered, would go down over another's pages.
constexpr auto kWriterCache = "pragma cache_size = -8192; pragma cache_spill = off";

Result<Connection> open_for_reading(const std::string& path) {
  constexpr auto settings = "pragma query_only = on; pragma cache_size = -8192";
  auto connection = opened(path, Mode::read, settings);
  const bool other_cause = connection || connection.error().code != ErrorCode::unavailable;
  // On a medium that nobody can write the log cannot be shared; when it was left empty, the file alone has all.
  if (other_cause || exists(path + "-wal")) return connection;
  if (!is_on_closed_medium(path)) return std::unexpected(no_right_to_read_beside_others(path));
  auto unshared = opened(path, Mode::immutable, settings);
  return unshared ? std::move(unshared) : std::move(connection);
}

Result<Connection> open_books(const std::string& path, Access access) {
  if (access != Access::create && !exists(path)) return std::unexpected(no_books(path));
  if (access == Access::read_only) {
    auto connection = open_for_reading(path);
    if (!connection) return connection;
    if (auto ours = check_version(*connection, access); !ours) return std::unexpected(ours.error());
    return connection;
  }
  const Mode mode = access == Access::create ? Mode::create : Mode::write;
  auto connection = opened(path, mode, kWriterCache);
  if (!connection) return connection;
  if (auto ours = check_version(*connection, access); !ours) return std::unexpected(ours.error());
  // The log is written to the file when it has grown to 128 MiB: a page that changes often is then written once for
  // many changes, and few bills wait for it.
  constexpr auto settings =
      "pragma synchronous = full; pragma secure_delete = off;"
      "pragma wal_autocheckpoint = 32768; pragma journal_size_limit = 268435456";
  if (auto kept = keep_log(*connection); !kept) return std::unexpected(kept.error());
  if (auto set = connection->execute(settings); !set) return std::unexpected(set.error());
  return connection;
}

}  // namespace yidan::store::sqlite
