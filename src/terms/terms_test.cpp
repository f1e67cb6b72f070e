#include "terms/terms.h"

#include <algorithm>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "terms/access.h"
#include "terms/audit.h"
#include "terms/authority.h"
#include "terms/books.h"
#include "terms/credential.h"
#include "terms/indicators.h"
#include "terms/jobs.h"
#include "terms/people.h"
#include "terms/proof.h"
#include "terms/reconciliation.h"
#include "terms/registers.h"
#include "terms/tasks.h"

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

// YIDAN_TERMS names every enum that has a table in src/terms; CMakeLists.txt reads them from the headers.

// A closed set of words without its type: the tests below are compiled once, and run for each.
struct Vocabulary {
  std::string_view zh;
  std::string_view en;
  std::span<const Word> words;
  std::vector<std::string_view> enumerators{};  // of the enum and, to tell its end, one more
  std::string_view (*code)(std::size_t value);
  std::optional<std::size_t> (*parse)(std::string_view text);
};

template <class E, std::size_t... I>
std::vector<std::string_view> enumerators(std::index_sequence<I...>) {
  return {enumerator<static_cast<E>(I)>()...};
}

template <class E>
Vocabulary vocabulary() {
  return {.zh = Terms<E>::zh,
          .en = Terms<E>::en,
          .words = Terms<E>::words,
          .enumerators = enumerators<E>(std::make_index_sequence<count_of<E> + 1>()),
          .code = [](std::size_t value) { return code(static_cast<E>(value)); },
          .parse = [](std::string_view text) -> std::optional<std::size_t> {
            const auto value = parse_word<E>(text);
            return value ? std::optional(static_cast<std::size_t>(*value)) : std::nullopt;
          }};
}

template <class... E>
std::vector<Vocabulary> vocabularies() {
  return {vocabulary<E>()...};
}

class ClosedWord : public ::testing::TestWithParam<Vocabulary> {};

INSTANTIATE_TEST_SUITE_P(Terms, ClosedWord, ::testing::ValuesIn(vocabularies<YIDAN_TERMS>()), [](const auto& set) {
  std::string name(set.param.en);
  std::erase_if(name, [](char c) { return std::isalnum(static_cast<unsigned char>(c)) == 0; });
  return name + std::to_string(set.index);
});

TEST_P(ClosedWord, HasATableAsLongAsItsEnum) {
  const auto& names = GetParam().enumerators;
  ASSERT_EQ(names.size(), GetParam().words.size() + 1);
  for (std::size_t i = 0; i + 1 < names.size(); ++i) EXPECT_FALSE(names[i].empty()) << "no member " << i;
  EXPECT_EQ(names.back(), "") << "a member without a row";
}

TEST_P(ClosedWord, StandsInTheOrderOfItsEnum) {
  if (GetParam().code(0) == "F") return;  // F and M stand for the names
  for (std::size_t i = 0; i < GetParam().words.size(); ++i) {
    std::string name(GetParam().code(i));
    std::ranges::replace(name, '-', '_');
    std::ranges::transform(name, name.begin(), [](char c) { return static_cast<char>(std::tolower(c)); });
    EXPECT_EQ(name, GetParam().enumerators[i]);
  }
}

TEST_P(ClosedWord, HasCodesAndNamesOfTheirOwn) {
  std::set<std::string_view> codes;
  std::set<std::string_view> names;
  for (const Word& each : GetParam().words) {
    EXPECT_TRUE(codes.insert(each.code).second) << each.code;
    EXPECT_TRUE(names.insert(each.zh).second) << each.zh;
    EXPECT_TRUE(names.insert(each.en).second) << each.en;
    EXPECT_FALSE(each.code.empty() || each.zh.empty() || each.en.empty()) << each.code;
  }
}

TEST_P(ClosedWord, IsReadBackFromItsCode) {
  const auto parse = GetParam().parse;
  for (std::size_t i = 0; i < GetParam().words.size(); ++i) {
    const std::string_view code = GetParam().code(i);
    EXPECT_EQ(code, GetParam().words[i].code);
    EXPECT_EQ(parse(code), i) << code;
    EXPECT_FALSE(parse(std::string(code) + " ")) << code;
    EXPECT_FALSE(parse(GetParam().words[i].zh)) << code;
  }
  EXPECT_FALSE(parse(""));
}

