// From fee lines to the policy scope: what of a bill the layers work on (semantics F1 to F4).
#pragma once

#include "benefit/bill.h"
#include "benefit/step.h"
#include "facts/encounter.h"
#include "policy/policy.h"

namespace yidan::benefit {

// The cause that keeps the whole bill from being payable: the encounter's, or every line's; else illness.
[[nodiscard]] Cause whole_cause(const policy::Pool& pool, const Encounter& encounter);

// The parts of the bill. Throws Overflow when their sum does not fit.
[[nodiscard]] ScopeAmounts classify(const policy::Pool& pool, const Encounter& encounter);

// The parts of one fee line of a bill that came out so.
[[nodiscard]] ScopeAmounts classify_line(const policy::Pool& pool, const Encounter& encounter, const FeeLine& line,
                                         BillStatus status);

// The same by the lines alone, whatever the cause of the encounter: of a bill that has no cover, and of which the funds
// would pay nothing anyway (F5). Throws Overflow.
[[nodiscard]] ScopeAmounts classify_lines(const policy::Pool& pool, const Encounter& encounter);

// The steps that say how the parts came about.
void record_scope(const policy::Pool& pool, const Encounter& encounter, const ScopeAmounts& amounts,
                  Recorder& recorder);

// The rule by which the funds never pay for the cause on the day, or `kNoRule`.
[[nodiscard]] policy::RuleId not_payable_rule(const policy::Pool& pool, Cause cause, Date day);

}  // namespace yidan::benefit
