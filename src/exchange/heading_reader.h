// Reads what a case and a record begin with: the format and the pool.
#pragma once

#include "exchange/object_reader.h"
#include "facts/person.h"
#include "policy/policy.h"

namespace yidan::exchange {

// Faults unless `format` is the one expected.
void require_format(ObjectReader& reader, std::string_view expected);

// The pool named by `pool`; `region` becomes its region.
[[nodiscard]] const policy::Pool& read_pool(ObjectReader& reader, const policy::Policy& policy, Region& region);

}  // namespace yidan::exchange
