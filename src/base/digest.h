// SHA-256 digests, as 64 hexadecimal digits; the one place that knows the crypto library.
#pragma once

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

}  // namespace yidan
