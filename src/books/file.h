// A file as its events have made it: what is known, the entries in the order in which they were settled, and what each
// part of it says of the books.
//
// `apply` takes the next event and says what follows. It decides a new event, rebuilds a file from its events, and lets
// `yidan verify` compare; `decide_next` says the same of the usual event from the file's state alone. Pure: nothing is
// read or written.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "books/entries.h"
#include "books/parts.h"

namespace yidan::books {

class File {
 public:
  explicit File(store::Subject key) : key_(std::move(key)), entries_(key_) {}

  // An error leaves the file unusable: build it again. Errors: those of reading, `not_found` (no such bill),
  // `duplicate_id`, `contradiction`, `overflow`; `conflict`: the facts of a case that would change what was settled
  // before.
  [[nodiscard]] Result<Decision> apply(const Asked& asked);

  [[nodiscard]] const std::vector<Slot>& slots() const { return entries_.slots(); }
  [[nodiscard]] const Entries& entries() const { return entries_; }
  [[nodiscard]] const Case& facts() const { return facts_.values; }
  [[nodiscard]] const std::string& facts_text() const { return facts_.text; }
  [[nodiscard]] std::int64_t seq() const { return seq_; }

 private:
  Result<void> take(const Asked& asked, Outcome& outcome);
  // The place from which the fold begins.
  Result<std::size_t> begin(const Asked& asked, Outcome& outcome);
  Result<std::size_t> take_facts(const Asked& asked, Outcome& outcome);
  Result<void> move_facts(const policy::Pool& pool, const Asked& asked, Outcome& outcome);

  store::Subject key_;
  std::int64_t seq_ = 0;
  Facts facts_;
  Entries entries_;
  Part opening_;
  Part dues_;
  std::vector<Oddity> odd_;
  Grants grants_;
};

// The next entry of a file decided from the file's state alone, without its events: the way of nearly every settlement.
// Absent when the whole file is needed (`needs_whole_file`). REQUIRES: the kind is settle, credit or use. Errors as
// those of `File::apply`; that an encounter's id was used before is the store's to say (`ref_taken`).
[[nodiscard]] Result<std::optional<Decision>> decide_next(const store::Subject& file, const store::State& state,
                                                          const Asked& asked);

}  // namespace yidan::books
