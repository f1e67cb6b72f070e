// The values of a parameter that are in force in a pool on a day, one for each key, tilts applied.
#pragma once

#include <string>
#include <vector>

#include "policy/bound.h"
#include "policy/policy.h"

namespace yidan::audit {

struct Value {
  policy::Quantity quantity;
  std::vector<policy::RuleId> rules;  // the ordinary one, and the tilt's
  policy::Key key;
  Money above;
  int age_from = 0;
};

// Of the keys that are selected; empty where the pool has no such value in force. Deductible, ratio and cap of a
// benefit are those of a person who has the right to its tilts.
[[nodiscard]] std::vector<Value> values_of(const policy::Pool& pool, const policy::Selection& selection, Date on);

// The benefit of a parameter ("resident-outpatient.ratio"), or null.
[[nodiscard]] const policy::Benefit* benefit_of(const policy::Pool& pool, std::string_view parameter);

}  // namespace yidan::audit
