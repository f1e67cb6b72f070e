// What is asked of an entry of a register: to open it, to amend it, to move it on.
//
//   {"format": "yidan.request/1", "key": "…", "pool": "371100", "do": "move", "register": "agreement", "entry": "H1",
//    "move": "accept", "on": "2022-03-01", "by": "designation", "fields": {"accepted": "2022-03-01"}}
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/json.h"
#include "base/result.h"
#include "policy/policy.h"
#include "registers/field_values.h"

namespace yidan::exchange {

struct RegisterRequest {
  Region pool;
  std::string reg;
  std::string entry;
  registers::Told told;       // without its fields
  registers::Written fields;  // as they were written; the register says what they mean
  std::string key;
  std::string content;  // canonical JSON: by it two requests are the same
};

// Whether it is what `do` says.
[[nodiscard]] bool is_register_act(std::string_view act);

// Errors have a JSON path.
[[nodiscard]] Result<RegisterRequest> read_register_request(const json::Value& value, const policy::Policy& policy);

// The text of such a request, as it is kept: two that say the same have the same.
[[nodiscard]] std::string content_of(const RegisterRequest& request);

}  // namespace yidan::exchange
