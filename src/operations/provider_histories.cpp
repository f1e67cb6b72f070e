#include "operations/provider_histories.h"

#include <algorithm>
#include <mutex>
#include <set>
#include <utility>

#include "operations/entry_part.h"
#include "operations/registers.h"
#include "policy/period.h"

namespace yidan::operations {
namespace {

using policy::Designating;
using policy::RegisterDefinition;
using registers::Entry;
using registers::View;

constexpr std::string_view kInstitutions = "institution";

// What of the registers settlement reads of one institution.
struct Source {
  const RegisterDefinition* institutions = nullptr;
  Entry institution;
  struct Designations {
    const RegisterDefinition* definition = nullptr;
    std::vector<Entry> entries;
  };
  std::vector<Designations> designations;
  const policy::WorkCalendar* calendar = nullptr;
};

void note_days(const Entry& entry, const RegisterDefinition& definition, std::set<Date>& days) {
  for (const registers::Step& step : entry.steps) {
    days.insert(step.told.on);
    for (const auto& [name, values] : step.told.fields) {
      const policy::FieldDefinition* field = definition.field(name);
      if (field == nullptr || field->type != FieldType::day) continue;
      for (const std::string& value : values) {
        if (const auto day = parse_date(value)) days.insert(*day);
      }
    }
  }
}

// Nothing of an entry changes on other days than those that it names, or on which a rule begins.
std::set<Date> days_of(const Source& source) {
  std::set<Date> days{policy::kEveryDay.from};
  note_days(source.institution, *source.institutions, days);
  for (const auto& [definition, entries] : source.designations) {
    days.insert(definition->designates->since);
    for (const Entry& entry : entries) note_days(entry, *definition, days);
  }
  return days;
}

std::optional<int> level_of(const View& view) {
  const std::string& written = view.value("level");
  if (written == "3") return 3;
  if (written == "2") return 2;
  return written.empty() ? std::nullopt : std::optional(1);  // unrated is 1, as in the contract
}

bool counts(const View& view, const Designating& rule, Date day) {
  if (std::ranges::find(rule.states, view.state) == rule.states.end()) return false;
  const auto from = view.day(rule.from);
  const auto until = view.day(rule.until);
  return (!from || *from <= day) && (!until || day < *until);
}

WordSet<Designation> cares_in(const View& view, const std::string& field) {
  WordSet<Designation> cares;
  const auto found = view.fields.find(field);
  if (found == view.fields.end()) return cares;
  for (const std::string& each : found->second) {
    if (const auto care = parse_word<Designation>(each)) cares.insert(*care);
  }
  return cares;
}

WordSet<Designation> common(WordSet<Designation> cares, WordSet<Care> of) {
  WordSet<Designation> both;
  for (std::size_t i = 0; i < count_of<Care>; ++i) {
    const auto care = static_cast<Care>(i);
    if (of.contains(care) && cares.contains(designation_for(care))) both.insert(designation_for(care));
  }
  return both;
}

void designate(const Source& source, Date day, ProviderStanding& standing) {
  const auto counting = [&](const Source::Designations& of, const auto& visit) {
    for (const Entry& entry : of.entries) {
      const View view = view_on(entry, *of.definition, *source.calendar, day);
      if (counts(view, *of.definition->designates, day)) visit(view);
    }
  };
  for (const Source::Designations& each : source.designations) {
    const Designating& rule = *each.definition->designates;
    if (rule.scheme) continue;
    counting(each, [&](const View& view) { standing.designated.insert(cares_in(view, rule.cares)); });
  }
  for (const Source::Designations& each : source.designations) {
    const Designating& rule = *each.definition->designates;
    if (!rule.scheme || day < rule.since) continue;
    bool has = false;
    counting(each, [&](const View&) { has = true; });
    if (!has) standing.withheld[static_cast<std::size_t>(*rule.scheme)].insert(common(standing.designated, rule.care));
  }
}

ProviderStanding standing_of(const Source& source, Date day) {
  ProviderStanding standing{.from = day};
  const View view = view_on(source.institution, *source.institutions, *source.calendar, day);
  if (view.state == policy::kNotRegistered || source.institutions->is_final(view.state)) return standing;
  standing.there = true;
  standing.name = view.value("name");
  if (const std::string& code = view.value("region"); !code.empty()) standing.region = Region(std::stoi(code));
  standing.level = level_of(view);
  designate(source, day, standing);
  return standing;
}

bool says_the_same(const ProviderStanding& left, const ProviderStanding& right) {
  return left.there == right.there && left.name == right.name && left.region == right.region &&
         left.level == right.level && left.designated == right.designated && left.withheld == right.withheld;
}

Result<Entry> entry_of(RegisterBook& book, const std::string& of, const std::string& id) {
  auto kept = book.kept(of, id);
  if (kept) return std::move(kept->entry);
  if (kept.error().code != ErrorCode::not_found) return std::unexpected(std::move(kept.error()));
  return Entry{.pool = book.pool(), .id = id, .steps = {}};
}

// The entries of a register that name the institution, found by their rows.
Result<std::vector<Entry>> entries_of(Desk& desk, RegisterBook& book, const RegisterDefinition& definition,
                                      const std::string& id) {
  std::vector<Entry> entries;
  store::RowQuery query{.table = kind_of_register(definition.name), .pool = book.pool().code(), .provider = id};
  do {
    const auto page = desk.store().rows(query);
    if (!page) return std::unexpected(page.error());
    for (const store::FoundRow& each : page->rows) {
      auto entry = entry_of(book, definition.name, each.row.id);
      if (!entry) return std::unexpected(std::move(entry.error()));
      entries.push_back(std::move(*entry));
    }
    query.after = page->next;
  } while (!query.after.empty());
  return entries;
}

Result<ProviderHistory> read_history(Desk& desk, Region pool, const std::string& id) {
  RegisterBook book(desk, pool);
  Source source{.institutions = book.definition(kInstitutions), .calendar = &desk.registers().calendar};
  if (source.institutions == nullptr || id.empty()) return ProviderHistory{{}};
  auto institution = entry_of(book, std::string(kInstitutions), id);
  if (!institution) return std::unexpected(std::move(institution.error()));
  source.institution = std::move(*institution);
  for (const auto& [name, files] : desk.registers().files) {
    const RegisterDefinition* definition = book.definition(name);
    if (definition == nullptr || !definition->designates) continue;
    auto entries = entries_of(desk, book, *definition, id);
    if (!entries) return std::unexpected(std::move(entries.error()));
    source.designations.push_back({definition, std::move(*entries)});
  }
  ProviderHistory history;
  for (const Date day : days_of(source)) {
    ProviderStanding standing = standing_of(source, day);
    if (history.empty() || !says_the_same(history.back(), standing)) history.push_back(std::move(standing));
  }
  return history;
}

}  // namespace

const ProviderStanding& standing_on(const ProviderHistory& history, Date day) {
  const auto after = std::ranges::upper_bound(history, day, {}, &ProviderStanding::from);
  return after == history.begin() ? history.front() : *std::prev(after);
}

Result<bool> ProviderHistories::has_institutions(Desk& desk, Region pool) {
  std::uint64_t turn = 0;
  {
    const std::shared_lock lock(mutex_);
    if (const auto found = has_.find(pool.code()); found != has_.end()) return found->second;
    turn = turn_;
  }
  const auto page =
      desk.store().rows(store::RowQuery{.table = kind_of_register(kInstitutions), .pool = pool.code(), .limit = 1});
  if (!page) return std::unexpected(page.error());
  const std::unique_lock lock(mutex_);
  if (turn == turn_) has_[pool.code()] = !page->rows.empty();
  return !page->rows.empty();
}

Result<ProviderHistories::Kept> ProviderHistories::of(Desk& desk, Region pool, const std::string& id) {
  std::uint64_t turn = 0;
  const Name name{pool.code(), id};
  {
    const std::shared_lock lock(mutex_);
    if (const auto found = kept_.find(name); found != kept_.end()) return found->second;
    turn = turn_;
  }
  auto read = read_history(desk, pool, id);
  if (!read) return std::unexpected(std::move(read.error()));
  auto history = std::make_shared<const ProviderHistory>(std::move(*read));
  constexpr std::size_t most = 50'000;  // of a whole province; numbers that nobody has are kept, too
  const std::unique_lock lock(mutex_);
  if (turn != turn_) return history;
  if (kept_.size() >= most) kept_.clear();
  kept_[name] = history;
  return history;
}

void ProviderHistories::forget() {
  const std::unique_lock lock(mutex_);
  ++turn_;
  has_.clear();
  kept_.clear();
}

}  // namespace yidan::operations
