// The solver's word is checked: another solver is given the same texts, and every amount of a stretch is tried by hand.
#include <algorithm>
#include <cstdlib>

#include <gtest/gtest.h>

#include "prove/bill.h"
#include "prove/properties/properties.h"
#include "prove/test_support.h"
#include "testing/files.h"
#include "testing/packs.h"
#include "testing/random_case.h"
#include "testing/values.h"

namespace yidan::prove {
namespace {

using testing::Choices;

// What cvc5 answers to each of the texts, "sat" or "unsat".
std::vector<std::string> cvc5_says(const std::vector<std::string>& texts) {
  const TemporaryFolder folder;
  std::string all;
  for (const std::string& text : texts) all += text + "(reset)\n";
  testing::write_file(folder.in("questions.smt2"), all);
  const std::string command =
      "cvc5 --lang smt2 '" + folder.in("questions.smt2") + "' > '" + folder.in("answers") + "' 2>&1";
  if (std::system(command.c_str()) != 0) return {testing::read_file(folder.in("answers"))};
  return testing::split_lines(testing::read_file(folder.in("answers")));
}

TEST(SecondOpinion, OfAnotherSolverAgreesOnASample) {
  const policy::Pool& pool = testing::shipped_pool(370800);
  const auto z3 = z3_solver(5000);
  Remembering solver(*z3);
  Composition composition(solver);
  const Limits limits;
  const GoOn go_on = always;
  const Clock clock = [] { return 0; };
  Scene scene{
      {testing::shipped_policy(), pool, kDay}, Situations(pool, kDay), solver, composition, go_on, limits, clock};
  const Scene before{{testing::shipped_policy(), pool, testing::day("2023-02-28")},
                     Situations(pool, kDay),
                     solver,
                     composition,
                     go_on,
                     limits,
                     clock};
  for (const auto& prove : {prove_within, prove_monotone, prove_never_free, prove_floors, prove_needy_first,
                            prove_lower_level_first, prove_referral}) {
    EXPECT_EQ(prove(scene).verdict, Verdict::proved);
  }
  (void)prove_not_worse(scene, before.target);  // refuted: some of its questions have models
  std::vector<std::string> texts;
  std::vector<std::string> expected;
  std::size_t number = 0;
  for (const auto& [text, answer] : solver.asked()) {
    if (number++ % 4 != 0 && answer.decided != Decided::possible) continue;
    texts.push_back(text);
    expected.emplace_back(answer.decided == Decided::possible ? "sat" : "unsat");
    ASSERT_NE(answer.decided, Decided::undecided) << text;
  }
  EXPECT_GT(texts.size(), 80U);
  EXPECT_NE(std::ranges::find(expected, "sat"), expected.end());
  EXPECT_EQ(cvc5_says(texts), expected);
}

// Two whole periods of rounding, fen by fen, in years chosen by chance.
TEST(SecondOpinion, OfTryingEveryAmountAgrees) {
  Choices choices(11);
  const Situations all(testing::shipped_pool(371700), kDay);
  for (std::size_t i = 1; i < all.runs().size(); i += 12) {
    Program program;
    Counters counters(program);
    const Linear scope = program.input();
    const BillWork bill = bill_of(program, all.runs()[i].layers, counters, {}, scope);
    std::vector<std::int64_t> inputs(program.input_count());
    for (std::int64_t& input : inputs) input = testing::random_amount(choices).in_fen();
    std::int64_t before = -1;
    for (int fen = 0; fen < 4'000; ++fen, ++inputs[0]) {
      const auto values = program.evaluate(inputs);
      const std::int64_t paid = value_of(bill.paid, values);
      ASSERT_LE(paid, inputs[0]);
      if (fen > 0) {
        ASSERT_TRUE(paid == before || paid == before + 1) << i << ": " << inputs[0];
      }
      before = paid;
    }
  }
}

// Every situation of both days on amounts chosen by chance: none loses more than the largest loss that was proved.
TEST(SecondOpinion, OfTryingBillsFindsNoLargerLoss) {
  Choices choices(13);
  const policy::Pool& pool = testing::shipped_pool(371100);
  const Date now = testing::day("2023-03-01");
  const Date before = testing::day("2023-02-28");
  Money largest;
  const Situations all(pool, now);
  for (const prove::Run& run : all.runs()) {
    if (run.layers.empty()) continue;
    for (int i = 0; i < 40; ++i) {
      const std::int64_t scope = testing::random_amount(choices).in_fen();
      const auto of_now = settled(pool, case_of(pool, now, run.first, {scope}, {}), 1);
      const auto of_before = settled(pool, case_of(pool, before, run.first, {scope}, {}), 1);
      ASSERT_TRUE(of_now && of_before);
      largest = std::max(largest, of_before->paid - of_now->paid);
    }
  }
  EXPECT_EQ(largest, testing::money("150.00")) << "which some of them reach";
}

}  // namespace
}  // namespace yidan::prove
