#include "policy/register_definition.h"

#include <algorithm>

#include "calendar/month.h"
#include "policy/parse/parse_pack.h"

namespace yidan::policy {
namespace {

template <class List>
const auto* named(const List& list, std::string_view asked) {
  const auto found = std::ranges::find(list, asked, [](const auto& each) -> std::string_view { return each.name; });
  return found == list.end() ? nullptr : &*found;
}

// 1970-01-01 was a Thursday.
bool is_weekend(Date day) {
  const int weekday = ((day.days() + 3) % 7 + 7) % 7;  // Monday is 0
  return weekday >= 5;
}

void add_field(RegisterDefinition& whole, const FieldDefinition& added) {
  const auto known = std::ranges::find(whole.fields, added.name, &FieldDefinition::name);
  if (known == whole.fields.end()) {
    whole.fields.push_back(added);
    return;
  }
  known->required |= added.required;
  known->fixed |= added.fixed;
  known->forward |= added.forward;
  known->clauses.insert(known->clauses.end(), added.clauses.begin(), added.clauses.end());
}

void add_move(RegisterDefinition& whole, const EntryMove& added) {
  for (EntryMove& each : whole.moves) {
    if (each.act != added.act || each.to != added.to) continue;
    each.needs.insert(each.needs.end(), added.needs.begin(), added.needs.end());
    if (added.within) each.within = added.within;
    each.clauses.insert(each.clauses.end(), added.clauses.begin(), added.clauses.end());
  }
}

void add(RegisterDefinition& whole, const RegisterDefinition& addition) {
  for (const FieldDefinition& each : addition.fields) add_field(whole, each);
  for (const EntryMove& each : addition.moves) add_move(whole, each);
  whole.checks.insert(whole.checks.end(), addition.checks.begin(), addition.checks.end());
  if (addition.designates) whole.designates = addition.designates;
  whole.clauses.insert(whole.clauses.end(), addition.clauses.begin(), addition.clauses.end());
}

}  // namespace

const NamedWord* FieldDefinition::word(std::string_view code) const {
  const auto found = std::ranges::find(words, code, &NamedWord::code);
  return found == words.end() ? nullptr : &*found;
}

const FieldDefinition* RegisterDefinition::field(std::string_view asked) const { return named(fields, asked); }
const EntryStage* RegisterDefinition::state(std::string_view asked) const { return named(states, asked); }

bool RegisterDefinition::is_final(std::string_view asked) const {
  const EntryStage* found = state(asked);
  return found != nullptr && found->final;
}

Text RegisterDefinition::title_of_state(std::string_view asked) const {
  if (const EntryStage* found = state(asked); found != nullptr) return found->title;
  return {"尚未登记", "not registered"};
}

bool WorkCalendar::is_working(Date day) const {
  if (std::ranges::binary_search(off, day)) return false;
  return !is_weekend(day) || std::ranges::binary_search(worked, day);
}

std::optional<RegisterDefinition> register_in(const Registers& all, std::string_view name, Region pool) {
  const auto found = all.files.find(name);
  if (found == all.files.end()) return std::nullopt;
  std::optional<RegisterDefinition> whole;
  for (const RegisterDefinition& each : found->second) {
    if (!each.region.covers(pool)) continue;
    if (whole) {
      add(*whole, each);
    } else {
      whole = each;
    }
  }
  return whole;
}

Registers read_registers(const Source& source) {
  Problems ignored;
  return std::move(read_packs(source, ignored).registers);
}

Date end_of_limit(const TimeLimit& limit, Date begin, const WorkCalendar& calendar) {
  if (limit.unit == LimitUnit::months) return add_months(begin, limit.count);
  if (limit.unit == LimitUnit::days) return Date::from_days(begin.days() + limit.count);
  if (limit.unit == LimitUnit::hours) {
    constexpr int of_a_day = 24;
    return Date::from_days(begin.days() + (limit.count + of_a_day - 1) / of_a_day);
  }
  Date day = begin;
  for (int left = limit.count; left > 0;) {
    day = Date::from_days(day.days() + 1);
    if (calendar.is_working(day)) --left;
  }
  return day;
}

}  // namespace yidan::policy
