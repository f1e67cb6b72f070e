// The batch commands as a user meets them: files in and out, refusals, summaries, exit statuses.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "testing/files.h"
#include "testing/packs.h"
#include "tests/support/run_yidan.h"

namespace yidan::testing {
namespace {

using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::StartsWith;

const std::string kCredit = "--lang en credit --pool 370600 --month 2023-03 ";
const std::string kDues = "--lang en dues --pool 371700 --year 2022 ";
const std::string kHeading = "id,born,status,monthly_wage\n";
const std::string kGoodRow = "P1,1990-01-01,active,6000.00\n";
const std::string kOther = "P4,1990-01-01,active,6000.00\n";

class Batch : public ::testing::Test {
 protected:
  // Runs the program in a folder of its own; `arguments` go through the shell.
  [[nodiscard]] Ran run(const std::string& arguments, const std::string& input = {}) const {
    const std::string command = "'" YIDAN_PROGRAM "' --packs '" + packs_folder().string() + "' " + arguments;
    return shell_run(folder_.path(), command, input, folder_.path());
  }
  [[nodiscard]] std::string file(const std::string& name) const { return read_file(folder_.path() / name); }
  [[nodiscard]] bool exists(const std::string& name) const { return std::filesystem::exists(folder_.path() / name); }
  void write(const std::string& name, const std::string& text) const { write_file(folder_.path() / name, text); }

