// Reads what stands behind a value: days, clauses, basis, source.
#pragma once

#include "policy/parse/pack.h"
#include "policy/parse/reader.h"

namespace yidan::policy {

// Whether a row must cite. Figures of statistics stand in no clause: what speaks for them is their source.
enum class Citing : unsigned char { demanded, free };

// `from` and `until` of a row. Without days when a date is missing, not one, or too late.
[[nodiscard]] Period read_period(MapReader& row);

// REQUIRES: the caller asks for the row's other keys and then calls finish(). The period has no days when it cannot
// be read.
[[nodiscard]] Authority read_authority(MapReader& row);

// The same where `from` and `until` may both be left out: it holds as long as something else, and its period is of all
// days.
[[nodiscard]] Authority read_dependent(MapReader& row);

// The same without days.
[[nodiscard]] Authority read_backing(MapReader& row, Citing citing = Citing::demanded);

// The rows of `in_force`: at least one, no two of them on the same day.
[[nodiscard]] std::vector<Authority> read_in_force(MapReader& map);

// A region's code of six digits; absent, and reported, where it is none.
[[nodiscard]] std::optional<Region> read_region(const YamlNode& node, const FileContext& context);

// The clause ids of a list; each must be in the register.
[[nodiscard]] std::vector<std::string> read_clauses(MapReader& row, std::string_view key);

}  // namespace yidan::policy
