// What bills have left behind, as text: by the names of counters, so that it outlives the packs that made it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "base/result.h"
#include "benefit/past.h"
#include "policy/policy.h"

namespace yidan::books {

[[nodiscard]] std::string to_text(const benefit::Past& past, const policy::Pool& pool);

// The same without the claims, on which no amount rests: what receipts digest.
[[nodiscard]] std::string amounts_text(const benefit::Past& past, const policy::Pool& pool);

// "claims" of a past, with their key: {"stays":[19416,19425,71862312, …],"visits":[19421,81920031, …]}, of each first
// and last day, or day, and likeness. Which encounters they are stands in the events.
[[nodiscard]] std::string claims_text(const std::vector<benefit::Claim>& claims);

// "stays" of a course, with its key: [["H1","0001",19416,19425], …], institution, number, days.
[[nodiscard]] std::string stays_text(const std::vector<benefit::StayNumber>& stays);

// Errors: `damaged`; `invalid_value` when it has a counter that the pool lacks.
[[nodiscard]] Result<benefit::Past> read_past(json::Document& document, std::string_view text,
                                              const policy::Pool& pool);

// The error of a state that cannot be read.
[[nodiscard]] Error damaged_state();

// The same past, its claims with their names, with the counters of other packs of the pool. Errors: as `read_past`.
[[nodiscard]] Result<benefit::Past> carried_over(benefit::Past past, const policy::Pool& from, const policy::Pool& to);

}  // namespace yidan::books
