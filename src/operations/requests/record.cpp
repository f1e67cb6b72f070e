// Tell further events of the record, of any kind: {"do": "record", "events": [{"event": "employ", …}, …]}. What they
// say of days gone by (an identity granted back) settles the bills of those days again.

#include "base/json_canonical.h"
#include "operations/request_reader.h"

namespace yidan::operations {

Result<void> read_record(RequestMembers& members, Request& request) {
  const json::Value* events = members.find("events");
  if (events == nullptr || events->kind != json::Kind::array || events->size == 0) {
    return std::unexpected(missing("events"));
  }
  request.kind = EventKind::record;
  request.content = "{\"events\":" + json::canonical(*events) + "}";
  return {};
}

}  // namespace yidan::operations
