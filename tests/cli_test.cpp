// The program as a user meets it: exit statuses, standard input, streams of lines, languages, the policy commands.
#include <filesystem>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "testing/packs.h"
#include "tests/support/bill_check.h"
#include "tests/support/run_yidan.h"

namespace yidan::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::StartsWith;

std::string a_case(const std::string& person, const std::string& amount) {
  return R"({"format":"yidan.case/1","pool":"370600","person":{"id":")" + person +
         R"(","coverage":[{"scheme":"employee","status":"active","from":"2020-01-01"}]},)" +
         R"("encounters":[{"id":"E1","care":"outpatient","date":"2023-03-05",)" +
         R"("provider":{"region":"370600","level":1,"designated":["outpatient"]},)" +
         R"("lines":[{"class":"A","amount":)" + amount + "}]}]}";
}

const std::string kGood = a_case("P1", "\"600.00\"");
const std::string kRejected = a_case("P2", "600.00");

// Takes the steps of one bill out of compact JSON; they are its last member.
std::string without_steps(std::string text) {
  const std::size_t from = text.find(",\"steps\":[");
  const std::size_t to = text.rfind("]}]}");
  return from == std::string::npos || to == std::string::npos ? text : text.erase(from, to + 1 - from);
}

TEST(Settle, ExitsWithZeroWhenAllIsSettled) {
  const Ran settled = yidan_run("settle --as json examples/yantai.json");
  EXPECT_EQ(settled.status, 0) << settled.err;
  EXPECT_THAT(settled.out, HasSubstr("\"383.50\""));
  EXPECT_THAT(settled.err, IsEmpty());
}

TEST(Settle, ExitsWithOneWhenSomethingWasRejected) {
  EXPECT_EQ(yidan_run("settle --as json -", kRejected).status, 1);
  EXPECT_EQ(yidan_run("settle --as json -", "{").status, 1);
}

TEST(Settle, ExitsWithTwoWhenTheCommandLineIsWrong) {
  EXPECT_EQ(yidan_run("").status, 2);
  EXPECT_EQ(yidan_run("settel").status, 2);
  const Ran unknown = yidan_run("settle --wat examples/yantai.json");
  EXPECT_EQ(unknown.status, 2);
  EXPECT_THAT(unknown.err, HasSubstr("--wat"));
  EXPECT_THAT(unknown.out, IsEmpty());
  EXPECT_EQ(yidan_run("settle --steps some examples/yantai.json").status, 2);
  EXPECT_EQ(yidan_run("settle --lang fr examples/yantai.json").status, 2);
}

TEST(Settle, ExitsWithTwoWhenAFileIsMissing) {
  const Ran missing = yidan_run("settle --lang en nowhere.json");
  EXPECT_EQ(missing.status, 2);
  EXPECT_THAT(missing.err, HasSubstr("nowhere.json"));
  EXPECT_EQ(yidan_run("settle .").status, 2) << "a folder is no case";
}

TEST(Settle, AnswersTheOtherFilesWhenOneCannotBeRead) {
  const Ran ran =
      yidan_run("settle --lang en --as json examples/yantai.json nowhere.json - examples/yantai.json", kRejected);
  EXPECT_EQ(ran.status, 2);
  EXPECT_EQ(split_lines(ran.out).size(), 3U) << ran.out;
  EXPECT_THAT(ran.err, HasSubstr("nowhere.json"));
  EXPECT_THAT(ran.err, HasSubstr("-: something was rejected")) << "of several files it is said which one";
}

TEST(Settle, ExitsWithTwoWhenThePacksAreMissingOrWrong) {
  const Ran missing = yidan_run("--packs nowhere --lang en settle examples/yantai.json");
  EXPECT_EQ(missing.status, 2);
  EXPECT_THAT(missing.err, HasSubstr("nowhere"));
  EXPECT_THAT(missing.out, IsEmpty());
  const Ran wrong = yidan_run("--packs tests/cases/bad/packs/rate-over-100 settle examples/yantai.json");
  EXPECT_EQ(wrong.status, 2);
}

