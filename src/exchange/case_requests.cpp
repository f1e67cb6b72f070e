// A case as requests: the keys that follow from what it says, and its parts as contents.

#include "base/digest.h"
#include "base/json_canonical.h"
#include "base/text.h"
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

// As far as it can be read: a refused encounter still has a key.
std::string_view id_of(const json::Value& encounter) {
  for (const json::Member& member : encounter.members()) {
    if (member.key == "id" && member.value.kind == json::Kind::string) return member.value.text;
  }
  return {};
}

Request settlement(const json::Value& encounter, const Path& path, const Request& facts, const std::string& start) {
  return {.pool = facts.pool,
          .person = facts.person,
          .key = start + "settle/" + key_part(id_of(encounter)),
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

Request reversal_of(Region pool, std::string_view person, std::string_view encounter, std::string key) {
  const std::vector<json::Member> named{{"encounter", {.kind = json::Kind::string, .text = encounter}}};
  if (key.empty()) key = start_of_keys(pool, person) + "reverse/" + key_part(encounter);
  return {.pool = pool,
          .person = std::string(person),
          .key = std::move(key),
          .kind = EventKind::reverse,
          .content = content_text({.kind = json::Kind::object, .fields = named.data(), .size = named.size()}),
          .said = Reversal{.encounter = std::string(encounter)},
          .place = "$"};
}

}  // namespace yidan::exchange
