// What is wrong between the benefits of a pool, and between packs.
#pragma once

#include "policy/compile/inherit.h"
#include "policy/policy.h"

namespace yidan::policy {

// Two benefits of one layer that would pay for the same care on the same day.
void check_rivals(const Effective& effective, const Pool& pool, Problems& problems);

// More would be paid than there is: a layer that takes the whole policy scope after another, and one that takes what is
// above the cap after a layer that may have paid it (M3).
void check_bases(const Effective& effective, const Pool& pool, Problems& problems);

// Two pools with the code of one region.
void check_regions(const std::vector<Effective>& pools, Problems& problems);

// Indicators to which no formula refers, groups that no table names.
void check_unused(const Packs& packs, Problems& problems);

}  // namespace yidan::policy
