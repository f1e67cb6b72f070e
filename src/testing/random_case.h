// Cases made from a stream of choices: the same maker serves the properties (seeded) and the fuzzers (bytes).
#pragma once

#include <array>
#include <cstdint>
#include <random>
#include <set>
#include <span>
#include <vector>

#include "calendar/month.h"
#include "facts/case.h"
#include "testing/packs.h"

namespace yidan::testing {

// Where choices come from; when a fuzzer's bytes are used up every choice is the first one.
class Choices {
 public:
  explicit Choices(std::uint64_t seed) : random_(seed), seeded_(true) {}
  explicit Choices(std::span<const std::uint8_t> bytes) : bytes_(bytes) {}

  // One of 0 … count - 1.
  std::size_t pick(std::size_t count) {
    if (seeded_) return static_cast<std::size_t>(random_() % count);
    std::size_t value = 0;
    for (std::size_t width = 1; width < count && !bytes_.empty(); width *= 256) {
      value = value * 256 + bytes_.front();
      bytes_ = bytes_.subspan(1);
    }
    return value % count;
  }
  bool one_in(std::size_t count) { return pick(count) == count - 1; }
  template <class E>
  E word() {
    return static_cast<E>(pick(count_of<E>));
  }
  template <class T, std::size_t N>
  T of(const std::array<T, N>& values) {
    return values[pick(N)];
  }

