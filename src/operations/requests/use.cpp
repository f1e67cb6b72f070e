// Use an account, for oneself or for family: {"do": "use", "use": {"on": "2023-11-02", "amount": "58.00", "use":
// "pharmacy", "for": "spouse"}}. What the documents do not allow is refused, and the refusal is kept.

#include "operations/request_reader.h"

namespace yidan::operations {

Result<void> read_use(RequestMembers& members, Request& request) {
  return take_member(members, "use", EventKind::use, request);
}

}  // namespace yidan::operations