TEST(Settle, ReadsStandardInput) {
  const Ran dash = yidan_run("settle --as json -", kGood);
  EXPECT_EQ(dash.status, 0) << dash.err;
  EXPECT_THAT(dash.out, HasSubstr("\"70.00\""));
  EXPECT_EQ(yidan_run("settle --as json", kGood).out, dash.out);
}

TEST(Settle, WritesOneLineACaseForSeveralFiles) {
  const Ran several = yidan_run("settle --as json examples/yantai.json - examples/yantai.json", kGood);
  EXPECT_EQ(several.status, 0) << several.err;
  const auto lines = split_lines(several.out);
  ASSERT_EQ(lines.size(), 3U);
  for (const std::string& line : lines) EXPECT_THAT(line, StartsWith("{\"format\":\"yidan.bill/1\""));
  EXPECT_EQ(lines[0], lines[2]);
  EXPECT_THAT(lines[1], HasSubstr("\"person\":\"P1\""));
}

TEST(Settle, StreamsLinesInOrderAndSurvivesABadOne) {
  std::string input;
  for (int i = 0; i < 300; ++i) input += a_case("N" + std::to_string(i), "\"600.00\"") + "\n";
  input += "\n{\"format\": oops}\n" + a_case("LAST", "\"600.00\"");
  const Ran stream = yidan_run("settle --jsonl --no-steps --lang en -", input);
  EXPECT_EQ(stream.status, 1);
  const auto lines = split_lines(stream.out);
  ASSERT_EQ(lines.size(), 302U);
  for (std::size_t i = 0; i < 300; ++i) {
    EXPECT_THAT(lines[i], HasSubstr("\"person\":\"N" + std::to_string(i) + "\""));
  }
  EXPECT_THAT(lines[300], HasSubstr("\"where\":\"302:12\""));
  EXPECT_THAT(lines[300], HasSubstr("\"status\":\"rejected\""));
  EXPECT_THAT(lines[301], HasSubstr("\"person\":\"LAST\""));
}

TEST(Settle, WithoutStepsChangesNothingElse) {
  const Ran full = yidan_run("settle --jsonl -", kGood);
  const Ran none = yidan_run("settle --jsonl --no-steps -", kGood);
  EXPECT_THAT(full.out, HasSubstr("\"steps\""));
  EXPECT_EQ(none.out, without_steps(full.out));
}

TEST(Settle, StepsAsIdsKeepRulesAndNumbers) {
  const Ran ids = yidan_run("settle --jsonl --steps ids -", kGood);
  EXPECT_THAT(ids.out, HasSubstr("\"rule\":\"employee-outpatient.deductible\""));
  EXPECT_THAT(ids.out, HasSubstr("\"output\":\"500.00\""));
  EXPECT_THAT(ids.out, HasSubstr("YT-2.1.1-a"));
  EXPECT_THAT(ids.out, Not(HasSubstr("\"text\"")));
}

TEST(Settle, SpeaksChineseOrEnglish) {
  const Ran zh = yidan_run("settle --as json --lang zh -", kGood);
  const Ran en = yidan_run("settle --as json --lang en -", kGood);
  EXPECT_THAT(zh.out, HasSubstr("年度起付标准"));
  EXPECT_THAT(en.out, HasSubstr("yearly deductible"));
  EXPECT_THAT(en.out, Not(HasSubstr("起付")));
  EXPECT_EQ(yidan_run("--lang en settle --as json -", kGood).out, en.out) << "the option may stand before the command";
}

TEST(Settle, ShowsABillToPeople) {
  const Ran text = yidan_run("settle --as text --lang zh examples/yantai.json");
  EXPECT_EQ(text.status, 0) << text.err;
  EXPECT_THAT(text.out, HasSubstr("383.50"));
  EXPECT_THAT(text.out, Not(HasSubstr("yidan.bill/1")));
}