TEST_P(ClosedWord, NamesItselfInBothLanguages) {
  EXPECT_FALSE(GetParam().zh.empty());
  EXPECT_FALSE(GetParam().en.empty());
}

// What other programs write and read; a change here breaks them.
TEST(Contract, HasTheseWords) {
  EXPECT_EQ(codes_of<Scheme>(), "employee, resident");
  EXPECT_EQ(codes_of<Status>(), "active, retired, flexible, adult, child, student, newborn");
  EXPECT_EQ(codes_of<Identity>(),
            "none, destitute, minimum-living, returned-to-poverty, minimum-living-margin, monitored, "
            "impoverished-by-illness, lifted-from-poverty");
  EXPECT_EQ(codes_of<Care>(),
            "outpatient, chronic, two-disease, special-drug, inpatient, day-surgery, pharmacy, day-ward");
  EXPECT_EQ(codes_of<Place>(), "local, remote-temporary, remote-referred, remote-resident");
  EXPECT_EQ(codes_of<Cause>(),
            "illness, work-injury, third-party, public-health, abroad, wellness, check-up, state-declared");
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
            "assistance, personal-account, ltc");  // the last two of the ledger alone: no layer is paid from them
  EXPECT_EQ(codes_of<CoverReason>(), "not-enrolled, unpaid, waiting-period, left, suspended");
  EXPECT_EQ(codes_of<Basis>(), "cited, published, analogy, assumed");
  EXPECT_EQ(codes_of<PolicyStatus>(), "in-force, draft");
}

TEST(Precedence, OfAnswersIsDeclared) {
  EXPECT_EQ(codes_of<BillStatus>(), "rejected, not-covered, not-payable, no-benefit, settled");
  EXPECT_EQ(codes_of<NoBenefit>(), "no-policy-in-force, no-rule, disease-not-registered, during-stay, not-designated");
}

TEST(Basis, IsWeakerTheLaterItStands) {
  EXPECT_LT(Basis::cited, Basis::published);
  EXPECT_LT(Basis::published, Basis::analogy);
  EXPECT_LT(Basis::analogy, Basis::assumed);
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
    EXPECT_EQ(is_stay(care), (code(care) == "inpatient" || code(care).starts_with("day-"))) << code(care);
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

TEST(LayerTraits, HaveOneFirstLayerAndNoneThatFollowsItself) {
  const auto& traits = Terms<Layer>::traits;
  EXPECT_EQ(std::ranges::count_if(traits, &LayerTraits::is_first), 1);
  EXPECT_EQ(std::ranges::count_if(traits, &LayerTraits::is_granted_on_application), 1);
  for (std::size_t i = 0; i < traits.size(); ++i) {
    EXPECT_NE(traits[i].accumulates_after, static_cast<Layer>(i)) << Terms<Layer>::words[i].code;
    EXPECT_FALSE(traits[i].is_first && traits[i].is_assistance) << Terms<Layer>::words[i].code;
  }
}

TEST(FundTraits, GiveEverySchemeOneFundForItsPremiums) {
  for (const Scheme scheme : {Scheme::employee, Scheme::resident}) {
    const auto receives = [scheme](const FundTraits& fund) { return fund.premiums == scheme; };
    EXPECT_EQ(std::ranges::count_if(Terms<Fund>::traits, receives), 1) << code(scheme);
    EXPECT_TRUE(traits(premium_fund(scheme)).pays_benefits) << code(scheme);
  }
  EXPECT_EQ(premium_fund(Scheme::resident), Fund::resident_pooled);
  EXPECT_EQ(subsidy_fund(), Fund::assistance);
}

TEST(CareTraits, AskForADiseaseWhereOnlySomeDiseasesFit) {
  for (std::size_t i = 0; i < count_of<Care>; ++i) {
    const CareTraits& care = Terms<Care>::traits[i];
    EXPECT_TRUE(care.diseases.empty() || care.is_for_a_disease) << Terms<Care>::words[i].code;
    EXPECT_FALSE(care.is_stay && care.is_for_a_disease) << Terms<Care>::words[i].code;
  }
}

}  // namespace
}  // namespace yidan
