// SM2 signatures over SM3 (GB/T 32918.2, the curve of GB/T 32918.5), as others make them: only checked here, never
// made. One of the places that know the crypto library, beside base/digest.cpp and base/seal.cpp.
//
// A signature is base64 of its 64 bytes r‖s; of what openssl writes (DER) too, since the two cannot be mixed up. What
// is hashed is the digest of user id, curve and key, and the signed bytes; the user id is that of everybody,
// 1234567812345678, unless another was agreed.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace yidan {

inline constexpr std::string_view kSm2User = "1234567812345678";

class Sm2Key {
 public:
  // A public key: 130 hexadecimal digits (04, x, y), 128 (x, y), or PEM as openssl writes it. Absent when it is none,
  // or a key of another curve.
  [[nodiscard]] static std::optional<Sm2Key> parse(std::string_view text);

  // 04, x, y: 130 hexadecimal digits.
  [[nodiscard]] const std::string& hex() const { return hex_; }
  // False too when the signature is none.
  [[nodiscard]] bool has_signed(std::string_view bytes, std::string_view signature,
                                std::string_view user = kSm2User) const;

 private:
  struct Handle;
  explicit Sm2Key(std::shared_ptr<const Handle> handle);

  std::shared_ptr<const Handle> handle_;
  std::string hex_;
};

// Whether the text has the form of a signature: base64 of 64 bytes, or of DER.
[[nodiscard]] bool is_signature(std::string_view text);

}  // namespace yidan
