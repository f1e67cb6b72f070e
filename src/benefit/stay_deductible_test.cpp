#include "benefit/stay_deductible.h"

#include <gtest/gtest.h>

#include "testing/values.h"

namespace yidan::benefit {
namespace {

using policy::Cell;
using policy::DeductibleKind;
using policy::Table;

using testing::day;

class Stays : public ::testing::Test {
 protected:
  Stays() {
    pool_.benefits.resize(2);
    policy::Benefit& inpatient = pool_.benefits[1];
    inpatient.deductible_kind = DeductibleKind::per_stay;
    inpatient.deductible = Table({}, {day("2020-01-01")}, {{90'000, 0, Cell::Kind::amount}});
    inpatient.treatments = {Disease::dialysis};
    inpatient.counters.treatment_deductible.fill(policy::kNoCounter);
    inpatient.counters.treatment_deductible[static_cast<std::size_t>(Disease::dialysis)] = 0;
    pool_.counter_names = {"inpatient:dialysis.deductible", "outpatient.deductible"};
  }
  void count_continuously() {
    pool_.continuous_deductible = Table({}, {day("2020-01-01")}, {{0, 0, Cell::Kind::word}});
  }
  // The stay of a bill, as its fold would see it.
  StayDeductible stay(const Encounter& encounter) {
    situation_.day = encounter.date;
    situation_.care = encounter.care;
    situation_.disease = encounter.disease ? &*encounter.disease : nullptr;
    return {pool_, pool_.benefits[1], situation_, encounter, past_, past_.year(encounter.date.year(), pool_)};
  }
  static Encounter bill(std::string id, std::string_view date = "2023-03-05") {
    Encounter encounter;
    encounter.id = std::move(id);
    encounter.care = Care::inpatient;
    encounter.date = day(date);
    encounter.admitted = encounter.date;
    return encounter;
  }

  policy::Pool pool_;
  Past past_;
  Situation situation_;
};

TEST_F(Stays, CountInTheOrderOfAdmissionUpToTheThird) {
  std::string orders;
  for (const char* id : {"E1", "E2", "E3", "E4"}) {
    const Encounter encounter = bill(id);
    StayDeductible each = stay(encounter);
    orders += std::to_string(each.order());
    EXPECT_EQ(each.absorbed(), Money{}) << id;
    each.use(Money::yuan(900));
  }
  EXPECT_EQ(orders, "0122");
}

TEST_F(Stays, BeginAgainWithTheYear) {
  const Encounter first = bill("E1", "2023-12-31");
  stay(first).use(Money::yuan(900));
  const Encounter next = bill("E2", "2024-01-01");
  EXPECT_EQ(stay(next).order(), 0U);
  const Encounter late = bill("E3", "2023-06-01");
  EXPECT_EQ(stay(late).order(), 1U);
}

TEST_F(Stays, ThatAreLookedAtButNotUsedDoNotCount) {
  const Encounter first = bill("E1");
  (void)stay(first);
  EXPECT_EQ(stay(first).order(), 0U);
}

// B13: borne once by the bills of one stay, also over the turn of the year.
TEST_F(Stays, BearTheirDeductibleOnceOverInterimBills) {
  Encounter interim = bill("E1", "2023-12-20");
  interim.stay = "S";
  stay(interim).use(Money::yuan(600));
  interim.id = "E2";
  interim.date = day("2024-01-10");
  StayDeductible second = stay(interim);
  EXPECT_EQ(second.absorbed(), Money::yuan(600));
  EXPECT_EQ(second.order(), 0U);
  second.use(Money::yuan(300));
  interim.id = "E3";
  EXPECT_EQ(stay(interim).absorbed(), Money::yuan(900));
  Encounter other = bill("E4", "2023-12-30");
  other.stay = "T";
  EXPECT_EQ(stay(other).absorbed(), Money{});
  EXPECT_EQ(stay(other).order(), 1U);
}

TEST_F(Stays, OfAReferralContinueOnlyWhereThatIsTheRule) {
  const Encounter first = bill("E1");
  stay(first).use(Money::yuan(600));
  Encounter referred = bill("E2");
  referred.referred_from = "E1";
  EXPECT_EQ(stay(referred).absorbed(), Money{});
  EXPECT_EQ(stay(referred).order(), 1U);
}

// C11: upward the difference only, along the whole course.
TEST_F(Stays, OfAReferralContinueTheDeductible) {
  count_continuously();
  const Encounter first = bill("E1");
  stay(first).use(Money::yuan(300));
  Encounter second = bill("E2");
  second.referred_from = "E1";
  EXPECT_EQ(stay(second).absorbed(), Money::yuan(300));
  EXPECT_EQ(stay(second).order(), 0U);
  stay(second).use(Money::yuan(300));
  Encounter third = bill("E3");
  third.referred_from = "E2";
  EXPECT_EQ(stay(third).absorbed(), Money::yuan(600));
  const Encounter unrelated = bill("E4");
  EXPECT_EQ(stay(unrelated).absorbed(), Money{});
  EXPECT_EQ(stay(unrelated).order(), 1U);
}

TEST_F(Stays, OfTwoReferralsFromOneStayContinueItBoth) {
  count_continuously();
  const Encounter first = bill("E1");
  stay(first).use(Money::yuan(300));
  Encounter second = bill("E2");
  second.referred_from = "E1";
  stay(second).use(Money::yuan(300));
  Encounter third = bill("E3");
  third.referred_from = "E1";
  EXPECT_EQ(stay(third).absorbed(), Money::yuan(600));
}

// C11 and B13 together: the referred stay has interim bills of its own.
TEST_F(Stays, OfAReferralBearTheDifferenceOnceOverInterimBills) {
  count_continuously();
  const Encounter first = bill("E1");
  stay(first).use(Money::yuan(300));
  Encounter interim = bill("E2");
  interim.referred_from = "E1";
  interim.stay = "S";
  stay(interim).use(Money::yuan(600));
  Encounter last = bill("E3");
  last.stay = "S";
  EXPECT_EQ(stay(last).absorbed(), Money::yuan(900));
  EXPECT_EQ(stay(last).order(), 0U);
}

// B13: once per stay, also when the scheme changes in the middle of it.
TEST_F(Stays, AreContinuedAcrossSchemes) {
  count_continuously();
  past_.courses = {{.encounters = {"E1"},
                    .stays = {{"", "S", {day("2023-03-01"), day("2023-03-05")}}},
                    .absorbed = Money::yuan(300),
                    .order = 0}};
  Encounter encounter = bill("E2");
  encounter.stay = "S";
  encounter.referred_from = "E1";
  EXPECT_EQ(stay(encounter).absorbed(), Money::yuan(300));
}

TEST_F(Stays, OfBothSchemesAreCountedTogether) {
  pool_.benefits[0] = pool_.benefits[1];
  const Encounter first = bill("E1");
  situation_.day = first.date;
  situation_.care = first.care;
  StayDeductible(pool_, pool_.benefits[0], situation_, first, past_, past_.year(2023, pool_)).use(Money::yuan(900));
  const Encounter second = bill("E2");
  EXPECT_EQ(stay(second).order(), 1U);
}

TEST_F(Stays, OfATreatmentBearItOnceAYearAndAreNoAdmission) {
  Encounter dialysis = bill("E1");
  dialysis.care = Care::chronic;
  dialysis.disease = Disease::dialysis;
  StayDeductible first = stay(dialysis);
  EXPECT_EQ(first.absorbed(), Money{});
  first.use(Money::yuan(500));
  EXPECT_EQ(stay(dialysis).absorbed(), Money::yuan(500));
  EXPECT_EQ(past_.year(2023, pool_).counters[0], Money::yuan(500));
  dialysis.date = day("2024-01-01");
  EXPECT_EQ(stay(dialysis).absorbed(), Money{});
  const Encounter admission = bill("E2");
  EXPECT_EQ(stay(admission).order(), 0U);
}

TEST_F(Stays, OfABenefitWithAYearlyDeductibleAbsorbTheYears) {
  policy::Benefit& benefit = pool_.benefits[1];
  benefit.deductible_kind = DeductibleKind::absorbed;
  benefit.counters.deductible = 1;
  past_.year(2023, pool_).counters[1] = Money::yuan(200);
  const Encounter encounter = bill("E1");
  StayDeductible each = stay(encounter);
  EXPECT_EQ(each.absorbed(), Money::yuan(200));
  EXPECT_EQ(each.order(), 0U);
  each.use(Money::yuan(100));
  EXPECT_EQ(past_.year(2023, pool_).admissions, 0U);
  // The counter itself is kept by the fold.
  EXPECT_EQ(past_.year(2023, pool_).counters[1], Money::yuan(200));
}

TEST_F(Stays, OfABenefitWithoutDeductibleBearNone) {
  pool_.benefits[1].deductible = {};
  const Encounter encounter = bill("E1");
  StayDeductible each = stay(encounter);
  each.use({});
  EXPECT_EQ(each.absorbed(), Money{});
  EXPECT_EQ(stay(encounter).order(), 0U);
}

TEST_F(Stays, ANumberIsItsInstitutionsAndOfOneStay) {
  const auto interim = [](std::string id, std::string_view provider, std::string_view from, std::string_view to) {
    Encounter encounter = bill(std::move(id), to);
    encounter.admitted = day(from);
    encounter.provider.id = provider;
    encounter.stay = "0001";
    return encounter;
  };
  stay(interim("E1", "H1", "2023-03-01", "2023-03-10")).use(Money::yuan(500));
  EXPECT_EQ(stay(interim("E2", "H2", "2023-03-01", "2023-03-20")).absorbed(), Money{}) << "another institution's";
  const std::pair<const char*, const char*> same[] = {{"2023-03-01", "2023-03-20"},   // from the same admission
                                                      {"2023-03-10", "2023-03-20"},   // from the day of the last bill
                                                      {"2023-03-11", "2023-03-20"},   // from the day after
                                                      {"2023-02-20", "2023-02-28"}};  // an earlier part, sent late
  for (const auto& [from, to] : same) {
    const Encounter next = interim("E3", "H1", from, to);
    EXPECT_TRUE(check_stay_number(next, past_)) << from;
    EXPECT_EQ(stay(next).absorbed(), Money::yuan(500)) << from;
  }
  for (const auto& [from, to] : {std::pair{"2023-03-12", "2023-03-20"}, std::pair{"2023-02-01", "2023-02-27"}}) {
    const auto checked = check_stay_number(interim("E4", "H1", from, to), past_);
    ASSERT_FALSE(checked) << from;
    EXPECT_EQ(checked.error().code, ErrorCode::contradiction);
    EXPECT_EQ(checked.error().where, ".stay");
    EXPECT_TRUE(check_stay_number(interim("E4", "H2", from, to), past_)) << from;
  }
}

}  // namespace
}  // namespace yidan::benefit
