// The interface in a form that programs and people read: transactions, their fields, the dictionaries; and of each how
// well it is known.
#pragma once

#include <string>

namespace yidan::national {

// JSON: {"envelope", "transactions": [{"infno", "zh", "en", "takes", "gives"}], "dictionaries"}; a node has its name,
// whether it is a list, and its fields.
[[nodiscard]] std::string description();

}  // namespace yidan::national
