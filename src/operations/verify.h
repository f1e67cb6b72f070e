// Proves the books: every file is made again from its events, and every bill, answer, posting and state compared byte
// for byte with what is kept; then the funds are added up.
#pragma once

#include <optional>
#include <string>

#include "base/go_on.h"
#include "operations/caller.h"

namespace yidan::operations {

// The first thing that is not as it should be.
struct Difference {
  store::Subject file;   // id empty: of no single file
  std::int64_t seq = 0;  // of the event; 0: of none
  Text what;
};

// Where and what, in one sentence; the number masked.
[[nodiscard]] Text to_text(const Difference& difference);

// What was proved.
struct Proved {
  std::int64_t persons = 0;
  std::int64_t events = 0;
  std::int64_t bills = 0;  // versions
  std::int64_t entries = 0;
  std::int64_t decisions = 0;   // and filings; their events are not among those of persons
  std::int64_t registered = 0;  // entries of registers

  bool operator==(const Proved&) const = default;
};

struct Verified {
  Proved counts;
  std::int64_t by_other_programs = 0;  // events that another version of the program decided
  std::optional<Difference> difference;
};

// `go_on` is told the number of files verified, now and then. Errors: what kept the verification from going on; its
// own.
[[nodiscard]] Result<Verified> verify(const Caller& caller, const GoOn& go_on);

// `yidan.verification/1`; numbers of persons masked.
[[nodiscard]] std::string verified_json(const Verified& verified, Language language);

}  // namespace yidan::operations
