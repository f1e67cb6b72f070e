// The one connection of a process that writes: groups of changes, packs, settings, sums of days.
//
// Used by one thread at a time. Every check stands inside the transaction that writes, so that it also holds against
// other processes.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "store/database.h"
#include "store/rising_clock.h"
#include "store/sqlite/connection.h"

namespace yidan::store::sqlite {

class Writer {
 public:
  [[nodiscard]] static Result<std::unique_ptr<Writer>> open(Connection connection, Clock clock);

  // One transaction for all; each change gets its own answer, or all of them the error that undid the transaction.
  void write(Group group);

  [[nodiscard]] Result<std::int64_t> put_policy(std::string_view digest, std::string_view archive);
  [[nodiscard]] Result<void> set(std::string_view name, std::string_view value);
  // The value of a setting, which becomes `candidate` when it was never set.
  [[nodiscard]] Result<std::string> set_once(std::string_view name, std::string_view candidate);
  // The value afterwards, which becomes `value` where it was `before`.
  [[nodiscard]] Result<std::string> replace(std::string_view name, std::string_view before, std::string_view value);

  // Adds so many events at most to the sums of days; whether there may be more.
  [[nodiscard]] Result<bool> sum_up_some();

  // For what is done once in the life of books. REQUIRES: no other call is under way.
  [[nodiscard]] Connection& connection() { return connection_; }

 private:
  [[nodiscard]] Result<std::string> setting_now(std::string_view name);  // REQUIRES: it was set
  struct Standing {
    std::int64_t id = 0;
    std::int64_t seq = 0;
    Instant recorded = 0;
  };

  Writer(Connection connection, Clock clock) : connection_(std::move(connection)), clock_(std::move(clock)) {}
  [[nodiscard]] Result<void> prepare();

  [[nodiscard]] Result<std::vector<Written>> write_all(Group group);
  [[nodiscard]] Result<Written> write_one(StoredChange& change);
  [[nodiscard]] Result<Written> write_parts(StoredChange& change, std::vector<Standing>& standings);
  [[nodiscard]] Result<Written> unless_key_taken(const StandIn& key, Written otherwise);
  [[nodiscard]] Result<Standing> find_subject(const StandIn& stand_in);
  [[nodiscard]] Result<void> add_subject(const StoredPart& part, Standing& standing);
  [[nodiscard]] Result<bool> append_event(const StoredPart& part, const Standing& standing, std::size_t place);
  [[nodiscard]] Result<void> set_state(const StoredPart& part, const Standing& standing);
  [[nodiscard]] Result<void> put_rows(const StoredPart& part, const Standing& standing);

  Connection connection_;
  RisingClock clock_;
  Statement begin_;
  Statement commit_;
  Statement save_;
  Statement go_back_;
  Statement has_key_;
  Statement find_subject_;
  Statement add_subject_;
  Statement add_state_;
  Statement set_state_;
  Statement set_facts_;
  Statement add_event_;
  Statement put_row_;
  Statement find_policy_;
  Statement add_policy_;
  Statement set_setting_;
  Statement set_once_;
  Statement replace_setting_;
  Statement find_setting_;
};

}  // namespace yidan::store::sqlite
