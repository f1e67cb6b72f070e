// Sentences, clauses and basis of what a standing found.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "standing/standing.h"

namespace yidan::standing {

[[nodiscard]] std::string narrate(const Reasoning& why, Language language);
[[nodiscard]] std::string narrate(const Warning& warning, Language language);

[[nodiscard]] std::vector<std::string_view> clauses_of(const Reasoning& why, const policy::Pool& pool);
// The weakest basis of the rules that worked, and whether one of them is a draft's.
[[nodiscard]] Basis basis_of(const Reasoning& why, const policy::Pool& pool);
[[nodiscard]] PolicyStatus policy_status_of(const Reasoning& why, const policy::Pool& pool);
// The year for which the first of the rules that has one prints its standard.
[[nodiscard]] std::optional<int> standard_year_of(const Reasoning& why, const policy::Pool& pool);

}  // namespace yidan::standing
