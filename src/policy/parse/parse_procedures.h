// Reads `procedures/*.yaml`: kinds, states, transitions and requirements of what has states.
#pragma once

#include <string>

#include "policy/parse/reader.h"
#include "policy/procedure.h"

namespace yidan::policy {

// `name` is that of the file. A state or a kind that the file does not have, and evidence that no act gives, are
// problems.
[[nodiscard]] Procedure read_procedure(const YamlNode& root, const std::string& name, const FileContext& context);

}  // namespace yidan::policy
