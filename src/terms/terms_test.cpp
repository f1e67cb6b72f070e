#include "terms/terms.h"

#include <algorithm>
#include <set>
#include <vector>

#include <gtest/gtest.h>

namespace yidan {
namespace {

// The name of an enumerator as the compiler prints it: "scheme::employee" gives "employee", no enumerator gives "".
template <auto Value>
constexpr std::string_view enumerator() {
  std::string_view text = __PRETTY_FUNCTION__;
  text.remove_prefix(text.find("Value = ") + 8);
  text = text.substr(0, text.find_first_of(";]"));
  if (text.front() == '(') return {};
  return text.substr(text.rfind(':') + 1);
}

template <class E, std::size_t... I>
std::vector<std::string_view> enumerators(std::index_sequence<I...>) {
  return {enumerator<static_cast<E>(I)>()...};
}

template <class E>
class ClosedWord : public testing::Test {};

using ClosedWords =
    testing::Types<Scheme, Status, Identity, Care, Place, Cause, Designation, StayKind, Disease, LineClass, Layer, Fund,
                   AccountOwner, Sex, BillStatus, CoverReason, NoBenefit, Basis, PolicyStatus>;
TYPED_TEST_SUITE(ClosedWord, ClosedWords);

TYPED_TEST(ClosedWord, HasATableAsLongAsItsEnum) {
  const auto names = enumerators<TypeParam>(std::make_index_sequence<count_of<TypeParam> + 1>());
  for (std::size_t i = 0; i < count_of<TypeParam>; ++i) EXPECT_FALSE(names[i].empty()) << "no member " << i;
  EXPECT_EQ(names.back(), "") << "a member without a row";
}

TYPED_TEST(ClosedWord, StandsInTheOrderOfItsEnum) {
  if (std::is_same_v<TypeParam, Sex>) return;  // F and M stand for the names
  const auto names = enumerators<TypeParam>(std::make_index_sequence<count_of<TypeParam>>());
  for (std::size_t i = 0; i < count_of<TypeParam>; ++i) {
    std::string name(code(static_cast<TypeParam>(i)));
    std::ranges::replace(name, '-', '_');
    std::ranges::transform(name, name.begin(), [](char c) { return static_cast<char>(std::tolower(c)); });
    EXPECT_EQ(name, names[i]);
  }
}

TYPED_TEST(ClosedWord, HasCodesAndNamesOfTheirOwn) {
  std::set<std::string_view> codes;
  std::set<std::string_view> names;
  for (const Word& each : Terms<TypeParam>::words) {
    EXPECT_TRUE(codes.insert(each.code).second) << each.code;
    EXPECT_TRUE(names.insert(each.zh).second) << each.zh;
    EXPECT_TRUE(names.insert(each.en).second) << each.en;
    EXPECT_FALSE(each.code.empty() || each.zh.empty() || each.en.empty()) << each.code;
  }
}

TYPED_TEST(ClosedWord, IsReadBackFromItsCode) {
  for (std::size_t i = 0; i < count_of<TypeParam>; ++i) {
    const auto value = static_cast<TypeParam>(i);
    EXPECT_EQ(parse_word<TypeParam>(code(value)), value) << code(value);
    EXPECT_FALSE(parse_word<TypeParam>(std::string(code(value)) + " ")) << code(value);
    EXPECT_FALSE(parse_word<TypeParam>(word(value).zh)) << code(value);
  }
  EXPECT_FALSE(parse_word<TypeParam>(""));
}

TYPED_TEST(ClosedWord, NamesItselfInBothLanguages) {
  EXPECT_FALSE(Terms<TypeParam>::zh.empty());
  EXPECT_FALSE(Terms<TypeParam>::en.empty());
}

// What other programs write and read; a change here breaks them.
TEST(Contract, HasTheseWords) {
  EXPECT_EQ(codes_of<Scheme>(), "employee, resident");
  EXPECT_EQ(codes_of<Status>(), "active, retired, flexible, adult, child, student, newborn");
  EXPECT_EQ(codes_of<Identity>(),
            "none, destitute, minimum-living, returned-to-poverty, minimum-living-margin, monitored, "
            "impoverished-by-illness, lifted-from-poverty");
  EXPECT_EQ(codes_of<Care>(), "outpatient, chronic, two-disease, special-drug, inpatient, day-surgery, pharmacy");
  EXPECT_EQ(codes_of<Place>(), "local, remote-temporary, remote-referred, remote-resident");
  EXPECT_EQ(codes_of<Cause>(), "illness, work-injury, third-party, public-health, abroad, wellness, check-up");
  EXPECT_EQ(codes_of<Designation>(), codes_of<Care>());
  EXPECT_EQ(codes_of<StayKind>(), "inpatient, ltc-special-care, ltc-institutional-care, ltc-visiting-care");
  EXPECT_EQ(codes_of<Disease>(),
            "hypertension, diabetes, malignancy, dialysis, transplant, severe-mental-illness, mdr-tuberculosis, "
            "xdr-tuberculosis, pulmonary-tuberculosis, extrapulmonary-tuberculosis, chronic-hepatitis-b, "
            "chronic-hepatitis-c, cirrhosis");
  EXPECT_EQ(codes_of<LineClass>(), "A, B, C");
  EXPECT_EQ(codes_of<Sex>(), "F, M");
  EXPECT_EQ(codes_of<AccountOwner>(), "self, spouse, parent, child");
}

TEST(Contract, AnswersWithTheseWords) {
  EXPECT_EQ(codes_of<Layer>(), "basic, catastrophic, large-amount, civil-servant, assistance, re-assistance");
  EXPECT_EQ(codes_of<Fund>(),
            "employee-pooled, employee-large-amount, civil-servant, resident-pooled, resident-catastrophic, "
            "assistance, personal-account");  // the last of the ledger alone: no layer is paid from it
  EXPECT_EQ(codes_of<CoverReason>(), "not-enrolled, unpaid, waiting-period, left, suspended");
  EXPECT_EQ(codes_of<Basis>(), "cited, published, assumed");
  EXPECT_EQ(codes_of<PolicyStatus>(), "in-force, draft");
}

TEST(Precedence, OfAnswersIsDeclared) {
  EXPECT_EQ(codes_of<BillStatus>(), "rejected, not-covered, not-payable, no-benefit, settled");
  EXPECT_EQ(codes_of<NoBenefit>(), "no-policy-in-force, no-rule, disease-not-registered, during-stay, not-designated");
}

TEST(Basis, IsWeakerTheLaterItStands) {
  EXPECT_LT(Basis::cited, Basis::published);
  EXPECT_LT(Basis::published, Basis::assumed);
  EXPECT_LT(PolicyStatus::in_force, PolicyStatus::draft);
}

TEST(Status, BelongsToOneScheme) {
  for (const Status status : {Status::active, Status::retired, Status::flexible}) {
    EXPECT_EQ(scheme_of(status), Scheme::employee) << code(status);
  }
  for (const Status status : {Status::adult, Status::child, Status::student, Status::newborn}) {
    EXPECT_EQ(scheme_of(status), Scheme::resident) << code(status);
  }
}

TEST(Care, AsksForADesignationOfItsOwnName) {
  for (std::size_t i = 0; i < count_of<Care>; ++i) {
    const auto care = static_cast<Care>(i);
    EXPECT_EQ(code(designation_for(care)), code(care));
    EXPECT_EQ(is_stay(care), code(care) == "inpatient" || code(care) == "day-surgery") << code(care);
  }
}

TEST(WordSet, HoldsWhatWasPutIn) {
  WordSet<Disease> set;
  EXPECT_TRUE(set.empty());
  set.insert(Disease::hypertension);
  set.insert(Disease::cirrhosis);
  EXPECT_TRUE(set.contains(Disease::hypertension));
  EXPECT_TRUE(set.contains(Disease::cirrhosis));
  EXPECT_FALSE(set.contains(Disease::diabetes));
  EXPECT_FALSE(set.empty());
  EXPECT_EQ(set, (WordSet<Disease>{Disease::cirrhosis, Disease::hypertension, Disease::cirrhosis}));
}

TEST(WordSet, MeetsAnotherInACommonMember) {
  const WordSet<StayKind> stays{StayKind::inpatient, StayKind::ltc_special_care};
  EXPECT_TRUE(stays.intersects({StayKind::ltc_special_care}));
  EXPECT_FALSE(stays.intersects({StayKind::ltc_visiting_care}));
  EXPECT_FALSE(stays.intersects({}));
  WordSet<StayKind> both{StayKind::ltc_visiting_care};
  both.insert(stays);
  EXPECT_TRUE(both.contains(StayKind::inpatient) && both.contains(StayKind::ltc_visiting_care));
}

}  // namespace
}  // namespace yidan