 private:
  std::mt19937_64 random_;
  bool seeded_ = false;
  std::span<const std::uint8_t> bytes_;
};

// The first and the last days of the rules of the packs, from 2020 on.
inline const std::vector<Date>& days_of_change() {
  static const std::vector<Date> days = [] {
    std::set<Date> found;
    for (const policy::Pool& pool : shipped_policy().pools) {
      for (const policy::Rule& rule : pool.rules) found.insert({rule.period.from, rule.period.to});
    }
    found.erase(found.begin(), found.lower_bound(first_of_year(2020)));
    found.erase(Date::never());
    return std::vector<Date>(found.begin(), found.end());
  }();
  return days;
}

// Days around those on which something changes, where mistakes are, and any day of eight years.
inline Date random_day(Choices& choices) {
  if (choices.one_in(3)) {
    const Date change = days_of_change()[choices.pick(days_of_change().size())];
    return Date::from_days(change.days() + static_cast<std::int32_t>(choices.pick(3)) - 1);
  }
  return Date::from_days(first_of_year(2020).days() + static_cast<std::int32_t>(choices.pick(3000)));
}

inline Period random_period(Choices& choices) {
  const Date from = random_day(choices);
  if (choices.pick(2) == 0) return {from};
  return {from, Date::from_days(from.days() + static_cast<std::int32_t>(1 + choices.pick(899)))};
}

inline Money random_amount(Choices& choices) {
  static const std::array<std::size_t, 5> sizes{100, 100'000, 1'000'000, 20'000'000, 100'000'000};
  return Money::fen(static_cast<std::int64_t>(choices.pick(choices.of(sizes))));
}

inline Person random_person(Choices& choices) {
  Person person;
  person.id = "P";
  const Status status = choices.word<Status>();
  person.coverage.push_back({scheme_of(status), status, {*Date::of(2019, 1, 1)}});
  if (choices.one_in(3)) {
    const Status other = choices.word<Status>();
    person.coverage.push_back({scheme_of(other), other, random_period(choices)});
  }
  if (choices.one_in(6)) person.coverage.front().period = random_period(choices);
  for (std::size_t i = choices.pick(3); i > 0; --i) {
    person.identities.push_back(
        {static_cast<Identity>(1 + choices.pick(count_of<Identity> - 1)), random_period(choices)});
  }
  for (std::size_t i = 0; i < count_of<Disease>; ++i) {
    if (choices.pick(2) == 0) person.diseases.push_back({static_cast<Disease>(i), {*Date::of(2019, 1, 1)}});
  }
  if (choices.one_in(3)) person.stays.push_back({choices.word<StayKind>(), random_period(choices)});
  if (choices.one_in(3)) person.residence.push_back({Place::remote_resident, Region(110000), random_period(choices)});
  person.account_balance = random_amount(choices);
  if (choices.one_in(3))
    person.accounts.push_back({static_cast<AccountOwner>(1 + choices.pick(3)), random_amount(choices)});
  return person;
}

// Of a line or an encounter.
template <class T>
void become_caused(Choices& choices, T& costs) {
  costs.cause = choices.word<Cause>();
  if (traits(costs.cause).is_liability && choices.pick(2) == 0) {
    costs.liability = Rate::ppm(static_cast<std::int32_t>(choices.pick(1'000'001)));
  }
}

inline FeeLine random_line(Choices& choices) {
  FeeLine line;
  line.line_class = choices.word<LineClass>();
  line.price = random_amount(choices);
  if (choices.one_in(12)) become_caused(choices, line);
  if (line.line_class != LineClass::c && choices.one_in(4)) {
    line.over_limit =
        Money::fen(static_cast<std::int64_t>(choices.pick(static_cast<std::size_t>(line.price.in_fen()) + 1)));
  }
  if (line.line_class == LineClass::b)
    line.self_pay_first = Rate::ppm(static_cast<std::int32_t>(choices.pick(1'000'001)));
  if (line.line_class == LineClass::c) line.self_pay_first = kWhole;
  return line;
}

// A bill of one of two stays, over the turn of the year and in the summer after it: all bills of one agree on its
// admission.
inline void become_interim(Choices& choices, Encounter& encounter) {
  const auto which = static_cast<std::int32_t>(choices.pick(2));
  encounter.stay = "S" + std::to_string(which);
  encounter.admitted = Date::from_days(Date::of(2022, 12, 10)->days() + 200 * which);
  encounter.date = Date::from_days(encounter.admitted->days() + static_cast<std::int32_t>(choices.pick(45)));
}

inline Encounter random_encounter(Choices& choices, Region pool, std::size_t number) {
  Encounter encounter;
  encounter.id = "E" + std::to_string(number);
  encounter.care = choices.word<Care>();
  encounter.date = random_day(choices);
  if (is_stay(encounter.care)) {
    encounter.admitted = Date::from_days(encounter.date.days() - static_cast<std::int32_t>(choices.pick(30)));
    if (choices.one_in(3)) become_interim(choices, encounter);
    if (choices.one_in(4) && number > 0) encounter.referred_from = "E" + std::to_string(choices.pick(number));
  }
  if (encounter.care == Care::two_disease) encounter.disease = static_cast<Disease>(choices.pick(2));
  if (encounter.care == Care::chronic) encounter.disease = choices.word<Disease>();
  encounter.place = choices.one_in(3) ? choices.word<Place>() : Place::local;
  if (encounter.place == Place::local) encounter.provider.region = pool;
  if (encounter.place != Place::local) encounter.provider.region = Region(choices.pick(2) == 0 ? 110105 : 370102);
  encounter.provider.level = static_cast<int>(1 + choices.pick(3));
  if (!choices.one_in(8)) encounter.provider.designated.insert(designation_for(encounter.care));
  if (choices.one_in(15)) become_caused(choices, encounter);
  if (choices.one_in(12)) encounter.enterprise_supplement = Money::yuan(static_cast<std::int64_t>(choices.pick(300)));
  encounter.use_account = choices.pick(2) == 0;
  encounter.before_admission = choices.one_in(5);
  encounter.first_contact_referral = choices.one_in(5);
  for (std::size_t i = choices.pick(4); i > 0; --i) encounter.lines.push_back(random_line(choices));
  return encounter;
}

inline Case random_case(Choices& choices, Region pool) {
  Case facts;
  facts.pool = pool;
  facts.person = random_person(choices);
  const std::size_t count = 1 + choices.pick(8);
  for (std::size_t i = 0; i < count; ++i) {
    const Encounter encounter = random_encounter(choices, pool, i);
    facts.entries.push_back({encounter.id, encounter});
  }
  return facts;
}

}  // namespace yidan::testing
