// What is asked about a decision on the values of the packs: to register it, to file it, to have it approved, to put it
// into force, to withdraw it.
//
//   {"format": "yidan.request/1", "key": "…", "pool": "371300", "do": "decide", "decision": {"id": "…", …}}
//   {"format": "yidan.request/1", "key": "…", "pool": "371300", "do": "file", "decision": "…", "filing": {…}}
//
// As a request about a person it stands twice: as values, and as the canonical text that is kept.
#pragma once

#include <string>
#include <string_view>

#include "base/json.h"
#include "decisions/decision.h"
#include "policy/policy.h"

namespace yidan::exchange {

struct DecisionRequest {
  Region pool;
  std::string key;
  std::string decision;  // its id; empty: packs are adopted as a whole
  decisions::Told told;
  std::string content;  // canonical JSON of what was asked, without key and format
};

// Whether a `do` is one of these.
[[nodiscard]] bool is_decision_act(std::string_view act);

// Errors have a JSON path.
[[nodiscard]] Result<DecisionRequest> read_decision_request(const json::Value& value, const policy::Policy& policy);

// What an event of the books asked, from the text in which it is kept. Errors: `damaged`.
[[nodiscard]] Result<DecisionRequest> read_decision_content(std::string_view text);

}  // namespace yidan::exchange
