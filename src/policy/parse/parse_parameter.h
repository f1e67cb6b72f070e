// Reads a parameter file: title, unit, dimensions, dated rows.
#pragma once

#include <string_view>

#include "policy/pack.h"
#include "policy/parse/parse_pack.h"
#include "policy/parse/reader.h"

namespace yidan::policy {

// Whether a file of this id ("cap" of some benefit, "account.scope") has a meaning for the engine; `stem` is the part
// after the last point.
[[nodiscard]] bool is_benefit_part(std::string_view stem);
[[nodiscard]] bool is_known_parameter(std::string_view id);
// What a file of this folder may be called, without ".yaml"; for messages.
[[nodiscard]] std::vector<std::string_view> known_stems(std::string_view folder);

[[nodiscard]] Parameter read_parameter(const YamlNode& root, std::string id, const FileContext& context,
                                       Groups& groups);

}  // namespace yidan::policy
