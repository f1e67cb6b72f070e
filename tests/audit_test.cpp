// `yidan policy audit` as a user sees it: drafts, bills, books, the forms of the answer, exit statuses.
#include <algorithm>

#include <gtest/gtest.h>

#include "testing/files.h"
#include "tests/support/run_yidan.h"

namespace yidan::testing {
namespace {

constexpr std::string_view kRatio =
    "title: {zh: 居民门诊支付比例, en: Ratio}\nunit: percent\nby: []\nvalues:\n"
    "  - {from: 2021-01-01, value: \"45%\", clauses: [HZ-2.1-b], basis: cited}\n";

void write_draft(const TemporaryFolder& folder, const std::string& path, std::string_view text) {
  const auto file = folder.path() / path;
  std::filesystem::create_directories(file.parent_path());
  write_file(file, text);
}

std::string draft_of(const TemporaryFolder& folder) { return " --draft '" + folder.path().string() + "'"; }

TEST(AuditCommand, SaysEveryBoundByTheSixDimensions) {
  const Ran ran = yidan_run("policy audit 370600 --on 2023-03-05 --lang en");
  EXPECT_EQ(ran.status, 0) << ran.err;
  for (const char* aspect :
       {"system framework", "names", "settings", "policy standards", "payment scope", "information system"}) {
    EXPECT_TRUE(has(ran.out, std::string("\n") + aspect + " (")) << aspect;
  }
  EXPECT_TRUE(has(ran.out, "[kept] SD20-2.3.2.3-b  Residents") || has(ran.out, "[kept] SD20-2.3.2.3-b  The yearly"));
  EXPECT_TRUE(has(ran.out, "packs/370600-yantai/employee-outpatient/deductible.yaml:"));
}

TEST(AuditCommand, OfADraftNamesTheClauseThatItBreaks) {
  const TemporaryFolder folder;
  write_draft(folder, "371700-heze/resident-outpatient/ratio.yaml", kRatio);
  const Ran before = yidan_run("policy audit 371700 --on 2023-12-31 --lang en" + draft_of(folder));
  EXPECT_EQ(before.status, 0) << before.err;
  EXPECT_TRUE(has(before.out, "[to be mended in time] SD20-2.3.3.3-a")) << before.out;
  const Ran after = yidan_run("policy audit 371700 --on 2024-01-01 --lang en" + draft_of(folder));
  EXPECT_EQ(after.status, 1);
  EXPECT_TRUE(has(after.out, "[violation] SD20-2.3.3.3-a")) << after.out;
  EXPECT_TRUE(has(after.out, "[violation] RZ-3.4-b"));
  EXPECT_TRUE(has(after.out, folder.path().string() + "/371700-heze/resident-outpatient/ratio.yaml:5"));
  EXPECT_EQ(yidan_run("policy audit 371700 --on 2024-01-01").status, 0) << "nothing was written";
}

TEST(AuditCommand, TakesADraftOfTheOnePack) {
  const TemporaryFolder folder;
  write_draft(folder, "resident-outpatient/ratio.yaml", kRatio);
  EXPECT_EQ(yidan_run("policy audit 371700 --on 2024-01-01" + draft_of(folder)).status, 1);
  const Ran all = yidan_run("policy audit --all --on 2024-01-01 --lang en" + draft_of(folder));
  EXPECT_EQ(all.status, 2);
  EXPECT_TRUE(has(all.err, "lay it out like the packs")) << all.err;
}

TEST(AuditCommand, RefusesADraftThatDoesNotCompile) {
  const TemporaryFolder folder;
  write_draft(folder, "371700-heze/resident-outpatient/ratio.yaml",
              "title: {zh: 甲, en: A}\nunit: percent\nby: []\nvalues:\n"
              "  - {from: 2021-01-01, value: \"45\", clauses: [HZ-2.1-b], basis: cited}\n");
  const Ran ran = yidan_run("policy audit 371700 --on 2024-01-01 --lang en" + draft_of(folder));
  EXPECT_EQ(ran.status, 2);
  EXPECT_TRUE(has(ran.err, folder.path().string() + "/371700-heze/resident-outpatient/ratio.yaml:5:")) << ran.err;
  EXPECT_TRUE(ran.out.empty());
  EXPECT_EQ(yidan_run("policy audit 371700 --draft none").status, 2);
  const TemporaryFolder empty;
  EXPECT_EQ(yidan_run("policy audit 371700" + draft_of(empty)).status, 2);
}

TEST(AuditCommand, AsksForOnePoolOrAll) {
  EXPECT_EQ(yidan_run("policy audit").status, 2);
  EXPECT_EQ(yidan_run("policy audit 370600 --all").status, 2);
  EXPECT_EQ(yidan_run("policy audit 370601").status, 2);
  EXPECT_EQ(yidan_run("policy audit 370600 --on 2023-02-30").status, 2);
  const Ran all = yidan_run("policy audit --all --on 2023-03-05 --as json");
  EXPECT_EQ(all.status, 0);
  EXPECT_TRUE(all.out.starts_with("[\n"));
}

TEST(AuditCommand, WritesOneRowAFinding) {
  const Ran ran = yidan_run("policy audit --all --on 2022-03-05 --as csv --lang en");
  EXPECT_TRUE(ran.out.starts_with("pool,on,id,dimension,class,grade,measured,operator,bound,")) << ran.out;
  EXPECT_TRUE(has(ran.out, "\r\n371100,2022-03-05,SD20-2.3.2.1-a,policy-standards,soft,ok,900.00,at-most,2387.91,,"));
}

TEST(AuditCommand, PrintsAPageWithPicturesAndWithoutAProgram) {
  const Ran ran = yidan_run("policy audit 371100 --on 2022-03-05 --as html --lang zh");
  EXPECT_EQ(ran.status, 0);
  EXPECT_TRUE(has(ran.out, "size: A4"));
  EXPECT_TRUE(has(ran.out, "<svg "));
  EXPECT_TRUE(has(ran.out, "SD20-2.3.3.3-a"));
  for (const char* other : {"<script", "http:", "https:", "src=", "url("}) EXPECT_FALSE(has(ran.out, other)) << other;
}

// Stays of residents, paid 85, 70 and 60 % of what lies above their deductibles.
std::string stay(const std::string& id, const std::string& scope, const std::string& deductible,
                 const std::string& paid, const std::string& counted = "0.00") {
  return R"({"encounter":")" + id + R"(","rule_date":"2023-03-05","status":"settled","amounts":{"policy_scope":")" +
         scope + R"("},"layers":[{"layer":"basic","benefit":"resident-inpatient","deductible":")" + deductible +
         R"(","paid":")" + paid + R"("}],"counters":{"resident-inpatient.paid":")" + counted + R"("}})";
}

