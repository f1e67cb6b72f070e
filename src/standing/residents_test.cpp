#include "standing/residents.h"

#include <gtest/gtest.h>

#include "policy/load.h"
#include "standing/narrate.h"
#include "standing/test_support.h"
#include "testing/packs.h"

namespace yidan::standing {
namespace {

using testing::employ;
using testing::enrol;
using testing::from;
using testing::identity;
using testing::leave;
using testing::pay;
using testing::record_of;

// Of each insured year its status, the day on which it is paid and that from which it covers:
// "2022 adult paid 2022-03-15 covered 2022-04-15 waiting | pay-short".
std::string years(std::int32_t region, const Record& record, std::string_view as_of) {
  const Under under(region, record, as_of);
  const Identities identities(under.view);
  const Employment employment(under.view);
  count_years(under.view, employment);
  const Residents residents(under.view, identities, employment);
  std::string text;
  for (const InsuredYear& year : residents.years()) {
    text += (text.empty() ? "" : "; ") + std::to_string(year.year) + " " + std::string(code(year.status));
    if (year.paid_on) text += " paid " + to_text(*year.paid_on);
    if (year.cover_from) text += " covered " + to_text(*year.cover_from);
    if (year.waits) text += " waiting";
  }
  return text + " | " + warnings(under.standing);
}

std::string paid(std::int32_t region, std::string_view on, std::string_view amount, std::vector<Event> more = {}) {
  more.push_back(enrol("2021-11-03", Status::adult, 2022));
  more.push_back(pay(on, 2022, amount));
  return years(region, record_of("1990-01-01", more), "2022-12-31");
}

// HZ-2.2-a: Heze's window of 2022 is open from 1 October 2021 to the end of February; who pays later waits a month
// (HZ-2.2-e), and after June owes the treasury's part (HZ-2.2-d).
TEST(Residents, PayWithinTheWindowOrWait) {
  EXPECT_EQ(paid(kHeze, "2022-02-28", "320.00"), "2022 adult paid 2022-02-28 covered 2022-02-28 | ");
  EXPECT_EQ(paid(kHeze, "2022-03-01", "320.00"), "2022 adult paid 2022-03-01 covered 2022-04-01 waiting | ");
  EXPECT_EQ(paid(kHeze, "2022-06-30", "320.00"), "2022 adult paid 2022-06-30 covered 2022-07-30 waiting | ");
  EXPECT_EQ(paid(kHeze, "2022-07-01", "900.00"), "2022 adult paid 2022-07-01 covered 2022-08-01 waiting | ");
  EXPECT_EQ(paid(kHeze, "2022-07-01", "320.00"), "2022 adult | pay-short");
  EXPECT_EQ(paid(kHeze, "2022-12-15", "900.00"), "2022 adult paid 2022-12-15 waiting | ");  // from 15 January: too late
}

// An order that prolongs a window moves its last day, and with it the rules on who comes late.
TEST(Residents, HZ_2_2_b_PayWithinAProlongedWindow) {
  policy::Source packs = testing::shipped_packs();
  packs.files["371700-heze/resident/window-extension.yaml"] = R"(title: {zh: 集中缴费期延长至, en: Prolonged to}
unit: date
by: []
values:
  - {from: 2022-01-01, until: 2023-01-01, value: "2022-03-15", clauses: [HZ-2.2-b], basis: cited}
)";
  const auto policy = policy::load_policy(packs);
  ASSERT_TRUE(policy);
  const auto cover = [&policy](std::string_view on) {
    Record record = record_of("1990-01-01", {enrol("2021-11-03", Status::adult, 2022), pay(on, 2022, "320.00")});
    record.pool = Region(kHeze);
    const Standing standing = derive(*policy->find(Region(kHeze)), record, testing::day("2022-12-31")).value();
    return standing.cover.empty() ? "none" : to_text(standing.cover.front().period.from);
  };
  EXPECT_EQ(cover("2022-03-10"), "2022-03-10");
  EXPECT_EQ(cover("2022-03-15"), "2022-03-15");
  EXPECT_EQ(cover("2022-03-16"), "2022-04-16");
}

// What is missing is reckoned on the day on which the year is charged, as the dues are: after June with both parts.
TEST(Residents, WhoPaidTooLittleAreToldWhatIsOwedNow) {
  const auto told = [](std::string_view as_of) {
    Record record =
        record_of("1990-01-01", {enrol("2021-11-03", Status::adult, 2022), pay("2022-03-10", 2022, "100.00")});
    record.pool = Region(kHeze);
    const Standing standing = derive(testing::shipped_pool(kHeze), record, testing::day(as_of)).value();
    return narrate(standing.warnings.front(), Language::en);
  };
  EXPECT_EQ(told("2022-06-30"), "for 2022, 320.00 is owed and only 100.00 was paid: pay the rest");
  EXPECT_EQ(told("2022-07-01"), "for 2022, 900.00 is owed and only 100.00 was paid: pay the rest");
}

TEST(Residents, WhoPayBeforeTheYearAreCoveredFromItsFirstDay) {
  EXPECT_EQ(paid(kHeze, "2021-11-20", "320.00"), "2022 adult paid 2021-11-20 covered 2022-01-01 | ");
}

// Nowhere else is there a rule that makes one wait.
TEST(Residents, OfOtherCitiesAreCoveredWhenTheyPay) {
  EXPECT_EQ(paid(kLinyi, "2022-03-01", "320.00"), "2022 adult paid 2022-03-01 covered 2022-03-01 | ");
  EXPECT_EQ(paid(kLinyi, "2022-12-31", "320.00"), "2022 adult paid 2022-12-31 covered 2022-12-31 | ");
}

TEST(Residents, PayInPartsUntilAllIsPaid) {
  EXPECT_EQ(paid(kHeze, "2022-02-01", "319.99"), "2022 adult | pay-short");
  EXPECT_EQ(paid(kHeze, "2022-02-01", "319.99", {pay("2022-02-03", 2022, "0.01")}),
            "2022 adult paid 2022-02-03 covered 2022-02-03 | ");
  EXPECT_EQ(paid(kHeze, "2022-02-01", "320.01"), "2022 adult paid 2022-02-01 covered 2022-02-01 | pay-over");
}

// SD20-2.3.1.3-e: the needy do not wait; whoever owes nothing has paid when the window opens.
TEST(Residents, WhoAreNeedyAreCoveredAtOnce) {
  EXPECT_EQ(paid(kHeze, "2022-05-01", "224.00", {identity("2022-04-01", Identity::minimum_living, from("2022-04-01"))}),
            "2022 adult paid 2022-05-01 covered 2022-05-01 | ");
  EXPECT_EQ(years(kHeze,
                  record_of("1990-01-01", {identity("2021-01-01", Identity::destitute, from("2021-01-01")),
                                           enrol("2021-09-03", Status::adult, 2022)}),
                  "2022-12-31"),
            "2022 adult paid 2021-10-01 covered 2022-01-01 | ");
}

// Born on 2022-03-31; six months to 2022-09-30. In Heze from birth, and later from the next month (HZ-2.2-f, -g);
// elsewhere from the payment (SD20-2.3.1.3-d).
TEST(Residents, WhoAreNewbornHaveARuleOfTheirOwn) {
  const auto newborn = [](std::int32_t region, std::string_view on) {
    return years(region, record_of("2022-03-31", {enrol("2022-04-20", Status::newborn), pay(on, 2022, "320.00")}),
                 "2022-12-31");
  };
  EXPECT_EQ(newborn(kHeze, "2022-09-30"), "2022 newborn paid 2022-09-30 covered 2022-03-31 | ");
  EXPECT_EQ(newborn(kHeze, "2022-10-01"), "2022 newborn paid 2022-10-01 covered 2022-11-01 waiting | ");
  EXPECT_EQ(newborn(kLinyi, "2022-09-30"), "2022 newborn paid 2022-09-30 covered 2022-09-30 | ");
}

// SD42-2-l: within three months after the last day of employee cover, 2022-11-30; the third month ends on 2023-02-28.
TEST(Residents, WhoComeFromTheEmployeeSchemeInTimeDoNotWait) {
  const auto after = [](std::string_view on) {
    return years(
        kHeze,
        record_of("1980-01-01", {employ("2022-11-07", "6000.00"), pay("2022-11-20", "2022-11", "540.00"),
                                 leave("2023-02-15"), enrol(on, Status::adult, 2023), pay(on, 2023, "350.00")}),
        "2023-12-31");
  };
  EXPECT_EQ(after("2023-05-28"), "2023 adult paid 2023-05-28 covered 2023-05-28 | ");
  EXPECT_EQ(after("2023-05-29"), "2023 adult paid 2023-05-29 covered 2023-06-29 waiting | ");
}

TEST(Residents, WhoMustBeEmployeesAreNotEnrolled) {
  EXPECT_EQ(
      years(kHeze, record_of("1980-01-01", {employ("2022-01-05", "6000.00"), enrol("2022-02-01", Status::adult, 2022)}),
            "2022-12-31"),
      " | resident-while-employed");
  EXPECT_EQ(years(kHeze,
                  record_of("1980-01-01", {employ("2022-01-05", "", "", EmployerKind::flexible),
                                           enrol("2022-02-01", Status::adult, 2022)}),
                  "2022-12-31"),
            "2022 adult | ");
}

TEST(Residents, RegisteredElsewhereNeedAResidencePermit) {
  const auto from_beijing = [](bool permit) {
    Event event = enrol("2021-11-03", Status::adult, 2022);
    std::get<EnrolEvent>(event.what).household = Region(110105);
    std::get<EnrolEvent>(event.what).residence_permit = permit;
    return years(kHeze, record_of("1990-01-01", {event}), "2022-12-31");
  };
  EXPECT_EQ(from_beijing(true), "2022 adult | ");
  EXPECT_EQ(from_beijing(false), " | household-elsewhere");
}

// Without a year named: that of the window, if it is open, for the next; else the current one.
TEST(Residents, EnrolForTheYearThatIsBeingCollected) {
  const auto enrolled = [](std::string_view on) {
    return years(kHeze, record_of("1990-01-01", {enrol(on, Status::adult)}), on);
  };
  EXPECT_EQ(enrolled("2022-08-31"), "2022 adult | ");
  EXPECT_EQ(enrolled("2022-09-01"), "2023 adult | ");
  EXPECT_EQ(enrolled("2022-12-31"), "2023 adult | ");
  EXPECT_EQ(enrolled("2023-01-01"), "2023 adult | ");
}

TEST(Residents, StayEnrolledUntilTheyJoinTheEmployees) {
  EXPECT_EQ(years(kLinyi, record_of("1990-01-01", {enrol("2020-11-03", Status::adult, 2021)}), "2023-01-01"),
            "2021 adult; 2022 adult; 2023 adult | ");
  EXPECT_EQ(years(kLinyi,
                  record_of("1990-01-01", {enrol("2020-11-03", Status::adult, 2021), employ("2022-06-01", "6000.00"),
                                           leave("2022-07-01")}),
                  "2023-12-31"),
            "2021 adult; 2022 adult | ");
}

TEST(Residents, WhoPayForNoYearAreToldSo) {
  EXPECT_EQ(years(kHeze, record_of("1990-01-01", {pay("2022-03-01", 2022, "320.00")}), "2022-12-31"),
            " | pay-without-enrolment");
}

}  // namespace
}  // namespace yidan::standing
