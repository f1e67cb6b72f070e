// A decision, or a register of them, as a page for people.
#pragma once

#include <string>

#include "base/json.h"
#include "base/result.h"

namespace yidan::exchange {

// Of a `yidan.decision/1` or a `yidan.decisions/1`.
[[nodiscard]] std::string describe_decisions(const json::Value& answer, Language language);

}  // namespace yidan::exchange
