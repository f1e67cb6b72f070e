#include "books/facts_text.h"

#include <algorithm>
#include <vector>

#include "base/json_canonical.h"
#include "base/json_writer.h"
#include "facts/person.h"

namespace yidan::books {
namespace {

using json::Kind;
using json::Member;
using json::Value;

Value object_of(const std::vector<Member>& members) {
  return {.kind = Kind::object, .fields = members.data(), .size = members.size()};
}
Value list_of(const std::vector<Value>& items) {
  return {.kind = Kind::array, .elements = items.data(), .size = items.size()};
}
Value text_of(std::string_view text) { return {.kind = Kind::string, .text = text}; }

void put(std::vector<Member>& members, std::string_view key, const Value& value) {
  const auto found = std::ranges::find(members, key, &Member::key);
  if (found != members.end()) {
    found->value = value;
  } else {
    members.push_back({key, value});
  }
}

void drop(std::vector<Member>& members, std::string_view key) {
  std::erase_if(members, [key](const Member& member) { return member.key == key; });
}

std::vector<Member> members_of(const Value* object) {
  if (object == nullptr) return {};
  const auto members = object->members();
  return {members.begin(), members.end()};
}

// A document whose text is known to be JSON.
class Known {
 public:
  explicit Known(std::string_view text) {
    if (text.empty()) return;
    const auto parsed = document_.parse(text);
    ensure(parsed.has_value(), "facts and contents are JSON");
    value_ = *parsed;
  }
  [[nodiscard]] const Value* get() const { return value_; }
  [[nodiscard]] const Value* find(std::string_view key) const {
    return value_ == nullptr ? nullptr : json::find(*value_, key);
  }

 private:
  json::Document document_;
  const Value* value_ = nullptr;
};

}  // namespace

std::string told(const store::FileKey& file, std::string_view known, std::string_view content) {
  const Known before(known);
  const Known said(content);
  const std::string pool = to_text(Region(file.pool));
  std::vector<Member> facts = members_of(before.get());
  std::vector<Member> person = members_of(before.find("person"));
  for (const Member& member : said.get()->members()) {
    // The events of a person are told with a record around them or without, and the later telling replaces the earlier.
    if (member.key == "record") drop(facts, "events");
    if (member.key == "events") drop(facts, "record");
    if (member.key == "person") {
      for (const Member& part : member.value.members()) put(person, part.key, part.value);
    } else {
      put(facts, member.key, member.value);
    }
  }
  put(person, "id", text_of(file.person));
  put(facts, "format", text_of("yidan.case/1"));
  put(facts, "pool", text_of(pool));
  put(facts, "person", object_of(person));
  return canonical(object_of(facts));
}

std::string told_events(std::string_view known, std::string_view content) {
  const Known before(known);
  const Known said(content);
  std::vector<Member> facts = members_of(before.get());
  std::vector<Member> record = members_of(before.find("record"));
  std::vector<Value> events;
  const auto add = [&events](const Value* list) {
    if (list == nullptr) return;
    for (const Value& item : list->items()) events.push_back(item);
  };
  add(before.find("events"));  // a case may carry its events without a record around them
  drop(facts, "events");
  if (const Value* old = before.find("record")) add(json::find(*old, "events"));
  add(said.find("events"));
  put(record, "events", list_of(events));
  put(facts, "record", object_of(record));
  return canonical(object_of(facts));
}

}  // namespace yidan::books
