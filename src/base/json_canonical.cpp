#include "base/json_canonical.h"

#include <algorithm>
#include <memory>
#include <span>

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
    append_as_it_stands(out, item);
  }
  out += ']';
}

void append_object(std::string& out, const Value& object) {
  out += '{';
  bool first = true;
  for (const Member& member : object.members()) {
    if (!first) out += ',';
    first = false;
    append_text(out, member.key);
    out += ':';
    append_as_it_stands(out, member.value);
  }
  out += '}';
}

bool comes_before(const Member& a, const Member& b) { return a.key < b.key; }

}  // namespace

CanonicalTree::CanonicalTree(const Value& value, std::string_view ignored) : ignored_(ignored), root_(made_of(value)) {}

Value CanonicalTree::made_of(const Value& value) {
  if (value.kind == Kind::array) return array_of(value);
  return value.kind == Kind::object ? object_of(value) : value;
}

Value CanonicalTree::array_of(const Value& array) {
  if (array.size == 0) return array;
  auto* items = static_cast<Value*>(memory_.allocate(array.size * sizeof(Value), alignof(Value)));
  for (std::size_t i = 0; i < array.size; ++i) std::construct_at(items + i, made_of(array.items()[i]));
  return {.kind = Kind::array, .elements = items, .size = array.size};
}

Value CanonicalTree::object_of(const Value& object) {
  if (object.size == 0) return object;
  auto* members = static_cast<Member*>(memory_.allocate(object.size * sizeof(Member), alignof(Member)));
  std::size_t count = 0;
  for (const Member& member : object.members()) {
    if (member.value.kind == Kind::null || (!ignored_.empty() && member.key.starts_with(ignored_))) continue;
    std::construct_at(members + count++, Member{member.key, made_of(member.value)});
  }
  const std::span<Member> made(members, count);
  if (!std::ranges::is_sorted(made, comes_before)) std::ranges::stable_sort(made, comes_before);
  return {.kind = Kind::object, .fields = members, .size = count};
}

void append_as_it_stands(std::string& out, const Value& value) {
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

void append_canonical(std::string& out, const Value& value) { append_as_it_stands(out, CanonicalTree(value).root()); }

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

std::string_view text_in(const Value& object, std::string_view key) {
  for (const Member& member : object.members()) {
    if (member.key == key && member.value.kind == Kind::string) return member.value.text;
  }
  return {};
}

}  // namespace yidan::json
