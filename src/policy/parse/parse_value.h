// Reads the value of a row in the unit of its file.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "policy/parameter_kind.h"
#include "policy/parse/pack.h"
#include "policy/parse/reader.h"

namespace yidan::policy {

// The unit of a parameter file; one that does not exist, or does not fit a file of this kind, is a problem.
[[nodiscard]] std::string read_unit(MapReader& map, const ParameterKind& kind);

// The unit itself if it fits, else the one probably meant: a wrong unit does not make every value a problem, too.
[[nodiscard]] std::string probable_unit(const std::string& unit, const ParameterKind& kind);

[[nodiscard]] std::optional<Money> read_amount(const YamlNode& node, const FileContext& context);

// Of a person: no rule asks for an older one.
inline constexpr int kMostYears = 150;

// A whole number from `least` to `most`; `zh` and `en` say what it counts.
[[nodiscard]] std::optional<int> read_whole(const YamlNode& node, const FileContext& context, int least, int most,
                                            const Text& what);

// The kind of file decides which words and forms are allowed.
[[nodiscard]] Value read_value(const YamlNode& node, const FileContext& context, std::string_view unit,
                               const ParameterKind& kind);

}  // namespace yidan::policy
