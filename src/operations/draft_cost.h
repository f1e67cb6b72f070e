// What a draft would cost: the bills of a year settled again, each under the packs that were in force for its day by
// the books, and under the draft; and how long the funds would last (RZ-1.2.1-a, RZ-1.2.2-a, LY-2-d, LY-3.4-j). Nothing
// is written.
#pragma once

#include <vector>

#include "base/go_on.h"
#include "costing/cost.h"
#include "operations/caller.h"
#include "policy/policy.h"

namespace yidan::operations {

struct CostQuery {
  Region pool;
  int year = 0;                           // of the bills' rule dates
  const policy::Policy* draft = nullptr;  // compiled; it has the pool
  Date on;                                // as of which the funds' balances are taken
};

struct CostOfDraft {
  costing::Cost cost;
  std::vector<costing::Capacity> capacity;
  std::vector<costing::PacksInForce> in_force;  // in the year; empty: the packs at hand count
  std::int64_t not_settled =
      0;  // entries that the draft, or the packs in force, would refuse: nothing is paid for them
};

// `go_on` is told the number of persons. All processors are used; the figures do not depend on how many there are.
// Errors: `not_found`, a pool that one of the two does not have; those of the store; `damaged`; `overflow`.
[[nodiscard]] Result<CostOfDraft> cost_of_draft(const Caller& caller, const CostQuery& query, const GoOn& go_on);

}  // namespace yidan::operations
