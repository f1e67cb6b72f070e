// Institutions that sign what they send (SM2 over SM3): their public keys, whether unsigned messages are refused, and
// whether a signature holds.
//
// Keys are a subject of the books, one for each institution: nothing is forgotten, a backup has them. What exactly is
// signed is said by the way a message comes: service/signature.h, national/signature.h.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "calendar/date.h"
#include "calendar/instant.h"
#include "operations/caller.h"

namespace yidan::operations {

struct SigningKey {
  std::string name;  // by which the institution and the office call it
  std::string hex;   // 04, x, y
  Date from;
  std::optional<Date> until{};       // the last day on which it holds
  std::optional<Instant> revoked{};  // from then on nothing is signed by it

  [[nodiscard]] bool holds_on(Date day) const { return !revoked && from <= day && (!until || day <= *until); }
};

struct Signer {
  std::string provider;
  bool required = false;  // what is not signed is refused
  std::vector<SigningKey> keys{};
};

// A further key; `hex` may be in any form of base/sm2.h. Errors: `forbidden`; `invalid_value`: it is no key, or ends
// before it begins; `duplicate_id`: there was one of that name; `not_permitted`: eight hold already; those of the
// store.
[[nodiscard]] Result<void> add_signing_key(const Caller& caller, const std::string& provider, SigningKey key);
// Errors: `forbidden`; `not_found`; `not_permitted`: no key would be left, and signatures are required.
[[nodiscard]] Result<void> revoke_signing_key(const Caller& caller, const std::string& provider, std::string_view name,
                                              Instant now);
// Errors: `forbidden`; `not_permitted`: the institution has no key that holds.
[[nodiscard]] Result<void> require_signatures(const Caller& caller, const std::string& provider, bool required,
                                              Instant now);
// Of an institution that never had a key it is empty. Errors: `forbidden`.
[[nodiscard]] Result<Signer> signer_of(const Caller& caller, const std::string& provider);

// The same without a caller, for who checks a message.
[[nodiscard]] Result<Signer> load_signer(Desk& desk, const std::string& provider);

// How far the clock of an institution may be from ours.
inline constexpr Instant kClockSkew = 300LL * 1'000'000;

struct SignedMessage {
  std::string bytes;  // that were signed
  std::string signature;
  Instant at = 0;  // when, as the signed bytes say
  std::string place_of_signature{};
  std::string place_of_time{};
};
// Errors, at those places: `invalid_value`: it has not the form of a signature; `forbidden`: signed too long ago or
// too far ahead, by no key that holds, or it is of other bytes: then what was hashed is said.
[[nodiscard]] Result<void> check_signature(const Signer& signer, const SignedMessage& message, Instant now);

// What is said to whoever must sign and has not.
[[nodiscard]] Error unsigned_message(const Signer& signer, std::string place);

}  // namespace yidan::operations
