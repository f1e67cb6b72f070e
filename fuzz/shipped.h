// The shipped packs, compiled once for a fuzzer's whole run.
#pragma once

#include <cstdlib>

#include "policy/policy.h"

namespace yidan::fuzz {

inline const policy::Policy& shipped() {
  static const policy::Policy policy = [] {
    auto loaded = policy::load_policy(YIDAN_SOURCE_DIR "/packs");
    if (!loaded) std::abort();
    return std::move(*loaded);
  }();
  return policy;
}

}  // namespace yidan::fuzz
