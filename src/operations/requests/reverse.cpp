// Reverse (退费/冲正): {"do": "reverse", "encounter": "E1"} a bill, {"do": "reverse", "request": "key"} what another
// request did: a credit, a use of the account. Later bills are settled again (semantics L8).

#include "base/json_writer.h"
#include "operations/request_reader.h"

namespace yidan::operations {
namespace {

std::string named_only(std::string_view key, std::string_view value) {
  std::string content;
  json::Writer json(content, json::Writer::Style::compact);
  json.begin_object();
  json.text(key, value);
  json.end_object();
  return content;
}

}  // namespace

Result<void> read_reverse(RequestMembers& members, Request& request) {
  const bool by_request = members.find("request") != nullptr;
  const std::string_view named = by_request ? "request" : "encounter";
  const auto target = members.text(named);
  if (!target) return std::unexpected(target.error());
  request.kind = EventKind::reverse;
  request.content = named_only(named, *target);
  return {};
}

std::string reversal(std::string_view encounter) { return named_only("encounter", encounter); }

}  // namespace yidan::operations
