#include "policy/register.h"

#include <set>

#include <gtest/gtest.h>

#include "testing/packs.h"
#include "testing/values.h"

namespace yidan::policy {
namespace {

constexpr std::string_view kRegisterHead =
    "id\tdocument\tsection\tcapability\tregion\tstatus\tfrom\tthrough\ttestable\tgist_zh\tgist_en\n";
constexpr std::string_view kEarlierHead =
    "id\tdocument\tsection\tcapability\tfrom\tthrough\ttestable\tgist_zh\tgist_en\n";

class Register : public ::testing::Test {
 protected:
  ClauseRegister read(const std::string& rows) {
    return read_register(std::string(kRegisterHead) + rows, "clauses.tsv", problems_);
  }

  // "line:column" of each problem.
  [[nodiscard]] std::string places() const {
    std::string places;
    for (const Problem& problem : problems_.sorted()) {
      places += std::to_string(problem.at.line) + ":" + std::to_string(problem.at.column) + " ";
    }
    return places;
  }

  Problems problems_;
};

TEST_F(Register, HoldsEveryClauseByItsId) {
  const auto clauses = read(
      "YT-2.1-a\tYT\t二（一）\toutpatient\t370600\tin-force\t2022-07-01\t2023-12-31\tyes\t门诊统筹\tpooled outpatient\n"
      "YT-2.1.1-a\tYT\t二（一）\toutpatient\t370600\tdraft\t\t\tno\t门诊\toutpatient\n");
  EXPECT_TRUE(problems_.empty());
  ASSERT_EQ(clauses.size(), 2U);
  const Clause& clause = clauses.at("YT-2.1-a");
  EXPECT_EQ(clause.document, "YT");
  EXPECT_EQ(clause.section, "二（一）");
  EXPECT_EQ(clause.capability, "outpatient");
  EXPECT_TRUE(clause.testable);
  EXPECT_EQ(clause.region, Region(370600));
  EXPECT_EQ(clause.status, PolicyStatus::in_force);
  EXPECT_EQ(clause.from, testing::day("2022-07-01"));
  EXPECT_EQ(clause.until, testing::day("2024-01-01"));  // the register has the last day, the program the one after it
  EXPECT_EQ(clause.gist, (Text{"门诊统筹", "pooled outpatient"}));
  const Clause& other = clauses.at("YT-2.1.1-a");
  EXPECT_FALSE(other.testable);
  EXPECT_EQ(other.status, PolicyStatus::draft);
  EXPECT_EQ(other.from, std::nullopt);
  EXPECT_EQ(other.until, Date::never());
}

TEST_F(Register, ReportsEveryMalformedRowAndReadsTheOthers) {
  const auto clauses = read(
      "a\tYT\t\t\t370600\tin-force\t\t\tyes\t一\tone\n"
      "b\tYT\t\t\t370600\tin-force\t\t\tyes\t二\n"
      "c\tYT\t\t\t370600\tin-force\t\t\tyes\t三\tthree\tmore\n"
      "\tYT\t\t\t370600\tin-force\t\t\tyes\t四\tfour\n"
      "e\tYT\t\t\t370600\tin-force\t\t\tyes\t五\tfive");
  EXPECT_EQ(places(), "3:1 4:1 5:1 ");
  EXPECT_EQ(clauses.size(), 2U);
  EXPECT_TRUE(clauses.contains("a") && clauses.contains("e"));
}

TEST_F(Register, ReportsWhatCannotBeReadAtItsColumn) {
  (void)read(
      "a\tYT\t一\t\t山东\tin-force\t\t\tyes\t一\tone\n"
      "b\tYT\t一\t\t370600\texpired\t\t\tyes\t一\tone\n"
      "c\tYT\t一\t\t370600\tin-force\t2022-02-30\t\tyes\t一\tone\n"
      "d\tYT\t一\t\t370600\tin-force\t2022-03-01\t2022-02-28\tyes\t一\tone\n");
  EXPECT_EQ(places(), "2:9 3:16 4:25 5:36 ");
}

TEST_F(Register, OfEarlierFormIsReadOfBooksAlone) {
  const std::string text = std::string(kEarlierHead) + "a\tYT\t一\tx\t2022-07-01\t\tyes\t一\tone\n";
  const auto kept = read_register(text, "clauses.tsv", problems_, Judging::kept);
  EXPECT_TRUE(problems_.empty());
  EXPECT_FALSE(kept.at("a").region.known());
  EXPECT_EQ(kept.at("a").from, testing::day("2022-07-01"));
  EXPECT_TRUE(read_register(text, "clauses.tsv", problems_).empty());
  EXPECT_EQ(places(), "1:1 ");
}

TEST_F(Register, IsReadWithTheMarkAndTheLineEndsOfSpreadsheets) {
  const auto clauses = read_register("\xEF\xBB\xBF" + std::string(kRegisterHead.substr(0, kRegisterHead.size() - 1)) +
                                         "\r\n" + "a\tYT\t\t\t370600\tin-force\t\t\tyes\t一\tone\r\n",
                                     "clauses.tsv", problems_);
  EXPECT_TRUE(problems_.empty());
  EXPECT_EQ(clauses.at("a").gist.en, "one");
}

TEST_F(Register, ThatIsNotUtf8IsAProblemOfItsPlace) {
  EXPECT_TRUE(read("a\tYT\t\t\t370600\tin-force\t\t\tyes\t\xD1\xCC\tone\n").empty());
  EXPECT_EQ(places(), "2:30 ");
}

TEST_F(Register, RefusesAnIdThatStandsTwice) {
  const auto clauses =
      read("a\tYT\t\t\t370600\tin-force\t\t\tyes\t一\tone\na\tYT\t\t\t370600\tin-force\t\t\tyes\t二\ttwo\n");
  EXPECT_EQ(places(), "3:1 ");
  EXPECT_EQ(clauses.at("a").gist.en, "one");
}

TEST_F(Register, ThatIsMissingIsAProblemOfTheFile) {
  const auto clauses = read_register(std::nullopt, "packs/clauses/clauses.tsv", problems_);
  EXPECT_TRUE(clauses.empty());
  ASSERT_EQ(problems_.sorted().size(), 1U);
  EXPECT_EQ(to_text(problems_.sorted()[0].at), "packs/clauses/clauses.tsv");
}

TEST_F(Register, ShippedHasADocumentAndAGistForEveryClause) {
  const Source& packs = testing::shipped_packs();
  const auto clauses = read_register(packs.files.at("clauses/clauses.tsv"), "clauses.tsv", problems_);
  EXPECT_TRUE(problems_.empty());
  EXPECT_EQ(clauses.size(), 576U);
  const std::set<std::string> documents{"RZ", "SD20", "HZ", "SD42", "YT", "JN", "LY"};
  for (const auto& [id, clause] : clauses) {
    EXPECT_TRUE(documents.contains(clause.document)) << id;
    EXPECT_TRUE(id.starts_with(clause.document + "-")) << id;
    EXPECT_FALSE(clause.gist.zh.empty() || clause.gist.en.empty()) << id;
    EXPECT_FALSE(clause.gist.en.ends_with('\r')) << id;
  }
}

}  // namespace
}  // namespace yidan::policy
