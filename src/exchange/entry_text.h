// Registers and their entries for people at a terminal.
#pragma once

#include <string>

#include "exchange/entry_writer.h"

namespace yidan::exchange {

// One line of a list.
[[nodiscard]] std::string entry_line(const EntryAnswer& answer, Language language);
// An entry with its fields, what is due, what the checks found, and its steps.
[[nodiscard]] std::string entry_page(const EntryAnswer& answer, Language language);
// The same as a page to print: of a service item the guide that a citizen takes home. HTML.
[[nodiscard]] std::string entry_html(const EntryAnswer& answer, Language language);
// What a check came to; holes by name.
[[nodiscard]] std::string checked_text(const CheckedRegister& checked, Language language);
// What a register is: its fields, states, moves and checks, with their clauses.
[[nodiscard]] std::string definition_page(const policy::RegisterDefinition& definition, Language language);

}  // namespace yidan::exchange
