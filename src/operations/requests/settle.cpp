// Settle an encounter: {"do": "settle", "encounter": {…}}; with "as_in_trial" only if nothing has changed since that
// trial. {"do": "trial", "encounter": {…}} says what it would come to, and writes nothing.

#include "operations/request_reader.h"

namespace yidan::operations {

Result<void> read_settle(RequestMembers& members, Request& request) {
  if (members.find("as_in_trial") != nullptr) {
    auto digest = members.text("as_in_trial");
    if (!digest) return std::unexpected(std::move(digest.error()));
    request.as_in_trial = std::move(*digest);
  }
  return take_member(members, "encounter", EventKind::settle, request);
}

Result<void> read_trial(RequestMembers& members, Request& request) {
  request.trial = true;
  return take_member(members, "encounter", EventKind::settle, request);
}

}  // namespace yidan::operations
