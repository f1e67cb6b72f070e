// What the clauses say that a page for people cites: each with its gist, once, in our own words. On demand, for whoever
// has no documents at hand.
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "base/result.h"
#include "policy/register.h"

namespace yidan::exchange {

// The clauses of the register that a text names, by id, each once.
[[nodiscard]] std::set<std::string_view> clauses_named_in(std::string_view text, const policy::ClauseRegister& clauses);

// A section that follows the page; empty when it cites no clause of the register.
[[nodiscard]] std::string describe_clauses(std::string_view page, const policy::ClauseRegister& clauses,
                                           Language language);

}  // namespace yidan::exchange
