// What is wrong with bounds, and with who decides: names of nothing, and limits that cannot be compared.
#pragma once

#include "policy/parse/parse_pack.h"
#include "policy/problem.h"

namespace yidan::policy {

void check_bounds(const Packs& packs, Problems& problems);

}  // namespace yidan::policy
