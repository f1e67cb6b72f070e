#include "standing/premium.h"

#include <gtest/gtest.h>

#include "standing/test_support.h"

namespace yidan::standing {
namespace {

using testing::day;
using testing::from;
using testing::identity;
using testing::money;
using testing::record_of;

// Who owes what for an insured year on a day: "person 320.00 treasury 580.00".
std::string owed(std::int32_t region, const std::vector<Event>& identities, int year, std::string_view on,
                 std::string_view born = "1980-01-01", bool newborn = false) {
  const Under under(region, record_of(born, identities), "2025-12-31");
  const Identities held(under.view);
  const Premiums premiums(under.view, held);
  const Charge charge = premiums.charge({year, newborn, newborn}, day(on));
  premiums.add_dues({year, newborn, newborn}, charge, std::nullopt);
  std::string text;
  Money person;
  for (const Due& due : under.standing.dues) {
    text += (text.empty() ? "" : " ") + std::string(code(due.payer)) + " " + to_text(due.amount);
    if (due.payer == Payer::person) person += due.amount;
  }
  EXPECT_EQ(person, charge.individual == nullptr ? Money{} : charge.owed_by_person());
  return text;
}

// Heze 2022: 320 and 580; after 30 June the person owes both (HZ-2.2-c, -d).
TEST(Premium, IsThePersonsAndTheTreasurysUntilTheLastDayOfJune) {
  EXPECT_EQ(owed(kHeze, {}, 2022, "2022-06-30"), "person 320.00 treasury 580.00");
  EXPECT_EQ(owed(kHeze, {}, 2022, "2022-07-01"), "person 320.00 person 580.00");
  EXPECT_EQ(owed(kLinyi, {}, 2022, "2022-07-01"), "person 320.00 treasury 580.00");  // no such rule there
}

TEST(Premium, OfAYearWithoutAStandardIsNothing) { EXPECT_EQ(owed(kHeze, {}, 2019, "2019-03-01"), ""); }

TEST(Premium, OfTheDestituteIsAssistances) {
  EXPECT_EQ(owed(kHeze, {identity("2022-01-01", Identity::destitute, from("2022-01-01"))}, 2022, "2022-03-01"),
            "assistance 320.00 treasury 580.00");
}

// HZ-3.2-b: 96.00; held on the day of the charge, not before and not after.
TEST(Premium, IsSubsidisedOfWhomHoldsTheIdentityOnTheDay) {
  const std::vector<Event> held{identity("2022-01-01", Identity::minimum_living, from("2022-02-01", "2022-03-01"))};
  EXPECT_EQ(owed(kHeze, held, 2022, "2022-01-31"), "person 320.00 treasury 580.00");
  EXPECT_EQ(owed(kHeze, held, 2022, "2022-02-01"), "person 224.00 assistance 96.00 treasury 580.00");
  EXPECT_EQ(owed(kHeze, held, 2022, "2022-02-28"), "person 224.00 assistance 96.00 treasury 580.00");
  EXPECT_EQ(owed(kHeze, held, 2022, "2022-03-01"), "person 320.00 treasury 580.00");
}

// Who is covered at once is not late either.
TEST(Premium, OfTheNeedyIsNotRaisedAfterJune) {
  EXPECT_EQ(owed(kHeze, {identity("2022-01-01", Identity::minimum_living, from("2022-01-01"))}, 2022, "2022-07-01"),
            "person 224.00 assistance 96.00 treasury 580.00");
}

// Born on 2022-03-31: six months to 2022-09-30 (SD20-2.3.1.3-d).
TEST(Premium, OfANewbornIsNotRaisedWithinTheMonthsAllowed) {
  EXPECT_EQ(owed(kHeze, {}, 2022, "2022-09-30", "2022-03-31", true), "person 320.00 treasury 580.00");
  const Under under(kHeze, record_of("2022-03-31", {}), "2022-12-31");
  const Identities none(under.view);
  const Premiums premiums(under.view, none);
  EXPECT_EQ(premiums.newborn_limit(day("2022-05-01")), day("2022-09-30"));
  // By its status alone, not by the year of birth: to the limit and no longer.
  EXPECT_TRUE(premiums.charge({2022, false, true}, day("2022-09-30")).newborn);
  EXPECT_FALSE(premiums.charge({2022, false, true}, day("2022-10-01")).newborn);
}

// Jining, by the day of payment: from 2023-01-01 on 300 of minimum living, the county pays the rest of 350 (JN-3.2-a,
// -b); of the monitored 280, and the county the rest only of who is exempt (JN-3.3-a to -c).
TEST(Premium, OfJiningIsDatedByPaymentAndTheCountyPaysTheRest) {
  const std::vector<Event> low{identity("2022-01-01", Identity::minimum_living, from("2022-01-01"))};
  EXPECT_EQ(owed(kJining, low, 2023, "2022-12-31"), "person 254.00 assistance 96.00 treasury 610.00");
  EXPECT_EQ(owed(kJining, low, 2023, "2023-01-01"), "assistance 300.00 county 50.00 treasury 610.00");
  EXPECT_EQ(owed(kJining, {identity("2022-01-01", Identity::monitored, from("2022-01-01"))}, 2023, "2023-01-01"),
            "person 70.00 assistance 280.00 treasury 610.00");
  EXPECT_EQ(owed(kJining, {identity("2022-01-01", Identity::monitored, from("2022-01-01"), true)}, 2023, "2023-01-01"),
            "assistance 280.00 county 70.00 treasury 610.00");
}

TEST(Premium, IsCitedOnlyWhereEveryFigureIs) {
  const auto cited = [](std::int32_t region, int year, std::string_view on) {
    const Under under(region, record_of("1980-01-01", {}), "2025-12-31");
    const Identities none(under.view);
    const Premiums premiums(under.view, none);
    return premiums.is_cited(premiums.charge({year, false, false}, day(on)));
  };
  EXPECT_TRUE(cited(kHeze, 2022, "2022-03-01"));
  EXPECT_TRUE(cited(kHeze, 2022, "2022-07-01"));   // 580 is Heze's own (HZ-1-b)
  EXPECT_TRUE(cited(kLinyi, 2022, "2022-03-01"));  // the treasury's part does not matter to the person
  EXPECT_FALSE(cited(kHeze, 2023, "2023-03-01"));  // 350 was recalled
  EXPECT_FALSE(cited(kHeze, 2019, "2019-03-01"));  // there is none
}

}  // namespace
}  // namespace yidan::standing
