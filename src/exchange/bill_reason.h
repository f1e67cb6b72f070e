// Why nothing was paid of a bill: from the bill, or, where cover was derived from a record, from the gap of that day.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "benefit/bill.h"
#include "facts/person.h"

namespace yidan::exchange {

// The gap in which a bill that is not covered falls; null when the facts about the person name none.
[[nodiscard]] const CoverGap* gap_of(const Person& person, const benefit::Bill& bill);

// REQUIRES: the bill has a reason.
[[nodiscard]] std::string reason_text(const Person& person, const benefit::Bill& bill, Language language);
[[nodiscard]] std::vector<std::string_view> reason_clauses(const Person& person, const benefit::Bill& bill);

}  // namespace yidan::exchange
