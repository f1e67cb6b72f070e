// The file of a person who is asked about.
#pragma once

#include <optional>
#include <string>

#include "books/file.h"
#include "calendar/instant.h"
#include "operations/caller.h"

namespace yidan::operations {

struct PersonQuery {
  std::int32_t pool = 0;
  std::string person;
  std::optional<Instant> known{};  // as it was known then; absent: now
};

// For who may do the deed to the person. Errors: `forbidden`; `not_found` when the books have no such person, or had
// none then; those of the store.
[[nodiscard]] Result<books::File> file_of(const Caller& caller, const PersonQuery& query, Deed deed,
                                          const std::string& provider = {});

}  // namespace yidan::operations
