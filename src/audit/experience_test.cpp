#include "audit/experience.h"

#include <gtest/gtest.h>

namespace yidan::audit {
namespace {

TEST(Experience, AddsUpWhatWasPaidOfTheBase) {
  Experience experience;
  EXPECT_TRUE(experience.empty());
  experience.add("employee-inpatient", 2023, {1, false}, Money::yuan(5000), Money::yuan(4230));
  experience.add("employee-inpatient", 2023, {2, false}, Money::yuan(9400), Money::yuan(7990));
  experience.add("employee-inpatient", 2023, {3, true}, Money::yuan(28'800), Money::yuan(23'280));
  experience.add("employee-inpatient", 2022, {3, true}, Money::yuan(100), Money::yuan(1));
  const auto average = experience.average("employee-inpatient", 2023);
  ASSERT_TRUE(average.has_value());
  EXPECT_EQ(to_text(*average), "82.18%");
  EXPECT_EQ(experience.bills("employee-inpatient", 2023), 3U);
  EXPECT_EQ(experience.parts("employee-inpatient", 2023).en, "level 1 84.6%, level 2 85%, level 3 retired 80.83%");
}

// The comparison is exact: what is printed as 60.00% may lie below it.
TEST(Experience, IsNotRounded) {
  Experience experience;
  experience.add("employee-outpatient", 2023, {}, Money::yuan(1000), Money::fen(59'999));
  EXPECT_LT(*experience.average("employee-outpatient", 2023), policy::Quantity::of(Rate::percent(60)));
}

TEST(Experience, KnowsNothingOfOtherBenefitsAndYears) {
  Experience experience;
  experience.add("employee-outpatient", 2023, {}, Money{}, Money{});
  EXPECT_FALSE(experience.average("employee-outpatient", 2023).has_value());
  EXPECT_FALSE(experience.average("employee-inpatient", 2023).has_value());
  EXPECT_FALSE(experience.average("employee-outpatient", 2022).has_value());
}

}  // namespace
}  // namespace yidan::audit
