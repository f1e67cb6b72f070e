// Reads a parameter file: title, unit, dimensions, dated rows.
#pragma once

#include "policy/parse/pack.h"
#include "policy/parse/parse_pack.h"
#include "policy/parse/reader.h"

namespace yidan::policy {

// REQUIRES: something reads a file of this id (parameter_kind.h).
[[nodiscard]] Parameter read_parameter(const YamlNode& root, std::string id, const FileContext& context,
                                       Groups& groups);

}  // namespace yidan::policy
