// Reads the value of a row in the unit of its file.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "policy/pack.h"
#include "policy/parse/reader.h"

namespace yidan::policy {

// The unit of a parameter file; one that does not exist, or does not fit the part `stem`, is a problem.
[[nodiscard]] std::string read_unit(MapReader& map, std::string_view stem);

// The unit itself if it fits, else the one probably meant: a wrong unit does not make every value a problem, too.
[[nodiscard]] std::string probable_unit(const std::string& unit, std::string_view stem);

[[nodiscard]] std::optional<Money> read_amount(const YamlNode& node, const FileContext& context);

// `id` is the parameter's ("employee-outpatient.cap"): it decides which words and forms are allowed.
[[nodiscard]] Value read_value(const YamlNode& node, const FileContext& context, std::string_view unit,
                               std::string_view id);

}  // namespace yidan::policy
