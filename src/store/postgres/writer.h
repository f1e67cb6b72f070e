// Groups of changes into a PostgreSQL database: each group one transaction of two round trips.
//
// The first locks the files in their order and looks for the keys; the decisions are made here; the second writes all
// that may be written and commits. Whoever comes between (a deadlock, a key that another transaction is just writing)
// makes the group begin anew. So does a connection that is lost: an event that is then found under its key, with the
// instant that was given to it, has been written by this very group.
#pragma once

#include <span>
#include <vector>

#include "store/postgres/connection.h"
#include "store/rising_clock.h"
#include "store/written_change.h"

namespace yidan::store::postgres {

// No two changes of a group are of the same file or the same key.
[[nodiscard]] bool joins(std::span<WrittenChange* const> group, const WrittenChange& next);

class Writer {
 public:
  Writer(Connection& connection, RisingClock& clock) : connection_(connection), clock_(clock) {}

  // Each change gets its own answer, or all of them the error that undid the transaction.
  void write(std::span<WrittenChange* const> group);

 private:
  [[nodiscard]] Result<void> write_persistently(std::span<WrittenChange* const> group);
  [[nodiscard]] Result<void> write_once(std::span<WrittenChange* const> group);
  [[nodiscard]] Result<std::vector<WrittenChange*>> decide(std::span<WrittenChange* const> group);
  void send_files(std::span<WrittenChange* const> accepted);
  void send_keys(std::span<WrittenChange* const> accepted);
  void send_events(std::span<WrittenChange* const> accepted);
  void send_bills(std::span<WrittenChange* const> accepted);
  void send_entries(std::span<WrittenChange* const> accepted);

  Connection& connection_;
  RisingClock& clock_;
};

}  // namespace yidan::store::postgres
