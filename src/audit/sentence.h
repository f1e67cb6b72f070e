// A finding in a sentence, and its parts in words.
#pragma once

#include <string>

#include "audit/finding.h"

namespace yidan::audit {

[[nodiscard]] Text sentence_of(const Finding& finding);

// "at most 1696.62", "about 70% (65% to 75%)"; empty where there is no limit.
[[nodiscard]] Text limit_of(const Finding& finding);
// "66.43%"; "?" where nothing was measured.
[[nodiscard]] std::string measured_of(const Finding& finding);
// "packs/371700-heze/resident-outpatient/ratio.yaml:7", of the first value that has a place; else empty.
[[nodiscard]] std::string place_of(const Finding& finding);
// "level=1 identity=needy": the keys for which it holds; empty: for all.
[[nodiscard]] std::string keys_of(const policy::Bound& bound);

}  // namespace yidan::audit
