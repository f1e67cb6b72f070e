// Who is logged in: tokens and what their users may do, and by which keys institutions sign, remembered for a few
// seconds.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>

#include "access/rights.h"
#include "calendar/instant.h"
#include "operations/desk.h"
#include "operations/signers.h"

namespace yidan::service {

class Sessions {
 public:
  explicit Sessions(operations::Desk& desk) : desk_(desk) {}

  // Null: the token is nobody's, or no longer. What was revoked or changed elsewhere counts a few seconds later.
  // Errors: those of the store.
  [[nodiscard]] Result<std::shared_ptr<const access::Rights>> rights_of(std::string_view token, Instant now);
  // The keys of an institution, as they were a few seconds ago at most. Errors: those of the store.
  [[nodiscard]] Result<std::shared_ptr<const operations::Signer>> signer_of(const std::string& provider, Instant now);
  // Asks the store again for everything: after a change of users.
  void forget();

 private:
  struct Known {
    std::shared_ptr<const access::Rights> rights;  // null: nobody's
    Instant read = 0;
  };

  struct KnownSigner {
    std::shared_ptr<const operations::Signer> signer;
    Instant read = 0;
  };

  operations::Desk& desk_;
  std::mutex mutex_;
  std::map<std::string, Known, std::less<>> known_;  // by the name of the token
  std::map<std::string, KnownSigner> signers_;
};

}  // namespace yidan::service
