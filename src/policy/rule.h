// A rule: one dated value of a pack with everything that makes it citable.
#pragma once

#include <string>
#include <vector>

#include "calendar/date.h"
#include "policy/problem.h"
#include "terms/terms.h"

namespace yidan::policy {

// One dated value of a pack, as steps, bills and `policy show` cite it.
struct Rule {
  std::string id;  // "employee-outpatient.deductible"
  Text title;
  std::vector<std::string> clauses;
  Basis basis = Basis::cited;
  PolicyStatus status = PolicyStatus::in_force;
  Period period;
  std::string key;     // "level=1"; empty when it holds for all
  std::string value;   // "500.00", "70%", "none", "400% of average-wage = 318388.00"
  std::string source;  // of a published value, or the bound that an assumed one keeps
  std::string folder;  // the pack that wrote it
  Position at;
};

}  // namespace yidan::policy
