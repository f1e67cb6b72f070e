// What is worked on by jobs: each a function from what was asked to its result, which says how far it is and can be
// stopped.
#pragma once

#include <functional>
#include <string>

#include "base/go_on.h"
#include "exchange/job_request.h"
#include "operations/caller.h"

namespace yidan::service {

// How a work tells of itself.
struct Going {
  std::function<void(std::int64_t of)> expect;  // how much there is, once it is known
  GoOn go_on;                                   // an error ends the work: it is what it comes back with
};
using Work = std::function<Result<std::string>(const Going& going)>;

// The caller is a copy without a trail: that the work was asked for is what is noted. Desk and policy outlive the work.

// The audits of pools on a day, a list of `yidan.audit/1`.
[[nodiscard]] Work audit_work(const operations::Caller& caller, const policy::Policy& policy,
                              std::vector<const policy::Pool*> pools, Date on, bool with_bills);
// `yidan.proof/1`.
[[nodiscard]] Work proof_work(const policy::Policy& policy, const exchange::ProofAsked& asked, Date on,
                              std::function<Instant()> clock);
// `yidan.cost/1`. Errors: `invalid_value`, the draft is no policy: all that is wrong with it.
[[nodiscard]] Result<Work> cost_work(const operations::Caller& caller, const exchange::CostAsked& asked, Date on);
// `yidan.elsewhere/1`.
[[nodiscard]] Work elsewhere_work(const operations::Caller& caller, const exchange::ElsewhereAsked& asked);
// `yidan.reconciliation/1`, with what was not told.
[[nodiscard]] Work reconciliation_work(const operations::Caller& caller, const exchange::ReconciliationAsked& asked);
// `yidan.verification/1`.
[[nodiscard]] Work verification_work(const operations::Caller& caller, Language language);

}  // namespace yidan::service
