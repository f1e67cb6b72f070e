#include "exchange/case_standing.h"

#include <algorithm>

#include "exchange/record_reader.h"
#include "standing/narrate.h"

namespace yidan::exchange {
namespace {

Date last_event(const Record& record) { return record.events.empty() ? record.born : record.events.back().on; }

Date last_day(const Record& record, const Case& facts) {
  if (record.as_of) return *record.as_of;
  Date last = last_event(record);
  for (const CaseEntry& entry : facts.entries) {
    if (entry.encounter) last = std::max(last, entry.encounter->date);
  }
  return last;
}

CoverGap gap_of(const standing::Gap& gap, const policy::Pool& pool) {
  const auto clauses = standing::clauses_of(gap.why, pool);
  return {gap.period,
          gap.reason,
          {clauses.begin(), clauses.end()},
          {standing::narrate(gap.why, Language::zh), standing::narrate(gap.why, Language::en)}};
}

void fill_in(const Record& record, const standing::Standing& standing, const policy::Pool& pool, Person& person) {
  if (!person.born) person.born = record.born;
  if (!person.sex) person.sex = record.sex;
  for (const standing::CoverSpan& span : standing.cover) {
    person.coverage.push_back({span.scheme, span.status, span.period});
  }
  for (const standing::Gap& gap : standing.gaps) person.gaps.push_back(gap_of(gap, pool));
  person.identities = standing.held;
}

}  // namespace

Result<Person> person_on(const policy::Pool& pool, const Case& facts, Date day) {
  Person person = facts.person;
  if (!facts.record) return person;
  auto standing = standing::derive(pool, *facts.record, std::max(day, last_event(*facts.record)));
  if (!standing) return std::unexpected(std::move(standing.error()));
  fill_in(*facts.record, *standing, pool, person);
  return person;
}

Result<Case> with_standing(const policy::Pool& pool, Case facts) {
  if (!facts.record) return facts;
  auto standing = standing::derive(pool, *facts.record, last_day(*facts.record, facts));
  if (!standing) return std::unexpected(std::move(standing.error()));
  fill_in(*facts.record, *standing, pool, facts.person);
  return facts;
}

}  // namespace yidan::exchange
