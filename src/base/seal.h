// Sealing: a text that only who has the key can read, and that nobody changes unseen; beside base/digest.cpp the one
// place that knows the crypto library.
//
// A key has 32 bytes. Two keys are derived from it, each an HMAC-SM3 under it: of "yidan.seal/1 encrypt" (its first 16
// bytes) and of "yidan.seal/1 authenticate" (all 32). Sealed bytes are
//
//     nonce       16 bytes, random: the first counter block
//     ciphertext  as many bytes as the text: SM4-CTR (GB/T 32907) under the first key
//     tag         16 bytes: the first of the HMAC-SM3 (GB/T 32905) under the second key of the length of the associated
//                 data (8 bytes, the least significant first), the associated data, the nonce, the ciphertext
//
// The associated data are not kept: they say what the text belongs to, and must be the same when it is opened. As text,
// sealed bytes are "sealed1:" and their hexadecimal digits.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace yidan {

class SealKey {
 public:
  static constexpr std::size_t kSize = 32;

  SealKey(const SealKey&) = default;
  SealKey& operator=(const SealKey&) = default;
  ~SealKey();

  // Of 64 hexadecimal digits; absent when it is none.
  [[nodiscard]] static std::optional<SealKey> parse(std::string_view hex);
  [[nodiscard]] static SealKey of(std::string_view bytes);  // REQUIRES: `kSize` bytes
  [[nodiscard]] static SealKey random();

  [[nodiscard]] std::string_view raw() const { return {bytes_.data(), bytes_.size()}; }
  // 16 hexadecimal digits by which keys are told apart, and from which nobody finds the key.
  [[nodiscard]] std::string fingerprint() const;

 private:
  SealKey() = default;
  std::array<char, kSize> bytes_{};
};

// Any number of threads may use one at once.
class Sealer {
 public:
  static constexpr std::size_t kNonce = 16;
  static constexpr std::size_t kTag = 16;

  explicit Sealer(const SealKey& key);
  Sealer(const Sealer&) = default;
  Sealer& operator=(const Sealer&) = default;
  ~Sealer();

  [[nodiscard]] std::string sealed(std::string_view text, std::string_view associated) const;
  // The same under a nonce that was never used with this key: for what is known from outside, as test vectors are.
  [[nodiscard]] std::string sealed(std::string_view text, std::string_view associated, std::string_view nonce) const;
  // Absent: it was changed, is of another key, or belongs to something else.
  [[nodiscard]] std::optional<std::string> opened(std::string_view sealed, std::string_view associated) const;

  // As text.
  [[nodiscard]] std::string sealed_text(std::string_view text, std::string_view associated) const;
  [[nodiscard]] std::optional<std::string> opened_text(std::string_view sealed, std::string_view associated) const;

 private:
  [[nodiscard]] std::string crypted(std::string_view nonce, std::string_view text) const;
  [[nodiscard]] std::string tag(std::string_view associated, std::string_view nonce_and_ciphertext) const;

  std::string encrypt_;
  std::string authenticate_;
};

inline constexpr std::string_view kSealedText = "sealed1:";

[[nodiscard]] inline bool is_sealed_text(std::string_view text) { return text.starts_with(kSealedText); }

}  // namespace yidan
