#include "exchange/case_reader.h"

#include <algorithm>
#include <unordered_set>

#include "contract/encounter.h"
#include "contract/person.h"
#include "exchange/encounter_name.h"
#include "exchange/heading_reader.h"
#include "exchange/object_reader.h"
#include "exchange/record_reader.h"
#include "facts/life.h"

namespace yidan::exchange {
namespace {

int read_year(std::string_view text, const Path& path) {
  auto year = parse_year(text);
  if (!year) fail(std::move(year.error()), path);
  return *year;
}

void read_year_counters(const json::Value& value, int year, const policy::Pool& pool, const Path& path, Case& facts) {
  ObjectReader counters(value, path);
  for (const json::Member& member : value.members()) {
    if (member.key.starts_with("x-")) continue;
    const Path place = counters.path_of(member.key);
    if (pool.counter(member.key) == policy::kNoCounter) {
      const std::vector<std::string_view> names(pool.counter_names.begin(), pool.counter_names.end());
      const Text meant = did_you_mean(member.key, names);
      fail(ErrorCode::unknown_key, place, "该统筹区没有此累计项" + meant.zh, "the pool has no such counter" + meant.en);
    }
    if (const auto amount = counters.money(member.key)) {
      facts.opening.push_back({year, std::string(member.key), *amount});
    }
  }
}

void read_opening(ObjectReader& reader, const policy::Pool& pool, Case& facts) {
  const json::Value* opening = reader.find("opening");
  if (opening == nullptr) return;
  const Path place = reader.path_of("opening");
  ObjectReader years(*opening, place);
  for (const json::Member& member : opening->members()) {
    if (member.key.starts_with("x-") || member.value.kind == json::Kind::null) continue;
    const Path year = place.member(member.key);
    read_year_counters(member.value, read_year(member.key, year), pool, year, facts);
  }
}

// The encounters before, each by its id and the provider that gave it: equal numbers of two institutions are two
// encounters. Most cases have so few that looking at each takes the least.
class SeenIds {
 public:
  [[nodiscard]] bool contains(std::string_view id) const {
    if (few_.size() < kFew) return std::ranges::find(few_, id, &EncounterName::id) != few_.end();
    return ids_.contains(std::string(id));
  }
  [[nodiscard]] bool contains(const EncounterName& name) const {
    if (few_.size() < kFew) return std::ranges::find(few_, name) != few_.end();
    return names_.contains(one_text(name));
  }
  void insert(const EncounterName& name) {
    if (few_.size() < kFew) few_.push_back(name);
    if (few_.size() < kFew) return;
    if (ids_.empty()) std::ranges::for_each(few_, [this](const EncounterName& each) { insert_among_many(each); });
    insert_among_many(name);
  }

 private:
  static std::string one_text(const EncounterName& name) { return name.id + '\0' + name.provider; }
  void insert_among_many(const EncounterName& name) {
    ids_.insert(name.id);
    names_.insert(one_text(name));
  }

  static constexpr std::size_t kFew = 16;
  std::vector<EncounterName> few_;
  std::unordered_set<std::string> ids_;
  std::unordered_set<std::string> names_;
};

CaseEntry read_entry(const json::Value& value, const Path& path, Region pool, const Life& life, SeenIds& seen) {
  const EncounterName name = name_of(value);
  CaseEntry entry{name.id, Encounter{}};
  const bool used_before = !name.id.empty() && seen.contains(name);
  try {
    entry.encounter = contract::read_encounter(value, path, pool);
    if (auto lived = check_days(life, *entry.encounter); !lived) {
      lived.error().where.insert(0, path.text());
      throw Fault{std::move(lived.error())};
    }
    if (used_before) {
      fail(ErrorCode::duplicate_id, path.member("id"), "就诊编号“" + entry.id + "”已用过：每次就诊用不同编号",
           "encounter id '" + entry.id + "' was used before: give each encounter its own");
    }
    const std::string& from = entry.encounter->referred_from;
    if (!from.empty() && !seen.contains(from)) {
      fail(ErrorCode::contradiction, path.member("referred_from"), "此前没有编号为“" + from + "”的就诊",
           "no earlier encounter has the id '" + from + "'");
    }
  } catch (Fault& fault) {
    entry.encounter = std::unexpected(std::move(fault.error));
  }
  seen.insert(name);
  return entry;
}

// All of a case but its encounters.
void read_heading(ObjectReader& reader, const policy::Policy& policy, Case& facts, bool kept) {
  require_format(reader, "yidan.case/1");
  const policy::Pool& pool = read_pool(reader, policy, facts.pool);
  facts.person = contract::read_person(reader.require("person"), reader.path_of("person"), {.kept = kept});
  facts.record = read_record_of_case(reader, facts, kept);
  read_opening(reader, pool, facts);
}

Case case_of(const json::Value& value, const policy::Policy& policy) {
  const Path root;
  ObjectReader reader(value, root);
  Case facts;
  read_heading(reader, policy, facts, false);
  const auto encounters = reader.require_list("encounters");
  reader.finish();
  const Life life = life_of(facts);
  SeenIds seen;
  const Path list = reader.path_of("encounters");
  facts.entries.reserve(encounters.size());
  for (std::size_t i = 0; i < encounters.size(); ++i) {
    facts.entries.push_back(read_entry(encounters[i], list.item(i), facts.pool, life, seen));
  }
  return facts;
}

}  // namespace

Result<Case> read_facts(const json::Value& value, const policy::Policy& policy, bool kept) {
  try {
    const Path root;
    ObjectReader reader(value, root);
    Case facts;
    read_heading(reader, policy, facts, kept);
    reader.finish();
    if (facts.record) facts.record->as_of.reset();
    return facts;
  } catch (Fault& fault) {
    return std::unexpected(std::move(fault.error));
  }
}

Result<Case> read_case(const json::Value& value, const policy::Policy& policy) {
  try {
    return case_of(value, policy);
  } catch (Fault& fault) {
    return std::unexpected(std::move(fault.error));
  }
}

}  // namespace yidan::exchange
