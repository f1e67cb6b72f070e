// The journal of the books: every posting in the order in which it was known, in plain-text accounting.
#pragma once

#include <functional>
#include <string_view>

#include "ledger/journal.h"
#include "operations/caller.h"

namespace yidan::operations {

// Hands the text to `write` piece by piece, and says to `done` how far it is. `pool` 0: of all pools. Errors: those of
// the store and of `write`; `damaged` when the books have a word that this program does not know.
[[nodiscard]] Result<void> write_journal(const Caller& caller, std::int32_t pool, ledger::Persons persons,
                                         const std::function<Result<void>(std::string_view)>& write,
                                         const std::function<void(std::int64_t postings)>& done);

}  // namespace yidan::operations
