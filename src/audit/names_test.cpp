// Old names in documents after their day (RZ-T-08).
#include <gtest/gtest.h>

#include "audit/audit.h"
#include "policy/load.h"
#include "testing/packs.h"
#include "testing/values.h"

namespace yidan::audit {
namespace {

// The shipped packs with one more document of that day and title.
policy::Policy with_document(std::string_view issued, std::string_view title) {
  policy::Source packs = testing::shipped_packs();
  packs.files.at("clauses/documents.yaml") +=
      "  - id: QQ\n    number: 日医保发〔2023〕1号\n    issuer: {zh: 日照市医疗保障局, en: The bureau}\n"
      "    title: {zh: " +
      std::string(title) + ", en: A notice}\n    issued: " + std::string(issued) +
      "\n    from: " + std::string(issued) + "\n    status: in-force\n";
  auto policy = policy::load_policy(packs);
  if (!policy) throw std::invalid_argument(to_text(policy.error().front(), Language::en));
  return std::move(*policy);
}

const Finding& finding_of(const Report& report, std::string_view id) {
  for (const Finding& finding : report.findings) {
    if (finding.bound->id == id) return finding;
  }
  throw std::out_of_range(std::string(id));
}

Grade grade_in(const policy::Policy& policy, std::string_view on) {
  const Report report = audit(policy, *policy.find(Region(371100)), testing::day(on), {});
  return finding_of(report, "RZ-T-08").grade;
}

constexpr std::string_view kOld = "关于职工大额救助金有关事项的通知";

TEST(FormerNames, RZ_T_08_InALaterDocumentAreFound) {
  const policy::Policy policy = with_document("2023-01-01", kOld);
  EXPECT_EQ(grade_in(policy, "2022-12-31"), Grade::ok);
  EXPECT_EQ(grade_in(policy, "2023-01-01"), Grade::warn);
  const Report report = audit(policy, *policy.find(Region(371100)), testing::day("2023-02-01"), {});
  EXPECT_NE(finding_of(report, "RZ-T-08").text.zh.find("职工大额救助金"), std::string::npos);
}

TEST(FormerNames, InADocumentOfTheirTimeAreFine) {
  EXPECT_EQ(grade_in(with_document("2022-12-31", kOld), "2023-02-01"), Grade::ok);
}

TEST(FormerNames, TheCanonicalOneIsNone) {
  EXPECT_EQ(grade_in(with_document("2023-01-01", "关于职工大额医疗费用补助的通知"), "2023-02-01"), Grade::ok);
}

}  // namespace
}  // namespace yidan::audit
