// What a backup of the program's first form (`yidan.backup/1`, before 0.4.0) holds of a person: bills had columns then.
#pragma once

#include <functional>

#include "store/store.h"

namespace yidan::store::first_form {

// A bill as an event left it. `entry` is the event of the encounter, `version` the event that made this version.
struct Bill {
  std::int64_t entry = 0;
  std::int64_t version = 0;
  std::string encounter;
  std::string rule_date;
  std::string status;
  std::string policy_status;
  std::int64_t total = 0;  // fen, as all below
  std::int64_t policy_scope = 0;
  std::int64_t fund_total = 0;
  std::int64_t account = 0;
  std::int64_t cash = 0;
  std::string text;
  std::string steps;
};

struct File {
  Subject subject;
  State state;
  std::vector<Event> events;
  std::vector<Bill> bills;                   // by (version, entry)
  std::vector<std::vector<Entry>> postings;  // one an event
};

// The same as changes of today, one an event. Errors: `damaged`.
using Upgrade = std::function<Result<std::vector<Part>>(const File& file)>;

}  // namespace yidan::store::first_form
