#include "exchange/standing_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "exchange/display.h"
#include "testing/values.h"

namespace yidan::exchange {
namespace {

using standing::AccountEntry;
using standing::Saying;
using standing::Standing;
using ::testing::HasSubstr;
using ::testing::Not;

using testing::day;
using testing::month;

policy::Pool heze() {
  policy::Pool pool;
  pool.region = Region(371700);
  pool.name = {"菏泽市", "Heze"};
  pool.rules.push_back({.id = "wait", .clauses = {"HZ-2.2-e"}});
  pool.rules.push_back({.id = "guess", .clauses = {"SD42-1-h"}, .basis = Basis::assumed});
  return pool;
}

Standing a_year_with_a_gap() {
  Standing standing;
  standing.as_of = day("2022-02-01");
  standing::Reasoning waiting{.saying = Saying::gap_resident_paid_on,
                              .arguments = {policy::Count{2022}, day("2022-03-15")}};
  waiting.rules[0] = 0;
  standing.gaps.push_back({{day("2022-01-01"), day("2022-04-15")}, CoverReason::waiting_period, waiting});
  standing.cover.push_back({Scheme::resident, Status::adult, {day("2022-04-15"), day("2023-01-01")}, {}});
  return standing;
}

std::string text_of(const Standing& standing, Language language, bool sentences = true) {
  Record record;
  record.person = "371702199003070015";
  return describe(heze(), record, standing, {.language = language, .sentences = sentences}).value();
}

TEST(StandingText, SaysFirstWhetherThePersonIsCovered) {
  const std::string zh = text_of(a_year_with_a_gap(), Language::zh);
  EXPECT_THAT(zh, HasSubstr("── 菏泽市 · 371702**********15 · 截至 2022-02-01 ────\n"
                            "当日：未享受待遇 · 待遇等待期（2022-01-01 至 2022-04-14）；自 2022-04-15 起享受待遇\n"));
  const std::string en = text_of(a_year_with_a_gap(), Language::en);
  EXPECT_THAT(en, HasSubstr("that day: not covered · waiting period (2022-01-01 to 2022-04-14); "
                            "covered from 2022-04-15\n"));
  Standing covered = a_year_with_a_gap();
  covered.as_of = day("2022-12-31");
  EXPECT_THAT(text_of(covered, Language::en), HasSubstr("that day: covered · resident basic medical insurance"));
  covered.as_of = day("2030-01-01");
  EXPECT_THAT(text_of(covered, Language::en), HasSubstr("that day: not covered\n"));
}

TEST(StandingText, NamesEachStretchWithItsSentenceAndClauses) {
  const std::string text = text_of(a_year_with_a_gap(), Language::en);
  EXPECT_THAT(text, HasSubstr("  ░ 2022-01-01 to 2022-04-14  not covered · waiting period\n"
                              "      the resident premium of 2022 was paid on 2022-03-15, no cover before  ‹HZ-2.2-e›\n"
                              "  █ 2022-04-15 to 2022-12-31  resident basic medical insurance · adult resident\n"));
  EXPECT_THAT(text_of(a_year_with_a_gap(), Language::en, false), Not(HasSubstr("premium")));
}

TEST(StandingText, FoldsMonthsAndAddsUpWhatIsOwed) {
  Standing standing;
  for (const char* of : {"2022-12", "2023-01", "2023-02"}) {
    standing.dues.push_back(
        {.month = month(of), .part = DuePart::individual, .payer = Payer::person, .amount = Money::yuan(1200)});
  }
  standing.dues[0].paid_on = day("2022-12-20");
  standing.dues[1].presumed = true;
  const std::string zh = text_of(standing, Language::zh);
  EXPECT_THAT(zh, HasSubstr("2022-12 … 2023-02"));
  EXPECT_THAT(zh, HasSubstr("3,600.00  3 个月 × 1,200.00  已缴 1 个月，视同已缴 1 个月，未缴 1 个月\n"));
  EXPECT_THAT(zh, HasSubstr("3,600.00  其中未缴 1,200.00\n"));
  EXPECT_THAT(text_of(standing, Language::en),
              HasSubstr("3,600.00  3 months × 1,200.00  paid: 1 month, taken as paid: 1 month, not paid: 1 month\n"));
}

TEST(StandingText, AwaitsNoPaymentFromAFund) {
  Standing standing;
  standing.dues.push_back({.insured_year = 2023, .payer = Payer::treasury, .amount = Money::yuan(610)});
  standing.dues.push_back({.insured_year = 2023, .payer = Payer::person, .amount = Money::yuan(350)});
  const std::string text = text_of(standing, Language::en);
  EXPECT_THAT(text, HasSubstr("610.00\n"));
  EXPECT_THAT(text, HasSubstr("350.00  not paid\n"));
}

TEST(StandingText, KeepsTheBalanceBesideEveryEntry) {
  Standing standing;
  standing.account = {Money::yuan(10), Money::yuan(160), {}};
  for (const char* of : {"2022-12", "2023-01"}) {
    standing.account.entries.push_back(
        {.kind = AccountEntry::Kind::credit, .month = month(of), .amount = Money::yuan(100)});
  }
  standing.account.entries.push_back({.kind = AccountEntry::Kind::debit,
                                      .on = day("2023-01-05"),
                                      .amount = Money::yuan(50),
                                      .use = AccountUse::pharmacy});
  standing.account.entries.push_back({.kind = AccountEntry::Kind::refused,
                                      .on = day("2023-01-06"),
                                      .amount = Money::yuan(500),
                                      .use = AccountUse::pharmacy,
                                      .refusal = AccountRefusal::insufficient});
  const std::string text = text_of(standing, Language::zh);
  EXPECT_THAT(text, HasSubstr("2 个月 × 100.00"));
  EXPECT_THAT(text, HasSubstr("+200.00   余额         210.00\n"));
  EXPECT_THAT(text, HasSubstr("-50.00   余额         160.00\n"));
  EXPECT_THAT(text, HasSubstr("✗ 药店购药（本人）"));
  EXPECT_THAT(text, HasSubstr("(500.00)   余额         160.00  拒付：余额不足\n"));
}

TEST(StandingText, SaysHowManyMonthsAreMissing) {
  Standing standing;
  standing.years = {.actual_months = 8, .deemed_months = 120, .required_months = 360, .missing_months = 232};
  EXPECT_THAT(text_of(standing, Language::zh), HasSubstr("实际 8 + 视同 120 = 128 个月；应满 360，还差 232 个月\n"));
  EXPECT_THAT(text_of(standing, Language::en),
              HasSubstr("actual 8 + deemed 120 = 128 months; required 360, missing 232 months\n"));
}

TEST(StandingText, MarksWhatTheDocumentsDoNotGive) {
  Standing standing = a_year_with_a_gap();
  EXPECT_THAT(text_of(standing, Language::en), Not(HasSubstr("※")));
  standing.cover[0].why.rules[0] = 1;
  EXPECT_THAT(text_of(standing, Language::en), HasSubstr("‹SD42-1-h · assumed›"));
  EXPECT_THAT(text_of(standing, Language::en), HasSubstr("※ basis: assumed"));
}

TEST(StandingText, HasNoBlanksAtTheEndOfALine) {
  Standing standing = a_year_with_a_gap();
  standing.account.opening = standing.account.balance = Money::yuan(1);
  standing.warnings.push_back({WarningKind::out_of_order, std::nullopt, {.saying = Saying::warning}});
  for (const Language language : {Language::zh, Language::en}) {
    EXPECT_THAT(text_of(standing, language), Not(HasSubstr(" \n")));
  }
}

}  // namespace
}  // namespace yidan::exchange
