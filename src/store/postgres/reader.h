// What is read from a PostgreSQL database by key, and the sums over all of it.
//
// Loads of many threads share one statement. A read on a connection that is lost is tried once more on a new one.
#pragma once

#include <optional>
#include <span>

#include "store/postgres/connection.h"
#include "store/store.h"

namespace yidan::store::postgres {

// A load on its way through a group.
struct WantedLoad {
  const FileKey& file;
  Result<State> outcome = State{};
};

// All of them in one look.
void load_all(Connection& connection, std::span<WantedLoad* const> group);

[[nodiscard]] Result<std::optional<Found>> find(Connection& connection, std::string_view key);
[[nodiscard]] Result<std::vector<Event>> events(Connection& connection, const FileKey& file);
// `version` absent: all of them.
[[nodiscard]] Result<std::vector<BillVersion>> bills(Connection& connection, const FileKey& file,
                                                     std::optional<std::int64_t> version);
[[nodiscard]] Result<std::int64_t> put_policy(Connection& connection, std::string_view digest,
                                              std::string_view archive);
[[nodiscard]] Result<Store::PolicyArchive> policy(Connection& connection, std::int64_t number);
[[nodiscard]] Result<std::optional<std::string>> setting(Connection& connection, std::string_view name);
[[nodiscard]] Result<void> set(Connection& connection, std::string_view name, std::string_view value);

}  // namespace yidan::store::postgres