TEST(Settle, IndentsOneCaseAndKeepsLinesForMany) {
  EXPECT_GT(split_lines(yidan_run("settle --as json examples/yantai.json").out).size(), 10U);
  EXPECT_EQ(split_lines(yidan_run("settle --jsonl -", kGood + "\n" + kGood + "\n").out).size(), 2U);
}

// A record of somebody who joined and paid; `amount` as written.
std::string a_record(const std::string& person, const std::string& amount) {
  return R"({"format":"yidan.record/1","pool":"371700","person":{"id":")" + person +
         R"(","born":"1990-03-07","sex":"M"},"events":[)" +
         R"({"event":"enrol","on":"2021-11-03","scheme":"resident","status":"adult","insured_year":2022},)" +
         R"({"event":"pay","on":"2022-03-15","insured_year":2022,"amount":)" + amount + "}]}";
}

TEST(Standing, DerivesTheRecordOfTheContract) {
  const Ran ran = yidan_run("standing --as json examples/record-heze.json");
  EXPECT_EQ(ran.status, 0) << ran.err;
  json::Document document;
  const auto parsed = document.parse(ran.out);
  ASSERT_TRUE(parsed.has_value());
  EXPECT_EQ(scalar(member(*parsed, "format")), "yidan.standing/1");
  EXPECT_EQ(scalar(member(*parsed, "as_of")), "2023-12-31");
  const json::Value* years = member(*parsed, "years");
  EXPECT_EQ(scalar(member(years, "actual_months")), "8");
  EXPECT_EQ(scalar(member(years, "deemed_months")), "120");
  EXPECT_EQ(scalar(member(years, "required_months")), "360");
  EXPECT_EQ(scalar(member(years, "missing_months")), "232");
  const json::Value& cover = member(*parsed, "cover")->items()[0];
  EXPECT_EQ(scalar(member(&cover, "from")), "2022-04-15");
  EXPECT_EQ(scalar(member(&cover, "to")), "2023-01-01");
}

TEST(Standing, ShowsAStandingToPeople) {
  const Ran zh = yidan_run("standing --as text --lang zh examples/record-yantai.json");
  EXPECT_EQ(zh.status, 0) << zh.err;
  EXPECT_THAT(zh.out, HasSubstr("当日：享受待遇"));
  EXPECT_THAT(zh.out, Not(HasSubstr("196305")));
  const Ran en = yidan_run("standing --as text --lang en examples/record-yantai.json");
  EXPECT_THAT(en.out, HasSubstr("that day: covered"));
  EXPECT_THAT(en.out, HasSubstr("refused: balance too small"));
}

TEST(Standing, StreamsLinesInOrderAndSurvivesABadOne) {
  const std::string input = a_record("P1", "\"320.00\"") + "\n\n{\"format\": oops}\n" + a_record("P2", "320.00") +
                            "\n" + a_record("P3", "\"320.00\"");
  const Ran stream = yidan_run("standing --jsonl --lang en -", input);
  EXPECT_EQ(stream.status, 1);
  const auto lines = split_lines(stream.out);
  ASSERT_EQ(lines.size(), 4U);
  EXPECT_THAT(lines[0], HasSubstr("\"person\":\"P1\""));
  EXPECT_THAT(lines[1], HasSubstr("\"where\":\"3:12\""));
  EXPECT_THAT(lines[2], HasSubstr("\"where\":\"$.events[1].amount\""));
  EXPECT_THAT(lines[3], HasSubstr("\"person\":\"P3\""));
}

TEST(Standing, WithoutTextHasNoSentenceAndNoLanguage) {
  const std::string record = a_record("P1", "\"320.00\"");
  const Ran none = yidan_run("standing --jsonl --no-text --lang zh -", record);
  EXPECT_EQ(none.status, 0) << none.err;
  EXPECT_THAT(none.out, Not(HasSubstr("\"text\"")));
  EXPECT_EQ(yidan_run("standing --jsonl --no-text --lang en -", record).out, none.out);
  EXPECT_THAT(yidan_run("standing --jsonl --lang zh -", record).out, HasSubstr("\"text\""));
}

