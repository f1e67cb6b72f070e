// What checks ask of an entry: the values of its fields, whether it is such as they mean, how its fields are called.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "policy/register_definition.h"
#include "registers/entry.h"

namespace yidan::registers {

// Empty where the field has none.
[[nodiscard]] const std::vector<std::string>& values_of(const View& view, std::string_view field);

// Whether each of the fields has one of the words.
[[nodiscard]] bool is_such(const View& view, const std::vector<policy::FieldCondition>& conditions);

// Whether it stands in one of the states; in any but a final one where none is named.
[[nodiscard]] bool stands(const policy::RegisterDefinition& definition, const std::vector<std::string>& states,
                          const View& view);

// "a、b" or "a, b".
[[nodiscard]] std::string list_of(const std::vector<std::string>& names, Language language);

// The titles of fields.
[[nodiscard]] Text titles_of(const policy::RegisterDefinition& definition, const std::vector<std::string>& fields);

}  // namespace yidan::registers
