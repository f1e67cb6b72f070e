// Groups of changes into a PostgreSQL database: each group one transaction of two round trips.
//
// The first locks the files in their order; the decisions are made here; the second writes all that may be written and
// commits. Keys are not searched for: the database refuses one that is there already, and then the group begins anew
// and searches. So it does after a deadlock, and when a connection is lost: an event that is then found under its key,
// with the instant that was given to it, has been written by this very group.
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
  // What the database knows of the file of a change, and the answer to it, if it cannot be written.
  struct Standing {
    std::int64_t seq = 0;
    Instant recorded = 0;
    std::optional<Written> answer{};
  };

  [[nodiscard]] Result<void> write_persistently(std::span<WrittenChange* const> group);
  [[nodiscard]] Result<void> write_once(std::span<WrittenChange* const> group, bool searching);
  [[nodiscard]] Result<std::vector<WrittenChange*>> decide(std::span<WrittenChange* const> group, bool searching);
  [[nodiscard]] Result<void> search(std::span<WrittenChange* const> group, std::vector<Standing>& standings);
  void send_files(std::span<WrittenChange* const> accepted);
  void send_keys(std::span<WrittenChange* const> accepted);
  void send_events(std::span<WrittenChange* const> accepted);
  void send_bills(std::span<WrittenChange* const> accepted);
  void send_entries(std::span<WrittenChange* const> accepted);

  Connection& connection_;
  RisingClock& clock_;
};

}  // namespace yidan::store::postgres
