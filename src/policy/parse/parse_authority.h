// Reads what stands behind a value: days, clauses, basis, source.
#pragma once

#include "policy/pack.h"
#include "policy/parse/reader.h"

namespace yidan::policy {

// REQUIRES: the caller asks for the row's other keys and then calls finish().
[[nodiscard]] Authority read_authority(MapReader& row);

// The clause ids of a list; each must be in the register.
[[nodiscard]] std::vector<std::string> read_clauses(MapReader& row, std::string_view key);

}  // namespace yidan::policy
