// A roster as requests: of each person what the unit says of them, and that they are enrolled by it (LY-3.2.1-i).

#include <unordered_map>

#include "base/json_canonical.h"
#include "base/json_writer.h"
#include "base/text.h"
#include "contract/event.h"
#include "contract/roster.h"
#include "contract/write.h"
#include "exchange/heading_reader.h"
#include "exchange/request_parts.h"

namespace yidan::exchange {
namespace {

using contract::RosterPerson;

struct Unit {
  Region pool;
  std::string name;
  EmployerKind kind = EmployerKind::enterprise;
  Date on;
};

// What `write` puts into one object, in the spelling in which contents are kept.
template <class Write>
std::string canonical_text(Write write) {
  std::string text;
  json::Writer json(text, json::Writer::Style::compact);
  json.begin_object();
  write(json);
  json.end_object();
  json::Document document;
  const auto value = document.parse(text);
  ensure(value.has_value(), "what the program writes is JSON");
  const json::CanonicalTree canonical(**value, kOnesOwn);
  return content_text(canonical.root());
}

std::string facts_of(const RosterPerson& person) {
  return canonical_text([&person](json::Writer& json) {
    json.key("person");
    json.begin_object();
    json.text("id", person.id);
    json.text("born", to_text(person.born));
    if (person.sex) json.text("sex", code(*person.sex));
    json.end_object();
  });
}

Event employment_of(const Unit& unit, const RosterPerson& person) {
  EmployEvent employ{.employer = unit.name, .kind = unit.kind};
  employ.monthly_wage = person.monthly_wage;
  employ.person_kind = person.kind;
  return {.on = unit.on, .what = std::move(employ)};
}

std::string record_of(const Event& event) {
  return canonical_text([&event](json::Writer& json) {
    json.key("events");
    json.begin_array();
    contract::write_event(json, event);
    json.end_array();
  });
}

// Keys follow from what the roster says, so that one sent twice is one roster.
std::string start_of_keys(const Unit& unit, const RosterPerson& person) {
  return to_text(unit.pool) + "/" + key_part(person.id) + "/roster/" + key_part(unit.name) + "/" + to_text(unit.on) +
         "/";
}

void append_requests(const Unit& unit, const RosterPerson& person, const Path& path, std::vector<Request>& requests) {
  const std::string start = start_of_keys(unit, person);
  const Event event = employment_of(unit, person);
  requests.push_back({.pool = unit.pool,
                      .person = person.id,
                      .key = start + "facts",
                      .kind = EventKind::facts,
                      .content = facts_of(person),
                      .said = FactsTold{},
                      .place = path.text(),
                      .of_case = true});
  requests.push_back({.pool = unit.pool,
                      .person = person.id,
                      .key = start + "employ",
                      .kind = EventKind::record,
                      .content = record_of(event),
                      .said = EventsTold{{event}},
                      .place = path.text()});
}

std::vector<RosterPerson> read_persons(ObjectReader& reader) {
  const auto items = reader.require_list("persons");
  const Path list = reader.path_of("persons");
  if (items.empty()) fail(ErrorCode::missing, list, "名册中没有人员", "the roster has no person");
  std::vector<RosterPerson> persons;
  std::unordered_map<std::string, std::size_t> places;
  for (std::size_t i = 0; i < items.size(); ++i) {
    contract::Reading reading;
    persons.push_back(contract::read<contract::kRosterPerson>(items[i], list.item(i), reading));
    const auto [first, fresh] = places.emplace(persons.back().id, i);
    if (fresh) continue;
    const std::string other = std::to_string(first->second);
    fail(ErrorCode::duplicate_id, list.item(i).member("id"), "该人员已列在 persons[" + other + "]：一人只列一次",
         "this person is that of persons[" + other + "]: a person stands once");
  }
  return persons;
}

}  // namespace

Result<std::vector<Request>> requests_of_roster(const json::Value& value, const policy::Policy& policy) {
  return caught([&] {
    const Path root;
    const json::CanonicalTree canonical(value, kOnesOwn);
    ObjectReader reader(canonical.root(), root);
    Unit unit;
    require_format(reader, "yidan.roster/1");
    (void)read_pool(reader, policy, unit.pool);
    unit.name = require_named(reader, "unit");
    unit.kind = reader.require_word<EmployerKind>("employer_kind");
    unit.on = reader.require_date("on");
    const std::vector<RosterPerson> persons = read_persons(reader);
    reader.finish();
    std::vector<Request> requests;
    requests.reserve(2 * persons.size());
    for (std::size_t i = 0; i < persons.size(); ++i) {
      append_requests(unit, persons[i], reader.path_of("persons").item(i), requests);
    }
    return requests;
  });
}

}  // namespace yidan::exchange
