#include "assistance/assist.h"

#include <gtest/gtest.h>

#include "benefit/settle.h"
#include "testing/encounters.h"
#include "testing/packs.h"
#include "testing/records.h"

namespace yidan::assistance {
namespace {

using testing::apply;
using testing::day;
using testing::from;
using testing::money;
using testing::record_of;

constexpr Region kJining{370800};

Encounter drug(std::string id, std::string_view date, std::string_view price) {
  Encounter encounter = testing::visit(std::move(id), date, money(price));
  encounter.care = Care::special_drug;
  encounter.provider = testing::designated(Care::special_drug, kJining, 3);
  return encounter;
}

// Applications of a person in work in Jining, whose special drugs no insurance pays below 15,000.
Result<std::vector<Application>> decision(const std::vector<Event>& events, const std::vector<Encounter>& encounters,
                                          const std::vector<HeldIdentity>& identities = {},
                                          std::optional<Date> as_of = std::nullopt) {
  const policy::Pool& pool = testing::shipped_pool(kJining.code());
  Case facts = testing::case_of(testing::insured(Status::active), encounters, kJining);
  facts.person.identities = identities;
  Record record = record_of("1970-05-12", events);
  record.as_of = as_of;
  return decide(pool, record, facts, benefit::settle_case(pool, facts));
}

std::vector<Application> decided(const std::vector<Event>& events, const std::vector<Encounter>& encounters,
                                 const std::vector<HeldIdentity>& identities = {},
                                 std::optional<Date> as_of = std::nullopt) {
  return decision(events, encounters, identities, as_of).value();
}

std::string answer(const Application& application) {
  if (application.refusal) return std::string(code(*application.refusal));
  return to_text(application.base_total) + " -> " + to_text(application.paid);
}
std::string window(const Application& application) {
  std::string text;
  for (const Period& each : application.window) {
    text += (text.empty() ? "" : " ") + to_text(each.from) + ".." + to_text(each.to);
  }
  return text;
}
// "counts", or why a bill does not.
std::string counted(const Application& application, std::size_t bill) {
  const auto& reason = application.bills.at(bill).reason;
  return reason ? std::string(code(*reason)) : "counts";
}

// (9,000 - 8,000) × 60 % = 600; nothing up to the deductible.
TEST(Application, IsPaidAboveTheDeductible) {
  const auto granted = [](std::string_view price) {
    return answer(decided({apply("2023-08-15", "2023-08-10")}, {drug("B1", "2023-05-10", price)}).at(0));
  };
  EXPECT_EQ(granted("8000.00"), "8000.00 -> 0.00");
  EXPECT_EQ(granted("8000.01"), "8000.01 -> 0.01");  // 0.006, half up
  EXPECT_EQ(granted("9000.00"), "9000.00 -> 600.00");
}

// Twelve months before the month of application, and on to the end of its year (E09).
TEST(Application, CountsTheBillsOfItsWindow) {
  const std::vector<Encounter> bills{drug("B1", "2022-07-31", "1000.00"), drug("B2", "2022-08-01", "9000.00"),
                                     drug("B3", "2023-12-31", "1000.00"), drug("B4", "2024-01-01", "1000.00")};
  const auto applications = decided({apply("2023-08-15", "2023-08-10")}, bills);
  ASSERT_EQ(applications.size(), 1U);
  EXPECT_EQ(window(applications[0]), "2022-08-01..2024-01-01");
  EXPECT_EQ(counted(applications[0], 0), "outside-window");
  EXPECT_EQ(counted(applications[0], 1), "counts");
  EXPECT_EQ(counted(applications[0], 2), "counts");
  EXPECT_EQ(counted(applications[0], 3), "outside-window");
  EXPECT_EQ(answer(applications[0]), "10000.00 -> 1200.00");
}

// Bills by their days, whatever their order in the case; each says what was accumulated before it.
TEST(Application, TakesBillsInTheOrderOfTheirDays) {
  const auto applications = decided({apply("2023-08-15", "2023-08-10")},
                                    {drug("B1", "2023-06-10", "1000.00"), drug("B2", "2023-05-10", "9000.00")});
  const auto& bills = applications.at(0).bills;
  ASSERT_EQ(bills.size(), 2U);
  EXPECT_EQ(bills[0].entry, 1U);
  EXPECT_EQ(bills[0].accumulated, Money{});
  EXPECT_EQ(bills[0].result.paid, money("600.00"));
  EXPECT_EQ(bills[1].entry, 0U);
  EXPECT_EQ(bills[1].accumulated, money("9000.00"));
  EXPECT_EQ(bills[1].result.paid, money("600.00"));
}

TEST(Application, NeedsARecognition) {
  const std::vector<Encounter> bills{drug("B1", "2023-05-10", "9000.00")};
  EXPECT_EQ(answer(decided({apply("2023-08-15")}, bills).at(0)), "not-recognised");
  EXPECT_EQ(answer(decided({apply("2023-08-15", "", true)}, bills).at(0)), "not-granted");
  // Recognised after the as-of day: not known yet.
  EXPECT_EQ(answer(decided({apply("2023-08-15", "2023-08-20")}, bills, {}, day("2023-08-19")).at(0)), "not-recognised");
  EXPECT_EQ(answer(decided({apply("2023-08-15", "2023-08-20")}, bills, {}, day("2023-08-20")).at(0)),
            "9000.00 -> 600.00");
}

TEST(Application, AfterTheAsOfDayIsNotKnown) {
  EXPECT_TRUE(decided({apply("2023-08-15", "2023-08-10")}, {}, {}, day("2023-08-14")).empty());
  EXPECT_EQ(decided({apply("2023-08-15", "2023-08-10")}, {}, {}, day("2023-08-15")).size(), 1U);
}

// Jining's document holds from 2023 to 2027; before and after it the list, but for days that are older than it.
TEST(Application, NeedsADocumentThatHasARule) {
  const auto on = [](std::string_view date) { return answer(decided({apply(date, date)}, {}).at(0)); };
  EXPECT_EQ(on("2019-12-31"), "no-rule");
  EXPECT_EQ(on("2022-12-31"), "0.00 -> 0.00");
  EXPECT_EQ(on("2023-01-01"), "0.00 -> 0.00");
  EXPECT_EQ(on("2027-12-31"), "0.00 -> 0.00");
  EXPECT_EQ(on("2028-01-01"), "0.00 -> 0.00");
}

// Once a calendar year; one that was refused does not count (JN-4.3-j).
TEST(Application, IsGrantedOnceAYear) {
  const auto applications = decided({apply("2023-03-01"), apply("2023-04-01", "2023-04-01"),
                                     apply("2023-12-31", "2023-12-31"), apply("2024-01-01", "2024-01-01")},
                                    {});
  ASSERT_EQ(applications.size(), 4U);
  EXPECT_EQ(answer(applications[0]), "not-recognised");
  EXPECT_EQ(answer(applications[1]), "0.00 -> 0.00");
  EXPECT_EQ(answer(applications[2]), "second-in-year");
  EXPECT_FALSE(applications[3].refusal);
  // No day is in two windows.
  EXPECT_EQ(window(applications[1]), "2022-04-01..2024-01-01");
  EXPECT_EQ(window(applications[3]), "2024-01-01..2025-01-01");
}

TEST(Application, LeavesOutTheBillsOfAnEarlierGrant) {
  const auto applications = decided({apply("2023-04-01", "2023-04-01"), apply("2024-02-01", "2024-02-01")},
                                    {drug("B1", "2023-12-31", "9000.00"), drug("B2", "2024-01-01", "9000.00")});
  ASSERT_EQ(applications.size(), 2U);
  EXPECT_EQ(counted(applications[1], 0), "other-grant");
  EXPECT_EQ(counted(applications[1], 1), "counts");
}

// Days under another identity of assistance are left out of the window.
TEST(Application, LeavesOutTheDaysOfAnotherIdentity) {
  const auto applications = decided({apply("2023-08-15", "2023-08-10")},
                                    {drug("B1", "2023-05-10", "9000.00"), drug("B2", "2023-06-01", "9000.00")},
                                    {{Identity::minimum_living, from("2023-05-01", "2023-06-01")}});
  ASSERT_EQ(applications.size(), 1U);
  EXPECT_EQ(window(applications[0]), "2022-08-01..2023-05-01 2023-06-01..2024-01-01");
  EXPECT_EQ(counted(applications[0], 0), "other-identity");
  EXPECT_EQ(counted(applications[0], 1), "counts");
}

TEST(Application, LeavesOutWhatIsNoneOfItsCareOrNotSettled) {
  Encounter pharmacy = drug("B1", "2023-05-10", "9000.00");
  pharmacy.care = Care::pharmacy;
  Encounter early = drug("B2", "2023-05-11", "9000.00");
  early.provider.designated = {};
  const auto applications = decided({apply("2023-08-15", "2023-08-10")}, {pharmacy, early});
  EXPECT_EQ(counted(applications.at(0), 0), "other-care");
  EXPECT_EQ(counted(applications.at(0), 1), "not-settled");
  EXPECT_EQ(answer(applications.at(0)), "0.00 -> 0.00");
}

// What assistance paid on the bill itself it does not pay again.
TEST(Application, LeavesOutWhatWasAssistedOnTheBill) {
  const auto applications = decided({apply("2023-08-15", "2023-08-10")}, {drug("B1", "2023-05-10", "9000.00")},
                                    {{Identity::impoverished_by_illness, from("2023-05-10")}});
  EXPECT_EQ(counted(applications.at(0), 0), "assisted-on-bill");
}

TEST(Application, RestsOnADraftInJining) {
  const auto applications = decided({apply("2023-08-15", "2023-08-10")}, {});
  EXPECT_EQ(applications.at(0).policy_status, PolicyStatus::draft);
  EXPECT_FALSE(applications.at(0).because.empty());
}

TEST(Application, OfMoneyThatDoesNotFitIsAnError) {
  const auto refused =
      decision({apply("2023-08-15", "2023-08-10")},
               {drug("B1", "2023-05-10", "92233720368547758.07"), drug("B2", "2023-05-11", "92233720368547758.07")});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::overflow);
}

}  // namespace
}  // namespace yidan::assistance
