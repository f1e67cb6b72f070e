// The store in front of a database: gives stand-ins in the place of identity numbers, and numbers back in their place.
//
// This is the one place where a number turns into a stand-in and back; a database behind it and a caller before it need
// to know nothing of it.
#pragma once

#include "store/database.h"

namespace yidan::store {

[[nodiscard]] Result<std::unique_ptr<Store>> identified(std::unique_ptr<Database> database);

}  // namespace yidan::store
