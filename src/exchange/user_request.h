// What is asked about users: logging in, what one may do, a password, a token.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "access/rights.h"
#include "calendar/date.h"
#include "policy/policy.h"

namespace yidan::exchange {

struct LoginAsked {
  std::string user;
  std::string password;
};

// All of these: errors have a JSON path.
[[nodiscard]] Result<LoginAsked> read_login(std::string_view text);
[[nodiscard]] Result<std::string> read_password(std::string_view text);
struct RevealAsked {
  std::string person;  // a pseudonym
  std::string reason;
};
[[nodiscard]] Result<RevealAsked> read_reveal_asked(std::string_view text);
// The last day on which a token holds.
[[nodiscard]] Result<Date> read_token_asked(std::string_view text);
struct SigningKeyTold {
  std::string key;
  Date from;
  std::optional<Date> until{};
};
[[nodiscard]] Result<SigningKeyTold> read_signing_key(std::string_view text);
// Whether signatures are required.
[[nodiscard]] Result<bool> read_signing(std::string_view text);
[[nodiscard]] Result<access::Rights> read_rights(std::string_view text, std::string user, const policy::Policy& policy);

}  // namespace yidan::exchange
