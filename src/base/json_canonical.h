// JSON in one form only: members sorted by name, no blanks, `null` members left out. Two texts that say the same have
// the same canonical text, so that contents can be compared and digested byte by byte.
#pragma once

#include <string>

#include "base/json.h"

namespace yidan::json {

void append_canonical(std::string& out, const Value& value);
[[nodiscard]] std::string canonical(const Value& value);

// The member of that name, or null; of several the first.
[[nodiscard]] const Value* find(const Value& object, std::string_view key);

}  // namespace yidan::json
