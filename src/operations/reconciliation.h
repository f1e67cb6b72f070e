// Reconciliation: the statement of an institution is kept and held against the books, each time that it is asked for.
//
// A statement is a subject: what was told, and each difference that somebody resolved, is an event of its stream, and
// nothing is overwritten. Differences are reckoned from the statement told last and from the books as they now are, so
// that one goes when what was missing comes. A resolution is of a difference as it was: when the two sides say
// something else it is open again.
#pragma once

#include <vector>

#include "base/go_on.h"
#include "exchange/reconciliation_report.h"
#include "exchange/statement_request.h"
#include "operations/caller.h"
#include "operations/perform.h"

namespace yidan::operations {

inline constexpr std::string_view kStatementKind = "statement";

// Both sides as they were compared, by settlement, and in what they differ.
struct Compared {
  std::vector<reconciliation::Entry> ours;
  std::vector<reconciliation::Entry> theirs;
  exchange::StatementReport report;
};

// Keeps a statement and compares it, or resolves a difference; the answer is `yidan.reconciliation/1`. Errors:
// `forbidden`; `not_found`: there is no such statement, or no such difference any more; `conflict`: the key was used
// for something else; those of the store.
[[nodiscard]] Result<Answer> perform(const Caller& caller, const exchange::StatementRequest& request);

// The statement of that scope told last, held against the books. Errors: `forbidden`; `not_found`; of the store.
[[nodiscard]] Result<Compared> compare(const Caller& caller, const reconciliation::Scope& scope);

struct ReconciliationQuery {
  Region pool;
  Date from;  // of statements whose first day lies between these
  Date to;
  std::string provider{};   // empty: all
  std::string insurance{};  // the same of these
  std::string clearing{};
  bool with_resolved = true;
  bool with_untold = false;  // also settlements of these days of which no statement was told: the close of a day
};

// Every statement, those with open differences first; the rows of one at a time are in memory. What was not told is
// added up from rows, a page at a time. Errors: `forbidden`;
// of the store; that of `go_on`, which is told the number of statements compared.
[[nodiscard]] Result<exchange::ReconciliationReport> reconcile(const Caller& caller, const ReconciliationQuery& query,
                                                               const GoOn& go_on);

}  // namespace yidan::operations
