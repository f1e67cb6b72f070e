// Reads what was written for the fields of an entry, on a form or in a sheet, as the definition wants it.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "base/result.h"
#include "policy/register_definition.h"
#include "registers/entry.h"

namespace yidan::registers {

// Field and values as they were written. An empty list empties the field.
using Written = std::vector<std::pair<std::string, std::vector<std::string>>>;

// Each in its one spelling: words by code or Chinese name, days in any usual form, amounts with two decimals. Errors:
// `unknown_key`, `invalid_value` … with the place "$.fields.NAME".
[[nodiscard]] Result<Fields> read_fields(const policy::RegisterDefinition& definition, const Written& written);

// A cell of a sheet: the values of a field that may have many stand between 、 ； ; or commas.
[[nodiscard]] std::vector<std::string> values_in_cell(std::string_view cell, bool many);

// What a field shows for a value: the name of a word, yes or no; else the value.
[[nodiscard]] std::string value_shown(const policy::FieldDefinition& field, const std::string& value,
                                      Language language);

}  // namespace yidan::registers
