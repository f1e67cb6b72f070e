// Groups of changes into a PostgreSQL database: each group one transaction of two round trips.
//
// The first locks the states of the subjects, in one order; the decisions are made here; the second writes all that may
// be written, gives it its positions and commits. Keys are not searched for: the database refuses one that is there
// already, and then the group begins anew and searches. So it does after a deadlock, and when a connection is lost: an
// event that is then found under its key, with the instant that was given to it, has been written by this very group.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "store/database.h"
#include "store/postgres/connection.h"
#include "store/rising_clock.h"

namespace yidan::store::postgres {

// No two changes of a group are about the same subject or have the same key.
[[nodiscard]] bool joins(Group group, const StoredChange& next);

class Writer {
 public:
  Writer(Connection& connection, RisingClock& clock) : connection_(connection), clock_(clock) {}

  // Each change gets its own answer, or all of them the error that undid the transaction.
  void write(Group group);

 private:
  // A part, and the place of its change in the group.
  struct Place {
    StoredPart* part = nullptr;
    std::size_t change = 0;
    std::int64_t seq = 0;  // of the subject, as the database knows it
    Instant recorded = 0;  // of its last event
  };
  using Places = std::vector<Place>;
  using Answers = std::vector<std::optional<Written>>;

  [[nodiscard]] Result<void> write_persistently(Group group);
  [[nodiscard]] Result<void> write_once(Group group, bool searching);
  [[nodiscard]] Result<void> lock(Places& places);
  [[nodiscard]] Result<void> search(Group group, const Places& places, Answers& answers);
  [[nodiscard]] Result<Answers> decide(Group group, Places& places, bool searching);
  void send_subjects(const Places& accepted);
  void send_keys(Group accepted);
  void send_events(const Places& accepted);
  void send_rows(const Places& accepted);
  void send_feed(Group accepted);

  Connection& connection_;
  RisingClock& clock_;
};

}  // namespace yidan::store::postgres
