// By what people were identified and paid at the counter: counts of settled bills (LY-3.6-e).
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "operations/caller.h"
#include "terms/credential.h"
#include "terms/say.h"

namespace yidan::operations {

struct CredentialUse {
  std::optional<Credential> credential;  // absent: it was not told
  std::size_t bills = 0;
  std::size_t mobile_payment = 0;  // of these bills
  std::size_t telemedicine = 0;    // of these bills
  std::size_t failed = 0;          // bills for which this one failed, and another was shown
};

struct CredentialsUsed {
  Region pool;
  Date from;
  Date to;
  std::size_t bills = 0;
  std::vector<CredentialUse> uses;  // each credential, and what was not told
};

// Of the bills of these days, both included. Errors: `forbidden`; those of the store.
[[nodiscard]] Result<CredentialsUsed> credentials_used(const Caller& caller, Region pool, Date from, Date to);

// `yidan.credentials/1` on one line, with its line end; a table for people.
[[nodiscard]] std::string credentials_json(const CredentialsUsed& used);
[[nodiscard]] std::string credentials_text(const CredentialsUsed& used, Language language);

}  // namespace yidan::operations
