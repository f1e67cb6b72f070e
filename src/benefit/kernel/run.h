// Settles claims by a plan: many bills, no explanations, the same fen.
#pragma once

#include <cstdint>
#include <span>

#include "benefit/kernel/plan.h"

namespace yidan::benefit::kernel {

// One bill: who, in which situation, how much of it is in the policy scope.
struct Claim {
  std::uint32_t person = 0;  // index of the person-year's counters
  SlotId slot = 0;
  std::int64_t policy_scope = 0;  // fen
  // Of the deductible of the stay's level: borne by earlier bills of the course, or spared by a referral.
  std::int64_t stay_absorbed = 0;
  std::int64_t supplement = 0;  // paid by the employer's supplementary insurance, before assistance
};

// Settles the claims in their order. `counters` holds plan.stride() numbers a person, `paid` receives what the funds
// pay of each claim. REQUIRES: 0 <= policy_scope <= kLargestAmount; sums over a year fit 64 bits.
void run(const Plan& plan, std::span<const Claim> claims, std::span<std::int64_t> counters,
         std::span<std::int64_t> paid);

}  // namespace yidan::benefit::kernel
