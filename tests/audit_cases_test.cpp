// The case files of tests/cases/audit: what an audit finds of the shipped packs, and of packs in which a deviation was
// planted. One test for each expectation, called after its bound, so that a clause that nobody checks is seen.
#include <algorithm>
#include <map>
#include <set>

#include <gtest/gtest.h>

#include "audit/sentence.h"
#include "tests/support/audit_case.h"

namespace yidan::testing {
namespace {

const std::vector<AuditCase>& audit_cases() {
  static const std::vector<AuditCase> all = [] {
    std::vector<AuditCase> list;
    for (const auto& file : list_files(in_repository("tests/cases/audit"), ".yaml"))
      list.push_back(read_audit_case(file));
    return list;
  }();
  return all;
}

// Where an expectation stands: the case, and its place in it.
struct AuditedPool {
  std::size_t of_case = 0;
  std::size_t at = 0;
};

std::vector<AuditedPool> places() {
  std::vector<AuditedPool> list;
  for (std::size_t i = 0; i < audit_cases().size(); ++i) {
    for (std::size_t j = 0; j < audit_cases()[i].expected.size(); ++j) list.push_back({i, j});
  }
  return list;
}

const audit::Report& report_of(const AuditedPool& place) {
  static std::map<std::tuple<std::size_t, std::string, std::string>, audit::Report> reports;
  const AuditCase& of = audit_cases()[place.of_case];
  const ExpectedFinding& expected = of.expected[place.at];
  const auto [entry, fresh] = reports.try_emplace({place.of_case, expected.pool, expected.on});
  if (fresh) {
    const policy::Pool* pool = of.policy->find(Region(std::stoi(expected.pool)));
    if (pool == nullptr) throw std::out_of_range(of.name + ": no pool " + expected.pool);
    entry->second = audit::audit(*of.policy, *pool, parse_date(expected.on).value(), of.experience);
  }
  return entry->second;
}

std::string text_of(const std::optional<Date>& day) { return day ? to_text(*day) : ""; }

// What the finding has for a member of the expectation.
std::string member_of(const audit::Finding& finding, const std::string& name) {
  if (name == "grade") return std::string(code(finding.grade));
  if (name == "measured") return audit::measured_of(finding);
  if (name == "bound") return finding.limit ? to_text(*finding.limit) : "";
  if (name == "least") return finding.least ? to_text(*finding.least) : "";
  if (name == "most") return finding.most ? to_text(*finding.most) : "";
  if (name == "due") return text_of(finding.due);
  if (name == "since") return text_of(finding.since);
  if (name == "basis") return finding.basis ? std::string(code(*finding.basis)) : "";
  if (name == "class") return std::string(code(finding.bound->grade_class));
  if (name == "draft") return finding.draft ? "true" : "false";
  if (name == "pack_error") return finding.pack_error ? "true" : "false";
  if (name == "by_analogy") return finding.bound->basis == Basis::analogy ? "true" : "false";
  if (name == "file") return finding.evidence.empty() ? "" : finding.evidence.front().at.file;
  throw std::runtime_error("an expectation has no member " + name);
}

class Audit : public ::testing::TestWithParam<AuditedPool> {};

TEST_P(Audit, FindsWhatTheCaseExpects) {
  const AuditCase& of = audit_cases()[GetParam().of_case];
  const ExpectedFinding& expected = of.expected[GetParam().at];
  const audit::Report& report = report_of(GetParam());
  const auto finding = std::ranges::find(report.findings, expected.id, [](const auto& each) { return each.bound->id; });
  if (expected.members.contains("absent")) {
    EXPECT_TRUE(finding == report.findings.end()) << of.name << ": " << expected.id << " on " << expected.on;
    return;
  }
  ASSERT_TRUE(finding != report.findings.end()) << of.name << ": no finding " << expected.id << " on " << expected.on;
  for (const auto& [name, value] : expected.members) {
    if (name == "says") {
      const std::string both = finding->text.zh + "\n" + finding->text.en;
      EXPECT_NE(both.find(value), std::string::npos) << of.name << ": " << expected.id << " says " << both;
    } else {
      EXPECT_EQ(member_of(*finding, name), value)
          << of.name << ": " << name << " of " << expected.id << " on " << expected.on << ": " << finding->text.en;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Clauses, Audit, ::testing::ValuesIn(places()), [](const auto& place) {
  const AuditCase& of = audit_cases()[place.param.of_case];
  std::string name = of.expected[place.param.at].id + "_" + of.name + "_" + std::to_string(place.param.at);
  std::ranges::replace_if(name, [](unsigned char c) { return std::isalnum(c) == 0; }, '_');
  return name;
});

// A clause with a bound that no case breaks is checked by nobody.
TEST(AuditCases, BreakEveryBound) {
  std::set<std::string> broken;
  for (const AuditCase& each : audit_cases()) {
    for (const ExpectedFinding& expected : each.expected) {
      const auto grade = expected.members.find("grade");
      if (grade != expected.members.end() && grade->second != "ok" && grade->second != "not-evaluable")
        broken.insert(expected.id);
    }
  }
  // What cannot deviate: it says what is shown.
  const std::set<std::string> cannot{"RZ-1.3-a"};
  for (const policy::Bound& bound : shipped_policy().bounds.rows) {
    EXPECT_TRUE(broken.contains(bound.id) || cannot.contains(bound.id)) << bound.id << ": no case breaks it";
  }
}

TEST(AuditCases, HaveATitle) {
  for (const AuditCase& each : audit_cases()) EXPECT_FALSE(each.title.empty()) << each.name;
}

}  // namespace
}  // namespace yidan::testing
