#include "exchange/case_reader.h"

#include <algorithm>
#include <unordered_set>

#include "contract/encounter.h"
#include "contract/person.h"
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

// The id of an encounter, as far as it can be read: a rejected bill still names it.
std::string id_of(const json::Value& value) {
  for (const json::Member& member : value.members()) {
    if (member.key == "id" && member.value.kind == json::Kind::string) return std::string(member.value.text);
  }
  return {};
}

// The ids of the encounters before: most cases have so few that looking at each takes the least.
class SeenIds {
 public:
  [[nodiscard]] bool contains(std::string_view id) const {
    if (few_.size() < kFew) return std::ranges::find(few_, id) != few_.end();
    return all_.contains(std::string(id));
  }
  void insert(const std::string& id) {
    if (few_.size() < kFew) few_.push_back(id);
    if (few_.size() == kFew) {
      if (all_.empty()) all_.insert(few_.begin(), few_.end());
      all_.insert(id);
    }
  }

 private:
  static constexpr std::size_t kFew = 16;
  std::vector<std::string> few_;
  std::unordered_set<std::string> all_;
};

CaseEntry read_entry(const json::Value& value, const Path& path, Region pool, const Life& life, SeenIds& seen) {
  CaseEntry entry{id_of(value), Encounter{}};
  const bool used_before = !entry.id.empty() && seen.contains(entry.id);
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
  seen.insert(entry.id);
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

Case read(const json::Value& value, const policy::Policy& policy) {
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
    return read(value, policy);
  } catch (Fault& fault) {
    return std::unexpected(std::move(fault.error));
  }
}

}  // namespace yidan::exchange
