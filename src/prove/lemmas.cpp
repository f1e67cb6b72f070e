#include "prove/lemmas.h"

#include <algorithm>

#include "money/rate.h"

namespace yidan::prove {
namespace {

using benefit::kernel::Deductible;

bool is_impossible(Remembering& solver, Question question) {
  return solver.ask(question).decided == Decided::impossible;
}

bool never_holds(const Positive& each) { return each.value.is_constant() && each.value.constant <= 0; }

// Of a stay whatever earlier bills have absorbed.
Stay any_stay(Program& program, const FlatLayer& layer) {
  return layer.kind == Deductible::stay ? Stay{.absorbed = program.input()} : Stay{};
}

// The negation of 0 <= b - a <= most.
void beyond(std::vector<Positive>& clause, const Linear& a, const Linear& b, const Linear& most) {
  clause.push_back(greater(a, b));
  clause.push_back(greater(b - a, most));
}

}  // namespace

bool Lemmas::steps(const FlatLayer& layer) {
  if (layer.accumulates_only) return true;
  Question question;
  Program& program = question.program;
  const Linear base = program.input();
  const Stay stay = any_stay(program, layer);
  Counters before(program);
  const LayerWork one = work_of(program, layer, before, stay, base);
  // The same counters: those of a second bill would be others.
  Counters again = before.unraised();
  const LayerWork two = work_of(program, layer, again, stay, base + 1);
  std::vector<Positive> clause;
  beyond(clause, 0, one.first_self_pay, base);
  beyond(clause, 0, one.deductible, one.net);
  beyond(clause, 0, one.computed, one.counted);
  beyond(clause, 0, one.paid, one.computed);
  beyond(clause, one.first_self_pay, two.first_self_pay, 1);
  beyond(clause, one.deductible, two.deductible, two.net - one.net);
  beyond(clause, one.computed, two.computed, two.counted - one.counted);
  beyond(clause, one.paid, two.paid, two.computed - one.computed);
  std::erase_if(clause, [](const Positive& each) { return never_holds(each); });
  if (clause.empty()) return true;
  question.clauses = {clause};
  return is_impossible(solver_, std::move(question));
}

bool Lemmas::leaves_something(const FlatLayer& layer) {
  if (layer.accumulates_only) return true;
  Question question;
  question.numbers = Numbers::exact;
  const Linear base = question.program.input();
  const Stay stay = any_stay(question.program, layer);
  Counters counters(question.program);
  const LayerWork work = work_of(question.program, layer, counters, stay, base);
  question.clauses = {{greater(base, 0)}, {at_least(work.paid, base)}};
  return is_impossible(solver_, std::move(question));
}

bool Lemmas::keeps_best_ratio(const FlatLayer& layer) {
  if (layer.brackets == 1) return true;
  Question question;
  const Linear base = question.program.input();
  const Stay stay = any_stay(question.program, layer);
  Counters counters(question.program);
  const LayerWork work = work_of(question.program, layer, counters, stay, base);
  const Linear most = question.program.rounded(best_ratio(layer) * work.counted, kWhole.in_ppm());
  question.clauses = {{greater(work.computed, most)}};
  return is_impossible(solver_, std::move(question));
}

NoWorse Lemmas::no_worse(const FlatLayer& layer, const Stay& stay, const FlatLayer& than, const Stay& of_other) {
  const bool same_stay = stay.absorbed == of_other.absorbed && stay.at_most == of_other.at_most;
  if (layer == than && same_stay) return {true, true, true, true};
  if (layer.accumulates_only || than.accumulates_only) return {};
  Question question;
  Program& program = question.program;
  const Linear base = program.input();
  const Stay any{.absorbed = program.input()};
  const auto given = [&](const Stay& of) {
    return Stay{.absorbed = of.absorbed.is_constant() ? of.absorbed : any.absorbed, .at_most = of.at_most};
  };
  Counters counters(program);
  const LayerWork theirs = work_of(program, than, counters, given(of_other), base);
  Counters again = counters.unraised();
  const LayerWork ours = work_of(program, layer, again, given(stay), base);
  const auto never = [&](const Linear& more, const Linear& less) {
    if (more == less) return true;
    Question asked = question;
    asked.clauses = {{greater(more, less)}};
    return is_impossible(solver_, std::move(asked));
  };
  return {never(ours.first_self_pay, theirs.first_self_pay), never(ours.deductible, theirs.deductible),
          never(theirs.computed, ours.computed), never(theirs.paid, ours.paid)};
}

std::int64_t best_ratio(const FlatLayer& layer) {
  return *std::max_element(layer.ppm.begin(), layer.ppm.begin() + layer.brackets);
}

bool reads_no_writes(const std::vector<FlatLayer>& layers) {
  for (const FlatLayer& layer : layers) {
    for (const FlatLayer& other : layers) {
      if (&layer == &other) continue;
      for (const std::uint16_t read :
           {layer.deductible_counter, layer.base_counter, layer.cap_counters[0], layer.cap_counters[1]}) {
        const bool written =
            read == other.deductible_counter || read == other.base_counter || read == other.paid_counter;
        if (read != 0 && written) return false;
      }
    }
  }
  return true;
}

}  // namespace yidan::prove