// The last one has reached the year's cap, and of it nobody knows what lies below.
std::string bills_of_rizhao() {
  return R"({"format":"yidan.bill/1","person":"P","pool":"371100","bills":[)" +
         stay("A", "5000.00", "200.00", "4080.00") + "," + stay("B", "10000.00", "400.00", "6720.00") + "," +
         stay("C", "20000.00", "800.00", "11520.00") + "," + stay("D", "900000.00", "800.00", "100.00", "900000.00") +
         "]}\n";
}

TEST(AuditCommand, MeasuresAveragesFromBills) {
  const TemporaryFolder folder;
  write_file(folder.path() / "bills.jsonl", bills_of_rizhao());
  const std::string bills = " --bills '" + (folder.path() / "bills.jsonl").string() + "'";
  const Ran ran = yidan_run("policy audit 371100 --on 2023-12-31 --lang en" + bills);
  EXPECT_EQ(ran.status, 0) << ran.err;
  EXPECT_TRUE(has(ran.out, "measured 66.43%, to be about 70% (65% to 75%) (measured from 3 bills of 2023")) << ran.out;
  const Ran other = yidan_run("policy audit 371700 --on 2023-12-31 --lang en" + bills);
  EXPECT_EQ(other.status, 2);
  EXPECT_TRUE(has(other.err, "bills.jsonl:1: bills of pool 371100, not of 371700")) << other.err;
  EXPECT_EQ(yidan_run("policy audit --all" + bills).status, 2);
  EXPECT_EQ(yidan_run("policy audit 371100 --bills README.md").status, 2);
  EXPECT_EQ(yidan_run("policy audit 371100 --bills none.jsonl").status, 2);
}

TEST(AuditCommand, MeasuresAveragesFromTheBooks) {
  const TemporaryFolder folder;
  const std::string db = " --db '" + (folder.path() / "books.db").string() + "' ";
  ASSERT_EQ(yidan_run("init" + db).status, 0);
  ASSERT_EQ(yidan_run("post" + db + "examples/yantai.json").status, 0);
  const Ran ran = yidan_run("policy audit 370600 --on 2023-12-31 --lang en" + db);
  EXPECT_EQ(ran.status, 0) << ran.err;
  EXPECT_TRUE(has(ran.out, "bills of 2023")) << ran.out;
}

}  // namespace
}  // namespace yidan::testing
