#include "standing/employment.h"

#include <gtest/gtest.h>

#include "standing/test_support.h"

namespace yidan::standing {
namespace {

using testing::day;
using testing::employ;
using testing::enrol;
using testing::leave;
using testing::money;
using testing::month;
using testing::pay;
using testing::record_of;
using testing::retire;
using testing::transfer;

// "U1 2023-01-05..2023-03-31 covered 2023-02-01..2023-04-01"
std::string relations(const Employment& employment) {
  std::string text;
  for (const Relation& each : employment.relations()) {
    text += (text.empty() ? "" : "; ") + each.employer + " " + to_line({each.opened, each.ended}) + " covered";
    for (const Period& covered : each.covered) text += " " + to_line(covered);
  }
  return text;
}
// "2023-01 paid, 2023-02 presumed, 2023-03 -"
std::string months(const Employment& employment) {
  std::string text;
  for (const Contribution& each : employment.contributions()) {
    text += (text.empty() ? "" : ", ") + to_text(each.month) +
            (each.presumed ? " presumed"
             : each.paid   ? " paid"
                           : " -");
  }
  return text;
}

// SD20-2.3.1.1-a: first time in the scheme, covered from the month after the first payment.
TEST(Employed, TheFirstTimeAreCoveredFromTheMonthAfterTheFirstPayment) {
  const Under under(kLinyi,
                    record_of("1980-01-01", {employ("2023-01-05", "6000.00"), pay("2023-01-31", "2023-01", "540.00")}),
                    "2023-06-15");
  const Employment employment(under.view);
  EXPECT_EQ(relations(employment), "U1 2023-01-05.. covered 2023-02-01..");
  EXPECT_TRUE(employment.relations()[0].is_first);
}

// The month of leaving is paid and covered to its end; a later relation covers from the day on which it opens.
TEST(Employed, AgainAreCoveredFromTheDayOnWhichTheRelationOpens) {
  const Under under(kLinyi,
                    record_of("1980-01-01", {employ("2023-01-05", "6000.00"), pay("2023-01-31", "2023-01", "540.00"),
                                             leave("2023-03-02"), employ("2023-05-10", "6000.00", "U2"),
                                             pay("2023-05-20", "2023-05", "540.00")}),
                    "2023-06-15");
  const Employment employment(under.view);
  EXPECT_EQ(relations(employment),
            "U1 2023-01-05..2023-03-02 covered 2023-02-01..2023-04-01; U2 2023-05-10.. covered 2023-05-10..");
  EXPECT_FALSE(employment.relations()[1].is_first);
}

TEST(Employed, WhoBroughtMonthsFromElsewhereAreNotNew) {
  const Under under(kLinyi,
                    record_of("1980-01-01", {transfer("2023-01-05", "2020-01", "2020-07"),
                                             employ("2023-01-05", "6000.00"), pay("2023-01-31", "2023-01", "540.00")}),
                    "2023-06-15");
  EXPECT_EQ(relations(Employment(under.view)), "U1 2023-01-05.. covered 2023-01-05..");
}

TEST(Employed, ForWhomNothingIsPaidAreNotCovered) {
  const Under under(kLinyi, record_of("1980-01-01", {employ("2023-01-05", "6000.00")}), "2023-06-15");
  const Employment employment(under.view);
  EXPECT_EQ(relations(employment), "U1 2023-01-05.. covered");
  EXPECT_EQ(employment.relations()[0].cover_from, std::nullopt);
}

// Decision 0014: one payment opens the payments of a relation; with two the record is kept month by month.
TEST(Months, AfterOnePaymentAreTakenAsPaidAndAfterTwoAreNot) {
  const auto paid = [](std::vector<Event> payments) {
    payments.insert(payments.begin(), employ("2023-01-05", "6000.00"));
    const Under under(kLinyi, record_of("1980-01-01", payments), "2023-05-31");
    return months(Employment(under.view));
  };
  EXPECT_EQ(paid({pay("2023-02-20", "2023-02", "540.00")}),
            "2023-01 -, 2023-02 paid, 2023-03 presumed, 2023-04 presumed, 2023-05 presumed");
  EXPECT_EQ(paid({pay("2023-02-20", "2023-02", "540.00"), pay("2023-04-20", "2023-04", "540.00")}),
            "2023-01 -, 2023-02 paid, 2023-03 -, 2023-04 paid, 2023-05 -");
}

// A month that is not paid suspends the cover; the current one, while it is not over, is taken like the one before.
TEST(Months, WithoutPaymentSuspendTheCoverWhenTheyAreOver) {
  const auto covered = [](std::string_view as_of) {
    const Under under(kLinyi,
                      record_of("1980-01-01", {employ("2023-01-05", "6000.00"), pay("2023-01-20", "2023-01", "540.00"),
                                               pay("2023-02-20", "2023-02", "540.00")}),
                      as_of);
    return relations(Employment(under.view));
  };
  EXPECT_EQ(covered("2023-03-30"), "U1 2023-01-05.. covered 2023-02-01..");
  EXPECT_EQ(covered("2023-03-31"), "U1 2023-01-05.. covered 2023-02-01..2023-03-01");
}

TEST(Months, OfRetirementHaveNoContributionThoseOfLeavingHave) {
  const auto listed = [](const Event& end) {
    const Under under(kLinyi, record_of("1960-01-01", {employ("2023-01-05", "6000.00"), end}), "2023-12-31");
    return months(Employment(under.view));
  };
  EXPECT_EQ(listed(leave("2023-03-01")), "2023-01 -, 2023-02 -, 2023-03 -");
  EXPECT_EQ(listed(retire("2023-03-01")), "2023-01 -, 2023-02 -");
}

TEST(Months, OfTwoEmployersAreTheFirstOnes) {
  const Under under(kLinyi,
                    record_of("1980-01-01", {employ("2023-01-05", "6000.00"), employ("2023-02-05", "9000.00", "U2")}),
                    "2023-03-31");
  const Employment employment(under.view);
  EXPECT_EQ(months(employment), "2023-01 -, 2023-02 -, 2023-03 -");
  for (const Contribution& each : employment.contributions()) EXPECT_EQ(each.relation, 0U);
  EXPECT_EQ(warnings(under.standing), "two-employers");
}

TEST(Wages, AreThoseOfTheLastEventWithOneUpToTheMonth) {
  const Under under(kLinyi,
                    record_of("1980-01-01", {employ("2023-01-05", "6000.00"), employ("2023-04-30", "7000.00"),
                                             employ("2023-06-01", "")}),
                    "2023-12-31");
  const Employment employment(under.view);
  ASSERT_EQ(employment.relations().size(), 1U);
  const Relation& relation = employment.relations()[0];
  EXPECT_EQ(relation.wage_in(month("2022-12")), std::nullopt);
  EXPECT_EQ(relation.wage_in(month("2023-03")), money("6000.00"));
  EXPECT_EQ(relation.wage_in(month("2023-04")), money("7000.00"));
  EXPECT_EQ(relation.wage_in(month("2023-07")), money("7000.00"));
}

TEST(Payments, OfAMonthWithoutARelationAreNotUsed) {
  const Under under(kLinyi, record_of("1980-01-01", {pay("2023-01-20", "2023-01", "540.00")}), "2023-12-31");
  EXPECT_TRUE(Employment(under.view).contributions().empty());
  EXPECT_EQ(warnings(under.standing), "pay-without-enrolment");
}

TEST(Leaving, NamesTheEmployerOrEndsTheOldestThatIsOpen) {
  const auto ended = [](const Event& end) {
    const Under under(kLinyi,
                      record_of("1980-01-01", {employ("2023-01-05", "", "U1"), employ("2023-01-06", "", "U2"), end}),
                      "2023-12-31");
    const std::string all = relations(Employment(under.view));
    return all + " | " + (warnings(under.standing).starts_with("leave-without-relation") ? "!" : "");
  };
  EXPECT_EQ(ended(leave("2023-02-01")), "U1 2023-01-05..2023-02-01 covered; U2 2023-01-06.. covered | ");
  EXPECT_EQ(ended(leave("2023-02-01", "U2")), "U1 2023-01-05.. covered; U2 2023-01-06..2023-02-01 covered | ");
  EXPECT_EQ(ended(leave("2023-02-01", "U3")), "U1 2023-01-05.. covered; U2 2023-01-06.. covered | !");
}

TEST(Retirement, EndsEveryRelationOnItsDayAndIsTheFirstAskedFor) {
  const Under under(kLinyi,
                    record_of("1960-01-01", {employ("2023-01-05", ""), retire("2023-03-10"), retire("2023-05-01")}),
                    "2023-12-31");
  const Employment employment(under.view);
  EXPECT_EQ(employment.retired_on(), day("2023-03-10"));
  EXPECT_EQ(employment.granted_on(), std::nullopt);
  EXPECT_EQ(relations(employment), "U1 2023-01-05..2023-03-10 covered");
}

TEST(Retirement, ThatWasGrantedBeforeTheRecordIsEnrolledAsSuch) {
  const Under under(kLinyi, record_of("1950-01-01", {enrol("2022-01-01", Status::retired)}), "2023-12-31");
  const Employment employment(under.view);
  EXPECT_EQ(employment.granted_on(), day("2022-01-01"));
  EXPECT_EQ(employment.retired_on(), day("2022-01-01"));
}

// LY-3.2.1-l: who enjoys retiree benefits pays no more.
TEST(Relations, ThatOpenWhenBenefitsAreEnjoyedAreNone) {
  const Under under(kLinyi, record_of("1950-01-01", {employ("2023-01-05", ""), employ("2023-01-06", "", "U2")}),
                    "2023-12-31");
  EXPECT_EQ(relations(Employment(under.view, day("2023-01-06"))), "U1 2023-01-05.. covered");
}

}  // namespace
}  // namespace yidan::standing
