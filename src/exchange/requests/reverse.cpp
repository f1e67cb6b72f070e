// Reverse (退费/冲正): {"do": "reverse", "encounter": "E1"} a bill, {"do": "reverse", "request": "key"} what another
// request did: a credit, a use of the account. Where two institutions gave that number, "provider" says whose bill it
// is. "reason" is kept with the event and decides nothing. Later bills are settled again (semantics L8).

#include "exchange/request_parts.h"

namespace yidan::exchange {

void read_reverse(ObjectReader& reader, Request& request) {
  Reversal reversal;
  std::vector<json::Member> named;
  if (const json::Value* key = reader.find("request"); key != nullptr) {
    reversal.request = require_named(reader, "request");
    named.push_back({"request", *key});
  } else {
    reversal.bill = require_bill(reader);
    named.push_back({"encounter", reader.require("encounter")});
    if (const json::Value* provider = reader.find("provider")) named.push_back({"provider", *provider});
  }
  if (const json::Value* reason = reader.find("reason"); reason != nullptr) {
    reversal.reason = require_named(reader, "reason");
    named.push_back({"reason", *reason});
  }
  request.kind = EventKind::reverse;
  request.place = reader.path().text();
  request.content = content_text({.kind = json::Kind::object, .fields = named.data(), .size = named.size()});
  request.said = Content(std::move(reversal));
}

}  // namespace yidan::exchange
