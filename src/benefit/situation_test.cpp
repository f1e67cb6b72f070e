#include "benefit/situation.h"

#include <gtest/gtest.h>

#include "policy/period.h"
#include "testing/encounters.h"
#include "testing/values.h"

namespace yidan::benefit {
namespace {

using policy::Benefit;
using policy::Cell;
using policy::Dimension;
using policy::kNoRule;

using testing::day;
using testing::retired;
using testing::visit;

// A pool of Yantai in which the later identity of the enum ranks first.
policy::Pool pool_with_ranks() {
  policy::Pool pool;
  pool.region = Region(370600);
  std::vector<Cell> ranks(count_of<Identity>);
  for (std::size_t i = 1; i < ranks.size(); ++i) {
    ranks[i] = {static_cast<std::int64_t>(ranks.size() - i), 0, Cell::Kind::word};
  }
  pool.rank = policy::Table({Dimension::identity}, {day("2020-01-01")}, ranks);
  return pool;
}

Situation situate(const Person& person, const Encounter& encounter, const Past& past = {}) {
  return benefit::situate(pool_with_ranks(), person, past, encounter);
}

TEST(Situation, IsTheKeyOfTheBill) {
  Encounter encounter = visit();
  encounter.disease = Disease::cirrhosis;
  const Person person = retired();
  const Situation situation = situate(person, encounter);
  EXPECT_EQ(situation.day, day("2023-03-05"));
  EXPECT_EQ(situation.cover->status, Status::retired);
  EXPECT_EQ(situation.key[Dimension::level], 1U);
  EXPECT_EQ(situation.key[Dimension::status], static_cast<std::size_t>(Status::retired));
  EXPECT_EQ(situation.key[Dimension::place], static_cast<std::size_t>(Place::local));
  EXPECT_EQ(situation.key[Dimension::disease], static_cast<std::size_t>(Disease::cirrhosis));
  EXPECT_TRUE(situation.identities().empty());
}

TEST(Situation, HasNoCoverBeforeItBegins) {
  EXPECT_EQ(situate(retired(), visit("2009-12-31")).cover, nullptr);
  EXPECT_NE(situate(retired(), visit("2010-01-01")).cover, nullptr);
}

TEST(Identities, ComeInTheOrderOfThePacksRanks) {
  Person person = retired();
  for (const Identity held : {Identity::destitute, Identity::monitored, Identity::minimum_living}) {
    person.identities.push_back({held, {day("2023-01-01"), day("2024-01-01")}});
  }
  const Situation situation = situate(person, visit());
  EXPECT_EQ((std::vector<Identity>{situation.identities().begin(), situation.identities().end()}),
            (std::vector<Identity>{Identity::monitored, Identity::minimum_living, Identity::destitute}));
  EXPECT_TRUE(situate(person, visit("2024-01-01")).identities().empty());
}

TEST(Identities, AreHeldAlsoWithoutARank) {
  Person person = retired();
  person.identities = {{Identity::destitute, {day("2010-01-01")}}};
  const Situation situation = situate(person, visit("2019-01-01"));
  ASSERT_EQ(situation.identities().size(), 1U);
}

TEST(Designation, InTheCityIsForThisCare) {
  Encounter encounter = visit();
  EXPECT_TRUE(situate(retired(), encounter).designated);
  encounter.care = Care::inpatient;
  EXPECT_FALSE(situate(retired(), encounter).designated);
  encounter.provider.designated = {};
  EXPECT_FALSE(situate(retired(), encounter).designated);
}

TEST(Designation, ElsewhereIsForAnyCare) {
  Encounter encounter = visit();
  encounter.place = Place::remote_temporary;
  encounter.provider.region = Region(110105);
  encounter.provider.designated = {Designation::inpatient};
  EXPECT_TRUE(situate(retired(), encounter).designated);
  encounter.provider.designated = {};
  EXPECT_FALSE(situate(retired(), encounter).designated);
}

TEST(Place, OfAnUnfiledResidenceIsATemporaryTrip) {
  Person person = retired();
  Encounter encounter = visit();
  encounter.place = Place::remote_resident;
  encounter.provider.region = Region(110105);
  EXPECT_EQ(situate(person, encounter).place, Place::remote_temporary);
  EXPECT_TRUE(situate(person, encounter).place_unfiled);
  person.residence = {{Place::remote_resident, Region(110000), {day("2022-01-01")}}};
  EXPECT_EQ(situate(person, encounter).place, Place::remote_resident);
  EXPECT_FALSE(situate(person, encounter).place_unfiled);
  encounter.provider.region = Region(310101);
  EXPECT_EQ(situate(person, encounter).place, Place::remote_temporary);
}

TEST(Place, OfATripToWhereCareIsFiledIsWhatIsFiled) {
  Person person = retired();
  Encounter encounter = visit();
  encounter.place = Place::remote_temporary;
  encounter.provider.region = Region(110105);
  const auto counted = [&] { return situate(person, encounter).place; };
  person.residence = {{Place::remote_temporary, Region(110000), {day("2022-01-01")}}};
  EXPECT_EQ(counted(), Place::remote_temporary);
  person.residence.push_back({Place::remote_referred, Region(110000), {day("2022-01-01")}});
  EXPECT_EQ(counted(), Place::remote_referred);
  person.residence.push_back({Place::remote_resident, Region(110000), {day("2022-01-01")}});
  EXPECT_EQ(counted(), Place::remote_resident);
  EXPECT_FALSE(situate(person, encounter).place_unfiled);
  encounter.provider.region = Region();  // nobody knows whether it is filed
  EXPECT_EQ(counted(), Place::remote_temporary);
}

TEST(Place, FollowsNoFilingThatIsNotGranted) {
  Person person = retired();
  Encounter encounter = visit();
  encounter.place = Place::remote_resident;
  encounter.provider.region = Region(110105);
  for (const FilingAnswer answer : {FilingAnswer::pending, FilingAnswer::refused}) {
    person.residence = {{.region = Region(110000), .period = {day("2022-01-01")}, .answer = answer}};
    EXPECT_EQ(situate(person, encounter).place, Place::remote_temporary) << code(answer);
  }
}

TEST(Designation, MayBeWithheldFromWhatASchemePays) {
  Encounter encounter = visit();
  encounter.provider.withheld[static_cast<std::size_t>(Scheme::employee)].insert(Designation::outpatient);
  EXPECT_FALSE(situate(retired(), encounter).designated);
  EXPECT_TRUE(situate(retired(), encounter).designated_for_any);
  encounter.provider.withheld = {};
  encounter.provider.withheld[static_cast<std::size_t>(Scheme::resident)].insert(Designation::outpatient);
  EXPECT_TRUE(situate(retired(), encounter).designated);
}

struct Trip {
  Place place;
  std::int32_t region;
  bool by_the_rules;
};

// B12, E11.
const std::vector<Trip> kTrips{
    {Place::local, 370602, true},           {Place::local, 0, true},
    {Place::remote_referred, 370100, true}, {Place::remote_referred, 110105, false},
    {Place::remote_referred, 0, true},      {Place::remote_temporary, 370200, false},
    {Place::remote_resident, 370100, true}, {Place::remote_resident, 110105, false},
};

TEST(Province, IsByTheRulesUnlessOnATemporaryTrip) {
  Person person = retired();
  person.residence = {{Place::remote_resident, Region(370100), {day("2022-01-01")}},
                      {Place::remote_resident, Region(110000), {day("2022-01-01")}}};
  for (const Trip& trip : kTrips) {
    Encounter encounter = visit();
    encounter.place = trip.place;
    encounter.provider.region = Region(trip.region);
    EXPECT_EQ(situate(person, encounter).province_by_the_rules, trip.by_the_rules)
        << code(trip.place) << " " << trip.region;
  }
}

TEST(Registration, IsAskedOfChronicAndTwoDiseaseCareAlone) {
  Person person = retired();
  person.diseases = {{Disease::hypertension, {day("2022-01-01"), day("2024-01-01")}}};
  Encounter encounter = visit();
  EXPECT_TRUE(situate(person, encounter).registered);
  for (const Care care : {Care::chronic, Care::two_disease}) {
    encounter.care = care;
    encounter.disease = Disease::hypertension;
    encounter.date = day("2023-03-05");
    EXPECT_TRUE(situate(person, encounter).registered) << code(care);
    encounter.date = day("2024-01-01");
    EXPECT_FALSE(situate(person, encounter).registered) << code(care);
    encounter.date = day("2023-03-05");
    encounter.disease = Disease::diabetes;
    EXPECT_FALSE(situate(person, encounter).registered) << code(care);
    encounter.disease = std::nullopt;
    EXPECT_FALSE(situate(person, encounter).registered) << code(care);
  }
}

// C06: from admission up to, not including, discharge.
TEST(Stay, BlocksFromAdmissionUpToDischarge) {
  Person person = retired();
  person.stays = {{StayKind::ltc_special_care, {day("2023-06-01"), day("2023-07-01")}}};
  Past past;
  past.stays = {{day("2023-03-05"), day("2023-03-10")}};
  EXPECT_TRUE(situate(person, visit("2023-03-04"), past).during.empty());
  EXPECT_EQ(situate(person, visit("2023-03-05"), past).during, (WordSet<StayKind>{StayKind::inpatient}));
  EXPECT_EQ(situate(person, visit("2023-03-09"), past).during, (WordSet<StayKind>{StayKind::inpatient}));
  EXPECT_TRUE(situate(person, visit("2023-03-10"), past).during.empty());
  EXPECT_EQ(situate(person, visit("2023-06-30"), past).during, (WordSet<StayKind>{StayKind::ltc_special_care}));
  EXPECT_TRUE(situate(person, visit("2023-07-01"), past).during.empty());
}

TEST(Stay, ReleasesAVisitBeforeTheAdmissionOfTheDay) {
  Past past;
  past.stays = {{day("2023-03-05"), day("2023-03-10")}};
  Person person = retired();
  person.stays = {{StayKind::ltc_special_care, {day("2023-06-01"), day("2023-07-01")}}};
  Encounter before = visit("2023-03-05");
  before.before_admission = true;
  EXPECT_TRUE(situate(person, before, past).during.empty());
  before.date = day("2023-03-06");
  EXPECT_FALSE(situate(person, before, past).during.empty());
  before.date = day("2023-06-01");
  EXPECT_FALSE(situate(person, before, past).during.empty());
}

TEST(Held, CountsTheRegisteredDiseasesOfTheBenefit) {
  Benefit benefit;
  benefit.diseases = {Disease::hypertension, Disease::diabetes};
  Person person;
  EXPECT_EQ(held_ordinal(benefit, person, day("2023-03-05")), 0U);
  person.diseases = {{Disease::hypertension, {day("2022-01-01")}}, {Disease::cirrhosis, {day("2022-01-01")}}};
  EXPECT_EQ(held_ordinal(benefit, person, day("2023-03-05")), 0U);
  person.diseases.push_back({Disease::diabetes, {day("2023-03-05")}});
  EXPECT_EQ(held_ordinal(benefit, person, day("2023-03-04")), 0U);
  EXPECT_EQ(held_ordinal(benefit, person, day("2023-03-05")), 1U);
}

TEST(Refusal, IsTheFirstOfTheDeclaredPrecedence) {
  Benefit benefit;
  benefit.conditions = {{policy::kEveryDay,
                         {.designated = 1, .registered = 2, .not_during = 3, .blocking_stays = {StayKind::inpatient}}}};
  Situation situation;
  situation.during = {StayKind::inpatient};
  EXPECT_EQ(refusal_of(benefit, situation), NoBenefit::disease_not_registered);
  situation.registered = true;
  EXPECT_EQ(refusal_of(benefit, situation), NoBenefit::during_stay);
  situation.during = {StayKind::ltc_visiting_care};
  EXPECT_EQ(refusal_of(benefit, situation), NoBenefit::not_designated);
  situation.designated = true;
  EXPECT_FALSE(refusal_of(benefit, situation));
  EXPECT_FALSE(refusal_of(Benefit{}, Situation{}));
}

TEST(Refusal, HasTheRuleOfItsCondition) {
  Benefit benefit;
  benefit.conditions = {{policy::kEveryDay, {.designated = 1, .registered = 2, .not_during = 3}}};
  EXPECT_EQ(rule_of_refusal(benefit, NoBenefit::not_designated, {}), 1);
  EXPECT_EQ(rule_of_refusal(benefit, NoBenefit::disease_not_registered, {}), 2);
  EXPECT_EQ(rule_of_refusal(benefit, NoBenefit::during_stay, {}), 3);
  EXPECT_EQ(rule_of_refusal(benefit, NoBenefit::no_rule, {}), kNoRule);
  EXPECT_EQ(rule_of_refusal(benefit, NoBenefit::no_policy_in_force, {}), kNoRule);
}

TEST(Right, NeedsTheIdentityAndTheProvinceThatAreAsked) {
  Benefit benefit;
  Situation situation;
  EXPECT_TRUE(has_right(benefit, situation));
  benefit.conditions = {
      {policy::kEveryDay, {.identity = 1, .identities = {Identity::monitored}, .province_by_the_rules = 2}}};
  EXPECT_FALSE(has_right(benefit, situation));
  situation.held.list = {Identity::destitute, Identity::monitored};
  situation.held.count = 1;
  situation.province_by_the_rules = true;
  EXPECT_FALSE(has_right(benefit, situation));
  situation.held.count = 2;
  EXPECT_TRUE(has_right(benefit, situation));
  situation.province_by_the_rules = false;
  EXPECT_FALSE(has_right(benefit, situation));
}

TEST(ReAssistance, AccumulatesEveryAssistedBill) {
  Benefit benefit;
  benefit.layer = Layer::re_assistance;
  benefit.counters.base = 0;
  EXPECT_TRUE(only_accumulates(benefit, {Layer::assistance}));
  EXPECT_FALSE(only_accumulates(benefit, {Layer::basic}));
  benefit.layer = Layer::assistance;
  EXPECT_FALSE(only_accumulates(benefit, {Layer::assistance}));
  benefit.layer = Layer::re_assistance;
  benefit.counters.base = policy::kNoCounter;
  EXPECT_FALSE(only_accumulates(benefit, {Layer::assistance}));
}

}  // namespace
}  // namespace yidan::benefit
