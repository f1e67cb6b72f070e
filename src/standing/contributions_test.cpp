#include "standing/contributions.h"

#include <gtest/gtest.h>

#include "standing/test_support.h"

namespace yidan::standing {
namespace {

using testing::employ;
using testing::money;
using testing::month;
using testing::pay;
using testing::rate;
using testing::record_of;

std::string assessed(const Under& under) {
  assess_contributions(under.view, Employment(under.view));
  return dues(under.standing) + " | " + warnings(under.standing);
}

TEST(Base, IsExactUntilAShareOfItIsRounded) {
  EXPECT_EQ(Base::of_wage(money("6000.00")).share(rate("7%")), money("420.00"));
  EXPECT_EQ(Base::of_wage(money("0.25")).share(rate("2%")), money("0.01"));  // half a fen up
  EXPECT_EQ(Base::of_wage(money("0.24")).share(rate("2%")), money("0.00"));
  // 79,597.00 × 60 % / 12 = 3,979.85; 74,906.00 × 60 % / 12 = 3,745.30; a twelfth is not rounded before the share.
  EXPECT_EQ(Base::of_yearly(money("79597.00"), rate("60%")).rounded(), money("3979.85"));
  EXPECT_EQ(Base::of_yearly(money("100.00"), rate("100%")).rounded(), money("8.33"));
  EXPECT_EQ(Base::of_yearly(money("100.00"), rate("100%")).share(rate("60%")), money("5.00"));
}

TEST(Base, ThatDoesNotFitIsAnError) {
  EXPECT_THROW((void)Base::of_yearly(money("92233720368547758.07"), Rate::percent(2000)).share(kWhole), Overflow);
  EXPECT_EQ(Base::of_wage(money("92233720368547758.07")).rounded(), money("92233720368547758.07"));
}

// Linyi 2023: the average wage 84,831.00; floor 60 % = 4,241.55, ceiling 300 % = 21,207.75 a month (LY-3.2.1-j, -k).
TEST(Wage, IsHeldBetweenFloorAndCeiling) {
  const policy::PeopleRules& rules = testing::shipped_pool(kLinyi).people;
  const auto base = [&](std::string_view wage) { return clamp_wage(rules, money(wage), month("2023-01")); };
  EXPECT_EQ(base("4241.54").base.rounded(), money("4241.55"));
  EXPECT_NE(base("4241.54").bound, nullptr);
  EXPECT_EQ(base("4241.55").bound, nullptr);
  EXPECT_EQ(base("21207.75").bound, nullptr);
  EXPECT_EQ(base("21207.76").base.rounded(), money("21207.75"));
  EXPECT_NE(base("21207.76").bound, nullptr);
  // Before the first average wage nothing binds.
  EXPECT_EQ(clamp_wage(rules, money("1.00"), month("2018-12")).base.rounded(), money("1.00"));
}

// Linyi: enterprises 7 %, institutions 6.2 %, the person 2 % (LY-3.2.1-c to -e); the month of the as-of day counts.
TEST(Contributions, AreTheEmployersAndThePersonsByKind) {
  EXPECT_EQ(assessed(Under(kLinyi, record_of("1980-01-01", {employ("2023-01-05", "6000.00")}), "2023-02-01")),
            "2023-01 employer employer 420.00; 2023-01 individual person 120.00; "
            "2023-02 employer employer 420.00; 2023-02 individual person 120.00 | ");
  EXPECT_EQ(assessed(Under(kLinyi,
                           record_of("1980-01-01", {employ("2023-01-05", "6000.00", "U1", EmployerKind::institution)}),
                           "2023-01-31")),
            "2023-01 employer employer 372.00; 2023-01 individual person 120.00 | ");
}

// Yantai: 6.3 % until the end of 2023, 7 % from 2024 on (YT-2.1.5-a, -b), of the whole average wage: 84,831.00 / 12 ×
// 6.3 % = 445.36275, 88,313.00 / 12 × 7 % = 515.159166….
TEST(Contributions, OfTheFlexiblyEmployedAreTheirOwn) {
  EXPECT_EQ(assessed(Under(kYantai, record_of("1980-01-01", {employ("2023-12-05", "", "", EmployerKind::flexible)}),
                           "2024-01-31")),
            "2023-12 individual person 445.36; 2024-01 individual person 515.16 | ");
}

TEST(Contributions, WithoutAWageAreNotReckonedAndOnceWarnedOf) {
  EXPECT_EQ(assessed(Under(kLinyi, record_of("1980-01-01", {employ("2023-01-05", "")}), "2023-03-31")), " | no-wage");
}

TEST(Contributions, OfWhomTheUnitPaysSeparatelyAreNotReckoned) {
  Event event = employ("2023-01-05", "6000.00");
  std::get<EmployEvent>(event.what).person_kind = PersonKind::veteran_cadre;
  EXPECT_EQ(assessed(Under(kLinyi, record_of("1930-01-01", {event}), "2023-02-28")), " | separate-contribution");
}

// 540.00 are owed in Linyi, where every figure is cited.
TEST(Contributions, PaidTooLittleOrTooMuchAreWarnedOf) {
  const auto paid = [](std::string_view amount) {
    return assessed(
        Under(kLinyi, record_of("1980-01-01", {employ("2023-01-05", "6000.00"), pay("2023-01-20", "2023-01", amount)}),
              "2023-01-31"));
  };
  const std::string owed = "2023-01 employer employer 420.00; 2023-01 individual person 120.00 | ";
  EXPECT_EQ(paid("540.00"), owed);
  EXPECT_EQ(paid("539.99"), owed + "pay-short");
  EXPECT_EQ(paid("540.01"), owed + "pay-over");
}

// In Heze the employer's rate is assumed: too little buys nothing all the same (P7), too much is held against nobody.
TEST(Contributions, OfAnAssumedRateAreOwedInFullAndNotRefunded) {
  const auto paid = [](std::string_view amount) {
    const Under under(kHeze,
                      record_of("1980-01-01", {employ("2023-01-05", "6000.00"), pay("2023-01-20", "2023-01", amount)}),
                      "2023-01-31");
    return assessed(under);
  };
  const std::string owed = "2023-01 employer employer 420.00; 2023-01 individual person 120.00 | ";
  EXPECT_EQ(paid("1.00"), owed + "pay-short");
  EXPECT_EQ(paid("541.00"), owed);
}

// The person's part is reached first, the employer's by what is left.
TEST(Contributions, ArePaidPartByPart) {
  const auto paid = [](std::string_view amount) {
    const Under under(kLinyi,
                      record_of("1980-01-01", {employ("2023-01-05", "6000.00"), pay("2023-01-20", "2023-01", amount)}),
                      "2023-01-31");
    (void)assessed(under);
    std::string text;
    for (const Due& due : under.standing.dues)
      text += std::string(code(due.payer)) + (due.paid_on ? " paid; " : " open; ");
    return text;
  };
  EXPECT_EQ(paid("119.99"), "employer open; person open; ");
  EXPECT_EQ(paid("120.00"), "employer open; person paid; ");
  EXPECT_EQ(paid("540.00"), "employer paid; person paid; ");
}

}  // namespace
}  // namespace yidan::standing
