#include "benefit/situation.h"

#include <algorithm>

namespace yidan::benefit {
namespace {

using policy::Dimension;

// A stay known to the fold blocks from admission up to, not including, discharge (B10, reading C06); a visit before
// the admission of that day is released.
WordSet<StayKind> stays_during(const Person& person, const Past& past, const Encounter& encounter) {
  WordSet<StayKind> during;
  const auto holds = [&encounter](const Period& period, StayKind kind) {
    const bool released = encounter.before_admission && kind == StayKind::inpatient && period.from == encounter.date;
    return period.contains(encounter.date) && !released;
  };
  for (const RecordedStay& stay : person.stays) {
    if (holds(stay.period, stay.kind)) during.insert(stay.kind);
  }
  for (const Period& stay : past.stays) {
    if (holds(stay, StayKind::inpatient)) during.insert(StayKind::inpatient);
  }
  return during;
}

// What is filed for that day governs: who lives elsewhere and has not filed it has only the rights of somebody on a
// trip, and a trip to where a residence or a referral is filed is none. A referral that is told needs no filing.
Place place_that_counts(const Person& person, const Encounter& encounter) {
  if (encounter.place == Place::local || encounter.place == Place::remote_referred) return encounter.place;
  if (encounter.place == Place::remote_temporary && !encounter.provider.region.known()) return encounter.place;
  const WordSet<Place> filed = filed_places(person, encounter.provider.region, encounter.date);
  for (const Place place : {Place::remote_resident, Place::remote_referred}) {
    if (filed.contains(place)) return place;
  }
  return Place::remote_temporary;
}

// In the city the designation must be for this care, or for that like which it is paid; elsewhere it is enough to be
// designated there (reading C07).
bool is_designated(const Encounter& encounter, Care paid_as, Place place, const Cover* cover) {
  const WordSet<Designation>& designated = encounter.provider.designated;
  if (place != Place::local) return !designated.empty();
  const auto is_for = [&](Care care) {
    const Designation named = designation_for(care);
    const bool withheld =
        cover != nullptr && encounter.provider.withheld[static_cast<std::size_t>(cover->scheme)].contains(named);
    return designated.contains(named) && !withheld;
  };
  return is_for(encounter.care) || is_for(paid_as);
}

void refer_care(const policy::Pool& pool, Situation& situation) {
  const policy::Cell* like = pool.reference_of(situation.care, situation.cover->status, situation.day);
  if (like == nullptr) return;
  situation.care = static_cast<Care>(like->value);
  situation.by_reference = like->rule;
}

// Care for no particular disease has nothing that could be registered.
bool is_registered(const Person& person, const Encounter& encounter) {
  if (!traits(encounter.care).is_for_a_disease) return true;
  return encounter.disease && diseases_on(person, encounter.date).contains(*encounter.disease);
}

// B12: within the province, and local, referred or filed. An institution of unknown region is taken as within.
bool is_province_by_the_rules(const policy::Pool& pool, const Encounter& encounter, Place place) {
  if (place == Place::remote_temporary) return false;
  const Region region = encounter.provider.region;
  return !region.known() || region.province() == pool.region.province();
}

}  // namespace

RankedIdentities rank_identities(const policy::Pool& pool, const Person& person, Date day) {
  RankedIdentities ranked;
  if (person.identities.empty()) return ranked;  // nearly everybody: no table is asked
  const WordSet<Identity> held = identities_on(person, day);
  std::array<std::int64_t, count_of<Identity>> ranks{};
  for (std::size_t i = 1; i < count_of<Identity>; ++i) {
    if (!held.contains(static_cast<Identity>(i))) continue;
    policy::Key key;
    key.set(Dimension::identity, i);
    // An identity that no table names needs no rank; it comes after those that have one.
    constexpr std::int64_t last = 1000;
    const policy::Cell* rank = pool.rank.find(key, day);
    ranks[i] = rank == nullptr ? last : rank->value;
    ranked.list[ranked.count++] = static_cast<Identity>(i);
  }
  std::ranges::sort(ranked.list.begin(), ranked.list.begin() + ranked.count, {},
                    [&ranks](Identity identity) { return ranks[static_cast<std::size_t>(identity)]; });
  return ranked;
}

Situation situate(const policy::Pool& pool, const Person& person, const Past& past, const Encounter& encounter) {
  Situation situation;
  situation.day = encounter.date;
  situation.cover = cover_on(person, encounter.date);
  situation.care = encounter.care;
  situation.disease = encounter.disease ? &*encounter.disease : nullptr;
  situation.place = place_that_counts(person, encounter);
  situation.place_unfiled = encounter.place == Place::remote_resident && situation.place == Place::remote_temporary;
  situation.designated_for_any = !encounter.provider.designated.empty();
  situation.registered = is_registered(person, encounter);
  situation.province_by_the_rules = is_province_by_the_rules(pool, encounter, situation.place);
  situation.during = stays_during(person, past, encounter);
  situation.held = rank_identities(pool, person, encounter.date);
  situation.key.set(Dimension::level, static_cast<std::size_t>(encounter.provider.level - 1));
  situation.key.set(Dimension::place, static_cast<std::size_t>(situation.place));
  if (situation.disease != nullptr) situation.key.set(Dimension::disease, static_cast<std::size_t>(*situation.disease));
  if (situation.cover != nullptr)
    situation.key.set(Dimension::status, static_cast<std::size_t>(situation.cover->status));
  if (situation.cover != nullptr) refer_care(pool, situation);
  situation.designated = is_designated(encounter, situation.care, situation.place, situation.cover);
  return situation;
}

std::size_t held_ordinal(const policy::Benefit& benefit, const Person& person, Date day) {
  const WordSet<Disease> registered = diseases_on(person, day);
  std::size_t held = 0;
  for (std::size_t i = 0; i < count_of<Disease>; ++i) {
    const auto disease = static_cast<Disease>(i);
    if (benefit.diseases.contains(disease) && registered.contains(disease)) ++held;
  }
  return held >= 2 ? 1 : 0;
}

std::optional<NoBenefit> refusal_of(const policy::Benefit& benefit, const Situation& situation) {
  const policy::Conditions& conditions = benefit.conditions_on(situation.day);
  // In the order of NoBenefit, which is the precedence: of several reasons the person is told the first.
  if (conditions.registered != policy::kNoRule && !situation.registered) return NoBenefit::disease_not_registered;
  if (conditions.not_during != policy::kNoRule && conditions.blocking_stays.intersects(situation.during)) {
    return NoBenefit::during_stay;
  }
  const bool designated = conditions.designated_for_any ? situation.designated_for_any : situation.designated;
  if (conditions.designated != policy::kNoRule && !designated) return NoBenefit::not_designated;
  return std::nullopt;
}

policy::RuleId rule_of_refusal(const policy::Benefit& benefit, NoBenefit refusal, Date day) {
  const policy::Conditions& conditions = benefit.conditions_on(day);
  switch (refusal) {
    case NoBenefit::disease_not_registered:
      return conditions.registered;
    case NoBenefit::during_stay:
      return conditions.not_during;
    case NoBenefit::not_designated:
      return conditions.designated;
    case NoBenefit::no_policy_in_force:
    case NoBenefit::no_rule:
      break;
  }
  return policy::kNoRule;
}

bool has_right(const policy::Benefit& benefit, const Situation& situation) {
  const policy::Conditions& conditions = benefit.conditions_on(situation.day);
  if (conditions.identity != policy::kNoRule) {
    const bool held = std::ranges::any_of(situation.identities(),
                                          [&](Identity identity) { return conditions.identities.contains(identity); });
    if (!held) return false;
  }
  return conditions.province_by_the_rules == policy::kNoRule || situation.province_by_the_rules;
}

}  // namespace yidan::benefit
