// The pool that somebody names, by code or in words.
#pragma once

#include <string_view>

#include "base/result.h"
#include "policy/policy.h"

namespace yidan::policy {

// By its code ("370600"), its folder, its English name, or its Chinese one with 市 or without. Errors: `not_found`,
// with the pools there are and the one that may have been meant.
[[nodiscard]] Result<const Pool*> find_pool(const Policy& policy, std::string_view named);

}  // namespace yidan::policy
