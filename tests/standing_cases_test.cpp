// The case files of tests/cases/standing: records of events whose standings are compared with what was reckoned by hand
// from docs/people.md.

#include <gtest/gtest.h>

#include "exchange/standing_session.h"
#include "testing/packs.h"
#include "tests/support/case_file.h"
#include "tests/support/standing_check.h"

namespace yidan::testing {
namespace {

std::vector<std::filesystem::path> standing_files() {
  return list_files(in_repository("tests/cases/standing"), ".yaml");
}

std::string standing_text(std::string_view record) {
  std::string out;
  exchange::StandingSession(shipped_policy(), {}, exchange::Form::json).derive(record, out);
  return out;
}

class StandingFiles : public ::testing::TestWithParam<std::filesystem::path> {};

TEST_P(StandingFiles, StandsAsReckoned) {
  const std::string name = GetParam().filename().string();
  const CaseFile file = read_case_file(GetParam(), "record");
  EXPECT_FALSE(file.title.empty()) << name << ": a case file has a title";
  ASSERT_FALSE(file.expect.entries.empty()) << name << ": a case file expects something";
  const std::string text = standing_text(file.json);
  json::Document document;
  const auto parsed = document.parse(text);
  ASSERT_TRUE(parsed) << name << ": the standing is no JSON: " << parsed.error().reason.en;
  const json::Value& standing = **parsed;
  ASSERT_EQ(member(&standing, "status"), nullptr) << name << ": the record was rejected: " << text;
  StandingCheck check(standing);
  check.expect(file.expect);
  for (const std::string& difference : check.differences()) ADD_FAILURE() << name << ": " << difference;
  std::set<std::string> clauses;
  collect_clauses(standing, clauses);
  for (const std::string& clause : file.clauses) {
    EXPECT_TRUE(clauses.contains(clause)) << name << ": the standing does not cite " << clause;
  }
}

INSTANTIATE_TEST_SUITE_P(Standing, StandingFiles, ::testing::ValuesIn(standing_files()),
                         [](const auto& file) { return test_name(file.param); });

}  // namespace
}  // namespace yidan::testing
