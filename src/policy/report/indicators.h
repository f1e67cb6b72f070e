// The registry of indicators: which figures a pool has, when they were published, from when they apply, what is
// missing.
#pragma once

#include <string>
#include <vector>

#include "policy/policy.h"

namespace yidan::policy {

// The statistics years before `day` of which an indicator has no figure of the pool's own: from its first year on, or
// the last year alone where it has none at all.
[[nodiscard]] std::vector<int> missing_years(const std::vector<Figure>& figures, Date day);

[[nodiscard]] std::string indicators_text(const Pool& pool, Date day, Language language);
// `yidan.indicators/1`.
[[nodiscard]] std::string indicators_json(const Pool& pool, Date day, Language language);
// A row a figure.
[[nodiscard]] std::string indicators_csv(const Pool& pool, Date day, Language language);

}  // namespace yidan::policy
