#include "books/facts.h"

#include <algorithm>
#include <charconv>
#include <vector>

#include "base/json_canonical.h"
#include "books/decision.h"
#include "books/later_days.h"
#include "books/past_text.h"
#include "exchange/case_reader.h"

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

std::span<const Value> items_of(const Value* list) {
  return list == nullptr ? std::span<const Value>{} : list->items();
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

// What was known and what is told, as one document; and where what it says stands in what was told.
class KnownAndTold {
 public:
  KnownAndTold(const store::Subject& file, const Facts& known, const Asked& asked)
      : asked_(asked), known_(known.text), said_(asked.content), pool_(to_text(Region(file.pool))) {
    facts_ = members_of(known_.get());
    if (asked.kind == EventKind::facts) {
      tell_facts(file.id);
    } else {
      tell_events();
    }
  }

  [[nodiscard]] Value document() const { return object_of(facts_); }

  // Of a place in the document; the request itself where it stands in nothing that was told.
  [[nodiscard]] std::string place_of(const std::string& where) const {
    if (asked_.kind == EventKind::facts) return asked_.place + where.substr(1);
    constexpr std::string_view list = "$.record.events[";
    std::size_t number = 0;
    const char* const end = where.data() + where.size();
    if (!where.starts_with(list)) return asked_.place;
    const auto read = std::from_chars(where.data() + list.size(), end, number);
    if (read.ptr == end || *read.ptr != ']' || number < events_known_) return asked_.place;
    const bool in_a_list = asked_.place.ends_with("events");
    return asked_.place + (in_a_list ? "[" + std::to_string(number - events_known_) + "]" : "") +
           std::string(read.ptr + 1, end);
  }

  // Where the document has the events of the record.
  [[nodiscard]] std::string place_of_event(std::size_t place) const {
    const bool alone = json::find(document(), "events") != nullptr;
    return place_of((alone ? "$.events[" : "$.record.events[") + std::to_string(place) + "]");
  }

 private:
  void tell_facts(const std::string& id) {
    person_ = members_of(known_.find("person"));
    for (const Member& member : said_.get()->members()) {
      // The events of a person are told with a record around them or without, and the later telling replaces the
      // earlier.
      if (member.key == "record") drop(facts_, "events");
      if (member.key == "events") drop(facts_, "record");
      if (member.key == "person") {
        for (const Member& part : member.value.members()) put(person_, part.key, part.value);
      } else {
        put(facts_, member.key, member.value);
      }
    }
    put(person_, "id", text_of(id));
    put(facts_, "format", text_of("yidan.case/1"));
    put(facts_, "pool", text_of(pool_));
    put(facts_, "person", object_of(person_));
  }

  void tell_events() {
    const Value* record = known_.find("record");
    record_ = members_of(record);
    // A case may carry its events without a record around them.
    for (const Value* list : {known_.find("events"), record == nullptr ? nullptr : json::find(*record, "events")}) {
      events_.insert(events_.end(), items_of(list).begin(), items_of(list).end());
    }
    events_known_ = events_.size();
    const auto told = items_of(said_.find("events"));
    events_.insert(events_.end(), told.begin(), told.end());
    drop(facts_, "events");
    put(record_, "events", list_of(events_));
    put(facts_, "record", object_of(record_));
  }

  const Asked& asked_;
  Known known_;
  Known said_;
  std::string pool_;
  std::vector<Member> facts_;
  std::vector<Member> person_;
  std::vector<Member> record_;
  std::vector<Value> events_;
  std::size_t events_known_ = 0;
};

// The account is kept by entries of its own, which a use in the record would pass by.
Error use_in_the_record(const std::string& place) {
  return {ErrorCode::invalid_value,
          {"账册中使用账户请用 use，不写在档案里",
           "in the books an account is used by 'use', not by an event of the record"},
          place};
}

Result<void> check_events(const Case& facts, const KnownAndTold& told, const Asked& asked) {
  if (!facts.record) return {};
  for (const Event& event : facts.record->events) {
    const std::string place = told.place_of_event(event.place);
    if (std::holds_alternative<AccountUseEvent>(event.what)) return std::unexpected(use_in_the_record(place));
    if (asked.kind != EventKind::facts) continue;  // of `record`, those told now were looked at by themselves
    if (auto checked = check_day(event, asked, place); !checked) return checked;
  }
  return {};
}

}  // namespace

Result<Facts> learn(const store::Subject& file, const Facts& known, const Asked& asked) {
  if (!asked.said) return std::unexpected(asked.said.error());
  if (asked.kind == EventKind::record && known.text.empty()) return std::unexpected(no_file());
  const KnownAndTold told(file, known, asked);
  const json::CanonicalTree document(told.document());
  auto values = exchange::read_facts(document.root(), *asked.policy.policy, asked.kept);
  if (!values) {
    values.error().where = told.place_of(values.error().where);
    return std::unexpected(std::move(values.error()));
  }
  if (auto checked = check_events(*values, told, asked); !checked) return std::unexpected(std::move(checked.error()));
  Facts facts{.values = std::move(*values)};
  json::append_as_it_stands(facts.text, document.root());
  return facts;
}

Result<Case> read_facts(json::Document& document, std::string_view text, const policy::Policy& policy) {
  const auto value = document.parse(text);
  if (!value) return std::unexpected(damaged_state());
  return exchange::read_facts(**value, policy, true);
}

}  // namespace yidan::books