TEST(Standing, ExitsWithTwoWhenTheCommandLineOrAFileIsWrong) {
  EXPECT_EQ(yidan_run("standing --steps none -", a_record("P1", "\"320.00\"")).status, 2);
  EXPECT_EQ(yidan_run("standing nowhere.json").status, 2);
  EXPECT_EQ(yidan_run("standing --as json -", "{").status, 1);
  EXPECT_EQ(yidan_run("standing --as json examples/yantai.json").status, 1) << "a case is no record";
}

TEST(Settle, DerivesCoverFromARecord) {
  std::string text = kGood;
  text.replace(text.find("\"coverage\""), text.find("},\"encounters\"") - text.find("\"coverage\""),
               R"("born":"1990-03-07")");
  text.insert(text.find("\"encounters\""),
              R"("events":[{"event":"enrol","on":"2021-11-03","scheme":"resident","status":"adult"}],)");
  const Ran unpaid = yidan_run("settle --jsonl --no-steps --lang en -", text);
  EXPECT_EQ(unpaid.status, 0) << unpaid.out;
  EXPECT_THAT(unpaid.out, HasSubstr("\"status\":\"not-covered\",\"reason\":{\"code\":\"unpaid\""));
}

TEST(PolicyCheck, FindsTheShippedPacksSound) {
  const Ran sound = yidan_run("policy check --lang en");
  EXPECT_EQ(sound.status, 0) << sound.out;
  EXPECT_THAT(sound.out, HasSubstr(std::to_string(shipped_policy().pools.size()) + " pools"));
}

TEST(PolicyCheck, ReportsProblemsLikeACompiler) {
  const TemporaryFolder folder;
  std::filesystem::copy(in_repository("tests/cases/bad/base"), folder.path() / "packs",
                        std::filesystem::copy_options::recursive);
  std::filesystem::copy_file(in_repository("tests/cases/bad/packs/rate-over-100/province/inpatient/ratio.yaml"),
                             folder.path() / "packs/province/inpatient/ratio.yaml",
                             std::filesystem::copy_options::overwrite_existing);
  const Ran wrong = yidan_run("policy check --lang en '" + (folder.path() / "packs").string() + "'");
  EXPECT_EQ(wrong.status, 1);
  EXPECT_THAT(wrong.out, StartsWith("packs/province/inpatient/ratio.yaml:6:31: error: "));
  EXPECT_THAT(wrong.err, HasSubstr("1 error"));
}

TEST(PolicyCheck, RefusesAFolderThatIsNone) { EXPECT_NE(yidan_run("policy check nowhere").status, 0); }

TEST(PolicyShow, SaysWhatIsInForceOnADay) {
  const Ran text = yidan_run("policy show 370600 --on 2023-03-05 --lang en --as text");
  EXPECT_EQ(text.status, 0) << text.err;
  EXPECT_THAT(text.out, HasSubstr("1800.00"));
  EXPECT_THAT(text.out, HasSubstr("YT-2.1.3-a"));
  EXPECT_THAT(text.out, Not(HasSubstr("YT-2.1.3-b")));
  EXPECT_EQ(yidan_run("policy show 烟台市 --on 2023-03-05 --lang en --as text").out, text.out);
  json::Document document;
  const Ran json = yidan_run("policy show Yantai --on 2023-03-05 --as json");
  EXPECT_TRUE(document.parse(json.out).has_value());
}

TEST(PolicyShow, RefusesAnUnknownPoolOrDay) {
  const Ran pool = yidan_run("policy show 370700 --on 2023-03-05 --lang en");
  EXPECT_EQ(pool.status, 2);
  EXPECT_THAT(pool.err, HasSubstr("371700"));
  EXPECT_EQ(yidan_run("policy show 370600 --on 2023-02-30").status, 2);
  EXPECT_EQ(yidan_run("policy show").status, 2);
}

