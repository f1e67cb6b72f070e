// Reads a case of the contract (`yidan.case/1`) from parsed JSON.
//
// An error in a line, a provider or an encounter spoils that encounter alone; one in the person or the case itself
// spoils the case. Nothing is guessed: an unknown key, a key twice, a number where money is text, are errors with
// their JSON path.
#pragma once

#include "base/json.h"
#include "base/result.h"
#include "facts/case.h"
#include "policy/policy.h"

namespace yidan::exchange {

// The case as it is told; its pool is one of the policy's, its opening counters are that pool's. What a record comes
// to is not in it (case_standing.h).
[[nodiscard]] Result<Case> read_case(const json::Value& value, const policy::Policy& policy);

// A case without encounters: the facts of a file of the books. An as-of day of the record says nothing there.
// `kept`: they were judged when they were told, and what would not be taken today stays.
[[nodiscard]] Result<Case> read_facts(const json::Value& value, const policy::Policy& policy, bool kept = false);

}  // namespace yidan::exchange
