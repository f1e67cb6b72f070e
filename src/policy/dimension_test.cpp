#include "policy/dimension.h"

#include <set>
#include <vector>

#include <gtest/gtest.h>

namespace yidan::policy {
namespace {

struct Named {
  Dimension dimension;
  std::string_view name;
  std::string_view words;
};

const std::vector<Named> kNamed{
    {Dimension::level, "level", "1, 2, 3"},
    {Dimension::status, "status", "active, retired, flexible, adult, child, student, newborn"},
    {Dimension::identity, "identity",
     "none, destitute, minimum-living, returned-to-poverty, minimum-living-margin, monitored, "
     "impoverished-by-illness, lifted-from-poverty"},
    {Dimension::place, "place", "local, remote-temporary, remote-referred, remote-resident"},
    {Dimension::order, "order", "1, 2, 3"},
    {Dimension::disease, "disease",
     "hypertension, diabetes, malignancy, dialysis, transplant, severe-mental-illness, mdr-tuberculosis, "
     "xdr-tuberculosis, pulmonary-tuberculosis, extrapulmonary-tuberculosis, chronic-hepatitis-b, "
     "chronic-hepatitis-c, cirrhosis"},
    {Dimension::held, "held", "1, 2"},
    {Dimension::cause, "cause",
     "illness, work-injury, third-party, public-health, abroad, wellness, check-up, state-declared"},
    {Dimension::line_class, "class", "A, B, C"},
    {Dimension::owner, "owner", "self, spouse, parent, child"},
    {Dimension::reason, "reason", "not-enrolled, unpaid, waiting-period, left, suspended"},
    {Dimension::layer, "layer", "basic, catastrophic, large-amount, civil-servant, assistance, re-assistance"},
    {Dimension::scheme_name, "scheme_name",
     "employee, resident, large-amount, catastrophic, civil-servant, enterprise-supplement"},
    {Dimension::employer_kind, "employer_kind", "government, institution, enterprise, flexible, file-custody, owner"},
    {Dimension::person_kind, "person_kind", "ordinary, veteran-cadre, disabled-serviceman"},
    {Dimension::sex, "sex", "F, M"},
    {Dimension::use, "use",
     "outpatient, inpatient, pharmacy, device, consumable, resident-premium, ltc-premium, "
     "inclusive-commercial-premium, public-health, fitness, wellness, check-up"},
    {Dimension::beneficiary, "for", "self, spouse, parent, child, other"},
    {Dimension::timing, "timing", "within, after, next-year"},
    {Dimension::joining, "entry", "first, again"},
    {Dimension::exempt, "exempt", "no, yes"},
    {Dimension::route, "route", "premium-subsidy, account-credit"},
    {Dimension::payer_fund, "payer",
     "employee-pooled, employee-large-amount, civil-servant, resident-pooled, resident-catastrophic, assistance, "
     "personal-account, ltc"},
    {Dimension::receiver_fund, "receiver",
     "employee-pooled, employee-large-amount, civil-servant, resident-pooled, resident-catastrophic, assistance, "
     "personal-account, ltc"},
    {Dimension::care, "care",
     "outpatient, chronic, two-disease, special-drug, inpatient, day-surgery, pharmacy, day-ward"},
    {Dimension::fund, "fund",
     "employee-pooled, employee-large-amount, civil-servant, resident-pooled, resident-catastrophic, assistance, "
     "personal-account, ltc"},
};

TEST(Dimension, IsNamedAsPacksWriteIt) {
  ASSERT_EQ(kNamed.size(), kDimensions);
  for (const Named& each : kNamed) {
    EXPECT_EQ(name_of(each.dimension), each.name);
    EXPECT_EQ(parse_dimension(each.name), each.dimension);
    EXPECT_EQ(words_of(each.dimension), each.words);
  }
  EXPECT_FALSE(parse_dimension("Level"));
  EXPECT_FALSE(parse_dimension(""));
}

TEST(Dimension, ReadsBackEveryOrdinal) {
  for (const Named& each : kNamed) {
    std::set<std::string> words;
    for (std::size_t i = 0; i < size_of(each.dimension); ++i) {
      const std::string word = ordinal_text(each.dimension, i);
      EXPECT_EQ(parse_ordinal(each.dimension, word), i) << each.name;
      EXPECT_TRUE(words.insert(word).second) << each.name << " " << word;
      const Text name = ordinal_name(each.dimension, i);
      EXPECT_FALSE(name.zh.empty() || name.en.empty()) << each.name << " " << word;
    }
    EXPECT_FALSE(parse_ordinal(each.dimension, "0")) << each.name;
    EXPECT_FALSE(parse_ordinal(each.dimension, "")) << each.name;
  }
}

TEST(Dimension, HasOrdinalsThatFitASet) {
  for (const Named& each : kNamed) EXPECT_LE(size_of(each.dimension), 32U) << each.name;
}

TEST(DimensionSet, HoldsWhatItWasGiven) {
  constexpr DimensionSet set{Dimension::status, Dimension::exempt};
  EXPECT_TRUE(set.contains(Dimension::status));
  EXPECT_TRUE(set.contains(Dimension::exempt));
  EXPECT_FALSE(set.contains(Dimension::level));
  EXPECT_EQ(names_of(set), "status, exempt");
  EXPECT_EQ(names_of({}), "");
}

TEST(Key, HoldsOneOrdinalADimension) {
  Key key;
  EXPECT_EQ(key[Dimension::level], 0U);
  key.set(Dimension::level, 2);
  key.set(Dimension::disease, 12);
  EXPECT_EQ(key[Dimension::level], 2U);
  EXPECT_EQ(key[Dimension::disease], 12U);
  EXPECT_EQ(key[Dimension::status], 0U);
}

TEST(DimensionSets, RestrictNothingAtFirst) {
  DimensionSets sets;
  for (const Named& each : kNamed) {
    for (std::size_t i = 0; i < size_of(each.dimension); ++i) EXPECT_TRUE(sets.contains(each.dimension, i));
  }
  sets.bits[static_cast<std::size_t>(Dimension::level)] = 0b110;
  EXPECT_FALSE(sets.contains(Dimension::level, 0));
  EXPECT_TRUE(sets.contains(Dimension::level, 1));
  EXPECT_TRUE(sets.contains(Dimension::level, 2));
}

}  // namespace
}  // namespace yidan::policy
