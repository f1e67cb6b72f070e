#include "access/password.h"

#include <algorithm>
#include <array>

#include <sodium.h>

#include "base/digest.h"
#include "base/utf8.h"

namespace yidan::access {
namespace {

void begin_sodium() {
  static const bool ready = sodium_init() >= 0;
  ensure(ready, "libsodium finds a source of random numbers");
}

int kinds_of_characters(std::string_view password) {
  bool small = false;
  bool large = false;
  bool digit = false;
  bool other = false;
  for (const char each : password) {
    if (each >= 'a' && each <= 'z') {
      small = true;
    } else if (each >= 'A' && each <= 'Z') {
      large = true;
    } else if (each >= '0' && each <= '9') {
      digit = true;
    } else {
      other = true;
    }
  }
  return int{small} + int{large} + int{digit} + int{other};
}

}  // namespace

Result<void> check_password(std::string_view user, std::string_view password) {
  constexpr std::size_t long_enough = 12;
  constexpr std::size_t shortest = 10;
  constexpr std::size_t longest = 1024;
  const std::size_t count = is_utf8(password) ? count_characters(password) : 0;
  const bool strong = count >= long_enough || (count >= shortest && kinds_of_characters(password) >= 3);
  if (strong && password.size() <= longest && password != user) return {};
  return std::unexpected(
      Error{ErrorCode::invalid_value,
            {"密码至少 12 个字符，或至少 10 个并含大写、小写、数字、其他符号中的三类，且不同于用户名",
             "a password has 12 characters, or 10 of three kinds (capitals, small letters, digits, "
             "others), and is not the user's name"},
            "$.password"});
}

Result<std::string> kept_password(std::string_view password) {
  begin_sodium();
  std::array<char, crypto_pwhash_STRBYTES> kept{};
  if (crypto_pwhash_argon2id_str(kept.data(), password.data(), password.size(),
                                 crypto_pwhash_argon2id_OPSLIMIT_INTERACTIVE,
                                 crypto_pwhash_argon2id_MEMLIMIT_INTERACTIVE) == 0) {
    return std::string(kept.data());
  }
  return std::unexpected(
      Error{ErrorCode::unavailable, {"内存不足，无法处理密码", "there is not enough memory to keep a password"}, {}});
}

bool is_password(const std::string& kept, std::string_view password) {
  begin_sodium();
  return !kept.empty() && crypto_pwhash_argon2id_str_verify(kept.c_str(), password.data(), password.size()) == 0;
}

std::string new_token() { return "yt_" + random_key(); }

std::string name_of_token(std::string_view token) { return sha256(token); }

}  // namespace yidan::access
