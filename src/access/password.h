// Passwords as they are kept (argon2id by libsodium), and what tokens are made of.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace yidan::access {

// At least twelve characters, or ten of three kinds; not the user's name. Errors: `invalid_value`.
[[nodiscard]] Result<void> check_password(std::string_view user, std::string_view password);

// The text in which a password is kept: with its salt and its cost, so that both can change later. Takes some 60 ms and
// 64 MiB by intention. Errors: `unavailable`: not enough memory.
[[nodiscard]] Result<std::string> kept_password(std::string_view password);
[[nodiscard]] bool is_password(const std::string& kept, std::string_view password);

// "yt_…": 256 bits that nobody can guess, for whoever has logged in.
[[nodiscard]] std::string new_token();
// By what a token is known here: it cannot be made from this.
[[nodiscard]] std::string name_of_token(std::string_view token);

}  // namespace yidan::access
