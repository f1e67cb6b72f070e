// The worked bill of the ban on paying everything: what a person on the minimum allowance keeps of 100,000.00 in
// scope.
#include <algorithm>

#include <gtest/gtest.h>

#include "audit/audit.h"
#include "exchange/effect.h"
#include "policy/load.h"
#include "testing/packs.h"
#include "tests/support/case_file.h"

namespace yidan::testing {
namespace {

constexpr std::string_view kAssistanceRatio = "370800-jining/assistance/ratio.yaml";

// The shipped packs, but that assistance in Jining pays all.
policy::Policy paying_all() {
  policy::Source packs = shipped_packs();
  std::string& text = packs.files.at(std::string(kAssistanceRatio));
  constexpr std::string_view share = "\"70%\"";
  for (std::size_t at = text.find(share); at != std::string::npos; at = text.find(share, at)) {
    text.replace(at, share.size(), "\"100%\"");
  }
  auto policy = policy::load_policy(packs);
  if (!policy) throw std::runtime_error(to_text(policy.error().front(), Language::en));
  return std::move(*policy);
}

audit::Finding probe_finding(const policy::Policy& policy) {
  const policy::Pool* jining = policy.find(Region(370800));
  const auto report = audit::audit(policy, *jining, parse_date("2023-06-01").value());
  const auto found = std::ranges::find(report.findings, "SD42-3-c", [](const auto& each) { return each.bound->id; });
  if (found == report.findings.end()) throw std::out_of_range("SD42-3-c");
  return *found;
}

TEST(ProbeBill, SD42_3_c_LeavesThePersonSomethingUnlessAssistancePaysAll) {
  const policy::Policy all = paying_all();
  const CaseFile probe = read_case_file(in_repository("tests/cases/good/jining-resident-all-layers.yaml"));
  const auto effects = exchange::effects_of(shipped_policy(), all, probe.json);
  ASSERT_TRUE(effects) << effects.error().message.en;
  ASSERT_EQ(effects->size(), 1U);
  const benefit::Bill& now = effects->front().before;
  EXPECT_EQ(now.amounts.policy_scope, Money::yuan(100'000));
  EXPECT_EQ(to_text(now.cash), "5386.94");
  EXPECT_EQ(probe_finding(shipped_policy()).grade, Grade::ok);
  // With the whole of what is left paid, the same bill leaves nothing, and the bound is broken.
  EXPECT_EQ(to_text(effects->front().after.cash), "0.00");
  EXPECT_EQ(probe_finding(all).grade, Grade::violation);
}

}  // namespace
}  // namespace yidan::testing
