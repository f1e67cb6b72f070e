// A connection that reads, with its statements ready, and the columns as the values of `store.h`.
//
// Used by one thread at a time. Each call sees one state of the store.
#pragma once

#include "store/sqlite/connection.h"
#include "store/store.h"

namespace yidan::store::sqlite {

class Reader {
 public:
  [[nodiscard]] static Result<std::unique_ptr<Reader>> open(const std::string& path);

  [[nodiscard]] Result<State> load(const FileKey& file);
  [[nodiscard]] Result<std::optional<Found>> find(std::string_view key);
  [[nodiscard]] Result<std::vector<Event>> events(const FileKey& file);
  // `version` absent: all of them.
  [[nodiscard]] Result<std::vector<BillVersion>> bills(const FileKey& file, std::optional<std::int64_t> version);
  [[nodiscard]] Result<Store::PolicyArchive> policy(std::int64_t number);
  [[nodiscard]] Result<std::optional<std::string>> setting(std::string_view name);
  [[nodiscard]] Result<std::vector<Balance>> balances(const BalanceQuery& query);
  [[nodiscard]] Result<Counts> counts();

 private:
  explicit Reader(Connection connection) : connection_(std::move(connection)) {}
  [[nodiscard]] Result<void> prepare();

  Connection connection_;
  Statement load_;
  Statement find_;
  Statement events_;
  Statement bills_;
  Statement policy_;
  Statement setting_;
};

}  // namespace yidan::store::sqlite
