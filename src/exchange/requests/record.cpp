// Tell further events of the record, of any kind: {"do": "record", "events": [{"event": "employ", …}, …]}. What they
// say of days gone by (an identity granted back) settles the bills of those days again.

#include "exchange/request_parts.h"

namespace yidan::exchange {

void read_record_told(ObjectReader& reader, Request& request) {
  if (reader.list("events").empty()) {
    reader.fail_missing("events", "缺少“events”", "'events' is missing");
  }
  const std::vector<json::Member> only{{"events", reader.require("events")}};
  const json::Value content{.kind = json::Kind::object, .fields = only.data(), .size = only.size()};
  request.kind = EventKind::record;
  request.place = reader.path_of("events").text();
  request.content = content_text(content);
  request.said = caught([&] { return content_at(EventKind::record, content, reader.path(), request.pool); });
}

}  // namespace yidan::exchange
