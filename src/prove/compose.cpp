#include "prove/compose.h"

#include <algorithm>

#include "money/rate.h"

namespace yidan::prove {
namespace {

using benefit::kernel::Deductible;

// Bills of layers of which only the lemmas are known.
class Abstract {
 public:
  explicit Abstract(Question& question) : question_(question) {}

  Linear input() { return question_.program.input(); }
  void assume(const Positive& fact) {
    if (fact.value.is_constant() && fact.value.constant >= (fact.or_zero ? 0 : 1)) return;
    question_.clauses.push_back({fact});
  }

  // Anything that a layer can make of a base.
  LayerWork anything(const FlatLayer& layer, const Linear& base) {
    LayerWork work;
    work.base = base;
    if (!layer.accumulates_only) {
      if (layer.first_self_pay_ppm != 0) work.first_self_pay = input();
      if (layer.kind != Deductible::none) work.deductible = input();
      work.computed = input();
      work.paid = layer.cap == INT64_MAX ? work.computed : input();
    }
    work.net = base - work.first_self_pay;
    work.counted = work.net - work.deductible;
    assume(prove::at_least(base, work.first_self_pay));
    assume(prove::at_least(work.net, work.deductible));
    assume(prove::at_least(work.counted, work.computed));
    assume(prove::at_least(work.computed, work.paid));
    return work;
  }
  BillWork bill(const std::vector<FlatLayer>& layers, const Linear& scope, const Linear& supplement) {
    return flow_of(question_.program, layers, scope, supplement,
                   [&](std::size_t i, const Linear& base) { return anything(layers[i], base); });
  }

  // What one layer makes of two bases, counters being the same: each part grows no faster than what it is a part of.
  void relate(const LayerWork& a, const LayerWork& b) {
    follow(a, b);
    follow(b, a);
  }

 private:
  // Where `more` has the greater base, or the same.
  void follow(const LayerWork& less, const LayerWork& more) {
    const auto grows = [&](const Linear& from, const Linear& to, const Linear& of_from, const Linear& of_to) {
      if (from == Linear() && to == Linear()) return;
      question_.clauses.push_back({greater(less.base, more.base), prove::at_least(to, from)});
      question_.clauses.push_back({greater(less.base, more.base), prove::at_least(of_to - of_from, to - from)});
    };
    grows(less.first_self_pay, more.first_self_pay, less.base, more.base);
    grows(less.deductible, more.deductible, less.net, more.net);
    grows(less.computed, more.computed, less.counted, more.counted);
    grows(less.paid, more.paid, less.computed, more.computed);
  }

