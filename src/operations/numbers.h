// Who sees identity numbers that they did not bring: by role, and where a role does not, with a reason that is noted.
#pragma once

#include <string>
#include <string_view>

#include "operations/permission.h"

namespace yidan::operations {

// An answer as whoever asked may see it: for who does not work with numbers those of citizens are masked.
[[nodiscard]] std::string shown_to(const Caller& caller, std::string text);

struct Revealed {
  std::int32_t pool = 0;
  std::string person;  // the number
};
// Whose pseudonym it is; who asked and why stands in the trail. Errors: `forbidden`; `missing`: no reason;
// `not_found`: of nobody; those of the store.
[[nodiscard]] Result<Revealed> reveal(const Caller& caller, std::string_view pseudonym, const std::string& reason);

}  // namespace yidan::operations
