#include "base/json_canonical.h"

#include <algorithm>
#include <vector>

#include "base/json_writer.h"

namespace yidan::json {
namespace {

void append_text(std::string& out, std::string_view text) { Writer(out, Writer::Style::compact).string(text); }

void append_array(std::string& out, const Value& array) {
  out += '[';
  bool first = true;
  for (const Value& item : array.items()) {
    if (!first) out += ',';
    first = false;
    append_canonical(out, item);
  }
  out += ']';
}

void append_object(std::string& out, const Value& object) {
  std::vector<const Member*> members;
  members.reserve(object.size);
  for (const Member& member : object.members()) {
    if (member.value.kind != Kind::null) members.push_back(&member);
  }
  std::ranges::stable_sort(members, {}, [](const Member* member) { return member->key; });
  out += '{';
  bool first = true;
  for (const Member* member : members) {
    if (!first) out += ',';
    first = false;
    append_text(out, member->key);
    out += ':';
    append_canonical(out, member->value);
  }
  out += '}';
}

}  // namespace

void append_canonical(std::string& out, const Value& value) {
  switch (value.kind) {
    case Kind::null:
      out += "null";
      return;
    case Kind::boolean:
      out += value.truth ? "true" : "false";
      return;
    case Kind::number:
      out += value.text;
      return;
    case Kind::string:
      append_text(out, value.text);
      return;
    case Kind::array:
      append_array(out, value);
      return;
    case Kind::object:
      append_object(out, value);
  }
}

std::string canonical(const Value& value) {
  std::string text;
  append_canonical(text, value);
  return text;
}

const Value* find(const Value& object, std::string_view key) {
  for (const Member& member : object.members()) {
    if (member.key == key) return &member.value;
  }
  return nullptr;
}

}  // namespace yidan::json
