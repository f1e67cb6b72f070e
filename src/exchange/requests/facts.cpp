// Tell the facts of a person: {"do": "facts", "facts": {"person": {…}, "opening": {…}, "record": {…}}}, as in a case.
// The first makes the file; a later one replaces the lists that it names, and bills are settled again in its light.

#include "exchange/request_parts.h"

namespace yidan::exchange {
namespace {

void check_person(ObjectReader& facts, const Request& request) {
  const json::Value* value = facts.find("person");
  if (value == nullptr) return;
  const Path path = facts.path_of("person");
  ObjectReader person(*value, path);
  if (person.find("id") == nullptr || person.require_number("id") == request.person) return;
  fail(ErrorCode::contradiction, person.path_of("id"), "登记的人员编号与请求的“person”不一致：请核对是谁的资料",
       "the id of the person in the facts is not the request's 'person': check whose they are");
}

}  // namespace

void read_facts_told(ObjectReader& reader, Request& request) {
  const Path path = reader.path_of("facts");
  ObjectReader facts(reader.require("facts"), path);
  check_person(facts, request);
  take_member(reader, "facts", EventKind::facts, request);
}

}  // namespace yidan::exchange
