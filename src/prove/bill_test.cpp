// The encoding of a bill against the kernel, which is held against the reference path elsewhere; and against the
// reference path itself, on random layers.
#include "prove/bill.h"

#include <array>

#include <gtest/gtest.h>

#include "benefit/kernel/run.h"
#include "benefit/layers/layer.h"
#include "prove/solver.h"
#include "testing/random_case.h"

namespace yidan::prove {
namespace {

using benefit::kernel::Deductible;
using testing::Choices;

constexpr int kLayers = 20'000;

// A benefit's rules, and the same as a flat layer: what `pay` and the encoding each start from.
struct Rules {
  policy::Schedule schedule;
  benefit::LayerRules rules;
  FlatLayer flat;
};

void choose_schedule(Choices& choices, Rules& made) {
  static constexpr std::array<std::int32_t, 6> rates{0, 100'000, 650'000, 702'500, 333'333, 1'000'000};
  const std::size_t count = 1 + choices.pick(policy::kMostBrackets);
  std::int64_t above = 0;
  for (std::size_t i = 0; i < count; ++i) {
    made.schedule.push_back({Money::fen(above), Rate::ppm(choices.of(rates))});
    above += 1 + static_cast<std::int64_t>(choices.pick(3'000'000));
  }
  made.flat.brackets = static_cast<std::uint8_t>(count);
  for (std::size_t i = 0; i < count; ++i) {
    made.flat.above[i] = made.schedule[i].above.in_fen();
    made.flat.ppm[i] = made.schedule[i].rate.in_ppm();
  }
}

void choose_parts(Choices& choices, Rules& made) {
  static constexpr std::array<std::int32_t, 4> first{0, 100'000, 52'500, 333'333};
  made.rules.first_self_pay = Rate::ppm(choices.of(first));
  made.flat.first_self_pay_ppm = made.rules.first_self_pay.in_ppm();
  made.flat.kind = static_cast<Deductible>(choices.pick(4));
  made.rules.has_deductible = made.flat.kind != Deductible::none;
  made.rules.deductible_kind = made.flat.kind == Deductible::threshold ? policy::DeductibleKind::threshold
                               : made.flat.kind == Deductible::stay    ? policy::DeductibleKind::per_stay
                                                                       : policy::DeductibleKind::absorbed;
  made.rules.deductible = testing::random_amount(choices);
  made.flat.deductible = made.rules.deductible.in_fen();
  made.rules.has_cap = choices.pick(2) == 0;
  made.rules.cap = testing::random_amount(choices);
  if (made.rules.has_cap) made.flat.cap = made.rules.cap.in_fen();
  made.flat.deductible_counter = 1;
  made.flat.base_counter = 2;
  made.flat.paid_counter = made.flat.cap_counters[0] = 3;
}

TEST(Bill, OfOneLayerIsWhatTheReferencePathPays) {
  Choices choices(1);
  for (int i = 0; i < kLayers; ++i) {
    Rules made;
    choose_schedule(choices, made);
    choose_parts(choices, made);
    made.rules.schedule = &made.schedule;
    const Money base = testing::random_amount(choices);
    const benefit::LayerState state{.accumulated = testing::random_amount(choices),
                                    .absorbed = testing::random_amount(choices),
                                    .paid = testing::random_amount(choices)};
    const auto expected = benefit::pay(made.rules, state, base);

    Program program;
    Counters counters(program);
    const Linear input = program.input();
    const Linear absorbed = program.input();
    for (std::uint16_t counter = 1; counter <= 3; ++counter) (void)counters.at(counter);
    const LayerWork work = work_of(program, made.flat, counters, {.absorbed = absorbed}, input);
    const auto values = program.evaluate({base.in_fen(), state.absorbed.in_fen(), state.absorbed.in_fen(),
                                          state.accumulated.in_fen(), state.paid.in_fen()});
    ASSERT_EQ(value_of(work.first_self_pay, values), expected.first_self_pay.in_fen()) << i;
    ASSERT_EQ(value_of(work.deductible, values), expected.deductible.in_fen()) << i;
    ASSERT_EQ(value_of(work.computed, values), expected.computed.in_fen()) << i;
    ASSERT_EQ(value_of(work.paid, values), expected.paid.in_fen()) << i;
  }
}

// The same numbers found by a solver: a model's amounts, put into the program, pay what the model says.
TEST(Bill, OfAModelIsWhatTheProgramPays) {
  Choices choices(2);
  const auto solver = z3_solver(5000);
  for (int i = 0; i < 40; ++i) {
    Rules made;
    choose_schedule(choices, made);
    choose_parts(choices, made);
    Question question;
    Program& program = question.program;
    Counters counters(program);
    const Linear base = program.input(10'000'000);
    const LayerWork work = work_of(program, made.flat, counters, {.absorbed = program.input()}, base);
    const Linear wanted = program.input();
    question.clauses = {{at_least(wanted, work.paid)}, {at_least(work.paid, wanted)}, {greater(base, 12'345)}};
    const Answer answer = solver->ask(question, program.smtlib(question.clauses, Numbers::whole));
    ASSERT_EQ(answer.decided, Decided::possible) << i;
    EXPECT_EQ(value_of(work.paid, program.evaluate(answer.inputs)), answer.inputs.back()) << i;
  }
}

}  // namespace
}  // namespace yidan::prove
