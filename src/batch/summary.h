// What a batch came to: persons and sums by rule, what was refused, and for dues who pays. As JSON or for people.
#pragma once

#include "batch/credit.h"
#include "batch/dues.h"
#include "batch/run.h"

namespace yidan::batch {

// `yidan.credit-summary/1` and `yidan.dues-summary/1`, ending in a line end.
[[nodiscard]] std::string summary_json(const CreditJob& job, const Counts& counts);
[[nodiscard]] std::string summary_json(const DuesJob& job, const Counts& counts);

[[nodiscard]] std::string summary_text(const CreditJob& job, const Counts& counts, Language language);
[[nodiscard]] std::string summary_text(const DuesJob& job, const Counts& counts, Language language);

}  // namespace yidan::batch
