#include <ctime>

#include "store/identified_store.h"
#include "store/memory/memory_store.h"
#include "store/open_database.h"
#include "store/postgres/postgres_store.h"
#include "store/sealed_database.h"
#include "store/sqlite/sqlite_store.h"
#include "store/store.h"

namespace yidan::store {

Result<std::unique_ptr<Database>> open_database(std::string_view url, Access access, Clock clock) {
  constexpr std::string_view sqlite = "sqlite:";
  if (url == "memory:") return open_memory(access, std::move(clock));
  if (url.starts_with("postgresql://") || url.starts_with("postgres://"))
    return open_postgres(url, access, std::move(clock));
  if (url.starts_with(sqlite)) url.remove_prefix(sqlite.size());
  return open_sqlite(url, access, std::move(clock));
}

Result<std::unique_ptr<Store>> open(std::string_view url, Access access, Clock clock,
                                    const std::optional<SealKey>& master) {
  auto database = open_database(url, access, std::move(clock));
  if (!database) return std::unexpected(std::move(database.error()));
  auto sealed = with_seal(std::move(*database), master);
  if (!sealed) return std::unexpected(std::move(sealed.error()));
  return identified(std::move(*sealed));
}

Instant wall_clock() {
  std::timespec now{};
  if (std::timespec_get(&now, TIME_UTC) != TIME_UTC) fail_invariant("there is a clock on the wall");
  return Instant{now.tv_sec} * 1'000'000 + now.tv_nsec / 1'000;
}

}  // namespace yidan::store
