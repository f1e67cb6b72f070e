// Tell the facts of a person: {"do": "facts", "facts": {"person": {…}, "opening": {…}, "record": {…}}}, as in a case.
// The first makes the file; a later one replaces the lists that it names, and bills are settled again in its light.

#include "base/json_canonical.h"
#include "operations/request_reader.h"

namespace yidan::operations {

Result<void> read_facts(RequestMembers& members, Request& request) {
  if (const auto facts = members.object("facts"); facts) {
    const json::Value* person = json::find(**facts, "person");
    if (person != nullptr && person->kind != json::Kind::object) {
      return std::unexpected(
          Error{ErrorCode::wrong_type, {"此处应为 JSON 对象", "expected a JSON object"}, "$.facts.person"});
    }
    const json::Value* id = person == nullptr ? nullptr : json::find(*person, "id");
    if (id != nullptr && (id->kind != json::Kind::string || id->text != request.file.person)) {
      return std::unexpected(
          Error{ErrorCode::contradiction,
                {"登记的人员编号与请求的“person”不一致：请核对是谁的资料",
                 "the id of the person in the facts is not the request's 'person': check whose they are"},
                "$.facts.person.id"});
    }
  }
  return take_member(members, "facts", EventKind::facts, request);
}

}  // namespace yidan::operations
