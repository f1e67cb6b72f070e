#include "policy/register.h"

#include <set>

#include <gtest/gtest.h>

#include "testing/packs.h"

namespace yidan::policy {
namespace {

constexpr std::string_view kHead = "id\tdocument\tsection\tcapability\tfrom\tthrough\ttestable\tgist_zh\tgist_en\n";

class Register : public ::testing::Test {
 protected:
  ClauseRegister read(const std::string& rows) {
    return read_register(std::string(kHead) + rows, "clauses.tsv", problems_);
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
      "YT-2.1-a\tYT\t二（一）\toutpatient\t2022-07-01\t\tyes\t门诊统筹\tpooled outpatient\n"
      "YT-2.1.1-a\tYT\t二（一）\toutpatient\t2022-07-01\t\tno\t门诊\toutpatient\n");
  EXPECT_TRUE(problems_.empty());
  ASSERT_EQ(clauses.size(), 2U);
  const Clause& clause = clauses.at("YT-2.1-a");
  EXPECT_EQ(clause.document, "YT");
  EXPECT_EQ(clause.section, "二（一）");
  EXPECT_EQ(clause.capability, "outpatient");
  EXPECT_TRUE(clause.testable);
  EXPECT_EQ(clause.gist, (Text{"门诊统筹", "pooled outpatient"}));
  EXPECT_FALSE(clauses.at("YT-2.1.1-a").testable);
}

TEST_F(Register, ReportsEveryMalformedRowAndReadsTheOthers) {
  const auto clauses = read(
      "a\tYT\t\t\t\t\tyes\t一\tone\n"
      "b\tYT\t\t\t\t\tyes\t二\n"
      "c\tYT\t\t\t\t\tyes\t三\tthree\tmore\n"
      "\tYT\t\t\t\t\tyes\t四\tfour\n"
      "e\tYT\t\t\t\t\tyes\t五\tfive");
  EXPECT_EQ(places(), "3:1 4:1 5:1 ");
  EXPECT_EQ(clauses.size(), 2U);
  EXPECT_TRUE(clauses.contains("a") && clauses.contains("e"));
}

TEST_F(Register, RefusesAnIdThatStandsTwice) {
  const auto clauses = read("a\tYT\t\t\t\t\tyes\t一\tone\na\tYT\t\t\t\t\tyes\t二\ttwo\n");
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
  EXPECT_GT(clauses.size(), 500U);
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
