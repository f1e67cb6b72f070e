// What is read from a PostgreSQL database by key.
//
// Loads of many threads share one statement. A read on a connection that is lost is tried once more on a new one.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "store/postgres/connection.h"
#include "store/store.h"

namespace yidan::store::postgres {

// A load on its way through a group.
struct WantedLoad {
  const StandIn& subject;
  Result<State> outcome = State{};
};

// All of them in one look.
void load_all(Connection& connection, std::span<WantedLoad* const> group);

[[nodiscard]] Result<std::optional<Subject>> subject(Connection& connection, const StandIn& stand_in);
[[nodiscard]] Result<std::optional<Found>> find(Connection& connection, const StandIn& key);
[[nodiscard]] Result<std::vector<Event>> events(Connection& connection, const StandIn& subject);
[[nodiscard]] Result<std::vector<Recorded>> history(Connection& connection, const StandIn& subject);
[[nodiscard]] Result<std::vector<Row>> rows(Connection& connection, const StandIn& subject);
[[nodiscard]] Result<RowPage> rows(Connection& connection, const RowQuery& query);
[[nodiscard]] Result<std::vector<Committed>> events_after(Connection& connection, std::int64_t position,
                                                          std::size_t limit);
[[nodiscard]] Result<std::int64_t> put_policy(Connection& connection, std::string_view digest,
                                              std::string_view archive);
[[nodiscard]] Result<Store::PolicyArchive> policy(Connection& connection, std::int64_t number);
[[nodiscard]] Result<std::optional<std::string>> setting(Connection& connection, std::string_view name);
[[nodiscard]] Result<void> set(Connection& connection, std::string_view name, std::string_view value);
// The value of a setting, which becomes `candidate` when it was never set.
[[nodiscard]] Result<std::string> set_once(Connection& connection, std::string_view name, std::string_view candidate);
// The value afterwards, which becomes `value` where it was `before`.
[[nodiscard]] Result<std::string> replace(Connection& connection, std::string_view name, std::string_view before,
                                          std::string_view value);

}  // namespace yidan::store::postgres
