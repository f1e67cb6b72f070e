// JSON in one form only: members sorted by name, no blanks, `null` members left out. Two texts that say the same have
// the same canonical text, so that contents can be compared and digested byte by byte.
#pragma once

#include <array>
#include <memory_resource>
#include <string>

#include "base/json.h"

namespace yidan::json {

// A value in canonical form, made in one pass: what is read from it and what is written of it are the same. Members
// whose names begin with `ignored` are left out too, wherever they stand; empty: none. Its texts are those of `value`.
class CanonicalTree {
 public:
  explicit CanonicalTree(const Value& value, std::string_view ignored = {});
  CanonicalTree(const CanonicalTree&) = delete;
  CanonicalTree& operator=(const CanonicalTree&) = delete;

  [[nodiscard]] const Value& root() const { return root_; }

 private:
  Value made_of(const Value& value);
  Value array_of(const Value& array);
  Value object_of(const Value& object);

  std::array<std::byte, 8192> usual_;  // a request fits
  std::pmr::monotonic_buffer_resource memory_{usual_.data(), usual_.size()};
  std::string_view ignored_;
  Value root_;
};

// Writes a value that is in canonical form already.
void append_as_it_stands(std::string& out, const Value& value);

void append_canonical(std::string& out, const Value& value);
[[nodiscard]] std::string canonical(const Value& value);

// The member of that name, or null; of several the first.
[[nodiscard]] const Value* find(const Value& object, std::string_view key);

// The text of the member when it is a string; else empty.
[[nodiscard]] std::string_view text_in(const Value& object, std::string_view key);

}  // namespace yidan::json
