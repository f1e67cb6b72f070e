// The interface in a form that programs and people read: transactions, their fields, the dictionaries; and of each how
// well it is known.
#pragma once

#include <string>

namespace yidan::national {

// JSON: {"transactions": [{"infno", "zh", "en", "nodes": [{"node", "list", "required", "fields": […]}]}], "dictionaries"}.
[[nodiscard]] std::string description();

}  // namespace yidan::national
