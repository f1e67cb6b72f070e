// What bills of the contract (`yidan.bill/1`) say of payment ratios: for audits.
#pragma once

#include <string_view>

#include "audit/experience.h"
#include "base/json.h"
#include "policy/policy.h"

namespace yidan::exchange {

// Adds a bill as it stands in `bills`: what its basic layer paid of the policy scope less its deductible. A bill that
// has reached the year's cap is left out: what of it lies below the cap the bill does not say. Only settled bills
// count.
void add_bill(const json::Value& bill, const policy::Pool& pool, audit::Experience& experience);

// The bills of one text, an answer of `yidan settle`. Errors: no JSON, no such format, of another pool.
[[nodiscard]] Result<void> add_bills(std::string_view text, const policy::Pool& pool, audit::Experience& experience);

}  // namespace yidan::exchange
