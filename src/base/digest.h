// SHA-256 and SM3 digests, as 64 hexadecimal digits, and keyed ones; beside base/seal.cpp the one place that knows the
// crypto library.
#pragma once

#include <array>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>

namespace yidan {

// The SHA-256 of a text that comes in parts.
class Digest {
 public:
  Digest();
  ~Digest();
  Digest(const Digest&) = delete;
  Digest& operator=(const Digest&) = delete;

  void add(std::string_view text);
  // The digest of all that was added; nothing can be added after it.
  [[nodiscard]] std::string hex();

 private:
  struct Context;
  std::unique_ptr<Context> context_;
};

// The digest of the parts, each with its length in front: ("ab", "c") and ("a", "bc") differ.
[[nodiscard]] std::string digest_of(std::initializer_list<std::string_view> parts);

// The plain SHA-256 of a text, as `sha256sum` prints it.
[[nodiscard]] std::string sha256(std::string_view text);

// The SM3 digest of a text (GB/T 32905), as 64 hexadecimal digits.
[[nodiscard]] std::string sm3(std::string_view text);

// HMAC-SHA-256 under one key, cut to 128 bits: whoever lacks the key can neither make a digest nor try texts out.
// Any number of threads may use one at once.
class KeyedDigest {
 public:
  using Bytes = std::array<char, 16>;

  explicit KeyedDigest(std::string_view key);
  ~KeyedDigest();
  KeyedDigest(KeyedDigest&&) noexcept;
  KeyedDigest& operator=(KeyedDigest&&) noexcept;

  // Of the parts, each with its length in front.
  [[nodiscard]] Bytes of(std::initializer_list<std::string_view> parts) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// 256 bits that nobody can guess, as 64 hexadecimal digits.
[[nodiscard]] std::string random_key();

}  // namespace yidan
