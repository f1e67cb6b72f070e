#include "batch/credit.h"

#include <random>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "batch/summary.h"
#include "batch/test_support.h"
#include "testing/packs.h"

namespace yidan::batch {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

Ran credit(std::string_view text, Month month = Month::of(2023, 3), std::int32_t pool = kYantai,
           Format format = Format::csv) {
  CreditJob job(testing::shipped_pool(pool), month);
  return run_text(job, format, text);
}

TEST(CreditJob, CreditsByAgeStatusAndWage) {
  const Ran ran = credit(
      "id,born,status,monthly_wage\nP1,1990-01-01,active,6000.00\nP2,1980-01-01,active,6000\nP3,1950-03-31,retired,\n");
  EXPECT_EQ(ran.out,
            "id,month,credit,rule,basis\n"
            "P1,2023-03,129.00,account.credit-active[age_from=0],cited\n"
            "P2,2023-03,141.00,account.credit-active[age_from=35],cited\n"
            "P3,2023-03,109.50,account.credit-by-age,assumed\n");
  EXPECT_EQ(ran.counts.rows, 3U);
  EXPECT_EQ(ran.counts.answered, 3U);
  EXPECT_TRUE(ran.refused.empty());
}

TEST(CreditJob, SpeaksJsonLinesAsWell) {
  const Ran ran = credit(R"({"id":"P-1","born":"1990-01-01","status":"active","monthly_wage":"6000.00","x-name":1})"
                         "\n\n"
                         R"({"status":"retired","born":"1950-03-31","id":"P3","monthly_wage":null})",
                         Month::of(2023, 3), kYantai, Format::jsonl);
  EXPECT_EQ(ran.out,
            R"({"id":"P-1","month":"2023-03","credit":"129.00","rule":"account.credit-active[age_from=0]",)"
            R"("basis":"cited"})"
            "\n"
            R"({"id":"P3","month":"2023-03","credit":"109.50","rule":"account.credit-by-age","basis":"assumed"})"
            "\n");
}

struct CreditMistake {
  std::string_view row;
  std::string_view code;
  std::string_view column;
  std::string_view says;
};

const std::vector<CreditMistake> kCreditMistakes{
    {"P1,1990-02-30,active,1", "invalid-value", "born", "is not a date"},
    {",1990-01-01,active,1", "missing", "id", "'id' is missing"},
    {"P1,,active,1", "missing", "born", "'born' is missing"},
    {"P1,1990-01-01,,1", "missing", "status", "'status' is missing"},
    {"P1,1990-01-01,actve,1", "invalid-value", "status", "did you mean 'active'?"},
    {"P1,1990-01-01,adult,1", "invalid-value", "status", "active, retired, flexible"},
    {"P1,1990-01-01,active,", "missing", "monthly_wage", "'monthly_wage' is missing"},
    {"P1,1990-01-01,active,6000.001", "invalid-value", "monthly_wage", "more than two decimals"},
    {"P1,1990-01-01,active,-1", "invalid-value", "monthly_wage", "is not an amount"},
    {"P1,1990-01-01,active,99999999999999999999", "overflow", "monthly_wage", "too large"},
    {"P1,2023-04-01,active,1", "contradiction", "born", "born after the month"},
    {"P1,1990-01-01,flexible,", "no-account", "status", "no personal account"},
    {"P1,1990-01-01,active", "syntax", "", "3 fields and the first line 4"},
    {"P1,1990-01-01,active,1,2", "syntax", "", "5 fields and the first line 4"},
    {"P1,1990-01-01,act\"ive,1", "syntax", "", "quote"},
};

TEST(CreditJob, RefusedRowStopsNothingAndIsKeptAsWritten) {
  for (const CreditMistake& each : kCreditMistakes) {
    const std::string row(each.row);
    const Ran ran =
        credit("id,born,status,monthly_wage\nA,1990-01-01,active,6000\n" + row + "\nZ,1990-01-01,active,6000\n");
    ASSERT_EQ(ran.refused.size(), 1U) << each.row;
    EXPECT_EQ(ran.refused[0].line, 3U) << each.row;
    EXPECT_EQ(ran.refused[0].raw, each.row);
    EXPECT_EQ(ran.refused[0].refusal.code, each.code) << each.row;
    EXPECT_EQ(ran.refused[0].refusal.column, each.column) << each.row;
    EXPECT_THAT(ran.refused[0].refusal.message.en, HasSubstr(each.says)) << each.row;
    EXPECT_FALSE(ran.refused[0].refusal.message.zh.empty());
    EXPECT_EQ(ran.counts.answered, 2U) << each.row;
    EXPECT_THAT(ran.out, HasSubstr("\nZ,")) << each.row;
  }
}

TEST(CreditJob, CreditsAPersonOnceHoweverTheNumberIsSpelt) {
  CreditJob job(testing::shipped_pool(kYantai), Month::of(2023, 3));
  const Ran ran = run_text(job, Format::csv,
                           "id,born,status,monthly_wage\n11010519491231002x,1949-12-31,retired,\n"
                           "11010519491231002X,1949-12-31,retired,\n11010519491231002X,1949-12-31,active,6000\n");
  ASSERT_EQ(ran.refused.size(), 2U);
  EXPECT_EQ(ran.refused[0].refusal.code, "duplicate-id");
  EXPECT_THAT(ran.refused[0].refusal.message.en, HasSubstr("stands on line 2"));
  EXPECT_THAT(ran.refused[1].refusal.message.zh, HasSubstr("第 2 行"));
  EXPECT_THAT(ran.out, HasSubstr("\n11010519491231002X,2023-03,"));
  EXPECT_EQ(job.tally().groups().front().persons, 1U);
}

TEST(CreditJob, ARowThatWasRefusedIsNoFirstOne) {
  const Ran ran = credit("id,born,status,monthly_wage\nP1,1990-01-01,active,x\nP1,1990-01-01,active,6000\n");
  ASSERT_EQ(ran.refused.size(), 1U);
  EXPECT_EQ(ran.refused[0].line, 2U);
}

TEST(CreditJob, UnderstandsASheetInChinese) {
  const Ran ran =
      credit("姓名,身份证号,出生日期,人员状态,缴费工资\n某,P1,1990/1/1,在职,6000.00\n某,P2,1950年3月31日,退休,\n");
  EXPECT_TRUE(ran.refused.empty());
  EXPECT_EQ(ran.out, credit("id,born,status,monthly_wage\nP1,1990-01-01,active,6000.00\nP2,1950-03-31,retired,\n").out);
  const Ran twice = credit("id,身份证号,born,status\n");
  ASSERT_TRUE(twice.fault);
  EXPECT_EQ(twice.fault->code, ErrorCode::duplicate_key);
}

TEST(CreditJob, CountsNumbersInDoubtInItsSummary) {
  CreditJob job(testing::shipped_pool(kYantai), Month::of(2023, 3));
  const Ran ran = run_text(job, Format::csv,
                           "id,born,status,monthly_wage\n11010519491231002X,1949-12-31,retired,\n"
                           "110105194912310020,1949-12-31,retired,\n110105194912310021,1949-12-30,retired,\n");
  EXPECT_EQ(ran.counts.answered, 3U);
  const std::string json = summary_json(job, ran.counts);
  EXPECT_THAT(json, HasSubstr("\"code\": \"number-check-digit\",\n      \"rows\": 2,\n      \"first_line\": 3"));
  EXPECT_THAT(json, HasSubstr("\"code\": \"number-birth\",\n      \"rows\": 1,\n      \"first_line\": 4"));
  EXPECT_THAT(summary_text(job, ran.counts, Language::zh), HasSubstr("校验码不符，2 行，首见第 3 行"));
}

TEST(CreditJob, AWorkbookIsNamedAndNothingElseIsSaidOfIt) {
  using namespace std::string_view_literals;
  for (const Format format : {Format::csv, Format::jsonl}) {
    const Ran ran = credit("PK\x03\x04\x14\0\n\x1B[2J\n"sv, Month::of(2023, 3), kYantai, format);
    ASSERT_TRUE(ran.fault);
    EXPECT_THAT(ran.fault->message.en, HasSubstr("Excel workbook"));
    EXPECT_EQ(ran.counts.rows, 0U);
  }
}

TEST(CreditJob, NoCellOfAResultIsAFormula) {
  std::string out;
  Sheet sheet(Format::csv, refusal_columns(), out);
  for (const std::string_view text : {"=1+1", "+7", "-1", "@A1", "＝1", "a=1"}) sheet.text(text);
  sheet.end();
  EXPECT_EQ(out, "'=1+1,'+7,'-1,'@A1,'＝1,a=1\n");
}

TEST(CreditJob, BrokenJsonHasItsLineAndColumn) {
  const Ran ran = credit("{\"id\": \"P1\", }\n", Month::of(2023, 3), kYantai, Format::jsonl);
  ASSERT_EQ(ran.refused.size(), 1U);
  EXPECT_THAT(ran.refused[0].refusal.message.en, HasSubstr("line 1, column 14"));
}

TEST(CreditJob, NamesTheClauseByWhichThereIsNoAccount) {
  const Ran ran = credit("id,born,status\nP1,1990-01-01,flexible\n");
  ASSERT_EQ(ran.refused.size(), 1U);
  EXPECT_THAT(ran.refused[0].refusal.clauses, ElementsAre("YT-2.2.1-p"));
}

TEST(CreditJob, RefusesEveryRowWhereNoRuleCreditsAccounts) {
  CreditJob heze(testing::shipped_pool(kHeze), Month::of(2023, 3));
  ASSERT_NE(heze.obstacle(), nullptr);
  EXPECT_THAT(heze.obstacle()->message.en, HasSubstr("no rule of Heze credits"));
  const Ran ran = run_text(heze, Format::csv, "id,born,status,monthly_wage\nP1,1990-01-01,active,1\n");
  ASSERT_EQ(ran.refused.size(), 1U);
  EXPECT_EQ(ran.refused[0].refusal.code, "no-rule");
  EXPECT_EQ(CreditJob(testing::shipped_pool(kYantai), Month::of(2023, 3)).obstacle(), nullptr);
}

TEST(CreditJob, HeadingThatIsWrongSpoilsTheFile) {
  for (const std::string_view text : {"", "id,born\nP1,1990-01-01\n", "id,born,status,wage\n", "\"id,born,status\n"}) {
    const Ran ran = credit(text);
    EXPECT_TRUE(ran.fault) << text;
    EXPECT_EQ(ran.out, "");
    EXPECT_EQ(ran.counts.rows, 0U);
  }
}

TEST(CreditJob, FileWithoutRowsHasAHeadingOnly) {
  EXPECT_EQ(credit("id,born,status,monthly_wage\n").out, "id,month,credit,rule,basis\n");
  EXPECT_EQ(credit("", Month::of(2023, 3), kYantai, Format::jsonl).out, "");
}

TEST(CreditJob, SumsAreExactAndByRule) {
  CreditJob job(testing::shipped_pool(kYantai), Month::of(2023, 3));
  const Ran ran = run_text(job, Format::csv,
                           "id,born,status,monthly_wage\nP1,1990-01-01,active,6000\nP2,1990-01-01,active,6000.33\n"
                           "P3,1950-03-31,retired,\nP4,1990-01-01,flexible,\n");
  EXPECT_EQ(job.tally().total(), Money::fen(12900 + 12901 + 10950));
  const auto groups = job.tally().groups();
  ASSERT_EQ(groups.size(), 2U);
  std::uint64_t persons = 0;
  Money sum;
  for (const Group& group : groups) {
    persons += group.persons;
    sum += group.sum;
  }
  EXPECT_EQ(persons, 3U);
  EXPECT_EQ(sum, job.tally().total());
  const std::string json = summary_json(job, ran.counts);
  EXPECT_THAT(json, HasSubstr("\"sum\": \"367.51\""));
  EXPECT_THAT(json, HasSubstr("\"code\": \"no-account\""));
  for (const Language language : {Language::zh, Language::en}) {
    EXPECT_THAT(summary_text(job, ran.counts, language), HasSubstr("account.credit-by-age"));
  }
}

// The credit of a month as the standing of a record has it.
std::optional<Money> credit_of_standing(Date born, bool active, Money wage, Month month) {
  Record record;
  record.pool = Region(kYantai);
  record.born = born;
  const Date first = month.first_day();
  if (active) {
    record.events.push_back(
        {first, 0, EmployEvent{.employer = "U", .kind = EmployerKind::enterprise, .monthly_wage = wage}});
    record.events.push_back({first, 1, PayEvent{.insured_year = {}, .month = month, .amount = Money::yuan(10'000)}});
  } else {
    record.events.push_back({first, 0, EnrolEvent{.scheme = Scheme::employee, .status = Status::retired}});
  }
  const auto standing = standing::derive(testing::shipped_pool(kYantai), record, month.last_day()).value();
  for (const auto& entry : standing.account.entries) {
    if (entry.month == month) return entry.amount;
  }
  return std::nullopt;
}

TEST(CreditJob, CreditsWhatTheStandingOfTheSamePersonCredits) {
  constexpr unsigned seed = 20231122;
  std::mt19937_64 random(seed);
  for (int i = 0; i < 2'000; ++i) {
    const auto pick = [&random](int from, int to) {
      return from + static_cast<int>(random() % unsigned(to - from + 1));
    };
    const Month month = Month::of(pick(2021, 2025), static_cast<unsigned>(pick(1, 12)));
    const Date born = Date::from_days(first_of_year(month.year()).days() - pick(18 * 365, 90 * 365));
    const bool active = random() % 2 == 0;
    const Money wage = Money::fen(pick(100'000, 5'000'000));
    const auto expected = credit_of_standing(born, active, wage, month);
    ASSERT_TRUE(expected) << "seed " << seed << ", row " << i;
    const Ran ran = credit(
        "id,born,status,monthly_wage\nP," + to_text(born) + (active ? ",active," : ",retired,") + to_text(wage) + "\n",
        month);
    EXPECT_THAT(ran.out, HasSubstr("\nP," + to_text(month) + "," + to_text(*expected) + ","))
        << "seed " << seed << ", row " << i;
  }
}

}  // namespace
}  // namespace yidan::batch
