// An answer or a reason why there is none.
//
// Three kinds of "no" are kept apart: an outcome of the law is part of a bill; an error is a `Result`, made where it is
// found and carried unchanged to the edge; a bug is a failed `ensure` that names the invariant and stops the program.
// Every error speaks Chinese and English and says where it is: a JSON path, or file:line:column.
#pragma once

#include <cstdint>
#include <expected>
#include <string>
#include <string_view>

namespace yidan {

enum class Language : std::uint8_t { zh, en };

// One sentence in both languages of the product.
struct Text {
  std::string zh;
  std::string en;

  [[nodiscard]] const std::string& in(Language language) const { return language == Language::zh ? zh : en; }
  bool operator==(const Text&) const = default;
};

// Stable words for programs; the order is not a precedence.
enum class ErrorCode : std::uint8_t {
  syntax,         // the text is not JSON, YAML, a date, an amount
  unknown_key,    // a key that the contract does not have
  duplicate_key,  // a key twice in one object
  missing,        // something required is absent
  wrong_type,     // a number where text is required, and the like
  invalid_value,  // well-formed, but not one of the allowed values
  contradiction,  // two statements that cannot both hold
  duplicate_id,   // an encounter id used before
  overflow,       // does not fit 64 bits of fen
  not_found,      // a file, a pool, a folder, a bill
  conflict,       // the same key with other content, not as in the trial
  not_permitted,  // a draft that moves money, a route between funds that is not on the list
  unavailable,    // the store cannot answer now: away, read-only, disk full
  damaged,        // what the store holds is not what was written
  // A claim that looks repeated, where the packs refuse it, and who may not ask:
  duplicate_claim,   // alike one that was settled before
  overlapping_stay,  // a night of another stay
  two_places,        // at another place on that day
  forbidden,         // whoever asks may not
};

[[nodiscard]] std::string_view code_of(ErrorCode code);

struct Error {
  ErrorCode code = ErrorCode::invalid_value;
  Text message;
  std::string where;

  bool operator==(const Error&) const = default;
};

template <class T>
using Result = std::expected<T, Error>;

// Ends the program when an invariant of ours is broken: a bug, never a matter of input.
[[noreturn]] void fail_invariant(std::string_view invariant);

inline void ensure(bool holds, std::string_view invariant) {
  if (!holds) [[unlikely]]
    fail_invariant(invariant);
}

}  // namespace yidan
