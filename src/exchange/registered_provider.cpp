#include "exchange/registered_provider.h"

#include <algorithm>
#include <charconv>
#include <vector>

#include "base/json_canonical.h"
#include "base/json_writer.h"
#include "contract/encounter.h"
#include "exchange/request_parts.h"

namespace yidan::exchange {
namespace {

using json::Kind;
using json::Member;
using json::Value;

constexpr std::string_view kRegistered = "registered";
constexpr std::string_view kWithheld = "withheld";

Value object_of(const std::vector<Member>& members) {
  return {.kind = Kind::object, .fields = members.data(), .size = members.size()};
}

// In the order of their names, as in every canonical object.
void put_member(std::vector<Member>& members, std::string_view key, const Value& value) {
  const auto at = std::ranges::lower_bound(members, key, {}, &Member::key);
  if (at != members.end() && at->key == key) {
    at->value = value;
  } else {
    members.insert(at, {key, value});
  }
}

std::vector<Member> members_without(const Value& object, std::string_view left_out) {
  std::vector<Member> members(object.members().begin(), object.members().end());
  std::erase_if(members, [left_out](const Member& each) { return each.key == left_out; });
  return members;
}

void write_words(json::Writer& json, WordSet<Designation> set) {
  json.begin_array();
  for (std::size_t i = 0; i < count_of<Designation>; ++i) {
    if (set.contains(static_cast<Designation>(i))) json.string(code(static_cast<Designation>(i)));
  }
  json.end_array();
}

std::string registered_text(const RegisteredProvider& registered) {
  std::string text;
  json::Writer json(text, json::Writer::Style::compact);
  json.begin_object();
  if (registered.designated) {
    json.key("designated");
    write_words(json, *registered.designated);
  }
  if (registered.level) {
    json.key("level");
    json.number(*registered.level);
  }
  if (registered.region.known()) json.text("region", to_text(registered.region));
  const auto is_empty = [](const auto& set) { return set.empty(); };
  if (!std::ranges::all_of(registered.withheld, is_empty)) {
    json.key(kWithheld);
    json.begin_object();
    for (std::size_t i = 0; i < count_of<Scheme>; ++i) {
      if (registered.withheld[i].empty()) continue;
      json.key(code(static_cast<Scheme>(i)));
      write_words(json, registered.withheld[i]);
    }
    json.end_object();
  }
  json.end_object();
  return text;
}

std::vector<Member> with_provider(const Value& encounter, const Value& provider) {
  std::vector<Member> members(encounter.members().begin(), encounter.members().end());
  put_member(members, "provider", provider);
  return members;
}

void read_withheld(const Value& registered, Provider& provider) {
  const Value* withheld = json::find(registered, kWithheld);
  if (withheld == nullptr) return;
  for (const Member& each : withheld->members()) {
    const auto scheme = parse_word<Scheme>(each.key);
    if (!scheme) continue;
    for (const Value& item : each.value.items()) {
      if (const auto care = parse_word<Designation>(item.text)) {
        provider.withheld[static_cast<std::size_t>(*scheme)].insert(*care);
      }
    }
  }
}

}  // namespace

bool RegisteredProvider::empty() const {
  return !level && !region.known() && !designated &&
         std::ranges::all_of(withheld, [](const auto& set) { return set.empty(); });
}

void apply(const RegisteredProvider& registered, Provider& provider) {
  if (registered.level) provider.level = *registered.level;
  if (registered.region.known()) provider.region = registered.region;
  if (registered.designated) provider.designated = *registered.designated;
  provider.withheld = registered.withheld;
}

SentEncounter::SentEncounter(std::string_view content) {
  const auto parsed = document_.parse(content);
  if (!parsed) return;
  value_ = *parsed;
  const Value* provider = json::find(*value_, "provider");
  const bool is_whole = provider != nullptr && provider->kind == Kind::object;
  if (is_whole && json::find(*provider, kRegistered) == nullptr) provider_ = provider;
}

std::string_view SentEncounter::text(std::string_view member) const {
  return value_ == nullptr ? std::string_view{} : json::text_in(*value_, member);
}

template <class Use>
auto SentEncounter::used_with(const RegisteredProvider& registered, Use use) const {
  json::Document document;
  const std::string text = registered_text(registered);
  const auto added = document.parse(text);
  ensure(added.has_value(), "what is written is JSON");
  std::vector<Member> provider(provider_->members().begin(), provider_->members().end());
  put_member(provider, kRegistered, **added);
  const std::vector<Member> members = with_provider(*value_, object_of(provider));
  return use(object_of(members));
}

std::string SentEncounter::with(const RegisteredProvider& registered) const {
  return used_with(registered, [](const Value& whole) { return content_text(whole); });
}

Result<Content> SentEncounter::read_with(const RegisteredProvider& registered, const std::string& place,
                                         Region pool) const {
  auto read = used_with(registered, [pool](const Value& whole) {
    return caught([&] { return Content(read_registered_encounter(whole, contract::Path{}, pool, false)); });
  });
  if (!read) read.error().where.replace(0, 1, place);
  return read;
}

std::string without_registered(std::string_view content) {
  json::Document document;
  const auto encounter = document.parse(content);
  const Value* provider = encounter ? json::find(**encounter, "provider") : nullptr;
  if (provider == nullptr || json::find(*provider, kRegistered) == nullptr) return std::string(content);
  const std::vector<Member> of_provider = members_without(*provider, kRegistered);
  const std::vector<Member> members = with_provider(**encounter, object_of(of_provider));
  return content_text(object_of(members));
}

Encounter read_registered_encounter(const Value& value, const contract::Path& path, Region pool, bool kept) {
  const Value* provider = json::find(value, "provider");
  const Value* registered = provider == nullptr ? nullptr : json::find(*provider, kRegistered);
  if (registered == nullptr) return contract::read_encounter(value, path, pool, kept);
  std::vector<Member> of_provider = members_without(*provider, kRegistered);
  for (const Member& each : registered->members()) {
    if (each.key != kWithheld) put_member(of_provider, each.key, each.value);
  }
  std::vector<Member> members(value.members().begin(), value.members().end());
  put_member(members, "provider", object_of(of_provider));
  Encounter encounter = contract::read_encounter(object_of(members), path, pool, kept);
  read_withheld(*registered, encounter.provider);
  return encounter;
}

}  // namespace yidan::exchange
