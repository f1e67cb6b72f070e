// One benefit: its header and parts become tables, conditions and counters.
#pragma once

#include "policy/compile/table_builder.h"

namespace yidan::policy {

[[nodiscard]] Benefit compile_benefit(TableBuilder& builder, const Effective& effective, Pool& pool,
                                      const BenefitHeader& header, Problems& problems);

// Caps that are shared name other benefits; they are linked when all benefits of the pool are known. Parts of a folder
// that has no benefit.yaml are reported here, too.
void link_shared_caps(const Effective& effective, Pool& pool, Problems& problems);

}  // namespace yidan::policy
