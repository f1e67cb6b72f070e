// The database behind a URL, as it is: for `open`, and for what is done to numbers (store/sealing.h).
#pragma once

#include "store/database.h"

namespace yidan::store {

[[nodiscard]] Result<std::unique_ptr<Database>> open_database(std::string_view url, Access access, Clock clock);

}  // namespace yidan::store
