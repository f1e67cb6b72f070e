// Reads the `person` of a case.
#pragma once

#include "exchange/object_reader.h"
#include "facts/person.h"

namespace yidan::exchange {

[[nodiscard]] Person read_person(const json::Value& value, const Path& path);

// A region code of six digits.
[[nodiscard]] Region read_region(std::string_view text, const Path& path);

}  // namespace yidan::exchange
