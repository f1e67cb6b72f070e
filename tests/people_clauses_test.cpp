// The testable clauses about people (enrolment, premiums, cover, years, accounts, categories, applications) are cited
// by the packs: what the register knows of them and no pack mentions is listed.
#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "policy/report/report.h"
#include "testing/files.h"
#include "testing/packs.h"

namespace yidan::testing {
namespace {

constexpr std::array<std::string_view, 11> kCapabilities{
    "enrolment",          "relation-transfer",  "coverage-timing",    "contribution-engine",
    "contribution-years", "premium-subsidy",    "personal-account",   "account-usage",
    "category-registry",  "indicator-registry", "poverty-application"};

// By clause: the rules that cite it.
std::map<std::string, std::set<std::string>> citing_rules() {
  std::map<std::string, std::set<std::string>> rules;
  for (const policy::Citation& citation : policy::citations(shipped_policy())) {
    rules[citation.clause].insert(citation.rule);
  }
  return rules;
}

bool is_about_people(const policy::Clause& clause) {
  return std::ranges::find(kCapabilities, clause.capability) != kCapabilities.end();
}

TEST(PeopleClauses, TestableOnesAreCitedByThePacks) {
  const auto rules = citing_rules();
  for (const auto& [id, clause] : shipped_policy().clauses) {
    if (!clause.testable || !is_about_people(clause) || rules.contains(id)) continue;
    ADD_FAILURE() << id << " (" << clause.capability << ", " << clause.section << "): " << clause.gist.en
                  << " No pack cites it: cite it where its value stands, or carry it in a pack.yaml.";
  }
}

// A milestone binds no value; every other clause must stand at one and not merely be carried by a pack as a whole.
TEST(PeopleClauses, OnlyMilestonesAreMerelyCarried) {
  const std::set<std::string> milestones{"RZ-3.2-d", "RZ-T-04"};
  const std::set<std::string> carried{"policy.carried"};
  for (const auto& [id, rules] : citing_rules()) {
    const policy::Clause& clause = shipped_policy().clauses.at(id);
    if (!clause.testable || !is_about_people(clause)) continue;
    EXPECT_EQ(rules == carried, milestones.contains(id)) << id << ": " << clause.gist.en;
  }
}

TEST(PeopleClauses, TheRegisterHasThemAtAll) {
  std::set<std::string_view> found;
  for (const auto& [id, clause] : shipped_policy().clauses) {
    if (clause.testable && is_about_people(clause)) found.insert(clause.capability);
  }
  EXPECT_EQ(found.size(), kCapabilities.size());
}

}  // namespace
}  // namespace yidan::testing
