// A connection that reads, with its statements ready, and the columns as the values of `store.h`.
//
// Used by one thread at a time. Each call sees one state of the store.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "store/sqlite/connection.h"
#include "store/stand_in.h"

namespace yidan::store::sqlite {

class Reader {
 public:
  [[nodiscard]] static Result<std::unique_ptr<Reader>> open(const std::string& path);

  [[nodiscard]] Result<std::optional<Subject>> subject(const StandIn& stand_in);
  [[nodiscard]] Result<State> load(const StandIn& subject);
  [[nodiscard]] Result<std::optional<Found>> find(const StandIn& key);
  [[nodiscard]] Result<std::vector<Event>> events(const StandIn& subject);
  [[nodiscard]] Result<std::vector<Recorded>> history(const StandIn& subject);
  [[nodiscard]] Result<std::vector<Row>> rows(const StandIn& subject);
  [[nodiscard]] Result<RowPage> rows(const RowQuery& query);
  [[nodiscard]] Result<std::vector<Committed>> events_after(std::int64_t position, std::size_t limit);
  [[nodiscard]] Result<Store::PolicyArchive> policy(std::int64_t number);
  [[nodiscard]] Result<std::optional<std::string>> setting(std::string_view name);

 private:
  explicit Reader(Connection connection) : connection_(std::move(connection)) {}
  [[nodiscard]] Result<void> prepare();

  Connection connection_;
  Statement subject_;
  Statement load_;
  Statement find_;
  Statement events_;
  Statement history_;
  Statement rows_;
  Statement rows_by_day_;
  Statement listed_rows_;
  Statement rows_of_provider_;
  Statement rows_by_deadline_;
  Statement policy_;
  Statement setting_;
};

}  // namespace yidan::store::sqlite