TEST(PolicyClauses, ListsWhoCitesWhat) {
  const Ran clauses = yidan_run("policy clauses");
  EXPECT_EQ(clauses.status, 0) << clauses.err;
  EXPECT_THAT(clauses.out, HasSubstr("YT-2.1.1-a\t370600\temployee-outpatient.deductible\t"));
  EXPECT_THAT(clauses.out, HasSubstr("/370600-yantai/employee-outpatient/deductible.yaml:"));
  EXPECT_THAT(clauses.out, HasSubstr("RZ-3.1-b\t370000\tbounds.RZ-3.1-b\t"));
  const auto lines = split_lines(clauses.out);
  EXPECT_TRUE(std::ranges::is_sorted(lines));
  EXPECT_EQ(yidan_run("policy clauses --format tsv").out, clauses.out);
}

TEST(PolicyDocuments, AreShownAsTextAndAsJson) {
  const Ran documents = yidan_run("policy documents --lang en");
  EXPECT_EQ(documents.status, 0) << documents.err;
  EXPECT_THAT(documents.out, HasSubstr("YT  烟政办发〔2022〕17号"));
  EXPECT_THAT(yidan_run("policy documents --as json").out, HasSubstr("yidan.documents/1"));
}

TEST(PolicyDiff, ShowsWhatChangesOverNewYear) {
  const Ran diff = yidan_run("policy diff 370600 2022-12-31 2023-01-01 --lang en");
  EXPECT_EQ(diff.status, 0) << diff.err;
  EXPECT_THAT(diff.out, HasSubstr("900.00"));
  EXPECT_THAT(diff.out, HasSubstr("1800.00"));
  EXPECT_THAT(diff.out, HasSubstr("YT-2.1.3-a"));
  EXPECT_THAT(diff.out, Not(HasSubstr("employee-outpatient.ratio")));
  EXPECT_THAT(yidan_run("policy diff 370600 2023-03-05 2023-03-06 --lang en").out, HasSubstr("nothing changed"));
}

TEST(PolicyExplain, PutsTheRulesOfADayOnOnePage) {
  const Ran page = yidan_run("policy explain Yantai --on 2022-12-31 --lang en");
  EXPECT_EQ(page.status, 0) << page.err;
  EXPECT_THAT(page.out, HasSubstr("at most: 900.00 yuan a year\n"));
  EXPECT_THAT(page.out, HasSubstr("the funds pay 720.00"));
  EXPECT_THAT(page.out, HasSubstr("900.00 yuan a year → 1800.00 yuan a year"));
  const Ran html = yidan_run("policy explain 370600 --on 2023-01-01 --as html --lang zh");
  EXPECT_THAT(html.out, HasSubstr(R"(data-rule="employee-outpatient.cap" title="YT-2.1.3-a SD20-2.3.0-b">1800.00<)"));
  EXPECT_THAT(yidan_run("policy explain 370600 --on 2023-01-01 --as json").out, HasSubstr("yidan.explanation/1"));
  const Ran over = yidan_run("policy explain 371300 --on 2026-01-01 --lang en");
  EXPECT_EQ(over.status, 1);
  EXPECT_THAT(over.err, HasSubstr("no policy in force on 2026-01-01"));
}

