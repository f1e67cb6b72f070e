// The border of a module, at which Overflow ends: what does not fit is an error of the caller's request from there on.
#pragma once

#include <type_traits>
#include <utility>

#include "money/money.h"

namespace yidan {

// What `work` returns, or an error with this message and place where an amount in it does not fit 64 bits of fen.
template <class Work>
[[nodiscard]] Result<std::invoke_result_t<Work>> unless_overflow(const Text& message, std::string_view where,
                                                                 Work work) {
  try {
    return work();
  } catch (const Overflow&) {
    return std::unexpected(Error{ErrorCode::overflow, message, std::string(where)});
  }
}

}  // namespace yidan
