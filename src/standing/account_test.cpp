#include "standing/account.h"

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
using testing::spend;

std::string active(std::string_view born, std::string_view wage, std::string_view of) {
  const auto credit =
      credit_of_active(testing::shipped_pool(kYantai).people, day(born), money(wage), month(of)).value();
  return credit ? to_text(credit->amount) : "none";
}
std::string retired(std::string_view born, std::string_view of) {
  const auto credit = credit_of_retired(testing::shipped_pool(kYantai).people, day(born), month(of)).value();
  return credit ? to_text(credit->amount) : "none";
}

// YT-2.2.1-e to -h: 2.15 %, from 35 years on 2.35 %, from 45 on 2.7 %; 2 % of everybody from 2024 on.
TEST(Credit, OfTheEmployedIsAShareByAge) {
  EXPECT_EQ(active("1990-12-15", "10000.00", "2022-12"), "215.00");
  EXPECT_EQ(active("1988-02-28", "10000.00", "2023-01"), "215.00");
  EXPECT_EQ(active("1988-02-28", "10000.00", "2023-02"), "235.00");  // 35 on the last day of the month
  EXPECT_EQ(active("1988-02-29", "10000.00", "2023-02"), "215.00");  // 35 on 1 March
  EXPECT_EQ(active("1988-02-29", "10000.00", "2023-03"), "235.00");
  EXPECT_EQ(active("1978-01-31", "10000.00", "2023-01"), "270.00");
  EXPECT_EQ(active("1978-01-31", "10000.00", "2024-01"), "200.00");
  EXPECT_EQ(active("1978-01-31", "10000.00", "2019-12"), "none");
}

// YT-2.2.1-i: 1.50 a year of age until the end of 2023; then 2 % of a mean pension of 4,000, from 70 on 2.5 % (-k, -l).
TEST(Credit, OfTheRetiredIsByAgeAndThenFixed) {
  EXPECT_EQ(retired("1955-06-20", "2023-05"), "100.50");  // 67
  EXPECT_EQ(retired("1955-06-20", "2023-06"), "102.00");  // 68
  EXPECT_EQ(retired("1955-06-20", "2023-12"), "102.00");
  EXPECT_EQ(retired("1955-06-20", "2024-01"), "80.00");
  EXPECT_EQ(retired("1955-06-20", "2025-05"), "80.00");
  EXPECT_EQ(retired("1955-06-20", "2025-06"), "100.00");  // 70
  EXPECT_EQ(retired("1955-06-20", "2019-12"), "none");
}

TEST(Credit, CountsAgesOnNewYearsDayWhereTheRulesSaySo) {
  policy::PeopleRules rules = testing::shipped_pool(kYantai).people;
  rules.account_age_on = policy::Table({}, {day("2020-01-01")},
                                       {{static_cast<std::int64_t>(AgeDay::year_start), 0, policy::Cell::Kind::word}});
  const auto credit = [&](std::string_view born) {
    return to_text(credit_of_active(rules, day(born), money("10000.00"), month("2023-06")).value()->amount);
  };
  EXPECT_EQ(credit("1988-01-01"), "235.00");
  EXPECT_EQ(credit("1988-01-02"), "215.00");
}

