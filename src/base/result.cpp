#include "base/result.h"

#include <cstdio>
#include <cstdlib>

namespace yidan {

std::string_view code_of(ErrorCode code) {
  switch (code) {
    case ErrorCode::syntax:
      return "syntax";
    case ErrorCode::unknown_key:
      return "unknown-key";
    case ErrorCode::duplicate_key:
      return "duplicate-key";
    case ErrorCode::missing:
      return "missing";
    case ErrorCode::wrong_type:
      return "wrong-type";
    case ErrorCode::invalid_value:
      return "invalid-value";
    case ErrorCode::contradiction:
      return "contradiction";
    case ErrorCode::duplicate_id:
      return "duplicate-id";
    case ErrorCode::overflow:
      return "overflow";
    case ErrorCode::not_found:
      return "not-found";
    case ErrorCode::conflict:
      return "conflict";
    case ErrorCode::not_permitted:
      return "not-permitted";
    case ErrorCode::unavailable:
      return "unavailable";
    case ErrorCode::damaged:
      return "damaged";
    case ErrorCode::duplicate_claim:
      return "duplicate-claim";
    case ErrorCode::overlapping_stay:
      return "overlapping-stay";
    case ErrorCode::forbidden:
      return "forbidden";
    case ErrorCode::two_places:
      return "two-places";
  }
  return "invalid-value";
}

void fail_invariant(std::string_view invariant) {
  std::fprintf(stderr, "yidan: broken invariant: %.*s\n", static_cast<int>(invariant.size()), invariant.data());
  std::abort();
}

}  // namespace yidan
