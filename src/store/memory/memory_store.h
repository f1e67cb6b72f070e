// The reference: a store in memory, without a single trick. It is gone when it is closed.
#pragma once

#include "store/database.h"

namespace yidan::store {

// Always new and empty; opened without `create`, it has no books (`not_found`).
[[nodiscard]] Result<std::unique_ptr<Database>> open_memory(Access access, Clock clock);

}  // namespace yidan::store
