// A case as requests: the keys that follow from what it says, and its parts as contents.

#include "base/digest.h"
#include "base/json_canonical.h"
#include "base/text.h"
#include "exchange/encounter_name.h"
#include "exchange/heading_reader.h"
#include "exchange/request_parts.h"

namespace yidan::exchange {
namespace {

// What a case says of its person, without format, pool and encounters.
std::string facts_text(const json::Value& value) {
  std::vector<json::Member> members;
  for (const json::Member& member : value.members()) {
    if (member.key == "format" || member.key == "pool" || member.key == "encounters") continue;
    members.push_back(member);
  }
  return content_text({.kind = json::Kind::object, .fields = members.data(), .size = members.size()});
}

// The number of an encounter is its institution's: so is the key. A refused encounter still has one.
std::string key_of(const EncounterName& name) {
  return name.provider.empty() ? key_part(name.id) : key_part(name.provider) + "/" + key_part(name.id);
}

Request settlement(const json::Value& encounter, const Path& path, const Request& facts, const std::string& start) {
  return {.pool = facts.pool,
          .person = facts.person,
          .key = start + "settle/" + key_of(name_of(encounter)),
          .kind = EventKind::settle,
          .content = content_text(encounter),
          .said = caught([&] { return content_at(EventKind::settle, encounter, path, facts.pool); }),
          .place = path.text()};
}

std::string start_of_keys(Region pool, std::string_view person) { return to_text(pool) + "/" + key_part(person) + "/"; }

}  // namespace

Result<std::vector<Request>> requests_of_case(const json::Value& value, const policy::Policy& policy) {
  return caught([&] {
    const Path root;
    const json::CanonicalTree canonical(value, kOnesOwn);
    const json::Value& all = canonical.root();
    ObjectReader reader(all, root);
    Request facts{.kind = EventKind::facts,
                  .content = facts_text(all),
                  .said = FactsTold{},
                  .place = root.text(),
                  .of_case = true};
    (void)read_pool(reader, policy, facts.pool);
    const Path place = reader.path_of("person");
    ObjectReader person(reader.require("person"), place);
    facts.person = person.require_number("id");
    spell_number(facts);
    const std::string start = start_of_keys(facts.pool, facts.person);
    constexpr std::size_t short_digest = 16;
    facts.key = start + "facts/" + sha256(facts.content).substr(0, short_digest);
    const auto encounters = reader.require_list("encounters");
    const Path list = reader.path_of("encounters");
    std::vector<Request> requests;
    requests.reserve(1 + encounters.size());
    requests.push_back(std::move(facts));
    for (std::size_t i = 0; i < encounters.size(); ++i) {
      requests.push_back(settlement(encounters[i], list.item(i), requests.front(), start));
    }
    return requests;
  });
}

Request reversal_of(Region pool, std::string_view person, EncounterName bill, std::string key) {
  const json::Value id{.kind = json::Kind::string, .text = bill.id};
  const json::Value provider{.kind = json::Kind::string, .text = bill.provider};
  std::vector<json::Member> named{{"encounter", id}};
  if (!bill.provider.empty()) named.push_back({"provider", provider});
  if (key.empty()) key = start_of_keys(pool, person) + "reverse/" + key_of(bill);
  return {.pool = pool,
          .person = std::string(person),
          .key = std::move(key),
          .kind = EventKind::reverse,
          .content = content_text({.kind = json::Kind::object, .fields = named.data(), .size = named.size()}),
          .said = Reversal{.bill = std::move(bill)},
          .place = "$"};
}

}  // namespace yidan::exchange
