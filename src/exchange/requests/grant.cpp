// Grant assistance on application (依申请救助): {"do": "grant", "application": {"on": "2023-07-10", "recognised":
// "2023-07-20"}}. What the bills of the window come to is paid; bills that come or change later move it by the
// difference.

#include "exchange/request_parts.h"

namespace yidan::exchange {

void read_grant(ObjectReader& reader, Request& request) { take_event(reader, "application", "apply", request); }

}  // namespace yidan::exchange
