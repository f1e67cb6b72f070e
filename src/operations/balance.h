// The trial balance of the books, now or as it was known.
#pragma once

#include <optional>

#include "base/go_on.h"
#include "calendar/instant.h"
#include "ledger/part_balance.h"
#include "ledger/trial_balance.h"
#include "operations/caller.h"

namespace yidan::operations {

struct BalanceQuery {
  std::int32_t pool = 0;           // 0: all
  std::optional<Instant> known{};  // as it was known then; absent: now
};

// Errors: those of the store; `damaged` for a word that this program does not know; `overflow`: the total of a fund
// does not fit.
[[nodiscard]] Result<ledger::TrialBalance> trial_balance(const Caller& caller, const BalanceQuery& query);

// By provider (what funds owe each of them) or by month of booking (what moved on every account). All postings are gone
// through; `go_on` is told their number. Errors: as above, and its own.
[[nodiscard]] Result<ledger::PartBalance> balance_by(const Caller& caller, const BalanceQuery& query, ledger::PartBy by,
                                                     const GoOn& go_on);

// The names of the pools of the packs in force, for a table.
[[nodiscard]] ledger::PoolNames pool_names(const Caller& caller);

}  // namespace yidan::operations
