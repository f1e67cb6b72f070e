#include "prove/facts.h"

#include <algorithm>

namespace yidan::prove {
namespace {

constexpr Region kFar{110105};
constexpr std::string_view kPerson = "P1";
constexpr std::string_view kProvider = "H1";

Date long_ago() { return *Date::of(2000, 1, 1); }

// Another city of the pool's province.
Region near(const policy::Pool& pool) {
  const std::int32_t first = pool.region.province() * 10'000 + 100;
  return Region(first == pool.region.code() ? first + 100 : first);
}

void go(const policy::Pool& pool, Whereabouts where, Told& told) {
  Encounter& encounter = told.encounter;
  switch (where) {
    case Whereabouts::local:
      encounter.place = Place::local;
      encounter.provider.region = pool.region;
      return;
    case Whereabouts::temporary:
      encounter.place = Place::remote_temporary;
      encounter.provider.region = kFar;
      return;
    case Whereabouts::referred:
    case Whereabouts::referred_far:
      encounter.place = Place::remote_referred;
      encounter.provider.region = where == Whereabouts::referred ? near(pool) : kFar;
      return;
    case Whereabouts::resident:
    case Whereabouts::resident_far:
      encounter.place = Place::remote_resident;
      encounter.provider.region = where == Whereabouts::resident ? near(pool) : kFar;
      told.person.residence = {{Place::remote_resident, encounter.provider.region, {long_ago()}}};
      return;
  }
}

WordSet<Designation> designations(const policy::Pool& pool, Date day, const Circumstances& circumstances) {
  const Designation own = designation_for(circumstances.care);
  if (circumstances.designated == Designated::for_this) return {own};
  if (circumstances.designated == Designated::for_nothing) return {};
  const policy::Cell* like = pool.reference_of(circumstances.care, circumstances.status, day);
  const Designation paid_as = like == nullptr ? own : designation_for(static_cast<Care>(like->value));
  for (std::size_t i = 0; i < count_of<Designation>; ++i) {
    const auto each = static_cast<Designation>(i);
    if (each != own && each != paid_as) return {each};
  }
  return {};
}

std::vector<RegisteredDisease> registrations(const Facts& facts) {
  std::vector<RegisteredDisease> list;
  for (std::size_t i = 0; i < count_of<Disease>; ++i) {
    const auto disease = static_cast<Disease>(i);
    const bool own = facts.circumstances.disease == disease;
    if (own ? facts.circumstances.registered : facts.details.held != 0) list.push_back({disease, {long_ago()}});
  }
  return list;
}

Encounter of_amount(Encounter encounter, std::size_t number, std::int64_t fen) {
  encounter.id = "E" + std::to_string(number);
  encounter.lines = {{.price = Money::fen(fen)}};
  return encounter;
}

// That of the disease is one of the benefit that pays for its treatment.
policy::CounterId counter_of(const policy::Pool& pool, const Opening& opening, const Facts& facts) {
  if (opening.counter != kOfTheDisease - 1) return static_cast<policy::CounterId>(opening.counter);
  const auto disease = static_cast<std::size_t>(facts.circumstances.disease.value_or(Disease::hypertension));
  const auto pays = std::ranges::find_if(pool.benefits, [&](const policy::Benefit& benefit) {
    return benefit.schemes.contains(scheme_of(facts.circumstances.status)) &&
           benefit.counters.treatment_deductible[disease] != policy::kNoCounter &&
           benefit.treatments.contains(static_cast<Disease>(disease));
  });
  ensure(pays != pool.benefits.end(), "a treatment has a counter of its disease");
  return pays->counters.treatment_deductible[disease];
}

Text whereabouts_of(Whereabouts where) {
  switch (where) {
    case Whereabouts::local:
      return {};
    case Whereabouts::temporary:
      return {std::string(word(Place::remote_temporary).zh), std::string(word(Place::remote_temporary).en)};
    case Whereabouts::referred:
      return {"省内转诊异地就医", "referred elsewhere in the province"};
    case Whereabouts::referred_far:
      return {"跨省转诊异地就医", "referred to another province"};
    case Whereabouts::resident:
      return {"已备案的省内异地长期居住", "living elsewhere in the province, filed"};
    case Whereabouts::resident_far:
      return {"已备案的跨省异地长期居住", "living in another province, filed"};
  }
  return {};
}

}  // namespace

Told told(const policy::Pool& pool, Date day, const Facts& facts) {
  const Circumstances& circumstances = facts.circumstances;
  Told told;
  told.person.id = kPerson;
  told.person.coverage = {{scheme_of(circumstances.status), circumstances.status, {long_ago()}}};
  for (std::size_t i = 1; i < count_of<Identity>; ++i) {
    if (((facts.details.identities >> i) & 1U) != 0)
      told.person.identities.push_back({static_cast<Identity>(i), {long_ago()}});
  }
  for (std::size_t i = 0; i < count_of<StayKind>; ++i) {
    const Period around{Date::from_days(day.days() - 10), Date::from_days(day.days() + 10)};
    if (((circumstances.stays >> i) & 1U) != 0) told.person.stays.push_back({static_cast<StayKind>(i), around});
  }
  told.person.diseases = registrations(facts);
  Encounter& encounter = told.encounter;
  encounter.id = "E1";
  encounter.care = circumstances.care;
  encounter.date = day;
  if (is_stay(circumstances.care)) encounter.admitted = day;
  encounter.disease = circumstances.disease;
  encounter.provider.id = kProvider;
  encounter.provider.level = facts.details.level + 1;
  encounter.provider.designated = designations(pool, day, circumstances);
  go(pool, circumstances.where, told);
  return told;
}

Case case_of(const policy::Pool& pool, Date day, const Facts& facts, const std::vector<std::int64_t>& amounts,
             const std::vector<Opening>& opening, Referred referred) {
  const Told of = told(pool, day, facts);
  Case made;
  made.pool = pool.region;
  made.person = of.person;
  for (const Opening& each : opening) {
    if (each.amount == 0) continue;
    const auto counter = static_cast<std::size_t>(counter_of(pool, each, facts));
    made.opening.push_back({day.year(), pool.counter_names[counter], Money::fen(each.amount)});
  }
  std::size_t number = 0;
  const auto add = [&](const Encounter& encounter) { made.entries.push_back({encounter.id, encounter}); };
  for (std::size_t i = 0; i < facts.details.order; ++i) {
    ++number;
    Encounter earlier = of_amount(of.encounter, number, Money::yuan(100 * static_cast<std::int64_t>(number)).in_fen());
    earlier.lines.front().line_class = LineClass::c;
    earlier.lines.front().self_pay_first = kWhole;
    add(earlier);
  }
  for (const std::int64_t amount : amounts) {
    Encounter bill = of_amount(of.encounter, ++number, amount);
    if (referred == Referred::yes && number > 1) bill.referred_from = made.entries.back().id;
    add(bill);
  }
  return made;
}

Text words_of(const Facts& facts) {
  const Circumstances& circumstances = facts.circumstances;
  Text text{std::string(word(circumstances.status).zh), std::string(word(circumstances.status).en)};
  const auto add = [&text](std::string_view zh, std::string_view en) {
    text.zh += "，" + std::string(zh);
    text.en += ", " + std::string(en);
  };
  for (std::size_t i = 1; i < count_of<Identity>; ++i) {
    const Word& identity = word(static_cast<Identity>(i));
    if (((facts.details.identities >> i) & 1U) != 0) add(identity.zh, identity.en);
  }
  const Word& care = word(circumstances.care);
  if (circumstances.disease) {
    const Word& disease = word(*circumstances.disease);
    add(std::string(care.zh) + "（" + std::string(disease.zh) + "）",
        std::string(care.en) + " (" + std::string(disease.en) + ")");
  } else {
    add(care.zh, care.en);
  }
  if (traits(circumstances.care).has_level) {
    constexpr std::array<std::string_view, 3> zh{"一级及以下机构", "二级机构", "三级机构"};
    add(zh.at(facts.details.level), "level " + std::to_string(facts.details.level + 1));
  }
  constexpr std::array<Text (*)(), 3> orders{
      [] { return Text{"年内首次住院", "first stay of the year"}; },
      [] { return Text{"年内第二次住院", "second stay of the year"}; },
      [] { return Text{"年内第三次及以上住院", "third or later stay of the year"}; }};
  if (is_stay(circumstances.care) || facts.details.order > 0) {
    const Text order = orders.at(facts.details.order)();
    add(order.zh, order.en);
  }
  const Text where = whereabouts_of(circumstances.where);
  if (!where.zh.empty()) add(where.zh, where.en);
  if (facts.details.held != 0) add("登记多个病种", "several diseases are registered");
  return text;
}

}  // namespace yidan::prove
