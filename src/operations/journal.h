// The journal of the books: every posting in the order in which it was known, in plain-text accounting.
#pragma once

#include <functional>
#include <string_view>

#include "base/go_on.h"
#include "ledger/journal.h"
#include "operations/caller.h"

namespace yidan::operations {

// Hands the text to `write` piece by piece, and tells `go_on` the number of postings. `pool` 0: of all pools. Errors:
// those of
// the store, of `write` and of `go_on`; `damaged` when the books have a word that this program does not know.
[[nodiscard]] Result<void> write_journal(const Caller& caller, std::int32_t pool, ledger::Persons persons,
                                         const std::function<Result<void>(std::string_view)>& write, const GoOn& go_on);

}  // namespace yidan::operations
