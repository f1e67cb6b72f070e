#include "policy/slips.h"

#include <gtest/gtest.h>

#include "policy/load.h"
#include "testing/packs.h"

namespace yidan::policy {
namespace {

// The shipped packs with one figure written otherwise.
std::vector<Problem> slips_with(const std::string& path, const std::string& old, const std::string& now) {
  Source source = testing::shipped_packs();
  std::string& text = source.files.at(path);
  const std::size_t at = text.find(old);
  EXPECT_NE(at, std::string::npos) << path << " has no " << old;
  text.replace(at, old.size(), now);
  const auto policy = load_policy(source);
  EXPECT_TRUE(policy) << path;
  return policy ? probable_slips(*policy) : std::vector<Problem>();
}

TEST(Slips, AreNoneInThePacksThatAreShipped) {
  for (const Problem& problem : probable_slips(testing::shipped_policy())) {
    ADD_FAILURE() << warning_text(problem, Language::en);
  }
}

TEST(Slips, AreRatesOfATenth) {
  const auto slips = slips_with("370600-yantai/employee-outpatient/ratio.yaml", "value: \"70%\"", "value: \"7%\"");
  ASSERT_FALSE(slips.empty());
  const std::string zh = warning_text(slips.front(), Language::zh);
  EXPECT_NE(zh.find("370600-yantai/employee-outpatient/ratio.yaml:"), std::string::npos) << zh;
  EXPECT_NE(zh.find(": 提示：7% 看似笔误"), std::string::npos) << zh;
  EXPECT_NE(warning_text(slips.front(), Language::en).find(": warning: 7% looks like a slip"), std::string::npos);
}

TEST(Slips, AreAmountsOfTenTimes) {
  const auto slips =
      slips_with("370600-yantai/employee-outpatient/cap.yaml", "value: \"1800.00\"", "value: \"18000.00\"");
  ASSERT_EQ(slips.size(), 1U);
  EXPECT_EQ(slips.front().message.en.find("18000.00 looks like a slip"), 0U) << slips.front().message.en;
}

}  // namespace
}  // namespace yidan::policy
