// What speaks against a person's number, as bills and standings say it: a warning, never a refusal.
#pragma once

#include <string_view>
#include <vector>

#include "facts/person.h"
#include "facts/person_number.h"
#include "facts/record.h"

namespace yidan::exchange {

// The doubts in the order of their words; mostly there is none.
[[nodiscard]] std::vector<NumberDoubt> number_doubts(const Person& person);
[[nodiscard]] std::vector<NumberDoubt> number_doubts(const Record& record);

// What it is, and what to do.
[[nodiscard]] std::string_view sentence_of(NumberDoubt doubt, Language language);

}  // namespace yidan::exchange
