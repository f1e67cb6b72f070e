// What the books of a pool have of care elsewhere: the share that was settled at once, by month (LY-3.6-c, LY-3.6-d),
// and the bills of assistance targets for which nothing is filed (JN-7.1-d).
#pragma once

#include "base/go_on.h"
#include "exchange/elsewhere_report.h"
#include "operations/caller.h"

namespace yidan::operations {

struct ElsewhereQuery {
  Region pool;
  Month from;
  Month to;  // included
};

// Bills as they now are, by their rule dates. Goes once through all files; only those with care elsewhere are made
// again. Errors: `forbidden`; those of the store; that of `go_on`.
[[nodiscard]] Result<exchange::ElsewhereReport> elsewhere(const Caller& caller, const ElsewhereQuery& query,
                                                          const GoOn& go_on);

}  // namespace yidan::operations
