// Proofs as a page for people, in either language.
#pragma once

#include <string>

#include "prove/proof.h"

namespace yidan::prove {

// A line a property, the refuted ones with who is hit and by how much. `files`: the names of the cases that were
// written, in their order; empty: none were.
[[nodiscard]] std::string describe(const Report& report, const std::vector<std::string>& files, Language language);

}  // namespace yidan::prove
