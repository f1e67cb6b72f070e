// The users of the system: who they are, what they may do, by which password or key they are known.
//
// A user and a token are subjects of the books like any other: nothing is forgotten, a backup has them. A password is
// kept as argon2id makes it, a token as its digest; the person of a citizen by a pseudonym.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "access/rights.h"
#include "calendar/instant.h"
#include "operations/caller.h"

namespace yidan::operations {

inline constexpr std::string_view kUserKind = "user";
inline constexpr std::string_view kTokenKind = "token";
inline constexpr std::string_view kSignerKind = "signer";  // the keys of an institution: operations/signers.h

struct User {
  access::Rights rights;  // its person is a pseudonym
  bool is_closed = false;
  bool has_password = false;
};

[[nodiscard]] inline bool is_of_users(std::string_view kind) {
  return kind == kUserKind || kind == kTokenKind || kind == kSignerKind;
}

// Opens a user, or gives an open one other rights. Errors: those of the rights; `forbidden`; of the store.
[[nodiscard]] Result<void> keep_user(const Caller& caller, access::Rights rights);
// Errors: `not_found`; those of the password.
[[nodiscard]] Result<void> set_password(const Caller& caller, const std::string& user, std::string_view password);
// A closed user is nobody any more; its tokens end with it.
[[nodiscard]] Result<void> close_user(const Caller& caller, const std::string& user);
// By name.
[[nodiscard]] Result<std::vector<User>> users(const Caller& caller);

struct Token {
  std::string text;  // told once; only its digest is kept
  Instant until = 0;
};
// For who knows the password. Errors: `forbidden`, the same for a name that there is not; takes as long either way.
[[nodiscard]] Result<Token> log_in(Desk& desk, const std::string& user, std::string_view password, Instant until);
// Without a password: for a program, from whoever keeps the users. Errors: `not_found`; `invalid_value`: it would be
// over already.
[[nodiscard]] Result<Token> issue_token(const Caller& caller, const std::string& user, Instant until);
// A token that is not known is no error.
[[nodiscard]] Result<void> revoke_token(Desk& desk, std::string_view token);

// Whose token it is, and what they may do now; absent: nobody's, ended, revoked, or its user is closed.
[[nodiscard]] Result<std::optional<access::Rights>> rights_of_token(Desk& desk, std::string_view token, Instant now);

}  // namespace yidan::operations
