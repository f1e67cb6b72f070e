// All that packs say of decisions: the procedures, who may decide, and what is fixed for the whole province.
#pragma once

#include <string>
#include <vector>

#include "policy/competence.h"
#include "policy/policy.h"
#include "policy/procedure.h"
#include "policy/source.h"

namespace yidan::policy {

// A parameter that nobody below the region may set.
struct UniformParameter {
  std::string id;  // "catastrophic.ratio"
  Region region;
  Date from;  // its first day
  std::vector<std::string> clauses;
};

struct DecisionRules {
  Procedures procedures;
  Competences competences;
  std::vector<UniformParameter> uniform;
};

// What cannot be read is left out; compiling the packs reports it.
[[nodiscard]] DecisionRules read_decision_rules(const Source& source);

// Every parameter that some pool may have: "assistance.ratio", "employee-outpatient.cap".
[[nodiscard]] std::vector<std::string> parameter_names(const Policy& policy);

// "assistance/ratio" and "assistance.ratio" name the same file. Errors: `not_found`, with the one that may have been
// meant.
[[nodiscard]] Result<std::string> parameter_named(const Policy& policy, std::string written);

}  // namespace yidan::policy
