#include "facts/person.h"

#include <vector>

#include <gtest/gtest.h>

#include "testing/values.h"

namespace yidan {
namespace {

using testing::day;
using testing::from;

TEST(Cover, HoldsFromItsFirstDayUpToItsEnd) {
  Person person;
  person.coverage = {{Scheme::resident, Status::adult, from("2022-01-01", "2023-01-01")}};
  EXPECT_EQ(cover_on(person, day("2021-12-31")), nullptr);
  EXPECT_EQ(cover_on(person, day("2022-01-01")), &person.coverage[0]);
  EXPECT_EQ(cover_on(person, day("2022-12-31")), &person.coverage[0]);
  EXPECT_EQ(cover_on(person, day("2023-01-01")), nullptr);
}

TEST(Cover, OfTheEmployeeSchemeCountsOfTwo) {
  Person person;
  person.coverage = {{Scheme::resident, Status::adult, from("2022-01-01", "2024-01-01")},
                     {Scheme::employee, Status::active, from("2022-07-01", "2023-07-01")}};
  EXPECT_EQ(cover_on(person, day("2022-06-30"))->scheme, Scheme::resident);
  EXPECT_EQ(cover_on(person, day("2022-07-01"))->scheme, Scheme::employee);
  EXPECT_EQ(cover_on(person, day("2023-07-01"))->scheme, Scheme::resident);
  std::swap(person.coverage[0], person.coverage[1]);
  EXPECT_EQ(cover_on(person, day("2022-07-01"))->scheme, Scheme::employee);
  EXPECT_EQ(cover_on(person, day("2024-01-01")), nullptr);
}

TEST(Cover, ThatComesNextIsTheEarliestLaterOne) {
  Person person;
  EXPECT_EQ(next_cover_after(person, day("2023-01-01")), Date::never());
  person.coverage = {{Scheme::resident, Status::adult, from("2024-01-01", "2025-01-01")},
                     {Scheme::employee, Status::active, from("2023-04-15")},
                     {Scheme::resident, Status::adult, from("2022-01-01", "2023-01-01")}};
  EXPECT_EQ(next_cover_after(person, day("2023-01-01")), day("2023-04-15"));
  EXPECT_EQ(next_cover_after(person, day("2023-04-14")), day("2023-04-15"));
  EXPECT_EQ(next_cover_after(person, day("2023-04-15")), day("2024-01-01"));
  EXPECT_EQ(next_cover_after(person, day("2024-01-01")), Date::never());
}

TEST(Cover, WithoutADayNeverBeginsAndNeverEnded) {
  Person person;
  person.coverage = {{Scheme::resident, Status::adult, from("2023-04-01", "2023-04-01")}};
  EXPECT_EQ(cover_on(person, day("2023-04-01")), nullptr);
  EXPECT_EQ(next_cover_after(person, day("2023-01-01")), Date::never());
  EXPECT_FALSE(was_covered_before(person, day("2023-06-01")));
}

TEST(Cover, EndedBeforeADayOrNot) {
  Person person;
  EXPECT_FALSE(was_covered_before(person, day("2023-01-01")));
  person.coverage = {{Scheme::resident, Status::adult, from("2022-01-01", "2023-01-01")}};
  EXPECT_FALSE(was_covered_before(person, day("2021-06-01")));
  EXPECT_FALSE(was_covered_before(person, day("2022-12-31")));
  EXPECT_TRUE(was_covered_before(person, day("2023-01-01")));
  person.coverage = {{Scheme::resident, Status::adult, from("2022-01-01")}};
  EXPECT_FALSE(was_covered_before(person, day("2199-12-31")));
}

TEST(Identities, AreAllThatHoldOnTheDay) {
  Person person;
  person.identities = {{Identity::minimum_living, from("2023-01-01", "2024-01-01")},
                       {Identity::monitored, from("2023-06-01")},
                       {Identity::minimum_living, from("2025-01-01", "2025-02-01")}};
  EXPECT_TRUE(identities_on(person, day("2022-12-31")).empty());
  EXPECT_EQ(identities_on(person, day("2023-01-01")), (WordSet<Identity>{Identity::minimum_living}));
  EXPECT_EQ(identities_on(person, day("2023-06-01")),
            (WordSet<Identity>{Identity::minimum_living, Identity::monitored}));
  EXPECT_EQ(identities_on(person, day("2024-01-01")), (WordSet<Identity>{Identity::monitored}));
  EXPECT_EQ(identities_on(person, day("2025-02-01")), (WordSet<Identity>{Identity::monitored}));
}

TEST(Diseases, AreThoseRegisteredOnTheDay) {
  Person person;
  person.diseases = {{Disease::hypertension, from("2021-05-01")},
                     {Disease::diabetes, from("2022-05-01", "2023-05-01")}};
  EXPECT_TRUE(diseases_on(person, day("2021-04-30")).empty());
  EXPECT_EQ(diseases_on(person, day("2022-05-01")), (WordSet<Disease>{Disease::hypertension, Disease::diabetes}));
  EXPECT_EQ(diseases_on(person, day("2023-05-01")), (WordSet<Disease>{Disease::hypertension}));
}

struct Reach {
  std::int32_t region;
  std::int32_t other;
  bool covered;
};

const std::vector<Reach> kReaches{
    {370000, 370600, true},  {370000, 370602, true},  {370000, 370000, true},  {370000, 110000, false},
    {370600, 370600, true},  {370600, 370602, true},  {370600, 370683, true},  {370600, 370802, false},
    {370600, 370000, false}, {370602, 370602, true},  {370602, 370600, false}, {370602, 370611, false},
    {110000, 110105, true},  {110105, 110000, false},
};

TEST(Region, EndingInZerosCoversTheCodesBelowIt) {
  for (const auto& [region, other, covered] : kReaches) {
    EXPECT_EQ(Region(region).covers(Region(other)), covered) << region << " and " << other;
  }
}

TEST(Region, KnowsItsProvinceAndCity) {
  EXPECT_EQ(Region(370602).province(), 37);
  EXPECT_EQ(Region(370602).city(), 3706);
  EXPECT_FALSE(Region().known());
  EXPECT_TRUE(Region(370602).known());
  EXPECT_EQ(to_text(Region(370602)), "370602");
  EXPECT_EQ(to_text(Region(42)), "000042");
}

TEST(Filing, OfResidenceElsewhereHoldsForItsRegionOnItsDays) {
  Person person;
  person.residence = {{Place::remote_resident, Region(110000), from("2022-01-01", "2023-01-01")},
                      {Place::remote_resident, Region(370800), from("2023-01-01")}};
  EXPECT_TRUE(filed_places(person, Region(110105), day("2022-01-01")).contains(Place::remote_resident));
  EXPECT_TRUE(filed_places(person, Region(110105), day("2022-12-31")).contains(Place::remote_resident));
  EXPECT_FALSE(filed_places(person, Region(110105), day("2023-01-01")).contains(Place::remote_resident));
  EXPECT_FALSE(filed_places(person, Region(110105), day("2021-12-31")).contains(Place::remote_resident));
  EXPECT_FALSE(filed_places(person, Region(370802), day("2022-12-31")).contains(Place::remote_resident));
  EXPECT_TRUE(filed_places(person, Region(370802), day("2023-01-01")).contains(Place::remote_resident));
  EXPECT_FALSE(filed_places(person, Region(370600), day("2023-01-01")).contains(Place::remote_resident));
}

TEST(Filing, CoversAnUnknownRegionButNotWithoutBeingMade) {
  Person person;
  EXPECT_FALSE(filed_places(person, Region(), day("2022-06-01")).contains(Place::remote_resident));
  person.residence = {{Place::remote_resident, Region(110000), from("2022-01-01", "2023-01-01")}};
  EXPECT_TRUE(filed_places(person, Region(), day("2022-06-01")).contains(Place::remote_resident));
  EXPECT_FALSE(filed_places(person, Region(), day("2023-01-01")).contains(Place::remote_resident));
}

TEST(Filing, OfAnotherKindIsNoResidence) {
  Person person;
  person.residence = {{Place::remote_referred, Region(110000), from("2022-01-01")}};
  EXPECT_FALSE(filed_places(person, Region(110105), day("2022-06-01")).contains(Place::remote_resident));
}

}  // namespace
}  // namespace yidan
