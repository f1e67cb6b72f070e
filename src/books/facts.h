// The facts of a file: what is known of the person, as text that is kept and as the values that it says.
#pragma once

#include <string>

#include "books/asked.h"
#include "facts/case.h"
#include "store/store.h"

namespace yidan::books {

struct Facts {
  std::string text;  // a case without encounters, canonical; empty: nothing is known
  Case values;
};

// What is known after `asked`, which tells facts (the members that it names replace those known before, within `person`
// too) or events of the record (they are added). Errors: those of reading, each with its place in what was asked;
// `not_found` for events of somebody unknown.
[[nodiscard]] Result<Facts> learn(const store::Subject& file, const Facts& known, const Asked& asked);

// The facts that a text kept of them says.
[[nodiscard]] Result<Case> read_facts(json::Document& document, std::string_view text, const policy::Policy& policy);

}  // namespace yidan::books
