// Nobody is free of every share (SD42-3-c): by exact shares something of every bill is left. Rounding to the fen can
// leave nothing of a small one; up to which amount is said.
#include <algorithm>

#include "prove/properties/properties.h"

namespace yidan::prove {
namespace {

// A bill of a stay whose deductible earlier bills have borne, of that amount.
struct Small {
  Question question;
  Counters counters{question.program};
  BillWork bill;

  Small(const std::vector<FlatLayer>& layers, std::int64_t scope)
      : bill(bill_of(question.program, layers, counters, {.absorbed = question.program.input()}, scope)) {}
};

bool is_free(const std::vector<FlatLayer>& layers, std::int64_t scope) {
  const Small small(layers, scope);
  std::vector<std::int64_t> inputs = generous(layers, small.counters, small.question.program.input_count());
  inputs.front() = INT32_MAX;
  return value_of(small.bill.paid, small.question.program.evaluate(inputs)) == scope;
}

// The largest bill of which rounding leaves nothing, in whatever year; absent where that is not certain.
std::optional<std::int64_t> largest_free(Scene& scene) {
  const auto& runs = scene.situations.runs();
  std::int64_t largest = 0;
  for (const Run& run : runs) {
    while (is_free(run.layers, largest + 1)) ++largest;
  }
  for (const Run& run : runs) {
    if (!scene.next() || !scene.composition.leaves_something_of(run.layers, largest + 1)) return std::nullopt;
  }
  return largest;
}

Proof refuted(Scene& scene, const Run& run) {
  const std::size_t count = scene.situations.runs().size() - 1;
  const auto free_bill = [&](std::int64_t least) {
    Question question;
    const Linear scope = question.program.input();
    Counters counters(question.program);
    const BillWork bill = bill_of(question.program, run.layers, counters, {}, scope);
    question.clauses = {{at_least(bill.paid, scope)}, {at_least(scope, least)}};
    return seek(scene, std::move(question), counters);
  };
  Search search = free_bill(100'000);
  if (search.decided != Decided::possible) search = free_bill(1);
  if (search.decided != Decided::possible) return unknown(Property::never_free, count, run.first, search.why);
  const Case facts = case_of(scene.target.pool, scene.target.on, run.first, {search.hit.scope}, search.hit.opening);
  const auto bill = settled(scene.target.pool, facts, 1);
  if (!bill || bill->paid != bill->scope) return unknown(Property::never_free, count, run.first, not_replayed());
  const Text who = words_of(run.first);
  const Text said = said_of(bill->basis);
  Proof proof =
      proved(Property::never_free, count,
             {who.zh + "：政策范围内 " + yuan(bill->scope) + " 元全部由基金支付，个人零自付" + said.zh,
              who.en + ": all of " + yuan(bill->scope) + " in scope is paid by the funds, nothing is left" + said.en});
  proof.verdict = Verdict::refuted;
  proof.loss = bill->scope;
  proof.basis = bill->basis;
  proof.cases = {{{"个人零自付的结算", "a bill of which nothing is left"}, facts, bill->scope, bill->paid}};
  return proof;
}

}  // namespace

Proof prove_never_free(Scene& scene) {
  const auto& runs = scene.situations.runs();
  for (std::size_t i = 1; i < runs.size() && scene.next(); ++i) {
    if (scene.composition.leaves_something(runs[i].layers)) continue;
    Question question;
    question.numbers = Numbers::exact;
    question.whole_bill = true;
    const Linear scope = question.program.input();
    Counters counters(question.program);
    const BillWork bill =
        bill_of(question.program, runs[i].layers, counters, {.absorbed = question.program.input()}, scope);
    question.clauses = {{greater(scope, 0)}, {at_least(bill.paid, scope)}};
    const Answer& answer = scene.solver.ask(question);
    if (answer.decided == Decided::impossible) continue;
    return refuted(scene, runs[i]);
  }
  Text text{"按精确比例，政策范围内的费用个人总要负担一部分",
            "by exact shares something in scope is always left to the person"};
  if (const auto largest = largest_free(scene)) {
    const std::string most = yuan(*largest);
    if (*largest > 0) {
      text.zh += "；因四舍五入到分，不超过 " + most + " 元的费用可能恰好全部支付";
      text.en += "; rounding to the fen can leave nothing of a bill up to " + most;
    }
  }
  return proved(Property::never_free, runs.size() - 1, std::move(text));
}

}  // namespace yidan::prove
