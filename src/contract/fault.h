// The first fault of a text that is read by the contract, and the place where it stands.
//
// Reading throws it; whoever began the reading catches it where the contract says what it spoils: an encounter, or the
// case. It is the one exception that passes from this module to the readers above it, and no further.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace yidan::contract {

struct Fault {
  Error error;
};

// Where a value stands: "$.encounters[0].lines[2].amount". Links live on the stack; text is made only for a fault.
struct Path {
  const Path* parent = nullptr;
  std::string_view key;
  std::size_t index = 0;
  bool is_index = false;

  [[nodiscard]] Path member(std::string_view name) const { return {this, name, 0, false}; }
  [[nodiscard]] Path item(std::size_t at) const { return {this, {}, at, true}; }
  [[nodiscard]] std::string text() const;
};

[[noreturn]] void fail(ErrorCode code, const Path& path, std::string zh, std::string en);
// Throws a value's error with its place.
[[noreturn]] void fail(Error error, const Path& path);

// What was found of a word list, for "did you mean".
[[noreturn]] void fail_unknown_word(const Path& path, std::string_view text, std::string_view allowed);

// A member that the contract does not have; `nearest_key` is what it may have meant, or empty.
[[noreturn]] void fail_unknown_key(const Path& object, std::string_view written, std::string_view nearest_key);

}  // namespace yidan::contract
