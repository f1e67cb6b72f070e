// The next entry of a file decided from the file's state alone, without its events: the way of nearly every settlement.
//
// It says the same as `File::apply` would; which of the two decided cannot be seen from the result.
#pragma once

#include <optional>

#include "books/asked.h"
#include "books/entry.h"

namespace yidan::books {

struct Next {
  Decision decision;
  Folded folded;
};

// Absent when the whole file is needed (`needs_whole_file`). REQUIRES: the kind is settle, credit or use. Errors as
// those of `File::apply`; that an encounter's id was used before is the store's to say (`ref_taken`).
[[nodiscard]] Result<std::optional<Next>> decide_next(const store::FileKey& file, const store::State& state,
                                                      const Asked& asked);

}  // namespace yidan::books
