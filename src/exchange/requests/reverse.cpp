// Reverse (退费/冲正): {"do": "reverse", "encounter": "E1"} a bill, {"do": "reverse", "request": "key"} what another
// request did: a credit, a use of the account. Later bills are settled again (semantics L8).

#include "exchange/request_parts.h"

namespace yidan::exchange {

void read_reverse(ObjectReader& reader, Request& request) {
  const bool by_request = reader.find("request") != nullptr;
  const std::string_view named = by_request ? "request" : "encounter";
  const std::string target = require_named(reader, named);
  const std::vector<json::Member> only{{named, {.kind = json::Kind::string, .text = target}}};
  request.kind = EventKind::reverse;
  request.place = reader.path().text();
  request.content = content_text({.kind = json::Kind::object, .fields = only.data(), .size = only.size()});
  request.said = Content(by_request ? Reversal{.request = target} : Reversal{.encounter = target});
}

}  // namespace yidan::exchange
