#include "benefit/kernel/run.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "benefit/settle.h"
#include "testing/encounters.h"
#include "testing/packs.h"
#include "testing/values.h"

namespace yidan::benefit::kernel {
namespace {

using testing::day;

struct Visit {
  Care care;
  std::string_view date;
  int level;
  Place place;
  std::int64_t fen;
  std::optional<Disease> disease;
};

Encounter encounter_of(const Visit& visit, Region region) {
  Encounter encounter;
  encounter.id = visit.date;
  encounter.care = visit.care;
  encounter.date = day(visit.date);
  if (is_stay(visit.care)) encounter.admitted = encounter.date;
  encounter.disease = visit.disease;
  encounter.place = visit.place;
  encounter.provider =
      testing::designated(visit.care, visit.place == Place::local ? region : Region(110105), visit.level);
  encounter.lines = {{.price = Money::fen(visit.fen)}};
  return encounter;
}

// Settles one year of a person on both paths and holds every payment and counter against the other.
void compare(const policy::Pool& pool, const Person& person, const std::vector<Visit>& visits) {
  Past past = opening_past(pool, person, {});
  Plan plan(pool);
  std::vector<Claim> claims;
  std::vector<std::int64_t> expected;
  std::size_t stays = 0;
  for (const Visit& visit : visits) {
    const Encounter encounter = encounter_of(visit, pool.region);
    const Situation situation = situate(pool, person, past, encounter);
    Settled settled = settle(pool, person, past, encounter, Recording::none).value();
    ASSERT_EQ(settled.bill.status, BillStatus::settled) << visit.date;
    const std::size_t order = is_stay(visit.care) ? std::min<std::size_t>(stays++, 2) : 0;
    const std::size_t held = held_ordinal(*settled.bill.layers.begin()->benefit, person, encounter.date);
    claims.push_back({.person = 0, .slot = plan.intern(situation, order, held), .policy_scope = visit.fen});
    expected.push_back(settled.bill.fund_total.in_fen());
    past = std::move(settled.past);
  }
  std::vector<std::int64_t> counters(plan.stride());
  std::vector<std::int64_t> paid(claims.size());
  run(plan, claims, counters, paid);
  EXPECT_EQ(paid, expected);
  const auto& reference = past.year(day(visits.front().date).year(), pool).counters;
  for (std::size_t i = 0; i + 1 < plan.stride(); ++i) {
    const auto id = static_cast<std::size_t>(plan.pool_counter(i));
    EXPECT_EQ(counters[i + 1], reference[id].in_fen()) << pool.counter_names[id];
  }
}

Person covered(Status status, std::initializer_list<Identity> identities = {},
               std::initializer_list<Disease> diseases = {}) {
  Person person = testing::insured(status);
  for (const Identity each : identities) person.identities.push_back({each, {day("2010-01-01")}});
  for (const Disease each : diseases) person.diseases.push_back({each, {day("2010-01-01")}});
  return person;
}

constexpr auto kLocal = Place::local;
constexpr auto kTrip = Place::remote_temporary;

TEST(Kernel, PaysOutpatientCareLikeTheReference) {
  compare(testing::shipped_pool(370600), covered(Status::retired),
          {{Care::outpatient, "2023-01-05", 1, kLocal, 30'033, {}},
           {Care::outpatient, "2023-02-05", 3, kLocal, 45'557, {}},
           {Care::outpatient, "2023-03-05", 2, kTrip, 33'335, {}},
           {Care::outpatient, "2023-04-05", 1, kLocal, 0, {}},
           {Care::outpatient, "2023-05-05", 1, kLocal, 199'999, {}},
           {Care::outpatient, "2023-06-05", 3, kLocal, 1, {}},
           {Care::outpatient, "2023-07-05", 2, kLocal, 500'000, {}},
           {Care::outpatient, "2023-08-05", 1, kLocal, 500'000, {}}});
}

TEST(Kernel, PaysEveryLayerOfANeedyResidentLikeTheReference) {
  compare(testing::shipped_pool(370800), covered(Status::adult, {Identity::minimum_living, Identity::monitored}),
          {{Care::inpatient, "2023-04-05", 3, kLocal, 12'345'677, {}},
           {Care::inpatient, "2023-05-05", 2, kLocal, 5'554'443, {}},
           {Care::inpatient, "2023-06-05", 3, kTrip, 23'456'789, {}},
           {Care::inpatient, "2023-07-05", 1, kLocal, 33, {}},
           {Care::inpatient, "2023-08-05", 3, kLocal, 98'765'432, {}},
           {Care::inpatient, "2023-09-05", 3, kLocal, 98'765'432, {}}});
}

TEST(Kernel, PaysBracketsAboveAThresholdLikeTheReference) {
  compare(testing::shipped_pool(370800), covered(Status::active),
          {{Care::inpatient, "2023-04-05", 3, kLocal, 8'000'000, {}},
           {Care::inpatient, "2023-05-05", 3, kLocal, 40'000'001, {}},
           {Care::inpatient, "2023-06-05", 3, kLocal, 77'777'777, {}}});
}

TEST(Kernel, PaysTwoDiseaseDrugsLikeTheReference) {
  compare(testing::shipped_pool(371700), covered(Status::adult, {}, {Disease::hypertension, Disease::diabetes}),
          {{Care::two_disease, "2023-04-05", 1, kLocal, 12'345, Disease::hypertension},
           {Care::two_disease, "2023-05-05", 1, kLocal, 66'666, Disease::diabetes},
           {Care::two_disease, "2023-06-05", 1, kLocal, 66'666, Disease::diabetes}});
}

TEST(Kernel, SharesTheRoomOfStaysAndChronicCareLikeTheReference) {
  compare(testing::shipped_pool(371300), covered(Status::flexible, {}, {Disease::cirrhosis, Disease::dialysis}),
          {{Care::chronic, "2023-04-05", 2, kLocal, 30'000'000, Disease::cirrhosis},
           {Care::inpatient, "2023-05-05", 3, kLocal, 20'000'000, {}},
           {Care::chronic, "2023-06-05", 2, kLocal, 5'000'000, Disease::dialysis},
           {Care::chronic, "2023-07-05", 3, kLocal, 30'000, Disease::dialysis},
           {Care::chronic, "2023-08-05", 2, kLocal, 99'999, Disease::cirrhosis}});
}

TEST(Kernel, PaysSpecialDrugsLikeTheReference) {
  compare(testing::shipped_pool(370800), covered(Status::adult, {Identity::destitute}),
          {{Care::special_drug, "2023-04-05", 3, kLocal, 2'222'222, {}},
           {Care::special_drug, "2023-05-05", 3, kLocal, 44'444'444, {}}});
}

// No shipped pack has these bases: a copy of a pool is given them.
policy::Pool with_second_layer(policy::BaseRule base) {
  policy::Pool pool = testing::shipped_pool(370800);
  for (policy::Benefit& benefit : pool.benefits) {
    if (benefit.layer == Layer::large_amount) benefit.base = base;
    if (benefit.id == "employee-inpatient")
      benefit.first_self_pay = testing::shipped_pool(370600).benefits.front().first_self_pay;
  }
  return pool;
}

TEST(Kernel, PaysFromEveryBaseLikeTheReference) {
  for (const policy::BaseRule base :
       {policy::BaseRule{policy::BaseKind::above_cap, true, false},
        policy::BaseRule{policy::BaseKind::burden, true, true}, policy::BaseRule{policy::BaseKind::burden, false, true},
        policy::BaseRule{policy::BaseKind::burden, false, false}}) {
    compare(with_second_layer(base), covered(Status::active),
            {{Care::inpatient, "2023-04-05", 3, kLocal, 30'000'000, {}},
             {Care::inpatient, "2023-05-05", 3, kTrip, 40'000'001, {}},
             {Care::inpatient, "2023-06-05", 3, kLocal, 77'777'777, {}}});
  }
}

TEST(Kernel, KeepsPersonsApart) {
  const policy::Pool& pool = testing::shipped_pool(370600);
  const Person person = covered(Status::retired);
  Plan plan(pool);
  const Encounter encounter = encounter_of({Care::outpatient, "2023-01-05", 1, kLocal, 0, {}}, Region(370600));
  const SlotId slot = plan.intern(situate(pool, person, {}, encounter), 0, 0);
  const std::vector<Claim> claims{{.person = 0, .slot = slot, .policy_scope = 60'000},
                                  {.person = 1, .slot = slot, .policy_scope = 60'000},
                                  {.person = 0, .slot = slot, .policy_scope = 60'000}};
  std::vector<std::int64_t> counters(2 * plan.stride());
  std::vector<std::int64_t> paid(3);
  run(plan, claims, counters, paid);
  EXPECT_EQ(paid, (std::vector<std::int64_t>{7'500, 7'500, 45'000}));
}

TEST(Kernel, BearsAStaysDeductibleOnceOverItsBills) {
  const policy::Pool& pool = testing::shipped_pool(370600);
  const Person person = covered(Status::active);
  Plan plan(pool);
  const Encounter encounter = encounter_of({Care::inpatient, "2023-01-05", 3, kLocal, 0, {}}, Region(370600));
  const SlotId slot = plan.intern(situate(pool, person, {}, encounter), 0, 0);
  const std::vector<Claim> claims{{.slot = slot, .policy_scope = 100'000, .stay_absorbed = 0},
                                  {.slot = slot, .policy_scope = 100'000, .stay_absorbed = 60'000},
                                  {.slot = slot, .policy_scope = 100'000, .stay_absorbed = 90'000}};
  std::vector<std::int64_t> counters(plan.stride());
  std::vector<std::int64_t> paid(3);
  run(plan, claims, counters, paid);
  EXPECT_EQ(paid, (std::vector<std::int64_t>{8'000, 56'000, 80'000}));
}

TEST(Kernel, HoldsUpToItsLargestAmount) {
  compare(testing::shipped_pool(370800), covered(Status::active),
          {{Care::inpatient, "2023-04-05", 3, kLocal, kLargestAmount, {}}});
  compare(testing::shipped_pool(370800), covered(Status::adult, {Identity::destitute}),
          {{Care::inpatient, "2023-04-05", 3, kLocal, kLargestAmount, {}}});
}

TEST(Kernel, DoesNothingWithoutClaims) {
  const Plan plan(testing::shipped_pool(370600));
  run(plan, {}, {}, {});
}

TEST(KernelDeathTest, NeedsAPlaceForEveryPayment) {
  const Plan plan(testing::shipped_pool(370600));
  const std::vector<Claim> claims(1);
  std::vector<std::int64_t> counters(plan.stride());
  EXPECT_DEATH(run(plan, claims, counters, {}), "one payment a claim");
}

}  // namespace
}  // namespace yidan::benefit::kernel
