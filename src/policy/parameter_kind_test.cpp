#include "policy/parameter_kind.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "terms/people.h"

namespace yidan::policy {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::Not;

TEST(ParameterKind, IsThatOfTheFile) {
  EXPECT_EQ(kind_of("account.scope")->id, "account.scope");
  EXPECT_EQ(kind_of("employee-inpatient.cap")->id, "cap");
  EXPECT_EQ(kind_of("indicators.average-pension")->id, "indicators");
  EXPECT_EQ(kind_of("indicators.average-wage")->units, "yuan/year");
  EXPECT_TRUE(kind_of("indicators.average-wage")->is_indicator());
  EXPECT_FALSE(kind_of("account.scope")->is_indicator());
}

TEST(ParameterKind, IsMissingWhereNothingReadsTheFile) {
  EXPECT_EQ(kind_of("account.scopes"), nullptr);
  EXPECT_EQ(kind_of("employee-inpatient.caps"), nullptr);
  EXPECT_EQ(kind_of("resident.rank"), nullptr);
}

TEST(ParameterKind, ListsItsWordsInTheOrderOfTheirOrdinals) {
  const ParameterKind& start = *kind_of("resident.newborn-cover");
  EXPECT_EQ(words_of(start), codes_of<NewbornStart>());
  for (std::size_t i = 0; i < count_of<NewbornStart>; ++i) {
    EXPECT_EQ(ordinal_of(start, Terms<NewbornStart>::words[i].code), static_cast<std::int64_t>(i));
  }
  EXPECT_FALSE(ordinal_of(start, "tomorrow"));
}

TEST(ParameterKind, MayAllowSomeWordsOfAnEnumOnly) {
  const ParameterKind& rest = *kind_of("resident.subsidy-rest");
  EXPECT_EQ(words_of(rest), "person, county");
  EXPECT_EQ(ordinal_of(rest, "county"), static_cast<std::int64_t>(Payer::county));
  EXPECT_FALSE(ordinal_of(rest, "employer"));
}

TEST(ParameterKind, SaysByWhatItMayBeKeyed) {
  EXPECT_EQ(names_of(kind_of("account.uses")->by), "use, for");
  EXPECT_EQ(names_of(kind_of("x.ratio")->by), "level, status, identity, place, order, disease, held");
  EXPECT_EQ(names_of(kind_of("funds.routes")->by), "route, payer, receiver");
  EXPECT_EQ(names_of(kind_of("resident.window")->by), "");
}

TEST(KnownStems, AreTheFilesOfAFolder) {
  EXPECT_THAT(known_stems("enrolment"), ElementsAre("duty", "residents", "residence-permit"));
  EXPECT_THAT(known_stems("resident"), Contains("newborn-limit"));
  EXPECT_THAT(known_stems("resident"), Not(Contains("cap")));
  EXPECT_THAT(known_stems("employee-inpatient"), Contains("cap"));
  EXPECT_THAT(known_stems("employee-inpatient"), Contains("benefit"));
}

TEST(BenefitPart, IsKnownByItsStem) {
  EXPECT_TRUE(is_benefit_part("tilt-ratio"));
  EXPECT_FALSE(is_benefit_part("window"));
}

}  // namespace
}  // namespace yidan::policy
