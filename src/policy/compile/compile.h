// Packs in, compiled policy out; everything that is wrong between values is found here.
//
// Found: gaps and overlaps of tables, unknown indicators, cyclic or unknown `extends`, a city's value where the
// province's is uniform, parts and groups that nothing uses, two benefits for one care, more paid than there is,
// citations that do not fit.
#pragma once

#include "policy/parse/parse_pack.h"
#include "policy/policy.h"

namespace yidan::policy {

[[nodiscard]] Policy compile(Packs packs, Problems& problems, Judging judging);

}  // namespace yidan::policy
