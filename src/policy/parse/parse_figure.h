// Reads what a row of an indicator has beside its value: of which year it is a figure, when it was published, from when
// it applies.
#pragma once

#include "policy/parse/pack.h"
#include "policy/parse/reader.h"

namespace yidan::policy {

// The days of a row whose start is not written follow from its publication by `applies` (JN-4.3-g); its end is then
// open, and a later figure ends it. REQUIRES: as read_authority.
void read_figure(MapReader& reader, AppliesFrom applies, Row& row);

// A year of four digits; absent, and reported, where it is none.
[[nodiscard]] std::optional<int> read_year(MapReader& row, const YamlNode* node);

}  // namespace yidan::policy