// In the order of precedence: not allowed, not covered, insufficient.
TEST(Use, IsRefusedForTheFirstReasonThatHolds) {
  const policy::PeopleRules& rules = testing::shipped_pool(kYantai).people;
  const auto refusal = [&](AccountUse use, Beneficiary whom, std::string_view on, bool covered,
                           std::string_view balance) {
    const policy::Cell* rule = nullptr;
    const auto refused = refusal_of_use(rules, {.amount = money("10.00"), .use = use, .beneficiary = whom}, day(on),
                                        covered, money(balance), rule);
    return refused ? std::string(code(*refused)) : "allowed";
  };
  constexpr auto kPharmacy = AccountUse::pharmacy;
  EXPECT_EQ(refusal(kPharmacy, Beneficiary::self, "2023-01-01", true, "10.00"), "allowed");
  EXPECT_EQ(refusal(kPharmacy, Beneficiary::self, "2023-01-01", true, "9.99"), "insufficient");
  EXPECT_EQ(refusal(kPharmacy, Beneficiary::self, "2023-01-01", false, "9.99"), "not-covered");
  EXPECT_EQ(refusal(AccountUse::fitness, Beneficiary::self, "2023-01-01", false, "0.00"), "not-allowed");
  // The family from the first day of the document on (YT-2.2.2-b), nobody else.
  EXPECT_EQ(refusal(kPharmacy, Beneficiary::spouse, "2022-06-13", true, "10.00"), "not-allowed");
  EXPECT_EQ(refusal(kPharmacy, Beneficiary::spouse, "2022-06-14", true, "10.00"), "allowed");
  EXPECT_EQ(refusal(kPharmacy, Beneficiary::other, "2022-06-14", true, "10.00"), "not-allowed");
  // A premium of the family, not one's own (YT-2.2.2-d).
  EXPECT_EQ(refusal(AccountUse::resident_premium, Beneficiary::child, "2022-06-14", true, "10.00"), "allowed");
  EXPECT_EQ(refusal(AccountUse::resident_premium, Beneficiary::self, "2022-06-14", true, "10.00"), "not-allowed");
}

// "2023-02 +235.00; 2023-03-05 -235.00; 2023-03-05 !insufficient | 0.00"
std::string kept(std::int32_t region, const Record& record, std::string_view as_of) {
  const Standing standing = derive(testing::shipped_pool(region), record, day(as_of)).value();
  std::string text;
  for (const AccountEntry& entry : standing.account.entries) {
    text += text.empty() ? "" : "; ";
    if (entry.kind == AccountEntry::Kind::credit) text += to_text(entry.month) + " +" + to_text(entry.amount);
    if (entry.kind == AccountEntry::Kind::debit) text += to_text(entry.on) + " -" + to_text(entry.amount);
    if (entry.kind == AccountEntry::Kind::refused) text += to_text(entry.on) + " !" + std::string(code(entry.refusal));
  }
  return text + " | " + to_text(standing.account.balance);
}

// A use comes after the credits of its day, whose months count when they are paid for.
TEST(Account, IsCreditedBeforeItIsUsedOnADay) {
  const std::vector<Event> events{employ("2023-01-05", "10000.00"), pay("2023-01-20", "2023-01", "900.00"),
                                  pay("2023-02-20", "2023-02", "900.00"), spend("2023-02-20", "430.00"),
                                  spend("2023-02-20", "0.01")};
  EXPECT_EQ(kept(kYantai, record_of("1990-01-01", events), "2023-02-28"),
            "2023-01 +215.00; 2023-02 +215.00; 2023-02-20 -430.00; 2023-02-20 !insufficient | 0.00");
}

TEST(Account, IsUsedByWhomIsCoveredAsEmployeeAndNotBefore) {
  Record record = record_of("1990-01-01", {employ("2023-01-05", "10000.00"), pay("2023-01-20", "2023-01", "900.00"),
                                           spend("2023-01-31", "1.00"), spend("2023-02-01", "1.00")});
  record.account_balance = money("1.00");
  EXPECT_EQ(kept(kYantai, record, "2023-02-01"),
            "2023-01 +215.00; 2023-01-31 !not-covered; 2023-02 +215.00; 2023-02-01 -1.00 | 430.00");
}

// YT-2.2.1-p: the flexibly employed have none.
TEST(Account, OfTheFlexiblyEmployedIsNotCredited) {
  EXPECT_EQ(kept(kYantai,
                 record_of("1990-01-01", {employ("2023-01-05", "", "", EmployerKind::flexible),
                                          pay("2023-01-20", "2023-01", "445.36")}),
                 "2023-03-31"),
            " | 0.00");
}

// From the month of the entitlement on as retired: not twice for a month.
TEST(Account, OfWhomIsEntitledIsCreditedAsRetired) {
  EXPECT_EQ(kept(kYantai, record_of("1955-06-20", {enrol("2023-11-20", Status::retired)}), "2024-01-31"),
            "2023-11 +102.00; 2023-12 +102.00; 2024-01 +80.00 | 284.00");
}

}  // namespace
}  // namespace yidan::standing
