#include "facts/person.h"

#include <algorithm>

namespace yidan {

const Cover* cover_on(const Person& person, Date day) {
  const Cover* found = nullptr;
  for (const Cover& cover : person.coverage) {
    if (!cover.period.contains(day)) continue;
    if (cover.scheme == Scheme::employee) return &cover;
    if (found == nullptr) found = &cover;
  }
  return found;
}

const CoverGap* gap_on(const Person& person, Date day) {
  const auto found = std::ranges::find_if(person.gaps, [day](const CoverGap& gap) { return gap.period.contains(day); });
  return found == person.gaps.end() ? nullptr : &*found;
}

Date next_cover_after(const Person& person, Date day) {
  Date first = Date::never();
  for (const Cover& cover : person.coverage) {
    if (cover.period.from > day && cover.period.from < cover.period.to) first = std::min(first, cover.period.from);
  }
  return first;
}

bool was_covered_before(const Person& person, Date day) {
  return std::ranges::any_of(person.coverage, [day](const Cover& cover) {
    return cover.period.to <= day && cover.period.from < cover.period.to;
  });
}

WordSet<Identity> identities_on(const Person& person, Date day) {
  WordSet<Identity> held;
  for (const HeldIdentity& each : person.identities) {
    if (each.period.contains(day)) held.insert(each.identity);
  }
  return held;
}

WordSet<Disease> diseases_on(const Person& person, Date day) {
  WordSet<Disease> registered;
  for (const RegisteredDisease& each : person.diseases) {
    if (each.period.contains(day)) registered.insert(each.disease);
  }
  return registered;
}

WordSet<Place> filed_places(const Person& person, Region region, Date day) {
  WordSet<Place> filed;
  for (const Filing& filing : person.residence) {
    const bool counts = filing.answer == FilingAnswer::granted && filing.period.contains(day);
    if (counts && (!region.known() || filing.region.covers(region))) filed.insert(filing.place);
  }
  return filed;
}

}  // namespace yidan