  TemporaryFolder folder_;
};

TEST_F(Batch, ExampleOfCreditsIsAnsweredAndSummedUp) {
  const Ran ran = run(kCredit + in_repository("examples/persons-yantai.csv").string());
  EXPECT_EQ(ran.status, 0) << ran.err;
  EXPECT_THAT(ran.out, StartsWith("id,month,credit,rule,basis\n370602198811050016,2023-03,129.00,"));
  EXPECT_THAT(ran.err, StartsWith("Yantai, account credits of 2023-03: 8 rows, answered 8, refused 0; sum 1,504.26"));
  EXPECT_THAT(ran.err, HasSubstr("[YT-2.2.1-i YT-2.2.1-o"));
  EXPECT_THAT(ran.err, Not(HasSubstr("\r")));  // no progress bar into a file
}

TEST_F(Batch, ExampleOfDuesIsAnsweredAndSummedUp) {
  const Ran ran =
      run("--lang zh dues --pool 菏泽市 --year 2022 " + in_repository("examples/residents-heze.csv").string());
  EXPECT_EQ(ran.status, 0) << ran.err;
  EXPECT_THAT(ran.out,
              HasSubstr("371724196610050074,2022,individual,assistance,96.00,resident.individual,cited,2021\n"));
  EXPECT_THAT(ran.err, HasSubstr("承担方："));
  EXPECT_THAT(ran.err, HasSubstr("应保尽保人群未缴费"));
}

TEST_F(Batch, RefusedRowIsSaidWithItsLineAndStopsNothing) {
  const Ran ran = run(kCredit, kHeading + kGoodRow + "P2,1990-13-01,active,1\nP3,1990-01-01,flexible,\n" + kOther);
  EXPECT_EQ(ran.status, 1);
  EXPECT_THAT(ran.out, EndsWith("P4,2023-03,129.00,account.credit-active[age_from=0],cited\n"));
  EXPECT_THAT(ran.err, HasSubstr("<stdin>:3: born: '1990-13-01' is not a date"));
  EXPECT_THAT(ran.err, HasSubstr("<stdin>:4: status: persons who are flexibly employed have no personal account "
                                 "[YT-2.2.1-p]"));
  EXPECT_THAT(ran.err, HasSubstr("refused: invalid-value 1, no-account 1"));
}

TEST_F(Batch, OnlyTheFirstRefusalsAreShownButAllAreKeptInAFile) {
  std::string input = kHeading;
  for (int i = 0; i < 50; ++i) input += "P,bad,active,1\n";
  const Ran shown = run(kCredit, input);
  EXPECT_THAT(shown.err, HasSubstr("<stdin>:21:"));
  EXPECT_THAT(shown.err, Not(HasSubstr("<stdin>:22:")));
  EXPECT_THAT(shown.err, HasSubstr("--refused FILE"));
  const Ran kept = run(kCredit + "--refused refused.csv", input);
  EXPECT_EQ(kept.status, 1);
  EXPECT_THAT(kept.err, Not(HasSubstr("<stdin>")));
  const std::string refused = file("refused.csv");
  EXPECT_EQ(std::ranges::count(refused, '\n'), 51);
  EXPECT_THAT(refused, StartsWith("line,column,code,message,clauses,row\n2,born,invalid-value,\"'bad' is not a date"));
  EXPECT_THAT(refused, HasSubstr("\n51,born,"));
}

TEST_F(Batch, JsonLinesComeOutAsTheyGoIn) {
  const Ran ran = run(kDues + "--jsonl --refused refused.jsonl",
                      "{\"id\":\"P1\",\"born\":\"1990-01-01\",\"status\":\"adult\",\"paid_on\":\"2021-11-20\"}\n{\n");
  EXPECT_EQ(ran.status, 1);
  EXPECT_THAT(ran.out,
              StartsWith(R"({"id":"P1","insured_year":2022,"part":"individual","payer":"person",)"
                         R"("amount":"320.00","rule":"resident.individual","basis":"cited","standard_year":2021})"));
  EXPECT_THAT(file("refused.jsonl"), StartsWith(R"({"line":2,"column":"","code":"syntax",)"));
}

TEST_F(Batch, SummaryIsJsonInAFile) {
  const Ran ran = run(kDues + "--on 2022-06-30 --summary summary.json --out dues.csv",
                      "id,born,status,category\nP1,1990-01-01,adult,monitored\n");
  EXPECT_EQ(ran.status, 0) << ran.err;
  EXPECT_THAT(ran.out, IsEmpty());
  EXPECT_THAT(ran.err, IsEmpty());
  EXPECT_THAT(file("dues.csv"), HasSubstr("P1,2022,government,treasury,580.00"));
  const std::string summary = file("summary.json");
  EXPECT_THAT(summary, HasSubstr("\"format\": \"yidan.dues-summary/1\""));
  EXPECT_THAT(summary, HasSubstr("\"on\": \"2022-06-30\""));
  EXPECT_THAT(summary, HasSubstr("\"unpaid\": 1"));
}

// HZ-1-b, SD42-1-a: 580 a head is the treasury's part of 2021; the premium of that insured year is of the one before.
TEST_F(Batch, DuesOfAYearSayWhatTheTreasuryPaysForItsHeads) {
  const Ran ran = run("--lang en dues --pool 371700 --year 2021 --on 2021-06-30 --summary summary.json",
                      "id,born,status\nP1,1990-01-01,adult\nP2,1991-01-01,adult\n");
  EXPECT_EQ(ran.status, 0) << ran.err;
  EXPECT_THAT(ran.out, HasSubstr("P1,2021,government,treasury,550.00,resident.government,assumed,2020\n"));
  EXPECT_THAT(file("summary.json"),
              HasSubstr("\"standard_year\": 2021,\n    \"a_head\": \"580.00\",\n    \"heads\": 2,\n"
                        "    \"sum\": \"1160.00\""));
  const Ran shown = run("--lang en dues --pool 371700 --year 2021 --on 2021-06-30",
                        "id,born,status\nP1,1990-01-01,adult\nP2,1991-01-01,adult\n");
  EXPECT_THAT(shown.err,
              HasSubstr("treasury, by the standard of 2021: 580.00 yuan a head for 2 persons: 1,160.00 yuan, cited  "
                        "[HZ-1-b HZ-1-a SD42-1-a"));
}

TEST_F(Batch, PoolOrMonthWithoutRulesRefusesEveryRowAndSaysSoOnce) {
  const Ran ran =
      run("--lang en credit --pool 371700 --month 2023-03 --refused refused.csv", kHeading + kGoodRow + kGoodRow);
  EXPECT_EQ(ran.status, 1);
  EXPECT_THAT(ran.err, StartsWith("yidan: no rule of Heze credits personal accounts in 2023-03"));
  EXPECT_THAT(file("refused.csv"), HasSubstr("2,,no-rule,"));
  EXPECT_THAT(file("refused.csv"), HasSubstr("3,,no-rule,"));
}

struct WrongUse {
  const char* arguments;
  std::string input;
  std::string says;
};

const std::vector<WrongUse> kWrongUses{
    {"credit --month 2023-03", "", "--pool is missing"},
    {"credit --pool 370600", "", "--month is missing"},
    {"credit --pool Yantia --month 2023-03", "", "did you mean 'Yantai'?"},
    {"credit --pool 370600 --month 2023-3", "", "is not a month"},
    {"dues --pool 371700 --year 22", "", "is not a year"},
    {"dues --pool 371700 --year 2022 --on today", "", "is not a date"},
    {"credit --pool 370600 --month 2023-03 nowhere.csv", "", "cannot read 'nowhere.csv'"},
    {"credit --pool 370600 --month 2023-03 .", "", "cannot read '.'"},
    {"credit --pool 370600 --month 2023-03", "id,born,staus\n", "<stdin>:1: unknown column 'staus': did you mean"},
    {"credit --pool 370600 --month 2023-03", "", "the file is empty"},
    {"credit --pool 370600 --month 2023-03 --out a --summary a", kHeading, "'a' is used twice"},
    {"credit --pool 370600 --month 2023-03 --out nowhere/a", kHeading, "cannot write 'nowhere/a'"},
    {"credit --pool 370600 --month 2023-03 --out /dev/full", kHeading + kGoodRow, "cannot write '/dev/full'"},
    {"credit --pool 370600 --month 2023-03 --refused /dev/full", kHeading, "cannot write '/dev/full'"},
    {"credit --pool 370600 --month 2023-03 --summary /dev/full", kHeading, "cannot write '/dev/full'"},
};

TEST_F(Batch, WrongUseAndWhatCannotBeWrittenEndWithTwo) {
  for (const WrongUse& each : kWrongUses) {
    const Ran ran = run("--lang en " + std::string(each.arguments), each.input);
    EXPECT_EQ(ran.status, 2) << each.arguments;
    EXPECT_THAT(ran.err, HasSubstr(each.says)) << each.arguments;
  }
}

TEST_F(Batch, FileOfAnswersIsThereOnlyWhenItIsWhole) {
  write("credits.csv", "id,month,old answers\n");
  EXPECT_EQ(run(kCredit + "--out credits.csv", "id,born\n").status, 2);
  EXPECT_EQ(file("credits.csv"), "id,month,old answers\n");
  EXPECT_FALSE(exists("credits.csv.part"));
  EXPECT_EQ(run(kCredit + "--out credits.csv", kHeading + kGoodRow).status, 0);
  EXPECT_THAT(file("credits.csv"), StartsWith("id,month,credit"));
  EXPECT_FALSE(exists("credits.csv.part"));
}

TEST_F(Batch, InputIsNeverOverwritten) {
  write("persons.csv", kHeading + kGoodRow);
  const Ran ran = run(kCredit + "persons.csv --out ./persons.csv");
  EXPECT_EQ(ran.status, 2);
  EXPECT_EQ(file("persons.csv"), kHeading + kGoodRow);
}

}  // namespace
}  // namespace yidan::testing
