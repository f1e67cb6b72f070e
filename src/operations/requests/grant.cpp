// Grant assistance on application (依申请救助): {"do": "grant", "application": {"on": "2023-07-10", "recognised":
// "2023-07-20"}}. What the bills of the window come to is paid; bills that come or change later move it by the
// difference.

#include "operations/request_reader.h"

namespace yidan::operations {

Result<void> read_grant(RequestMembers& members, Request& request) {
  return take_event(members, "application", "apply", request);
}

}  // namespace yidan::operations
