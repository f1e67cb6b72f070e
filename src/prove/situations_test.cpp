#include "prove/situations.h"

#include <algorithm>
#include <set>

#include <gtest/gtest.h>

#include "benefit/kernel/run.h"
#include "benefit/settle.h"
#include "benefit/stay_deductible.h"
#include "prove/bill.h"
#include "prove/facts.h"
#include "prove/test_support.h"
#include "testing/packs.h"
#include "testing/random_case.h"
#include "testing/values.h"

namespace yidan::prove {
namespace {

using testing::Choices;

// The layers with the pool's counters, as a run has them; a treatment's own counter as it has it.
std::vector<FlatLayer> in_the_pool(const policy::Pool& pool, const benefit::kernel::Plan& plan,
                                   std::vector<FlatLayer> layers) {
  std::set<policy::CounterId> of_diseases;
  for (const policy::Benefit& benefit : pool.benefits) {
    for (std::size_t i = 0; i < count_of<Disease>; ++i) {
      if (benefit.treatments.contains(static_cast<Disease>(i)))
        of_diseases.insert(benefit.counters.treatment_deductible[i]);
    }
  }
  for (FlatLayer& layer : layers) {
    const bool of_a_disease =
        layer.deductible_counter != 0 && of_diseases.contains(plan.pool_counter(layer.deductible_counter - 1U));
    for (std::uint16_t* counter : {&layer.deductible_counter, &layer.base_counter, &layer.paid_counter,
                                   &layer.cap_counters[0], &layer.cap_counters[1]}) {
      if (*counter != 0) *counter = static_cast<std::uint16_t>(plan.pool_counter(*counter - 1U) + 1);
    }
    if (of_a_disease) layer.deductible_counter = kOfTheDisease;
  }
  return layers;
}

// Every encounter that anybody can make up is one of the situations: its layers are those of some run.
TEST(Situations, AreAllThatRandomEncountersComeTo) {
  std::size_t bills = 0;
  for (const policy::Pool& pool : testing::shipped_policy().pools) {
    const Situations all(pool, kDay);
    benefit::kernel::Plan plan(pool);
    for (std::uint64_t seed = 1; seed <= 1500; ++seed) {
      SCOPED_TRACE(pool.folder + " seed " + std::to_string(seed));
      Choices choices(seed);
      const Person person = testing::random_person(choices);
      Encounter encounter = testing::random_encounter(choices, pool.region, 0);
      encounter.date = kDay;
      if (encounter.admitted) encounter.admitted = kDay;
      const auto situation = benefit::situate(pool, person, {}, encounter);
      if (situation.cover == nullptr) continue;
      const std::size_t order = is_stay(situation.care) ? choices.pick(3) : 0;
      std::size_t held = 0;
      for (const policy::Benefit& benefit : pool.benefits) {
        if (benefit.is_for(situation.cover->scheme, situation.care, situation.disease) &&
            benefit.cap.uses(policy::Dimension::held)) {
          held = std::max(held, benefit::held_ordinal(benefit, person, kDay));
        }
      }
      const auto layers = in_the_pool(pool, plan, plan.lay_out(situation, order, held).layers);
      if (layers.empty()) continue;
      ++bills;
      ASSERT_TRUE(std::ranges::any_of(all.runs(), [&](const prove::Run& run) { return run.layers == layers; }))
          << code(encounter.care) << " " << code(situation.cover->status) << " " << layers.size() << " layers, order "
          << order << ", held " << held;
    }
  }
  EXPECT_GT(bills, 1000U);
}

// What a run says is paid is what the reference path pays of its first facts, after any year.
TEST(Situations, PayWhatTheReferencePathPaysOfTheirFacts) {
  Choices choices(7);
  for (const policy::Pool& pool : testing::shipped_policy().pools) {
    const Situations all(pool, kDay);
    ASSERT_GT(all.runs().size(), 150U);
    for (const prove::Run& run : all.runs()) {
      if (run.layers.empty()) continue;
      Program program;
      Counters counters(program);
      const Linear scope = program.input();
      const BillWork bill = bill_of(program, run.layers, counters, {}, scope);
      std::vector<std::int64_t> inputs{testing::random_amount(choices).in_fen()};
      std::vector<Opening> opening;
      for (const auto& [counter, input] : counters.given()) {
        opening.push_back({counter - 1, testing::random_amount(choices).in_fen()});
      }
      inputs.resize(program.input_count());
      for (const Opening& each : opening) {
        inputs[counters.given().at(static_cast<std::uint16_t>(each.counter + 1))] = each.amount;
      }
      const auto bills = benefit::settle_case(pool, case_of(pool, kDay, run.first, {inputs[0]}, opening));
      ASSERT_EQ(bills.back().status, BillStatus::settled) << words_of(run.first).en;
      ASSERT_EQ(bills.back().fund_total.in_fen(), value_of(bill.paid, program.evaluate(inputs)))
          << pool.folder << ": " << words_of(run.first).en << " " << inputs[0];
    }
  }
}

TEST(Situations, AreNoneWhereThePoolIsNotInForce) {
  const Situations all(testing::shipped_pool(371300), testing::day("2026-01-01"));
  EXPECT_EQ(all.runs().size(), 1U);
  EXPECT_TRUE(all.circumstances().empty());
}

}  // namespace
}  // namespace yidan::prove
