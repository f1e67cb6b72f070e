// The testable clauses about people (enrolment, premiums, cover, years, accounts, categories, applications) are cited
// by the packs, or tests/cases/unbound.txt says why no value is theirs.
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

constexpr std::array<std::string_view, 11> kCapabilitiesOfPeople{
    "enrolment",          "relation-transfer",  "coverage-timing",    "contribution-engine",
    "contribution-years", "premium-subsidy",    "personal-account",   "account-usage",
    "category-registry",  "indicator-registry", "poverty-application"};

// By clause: the rules that cite it.
std::map<std::string, std::set<std::string>> citing_rules() {
  std::map<std::string, std::set<std::string>> rules;
  for (const policy::Citation& citation : policy::citations(shipped_policy())) {
    rules[citation.clause].insert(citation.what);
  }
  return rules;
}

bool is_about_people(const policy::Clause& clause) {
  return std::ranges::find(kCapabilitiesOfPeople, clause.capability) != kCapabilitiesOfPeople.end();
}

// "ID reason" a line; "#" begins a comment.
std::map<std::string, std::string> unbound() {
  std::map<std::string, std::string> reasons;
  for (const std::string& line : split_lines(read_file(in_repository("tests/cases/unbound.txt")))) {
    if (line.empty() || line.front() == '#') continue;
    const std::size_t space = line.find(' ');
    reasons[line.substr(0, space)] = space == std::string::npos ? "" : line.substr(space + 1);
  }
  return reasons;
}

TEST(PeopleClauses, TestableOnesAreCitedByThePacksOrSayWhyNot) {
  const auto rules = citing_rules();
  const auto reasons = unbound();
  for (const auto& [id, clause] : shipped_policy().clauses) {
    if (!clause.testable || !is_about_people(clause)) continue;
    if (rules.contains(id)) {
      EXPECT_FALSE(reasons.contains(id)) << id << " is cited now: take it out of tests/cases/unbound.txt";
    } else if (!reasons.contains(id)) {
      ADD_FAILURE() << id << " (" << clause.capability << ", " << clause.section << "): " << clause.gist.en
                    << " No pack cites it: cite it where its value stands, or say why none does in "
                    << "tests/cases/unbound.txt.";
    }
  }
}

TEST(PeopleClauses, UnboundOnesAreOfTheRegisterAndSayWhy) {
  for (const auto& [id, reason] : unbound()) {
    EXPECT_TRUE(shipped_policy().clauses.contains(id)) << id;
    EXPECT_FALSE(reason.empty()) << id << " needs a reason in tests/cases/unbound.txt";
  }
}

TEST(PeopleClauses, TheRegisterHasThemAtAll) {
  std::set<std::string_view> found;
  for (const auto& [id, clause] : shipped_policy().clauses) {
    if (clause.testable && is_about_people(clause)) found.insert(clause.capability);
  }
  EXPECT_EQ(found.size(), kCapabilitiesOfPeople.size());
}

}  // namespace
}  // namespace yidan::testing
