// Who is logged in: tokens and what their users may do, remembered for a few seconds.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>

#include "access/rights.h"
#include "calendar/instant.h"
#include "operations/desk.h"

namespace yidan::service {

class Sessions {
 public:
  explicit Sessions(operations::Desk& desk) : desk_(desk) {}

  // Null: the token is nobody's, or no longer. What was revoked or changed elsewhere counts a few seconds later.
  // Errors: those of the store.
  [[nodiscard]] Result<std::shared_ptr<const access::Rights>> rights_of(std::string_view token, Instant now);
  // Asks the store again for every token: after a change of users.
  void forget();

 private:
  struct Known {
    std::shared_ptr<const access::Rights> rights;  // null: nobody's
    Instant read = 0;
  };

  operations::Desk& desk_;
  std::mutex mutex_;
  std::map<std::string, Known, std::less<>> known_;  // by the name of the token
};

}  // namespace yidan::service
