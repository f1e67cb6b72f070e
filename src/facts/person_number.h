// A person's number: the one reader of it, for cases, records, requests, sheets and the command line.
//
// A citizen's number is 18 digits, the last of which may be X. What looks like one and is none (other lengths, what a
// spreadsheet made of it, wide digits, characters that cannot be seen) is refused with what to do. Other certificates
// are letters, digits and hyphens alone, and count as they are. So two spellings of a number are one person or an
// error, never two persons.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "calendar/date.h"
#include "terms/people.h"
#include "terms/terms.h"

namespace yidan {

// The number in its one spelling: "…x" is "…X". Errors name no more of it than the character that is wrong.
[[nodiscard]] Result<std::string> read_person_number(std::string_view written);

// REQUIRES: the number was read. What speaks against it: its check digit (GB 11643), and a day of birth or a sex that
// is told otherwise. Nothing is known of another certificate.
[[nodiscard]] WordSet<NumberDoubt> doubts_of(std::string_view number, std::optional<Date> born, std::optional<Sex> sex);

[[nodiscard]] bool is_citizens_number(std::string_view number);

}  // namespace yidan
