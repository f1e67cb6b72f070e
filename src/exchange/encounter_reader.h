// Reads one encounter of a case, its provider and its fee lines.
#pragma once

#include "exchange/object_reader.h"
#include "facts/encounter.h"

namespace yidan::exchange {

// REQUIRES: `pool` is the case's; the place of care must agree with it.
[[nodiscard]] Encounter read_encounter(const json::Value& value, const Path& path, Region pool);

}  // namespace yidan::exchange