TEST(PolicyDiff, ComparesTwoFoldersAndTwoPools) {
  const TemporaryFolder folder;
  std::filesystem::copy(in_repository("packs"), folder.path() / "packs", std::filesystem::copy_options::recursive);
  const auto cap = folder.path() / "packs" / "370600-yantai" / "employee-outpatient" / "cap.yaml";
  std::string text = read_file(cap);
  text.replace(text.find("1800.00"), 7, "18000.00");
  write_file(cap, text);
  const std::string packs = "'" + (folder.path() / "packs").string() + "'";
  const Ran diff = yidan_run("policy diff 370600 2023-03-05 --lang en --with " + packs);
  EXPECT_EQ(diff.status, 0) << diff.err;
  EXPECT_THAT(diff.out,
              HasSubstr("employee-outpatient.cap  Yearly cap of employee general outpatient care\n  - 1800.00"));
  EXPECT_THAT(diff.out, HasSubstr("\n  + 18000.00"));
  const Ran effect = yidan_run("policy diff 370600 2023-03-05 --lang en --with " + packs +
                               " --case examples/yantai.json examples/heze.json");
  EXPECT_THAT(effect.out, HasSubstr("\nexamples/yantai.json\n  as before\n\nexamples/heze.json\n  as before\n"));
  EXPECT_EQ(yidan_run("policy diff 370600 2023-03-05 --with 371300 --case examples/yantai.json").status, 2);
  EXPECT_EQ(yidan_run("policy diff 370600 2023-03-05 --with " + packs + " --case nowhere.json").status, 2);
  EXPECT_THAT(yidan_run("policy diff Yantai 2023-03-05 --lang en --with Linyi").out, HasSubstr("  - "));
  EXPECT_EQ(yidan_run("policy diff Yantai 2023-03-05 --with nowhere").status, 2);
  EXPECT_EQ(yidan_run("policy diff Yantai 2023-03-05").status, 2);
  const Ran checked = yidan_run("policy check --lang en " + packs);
  EXPECT_EQ(checked.status, 0) << "a suspicion is no error";
  EXPECT_THAT(checked.out, HasSubstr("cap.yaml:7:5: warning: 18000.00 looks like a slip"));
  EXPECT_THAT(checked.out, HasSubstr("the packs are sound"));
}

TEST(PolicyNew, MakesACityThatSettlesAtOnce) {
  const TemporaryFolder folder;
  std::filesystem::copy(in_repository("packs"), folder.path() / "packs", std::filesystem::copy_options::recursive);
  const std::string packs = "--lang en --packs '" + (folder.path() / "packs").string() + "' ";
  const Ran made = yidan_run(packs + "policy new 371600 滨州市 --en Binzhou --like Yantai");
  EXPECT_EQ(made.status, 0) << made.err;
  EXPECT_TRUE(std::filesystem::exists(folder.path() / "packs" / "371600-binzhou" / "README.md"));
  EXPECT_THAT(yidan_run(packs + "policy check").out, HasSubstr("6 pools"));
  EXPECT_THAT(yidan_run(packs + "policy show 滨州 --on 2023-03-05").out, HasSubstr("Binzhou 371600"));
  EXPECT_EQ(yidan_run(packs + "policy new 371600 滨州市").status, 2) << "it is there";
  EXPECT_EQ(yidan_run(packs + "policy new 3716 滨州市").status, 2);
}

TEST(Settle, SaysOnDemandWhatTheClausesSay) {
  const Ran ran = yidan_run("settle --as text --clauses --lang zh examples/yantai.json");
  EXPECT_THAT(ran.out, HasSubstr("条款大意：\n"));
  EXPECT_THAT(ran.out, HasSubstr("\n     YT-2.1.3-a    年度限额1800元\n"));
  EXPECT_THAT(yidan_run("standing --as text --clauses --lang zh examples/record-heze.json").out, HasSubstr("条款大意"));
  EXPECT_THAT(yidan_run("settle --as json --clauses examples/yantai.json").out, Not(HasSubstr("条款大意")));
}

TEST(Help, EveryCommandHasOneInBothLanguages) {
  for (const char* command :
       {"", "settle", "standing", "policy", "policy check", "policy show", "policy clauses", "policy documents",
        "policy diff", "policy new", "policy explain", "supplements", "credentials"}) {
    const Ran zh = yidan_run(std::string(command) + " --help --lang zh");
    const Ran en = yidan_run(std::string(command) + " --help --lang en");
    EXPECT_EQ(zh.status, 0) << command;
    EXPECT_EQ(en.status, 0) << command;
    EXPECT_THAT(en.out, Not(IsEmpty())) << command;
    EXPECT_NE(zh.out, en.out) << command;
    EXPECT_THAT(en.err, IsEmpty()) << command;
  }
  EXPECT_THAT(yidan_run("settle --help --lang en").out, HasSubstr("exit status"));
  EXPECT_THAT(yidan_run("standing --help --lang en").out, HasSubstr("examples/record-heze.json"));
  EXPECT_THAT(yidan_run("--version").out, StartsWith("yidan "));
}

}  // namespace
}  // namespace yidan::testing
