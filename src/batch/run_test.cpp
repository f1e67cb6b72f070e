#include "batch/run.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "batch/credit.h"
#include "batch/test_support.h"
#include "testing/packs.h"

namespace yidan::batch {
namespace {

using ::testing::HasSubstr;

TEST(Run, AnswersAreTheSameHoweverTheInputIsCut) {
  const std::string text =
      "id,born,status,monthly_wage\r\n\"P1\",1990-01-01,active,6000\r\nP2,1990-01-01,flexible,\r\nP3,\"un\r\n"
      "P4,1950-01-01,retired,";
  CreditJob whole_job(testing::shipped_pool(kYantai), Month::of(2023, 3));
  const Ran whole = run_text(whole_job, Format::csv, text);
  EXPECT_EQ(whole.counts.answered, 2U);
  EXPECT_EQ(whole.counts.refused, 2U);
  for (std::size_t block = 1; block < 30; ++block) {
    CreditJob job(testing::shipped_pool(kYantai), Month::of(2023, 3));
    std::string out;
    std::size_t refused = 0;
    batch::Run run(job, Format::csv, [&refused](const Row&, const Refusal&) { ++refused; });
    for (std::size_t at = 0; at < text.size(); at += block) EXPECT_TRUE(run.push(text.substr(at, block), out));
    EXPECT_TRUE(run.finish(out));
    EXPECT_EQ(out, whole.out) << block;
    EXPECT_EQ(refused, 2U) << block;
  }
}

struct Line {
  std::string_view text;
  std::string_view code;
  std::string_view column;
};

const std::vector<Line> kLines{
    {"{", "syntax", ""},
    {"[]", "wrong-type", ""},
    {"{\"id\":1}", "wrong-type", "id"},
    {"{\"id\":\"1\",\"id\":\"2\"}", "duplicate-key", "id"},
    {"{\"idd\":\"1\"}", "unknown-key", "idd"},
    {"{\"id\":true}", "wrong-type", "id"},
    {"{\"id\":\"\"}", "missing", "id"},
    {"{}", "missing", "id"},
};

TEST(Run, LineOfJsonThatIsWrongStopsNothing) {
  for (const Line& each : kLines) {
    CreditJob job(testing::shipped_pool(kYantai), Month::of(2023, 3));
    const auto good = [](const std::string& id) {
      return R"({"id":")" + id + R"(","born":"1950-01-01","status":"retired"})" + "\n";
    };
    const Ran ran = run_text(job, Format::jsonl, good("P1") + std::string(each.text) + "\n" + good("P2"));
    EXPECT_EQ(ran.counts.answered, 2U) << each.text;
    ASSERT_EQ(ran.refused.size(), 1U) << each.text;
    EXPECT_EQ(ran.refused[0].line, 2U);
    EXPECT_EQ(ran.refused[0].refusal.code, each.code) << each.text;
    EXPECT_EQ(ran.refused[0].refusal.column, each.column) << each.text;
  }
}

TEST(Run, RefusalIsWrittenWithTheRowAsItStood) {
  const Row row{.line = 7, .raw = "P1,\"a\nb\",\xD5", .values = {}, .refusal = {}};
  const Refusal refusal{"no-account", "status", {"没有账户", "no account"}, {"YT-2.2.1-p"}};
  std::string csv;
  Sheet sheet(Format::csv, refusal_columns(), csv);
  sheet.heading();
  write_refusal(sheet, row, refusal, Language::zh);
  EXPECT_EQ(csv,
            "line,column,code,message,clauses,row\n"
            "7,status,no-account,没有账户,YT-2.2.1-p,\"P1,\"\"a\nb\"\",\xEF\xBF\xBD\"\n");
  std::string jsonl;
  Sheet lines(Format::jsonl, refusal_columns(), jsonl);
  lines.heading();
  write_refusal(lines, row, refusal, Language::en);
  EXPECT_THAT(jsonl, HasSubstr(R"({"line":7,"column":"status","code":"no-account","message":"no account",)"));
  EXPECT_THAT(jsonl, HasSubstr(R"("row":"P1,\"a\nb\",)"));
}

}  // namespace
}  // namespace yidan::batch
