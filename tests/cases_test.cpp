// The case files of tests/cases/good: settled through a session, compared with what was reckoned by hand.
#include <array>
#include <fstream>
#include <map>
#include <set>

#include <gtest/gtest.h>

#include "exchange/assistance_session.h"
#include "exchange/standing_session.h"
#include "policy/report/report.h"
#include "testing/packs.h"
#include "tests/support/bill_check.h"
#include "tests/support/case_file.h"
#include "tests/support/standing_check.h"

namespace yidan::testing {
namespace {

std::vector<std::filesystem::path> case_files() { return list_files(in_repository("tests/cases/good"), ".yaml"); }

// The bills of a case file; the document owns them.
std::vector<const json::Value*> bills_of(const CaseFile& file, json::Document& document, std::string& text) {
  text = settle_text(file.json);
  const auto parsed = document.parse(text);
  if (!parsed) throw std::runtime_error("the bills are no JSON: " + parsed.error().reason.en);
  std::vector<const json::Value*> bills;
  if (const json::Value* list = member(*parsed, "bills")) {
    for (const json::Value& bill : list->items()) bills.push_back(&bill);
  }
  return bills;
}

class CaseFiles : public ::testing::TestWithParam<std::filesystem::path> {};

TEST_P(CaseFiles, SettlesAsReckoned) {
  const std::string name = GetParam().filename().string();
  const CaseFile file = read_case_file(GetParam());
  EXPECT_FALSE(file.title.empty()) << name << ": a case file has a title";
  json::Document document;
  std::string text;
  const auto bills = bills_of(file, document, text);
  ASSERT_EQ(bills.size(), file.expect.items.size()) << name << ": one expectation an encounter; the answer is " << text;
  std::set<std::string> clauses;
  for (std::size_t i = 0; i < bills.size(); ++i) {
    BillCheck check(*bills[i]);
    check.expect(file.expect.items[i]);
    check.expect_sums();
    for (const std::string& difference : check.differences()) ADD_FAILURE() << name << ": " << difference;
    clauses.merge(cited(*bills[i]));
  }
  for (const std::string& clause : file.clauses) {
    EXPECT_TRUE(clauses.contains(clause)) << name << ": no bill cites " << clause;
  }
}

INSTANTIATE_TEST_SUITE_P(Good, CaseFiles, ::testing::ValuesIn(case_files()),
                         [](const auto& file) { return test_name(file.param); });

// The capabilities that bills and standings serve; what packs cite of the others is the business of other commands.
constexpr std::array<std::string_view, 23> kCapabilities{
    "cost-scoping",       "accumulators",        "inpatient-benefit",       "outpatient-pooling",
    "chronic-outpatient", "two-disease-benefit", "catastrophic-benefit",    "assistance-benefit",
    "re-assistance",      "one-bill-settlement", "cross-region-settlement", "pay-later",
    "account-usage",      "indicator-registry",  "category-registry",       "enrolment",
    "relation-transfer",  "coverage-timing",     "contribution-engine",     "contribution-years",
    "premium-subsidy",    "personal-account",    "poverty-application"};

std::set<std::string> cited_by_packs() {
  std::set<std::string> clauses;
  for (const policy::Citation& citation : policy::citations(shipped_policy())) {
    const auto& clause = shipped_policy().clauses.at(citation.clause);
    if (std::ranges::find(kCapabilities, clause.capability) != kCapabilities.end()) clauses.insert(citation.clause);
  }
  return clauses;
}

// What the standing of a record, or the answer to an application, cites.
std::set<std::string> cited_by_answer(bool applies, const std::filesystem::path& path) {
  std::string text;
  if (applies) {
    exchange::AssistanceSession(shipped_policy(), {}, exchange::Form::json).assist(read_case_file(path).json, text);
  } else {
    exchange::StandingSession(shipped_policy(), {}, exchange::Form::json)
        .derive(read_case_file(path, "record").json, text);
  }
  json::Document document;
  const auto parsed = document.parse(text);
  std::set<std::string> clauses;
  if (parsed) collect_clauses(**parsed, clauses);
  return clauses;
}

std::set<std::string> reached_by_cases() {
  std::set<std::string> clauses;
  for (const auto& path : case_files()) {
    json::Document document;
    std::string text;
    for (const json::Value* bill : bills_of(read_case_file(path), document, text)) clauses.merge(cited(*bill));
  }
  for (const std::string_view folder : {"tests/cases/standing", "tests/cases/assist"}) {
    for (const auto& path : list_files(in_repository(std::string(folder)), ".yaml")) {
      clauses.merge(cited_by_answer(folder == "tests/cases/assist", path));
    }
  }
  return clauses;
}

// "ID reason" a line; "#" begins a comment.
std::map<std::string, std::string> excused() {
  std::map<std::string, std::string> excuses;
  for (const std::string& line : split_lines(read_file(in_repository("tests/cases/unreached.txt")))) {
    if (line.empty() || line.front() == '#') continue;
    const std::size_t space = line.find(' ');
    excuses[line.substr(0, space)] = space == std::string::npos ? "" : line.substr(space + 1);
  }
  return excuses;
}

TEST(Clauses, CitedByPacksAreReachedByACase) {
  const auto reached = reached_by_cases();
  const auto excuses = excused();
  for (const std::string& clause : cited_by_packs()) {
    if (reached.contains(clause)) {
      EXPECT_FALSE(excuses.contains(clause)) << clause << " is reached now: take it out of tests/cases/unreached.txt";
    } else if (!excuses.contains(clause)) {
      ADD_FAILURE() << clause << " is cited by the packs and no case reaches it: add a case, or say why not in "
                    << "tests/cases/unreached.txt";
    }
  }
}

TEST(Clauses, ExcusedOnesAreCitedAndSayWhy) {
  const auto cited = cited_by_packs();
  for (const auto& [clause, reason] : excused()) {
    EXPECT_TRUE(cited.contains(clause)) << clause << " is not cited by the packs: take it out of unreached.txt";
    EXPECT_FALSE(reason.empty()) << clause << " needs a reason in unreached.txt";
  }
}

}  // namespace
}  // namespace yidan::testing
