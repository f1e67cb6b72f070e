// Which statements institutions have told of some days, found by their rows; and settlements of which none was told.
#pragma once

#include <vector>

#include "operations/reconciliation.h"

namespace yidan::operations {

inline constexpr std::string_view kStatementTable = "statement";

[[nodiscard]] Error damaged_statement(const store::Subject& subject);

// Those whose first day lies between the days that are asked for. Errors: `damaged`; those of the store.
[[nodiscard]] Result<std::vector<reconciliation::Scope>> scopes_asked(store::Store& store,
                                                                      const ReconciliationQuery& query);

// Settlements of the days, by institution, day and cell, that no statement covers, however long ago it begins; without
// those that were reversed. Goes through the rows of the days once. Errors: the same; that of `go_on`.
[[nodiscard]] Result<std::vector<exchange::Untold>> untold_of(store::Store& store, const ReconciliationQuery& query,
                                                              const GoOn& go_on);

}  // namespace yidan::operations
