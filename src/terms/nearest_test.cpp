#include "terms/nearest.h"

#include <array>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace yidan {
namespace {

constexpr std::array<std::string_view, 7> kCare{"outpatient", "chronic",     "two-disease", "special-drug",
                                                "inpatient",  "day-surgery", "pharmacy"};

struct Slip {
  std::string_view written;
  std::string_view meant;
};

const std::vector<Slip> kSlips{
    {"outpatient", "outpatient"},      {"outpatent", "outpatient"},   {"out-patient", "outpatient"},
    {"outptaient", "outpatient"},      {"Outpatient", "outpatient"},  {"inpatent", "inpatient"},
    {"two_disease", "two-disease"},    {"daysurgery", "day-surgery"}, {"farmacy", "pharmacy"},
    {"special drugs", "special-drug"},
};

TEST(Nearest, FindsTheWordThatWasMeant) {
  for (const Slip& each : kSlips) EXPECT_EQ(nearest(each.written, kCare), each.meant) << each.written;
}

TEST(Nearest, SuggestsNothingWhenNothingIsNear) {
  for (const std::string_view far : {"dentist", "x", "hospital-stay", "门诊", "", "emergency"}) {
    EXPECT_EQ(nearest(far, kCare), "") << far;
  }
}

TEST(Nearest, SuggestsNothingForAVeryLongText) {
  const std::string longest(64, 'a');
  const std::string longer(65, 'a');
  const std::vector<std::string_view> known{longest, longer};
  EXPECT_EQ(nearest(longest, known), longest);
  EXPECT_EQ(nearest(longer, known), "");
}

TEST(Nearest, TakesTheFirstOfEquallyNearWords) {
  const std::vector<std::string_view> known{"level", "lever"};
  EXPECT_EQ(nearest("leven", known), "level");
}

TEST(Nearest, HasNoAnswerWithoutCandidates) { EXPECT_EQ(nearest("level", {}), ""); }

TEST(SplitWords, TakesAListApartAtItsCommas) {
  EXPECT_EQ(split_words("a, b c, d"), (std::vector<std::string_view>{"a", "b c", "d"}));
  EXPECT_EQ(split_words("a"), (std::vector<std::string_view>{"a"}));
  EXPECT_EQ(split_words("a,b"), (std::vector<std::string_view>{"a,b"}));
  EXPECT_TRUE(split_words("").empty());
}

TEST(DidYouMean, NamesTheNearestWordOrSaysWhatItIsGiven) {
  constexpr std::array<std::string_view, 2> known{"outpatient", "inpatient"};
  EXPECT_EQ(did_you_mean("outpatent", known), (Text{"：是否应为“outpatient”？", ": did you mean 'outpatient'?"}));
  EXPECT_EQ(did_you_mean("dental", known), Text{});
  EXPECT_EQ(did_you_mean("dental", known, {"：请删去", ": delete it"}), (Text{"：请删去", ": delete it"}));
}

}  // namespace
}  // namespace yidan
