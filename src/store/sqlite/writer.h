// The one connection of a process that writes: groups of changes, packs, settings.
//
// Used by one thread at a time. Every check stands inside the transaction that writes, so that it also holds against
// other processes.
#pragma once

#include <span>

#include "store/rising_clock.h"
#include "store/sqlite/connection.h"
#include "store/store.h"
#include "store/written_change.h"

namespace yidan::store::sqlite {

class Writer {
 public:
  [[nodiscard]] static Result<std::unique_ptr<Writer>> open(Connection connection, Clock clock);

  // One transaction for all; each change gets its own answer, or all of them the error that undid the transaction.
  void write(std::span<WrittenChange* const> group);

  [[nodiscard]] Result<std::int64_t> put_policy(std::string_view digest, std::string_view archive);
  [[nodiscard]] Result<void> set(std::string_view name, std::string_view value);

 private:
  struct FileRow {
    std::int64_t id = 0;
    std::int64_t seq = 0;
    Instant recorded = 0;
  };

  Writer(Connection connection, Clock clock) : connection_(std::move(connection)), clock_(std::move(clock)) {}
  [[nodiscard]] Result<void> prepare();

  [[nodiscard]] Result<std::vector<Written>> write_all(std::span<WrittenChange* const> group);
  [[nodiscard]] Result<Written> write_one(const Change& change);
  [[nodiscard]] Result<Written> unless_key_taken(const Change& change, Written otherwise);
  [[nodiscard]] Result<FileRow> find_file(const FileKey& file);
  [[nodiscard]] Result<void> add_file(const Change& change, FileRow& file);
  [[nodiscard]] Result<std::optional<std::int64_t>> append_event(const Change& change, const FileRow& file);
  [[nodiscard]] Result<void> set_state(const Change& change, const FileRow& file);
  [[nodiscard]] Result<void> append_bills(const Change& change, std::int64_t event);
  [[nodiscard]] Result<void> append_entries(const Change& change, std::int64_t event);

  Connection connection_;
  RisingClock clock_;
  Statement begin_;
  Statement commit_;
  Statement has_key_;
  Statement find_file_;
  Statement add_file_;
  Statement set_file_;
  Statement set_facts_;
  Statement add_event_;
  Statement add_bill_;
  Statement add_entry_;
  Statement find_policy_;
  Statement add_policy_;
  Statement set_setting_;
};

}  // namespace yidan::store::sqlite