  Question& question_;
};

bool is_impossible(Remembering& solver, Question question, std::vector<Positive> goal) {
  if (std::ranges::all_of(goal,
                          [](const Positive& each) { return each.value.is_constant() && each.value.constant < 0; })) {
    return true;
  }
  question.clauses.push_back(std::move(goal));
  return solver.ask(question).decided == Decided::impossible;
}

}  // namespace

std::optional<std::size_t> counterpart(const std::vector<FlatLayer>& layers, const FlatLayer& layer) {
  const auto same = [&](const FlatLayer& each) {
    return each.paid_counter == layer.paid_counter && each.base_counter == layer.base_counter &&
           each.accumulates_only == layer.accumulates_only;
  };
  const auto found = std::ranges::find_if(layers, same);
  if (found == layers.end()) return std::nullopt;
  return static_cast<std::size_t>(found - layers.begin());
}

bool Composition::knows(const std::vector<FlatLayer>& layers) {
  return reads_no_writes(layers) && std::ranges::all_of(layers, [&](const FlatLayer& l) { return lemmas_.steps(l); });
}

bool Composition::within(const std::vector<FlatLayer>& layers) {
  if (!knows(layers)) return false;
  Question question;
  Abstract abstract(question);
  const Linear scope = abstract.input();
  const Linear supplement = abstract.input();
  const BillWork bill = abstract.bill(layers, scope, supplement);
  std::vector<Positive> goal{greater(bill.paid, scope)};
  for (const LayerWork& work : bill.layers) goal.push_back(greater(work.base, scope));
  return is_impossible(solver_, std::move(question), std::move(goal));
}

bool Composition::monotone(const std::vector<FlatLayer>& layers) {
  if (!knows(layers)) return false;
  Question question;
  Abstract abstract(question);
  const Linear scope = abstract.input();
  const Linear supplement = abstract.input();
  const BillWork one = abstract.bill(layers, scope, supplement);
  const BillWork two = abstract.bill(layers, scope + 1, supplement);
  for (std::size_t i = 0; i < layers.size(); ++i) abstract.relate(one.layers[i], two.layers[i]);
  return is_impossible(solver_, std::move(question), {greater(one.paid, two.paid), greater(two.paid, one.paid + 1)});
}

bool Composition::leaves_something(const std::vector<FlatLayer>& layers) {
  Question question;
  question.numbers = Numbers::exact;
  Abstract abstract(question);
  const Linear scope = abstract.input();
  const BillWork bill = abstract.bill(layers, scope, {});
  for (std::size_t i = 0; i < layers.size(); ++i) {
    if (!lemmas_.leaves_something(layers[i])) return false;
    question.clauses.push_back(
        {greater(bill.layers[i].base, bill.layers[i].paid), prove::at_least(0, bill.layers[i].base)});
  }
  question.clauses.push_back({greater(scope, 0)});
  return is_impossible(solver_, std::move(question), {prove::at_least(bill.paid, scope)});
}

bool Composition::leaves_something_of(const std::vector<FlatLayer>& layers, std::int64_t scope) {
  if (!knows(layers)) return false;
  Question question;
  Abstract abstract(question);
  const BillWork bill = abstract.bill(layers, scope, {});
  for (std::size_t i = 0; i < layers.size(); ++i) {
    if (!lemmas_.keeps_best_ratio(layers[i])) return false;
    const LayerWork& work = bill.layers[i];
    const Linear most = question.program.rounded(best_ratio(layers[i]) * work.counted, kWhole.in_ppm());
    abstract.assume(prove::at_least(most, work.computed));
  }
  return is_impossible(solver_, std::move(question), {prove::at_least(bill.paid, scope)});
}

bool Composition::at_least(const std::vector<FlatLayer>& layers, const Stay& stay, const std::vector<FlatLayer>& than,
                           const Stay& of_other) {
  if (!knows(layers) || !knows(than)) return false;
  Question question;
  Abstract abstract(question);
  const Linear scope = abstract.input();
  const Linear supplement = abstract.input();
  const BillWork ours = abstract.bill(layers, scope, supplement);
  const BillWork theirs = abstract.bill(than, scope, supplement);
  for (std::size_t i = 0; i < than.size(); ++i) {
    const auto at = counterpart(layers, than[i]);
    if (!at) continue;
    const NoWorse known = lemmas_.no_worse(layers[*at], stay, than[i], of_other);
    // Our layer on the base that theirs had.
    const LayerWork bridge = abstract.anything(layers[*at], theirs.layers[i].base);
    abstract.relate(bridge, ours.layers[*at]);
    const LayerWork& other = theirs.layers[i];
    if (known.first_self_pay) abstract.assume(prove::at_least(other.first_self_pay, bridge.first_self_pay));
    if (known.deductible) abstract.assume(prove::at_least(other.deductible, bridge.deductible));
    if (known.computed) abstract.assume(prove::at_least(bridge.computed, other.computed));
    if (known.paid) abstract.assume(prove::at_least(bridge.paid, other.paid));
  }
  return is_impossible(solver_, std::move(question), {greater(theirs.paid, ours.paid)});
}

std::optional<std::int64_t> Composition::most_less(const std::vector<FlatLayer>& layers,
                                                   const std::vector<FlatLayer>& than,
                                                   const std::vector<std::int64_t>& more) {
  if (!knows(layers) || !knows(than)) return std::nullopt;
  Question question;
  Abstract abstract(question);
  const Linear scope = abstract.input();
  const BillWork ours = abstract.bill(layers, scope, {});
  const BillWork theirs = abstract.bill(than, scope, {});
  std::int64_t sum = 0;
  for (std::size_t i = 0; i < than.size(); ++i) {
    sum += more[i];
    const auto at = counterpart(layers, than[i]);
    if (!at) {
      abstract.assume(prove::at_least(more[i], theirs.layers[i].paid));
      continue;
    }
    const LayerWork bridge = abstract.anything(layers[*at], theirs.layers[i].base);
    abstract.relate(bridge, ours.layers[*at]);
    const NoWorse known = lemmas_.no_worse(layers[*at], {.absorbed = kAnything}, than[i], {.absorbed = kAnything});
    if (known.first_self_pay) abstract.assume(prove::at_least(theirs.layers[i].first_self_pay, bridge.first_self_pay));
    abstract.assume(prove::at_least(bridge.paid + more[i], theirs.layers[i].paid));
  }
  if (!is_impossible(solver_, std::move(question), {greater(theirs.paid, ours.paid + sum)})) return std::nullopt;
  return sum;
}

std::optional<std::int64_t> Composition::most_of_two(const std::vector<FlatLayer>& first,
                                                     const std::vector<FlatLayer>& second,
                                                     const std::vector<FlatLayer>& single,
                                                     const std::vector<std::int64_t>& gains) {
  const bool alike = first.size() == second.size() && first.size() == single.size();
  if (!alike || !knows(first) || !knows(second) || !knows(single)) return std::nullopt;
  Question question;
  Abstract abstract(question);
  const Linear one = abstract.input();
  const Linear other = abstract.input();
  const BillWork a = abstract.bill(first, one, {});
  const BillWork b = abstract.bill(second, other, {});
  const BillWork whole = abstract.bill(single, one + other, {});
  std::int64_t sum = 0;
  for (std::size_t i = 0; i < single.size(); ++i) {
    sum += gains[i];
    const LayerWork bridge = abstract.anything(single[i], a.layers[i].base + b.layers[i].base);
    abstract.relate(bridge, whole.layers[i]);
    abstract.assume(prove::at_least(bridge.paid + gains[i], a.layers[i].paid + b.layers[i].paid));
    // Two shares of one rate, each rounded, differ from the share of the sum by a fen at most.
    if (single[i].first_self_pay_ppm == 0) continue;
    sum += 1;
    const Linear parts = a.layers[i].first_self_pay + b.layers[i].first_self_pay;
    abstract.assume(prove::at_least(bridge.first_self_pay + 1, parts));
    abstract.assume(prove::at_least(parts + 1, bridge.first_self_pay));
  }
  if (!is_impossible(solver_, std::move(question), {greater(a.paid + b.paid, whole.paid + sum)})) return std::nullopt;
  return sum;
}

}  // namespace yidan::prove
