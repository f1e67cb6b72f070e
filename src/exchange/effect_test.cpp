#include "exchange/effect.h"

#include <gtest/gtest.h>

#include "policy/load.h"
#include "testing/files.h"
#include "testing/packs.h"

namespace yidan::exchange {
namespace {

// The shipped packs with another cap of Yantai's outpatient care.
policy::Policy with_cap_of(const std::string& amount) {
  policy::Source source = testing::shipped_packs();
  std::string& cap = source.files.at("370600-yantai/employee-outpatient/cap.yaml");
  cap.replace(cap.find("1800.00"), 7, amount);
  return std::move(*policy::load_policy(source));
}

std::string case_of(const std::string& name) {
  return testing::read_file(testing::in_repository("examples") / (name + ".json"));
}

TEST(Effect, IsTheBillBeforeAndAfter) {
  const policy::Policy after = with_cap_of("300.00");
  const auto effects = effects_of(testing::shipped_policy(), after, case_of("yantai"));
  ASSERT_TRUE(effects);
  EXPECT_EQ(describe(*effects, Language::zh),
            "  E1  基金 383.50 → 300.00  账户 1,126.50 → 1,200.00  现金 0.00 → 10.00\n");
}

TEST(Effect, IsNoneWhereNothingOfTheCaseChanged) {
  const policy::Policy after = with_cap_of("300.00");
  const auto effects = effects_of(testing::shipped_policy(), after, case_of("heze"));
  ASSERT_TRUE(effects);
  EXPECT_FALSE(effects->empty());
  EXPECT_EQ(describe(*effects, Language::en), "  as before\n");
}

TEST(Effect, OfWhatIsNoCaseIsItsError) {
  EXPECT_FALSE(effects_of(testing::shipped_policy(), testing::shipped_policy(), "{}"));
}

}  // namespace
}  // namespace yidan::exchange
