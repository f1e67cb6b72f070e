// Which clauses the packs cite, and where.
#pragma once

#include <string>
#include <vector>

#include "policy/policy.h"
#include "policy/source.h"

namespace yidan::policy {

// One citation: clause, region of the pack that cites it, what cites it, file and line.
struct Citation {
  std::string clause;
  std::string region;
  std::string what;   // "employee-outpatient.deductible", "bounds.RZ-3.1-b", "authority.matrix", "procedures.decision"
  std::string place;  // "packs/370600-yantai/employee-outpatient/deductible.yaml:6"
  auto operator<=>(const Citation&) const = default;
};

// Of the rules of all pools, sorted, each once.
[[nodiscard]] std::vector<Citation> citations(const Policy& policy);
// And of all else in the packs: bounds, the list, groups, arrangements, who may decide, registers.
[[nodiscard]] std::vector<Citation> citations(const Policy& policy, const Source& packs);

}  // namespace yidan::policy
