#include "benefit/kernel/plan.h"

#include <gtest/gtest.h>

#include "testing/encounters.h"
#include "testing/packs.h"
#include "testing/values.h"

namespace yidan::benefit::kernel {
namespace {

using testing::day;

class Plans : public ::testing::Test {
 protected:
  static const policy::Pool& pool() { return testing::shipped_pool(370600); }
  SlotId intern(std::size_t order = 0) { return plan_.intern(situate(pool(), person_, {}, encounter_), order, 0); }
  void at_level(int level) { encounter_.provider.level = level; }
  void in_hospital() {
    encounter_.care = Care::inpatient;
    encounter_.admitted = encounter_.date;
    encounter_.provider.designated = {Designation::inpatient};
  }
  // The pool's name of a layer's counter: local ones begin after the sink.
  [[nodiscard]] std::string counter_name(std::uint16_t local) const {
    if (local == 0) return "sink";
    return pool().counter_names[static_cast<std::size_t>(plan_.pool_counter(local - 1U))];
  }

  Person person_ = testing::retired();
  Encounter encounter_ = testing::visit();
  Plan plan_{pool()};
};

TEST_F(Plans, LayOutWhatTheTablesSay) {
  const auto layers = plan_.layers(intern());
  ASSERT_EQ(layers.size(), 1U);
  const FlatLayer& layer = layers[0];
  EXPECT_EQ(layer.deductible, 80'000);
  EXPECT_EQ(layer.cap, 180'000);
  EXPECT_EQ(layer.ppm[0], 650'000);
  EXPECT_EQ(layer.brackets, 1);
  EXPECT_EQ(layer.first_self_pay_ppm, 0);
  EXPECT_EQ(layer.kind, Deductible::absorbed);
  EXPECT_EQ(layer.base, Base::policy_scope);
  EXPECT_TRUE(layer.is_first);
  EXPECT_EQ(counter_name(layer.deductible_counter), "employee-outpatient.deductible");
  EXPECT_EQ(counter_name(layer.base_counter), "sink");
  EXPECT_EQ(counter_name(layer.paid_counter), "employee-outpatient.paid");
  EXPECT_EQ(counter_name(layer.cap_counters[0]), "employee-outpatient.paid");
  EXPECT_EQ(counter_name(layer.cap_counters[1]), "sink");
  EXPECT_EQ(plan_.stride(), 3U);
}

TEST_F(Plans, MakeOneSlotOfEqualSituations) {
  const SlotId first = intern();
  encounter_.date = day("2023-12-31");
  EXPECT_EQ(intern(), first);
  at_level(3);
  EXPECT_NE(intern(), first);
  at_level(2);
  EXPECT_EQ(intern(), first);
  EXPECT_EQ(plan_.slot_count(), 2U);
}

TEST_F(Plans, DistinguishWhatTheRulesDistinguish) {
  const SlotId first = intern();
  encounter_.date = day("2022-12-31");
  EXPECT_NE(intern(), first);
  encounter_.date = day("2023-03-05");
  person_.coverage.front().status = Status::active;
  EXPECT_NE(intern(), first);
  encounter_.place = Place::remote_temporary;
  encounter_.provider.region = Region(110105);
  EXPECT_EQ(plan_.layers(intern())[0].first_self_pay_ppm, 100'000);
  EXPECT_EQ(plan_.slot_count(), 4U);
}

TEST_F(Plans, AreSingleWhileEverySlotIsOneSimpleLayer) {
  EXPECT_TRUE(plan_.is_single());
  (void)intern();
  at_level(1);
  (void)intern();
  EXPECT_TRUE(plan_.is_single());
  in_hospital();
  (void)intern();
  EXPECT_FALSE(plan_.is_single());
}

TEST_F(Plans, HoldTheLayersOfAStayInOrder) {
  in_hospital();
  const SlotId first = intern();
  const auto layers = plan_.layers(first);
  ASSERT_EQ(layers.size(), 2U);
  EXPECT_EQ(layers[0].kind, Deductible::stay);
  EXPECT_EQ(layers[0].deductible, 60'000);
  EXPECT_EQ(counter_name(layers[0].cap_counters[0]), "employee-inpatient.paid");
  EXPECT_EQ(counter_name(layers[0].cap_counters[1]), "employee-chronic.paid");
  EXPECT_EQ(layers[1].kind, Deductible::threshold);
  EXPECT_EQ(layers[1].base, Base::burden);
  EXPECT_EQ(layers[1].brackets, 2);
  EXPECT_EQ(layers[1].above[1], Money::yuan(100'000).in_fen());
  EXPECT_EQ(counter_name(layers[1].base_counter), "large-amount.base");
  EXPECT_FALSE(layers[1].is_first);
  const SlotId second = intern(1);
  EXPECT_NE(second, first);
  EXPECT_EQ(plan_.layers(second)[0].deductible, 30'000);
}

TEST_F(Plans, LetReAssistanceOnlyAccumulateWithoutARightToIt) {
  person_.identities = {{Identity::minimum_living, {day("2023-01-01")}}};
  in_hospital();
  EXPECT_FALSE(plan_.layers(intern()).back().accumulates_only);
  encounter_.place = Place::remote_temporary;
  encounter_.provider.region = Region(110105);
  const FlatLayer& last = plan_.layers(intern()).back();
  EXPECT_TRUE(last.accumulates_only);
  EXPECT_EQ(counter_name(last.base_counter), "re-assistance.base");
}

TEST_F(Plans, LayATreatmentOutAsAYearlyDeductible) {
  person_.diseases = {{Disease::dialysis, {day("2022-01-01")}}};
  encounter_.care = Care::chronic;
  encounter_.disease = Disease::dialysis;
  encounter_.provider.designated = {Designation::chronic};
  const FlatLayer& layer = plan_.layers(intern())[0];
  EXPECT_EQ(layer.kind, Deductible::absorbed);
  EXPECT_EQ(counter_name(layer.deductible_counter), "employee-inpatient:dialysis.deductible");
}

using PlansDeathTest = Plans;

TEST_F(PlansDeathTest, HaveNoSlotForASituationWithoutABenefit) {
  encounter_.provider.designated = {};
  EXPECT_DEATH((void)intern(), "a right to some layer");
}

}  // namespace
}  // namespace yidan::benefit::kernel
