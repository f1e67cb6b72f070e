// Reads for which keys a row holds: the words of one dimension of it.
#pragma once

#include <cstdint>
#include <string>

#include "policy/dimension.h"
#include "policy/parse/parse_pack.h"
#include "policy/parse/reader.h"

namespace yidan::policy {

// The ordinals that a row names of the dimension, a bit each; all where it names none. `key_text` is continued by what
// is written.
[[nodiscard]] std::uint32_t read_ordinals(MapReader& row, Dimension dimension, Groups& groups, std::string& key_text);

}  // namespace yidan::policy
