// How fast is a bill of three layers: Jining, a resident with the minimum-living allowance, stays and chronic care?
// Contenders: the kernel, the reference path without and with steps. Their payments must agree on every bill.

#include <random>

#include "bench/harness.h"
#include "benefit/kernel/run.h"
#include "benefit/settle.h"
#include "testing/packs.h"

namespace {

using namespace yidan;  // NOLINT

constexpr std::size_t kPersons = 20'000;
constexpr std::size_t kBillsEach = 5;

Person needy_resident() {
  Person person;
  person.id = "370800197001010011";
  person.coverage = {{Scheme::resident, Status::adult, {*Date::of(2020, 1, 1)}}};
  person.identities = {{Identity::minimum_living, {*Date::of(2022, 1, 1)}}};
  person.diseases = {{Disease::dialysis, {*Date::of(2021, 1, 1)}}, {Disease::cirrhosis, {*Date::of(2021, 1, 1)}}};
  return person;
}

Encounter encounter_of(std::size_t number, std::uint64_t dice) {
  Encounter encounter;
  encounter.id = "E";
  const Date first = *Date::of(2023, 1, 10);
  encounter.date = Date::from_days(first.days() + static_cast<std::int32_t>(number) * 60);
  encounter.provider.level = static_cast<int>(1 + dice % 3);
  encounter.provider.region = Region(370800);
  encounter.provider.designated = {Designation::inpatient, Designation::chronic};
  if (number % 2 == 0) {
    encounter.care = Care::inpatient;
    encounter.admitted = Date::from_days(encounter.date.days() - 7);
  } else {
    encounter.care = Care::chronic;
    encounter.disease = (dice >> 4) % 2 == 0 ? Disease::dialysis : Disease::cirrhosis;
  }
  encounter.lines = {
      {.line_class = LineClass::a, .price = Money::fen(static_cast<std::int64_t>(20'000 + (dice >> 8) % 6'000'000))}};
  return encounter;
}

std::vector<Encounter> make_encounters() {
  std::mt19937_64 random(370800);
  std::vector<Encounter> encounters;
  for (std::size_t person = 0; person < kPersons; ++person) {
    for (std::size_t i = 0; i < kBillsEach; ++i) encounters.push_back(encounter_of(i, random()));
  }
  return encounters;
}

std::vector<std::int64_t> settle_all(const policy::Pool& pool, const Person& person,
                                     const std::vector<Encounter>& encounters, benefit::Recording recording) {
  std::vector<std::int64_t> paid;
  paid.reserve(encounters.size());
  benefit::Past past;
  for (std::size_t i = 0; i < encounters.size(); ++i) {
    if (i % kBillsEach == 0) past = {};
    auto settled = benefit::settle(pool, person, std::move(past), encounters[i], recording);
    paid.push_back(settled->bill.fund_total.in_fen());
    past = std::move(settled->past);
  }
  return paid;
}

}  // namespace

int main() {
  const policy::Policy& policy = testing::shipped_policy();
  const policy::Pool& pool = *policy.find(Region(370800));
  const Person person = needy_resident();
  const auto encounters = make_encounters();

  benefit::kernel::Plan plan(pool);
  std::vector<benefit::kernel::Claim> claims;
  std::size_t admissions = 0;
  for (std::size_t i = 0; i < encounters.size(); ++i) {
    if (i % kBillsEach == 0) admissions = 0;
    const auto situation = benefit::situate(pool, person, {}, encounters[i]);
    const std::size_t order = encounters[i].care == Care::inpatient ? std::min<std::size_t>(admissions++, 2) : 0;
    claims.push_back({static_cast<std::uint32_t>(i / kBillsEach), plan.intern(situation, order, 0),
                      encounters[i].lines.front().price.in_fen(), 0});
  }
  std::vector<std::int64_t> counters(plan.stride() * kPersons);
  std::vector<std::int64_t> paid(claims.size());
  benefit::kernel::run(plan, claims, counters, paid);
  const auto reference = settle_all(pool, person, encounters, benefit::Recording::none);
  bench::require(reference == paid, "kernel and reference differ");
  bench::require(settle_all(pool, person, encounters, benefit::Recording::steps) == paid, "steps change an amount");

  bench::compare(
      "three layers, Jining, minimum living, stays and chronic care", static_cast<double>(claims.size()),
      {{"yidan kernel",
        [&] {
          std::ranges::fill(counters, 0);
          benefit::kernel::run(plan, claims, counters, paid);
        }},
       {"yidan reference path, no steps", [&] { settle_all(pool, person, encounters, benefit::Recording::none); }},
       {"yidan reference path, steps as structures",
        [&] { settle_all(pool, person, encounters, benefit::Recording::steps); }}});
  return 0;
}
