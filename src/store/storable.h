// What every store refuses before it touches a database, so that all of them take the same and one bad change cannot
// spoil the transaction that it would share with others.
#pragma once

#include <string_view>

#include "store/store.h"

namespace yidan::store {

// The texts of one change together; the entries of an event, and its documents and rows.
inline constexpr std::size_t kMostBytes = std::size_t{64} << 20U;
inline constexpr std::size_t kMostLines = 1U << 20U;

// A key, a ref, the name of a setting or of a row; and a subject. Indices hold no longer ones.
inline constexpr std::size_t kLongestName = 2'000;
inline constexpr std::size_t kLongestId = 500;

// How much of the database's attention a change takes.
[[nodiscard]] std::size_t bytes_of(Change change);

// Texts are UTF-8 without NUL; a subject, a key and a ref are not empty; no person's id looks like a sealed number;
// sizes are within the limits. Errors: `invalid_value`, `overflow`. A change that contradicts itself (nothing in it, a
// subject twice, parts of different requests, an event that is not the one after the expected, a new subject without
// facts, a document or a row twice) is a bug and ends the program.
[[nodiscard]] Result<void> check_storable(Change change);

[[nodiscard]] bool is_storable(std::string_view text);
// The same for a name and its text.
[[nodiscard]] Result<void> check_storable(std::string_view name, std::string_view text);

}  // namespace yidan::store
