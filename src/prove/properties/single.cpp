// What holds of each bill alone: `within` and `monotone`.
#include "prove/properties/properties.h"

namespace yidan::prove {
namespace {

// The bill as a question, the scope its first input.
struct Asked {
  Question question;
  Counters counters{question.program};
  Linear scope = question.program.input();
};

// More is paid of the bill than there is, by one layer or by all: settlement itself stops at that, so that no bill can
// show it.
Proof refuted_within(Scene& scene, const Run& run, const Hit& hit) {
  const std::string scope = yuan(hit.scope);
  return unknown(Property::within, scene.situations.runs().size() - 1, run.first,
                 {"政策范围内 " + scope + " 元时支付超过基数，结算会中止",
                  "of " + scope + " in scope more is paid than there is, at which settlement stops"});
}

Proof refuted_monotone(Scene& scene, const Run& run, const Hit& hit) {
  const std::size_t count = scene.situations.runs().size() - 1;
  const auto of = [&](std::int64_t scope) {
    return case_of(scene.target.pool, scene.target.on, run.first, {scope}, hit.opening);
  };
  const Case less = of(hit.scope);
  const Case more = of(hit.scope + 1);
  const auto one = settled(scene.target.pool, less, 1);
  const auto two = settled(scene.target.pool, more, 1);
  const bool replays = one && two && (two->paid < one->paid || two->paid > one->paid + Money::fen(1));
  if (!replays) return unknown(Property::monotone, count, run.first, not_replayed());
  const Text who = words_of(run.first);
  Proof proof = proved(
      Property::monotone, count,
      {who.zh + "：政策范围内费用由 " + yuan(one->scope) + " 增至 " + yuan(two->scope) + " 元，基金支付由 " +
           yuan(one->paid) + " 变为 " + yuan(two->paid) + " 元" + said_of(two->basis).zh,
       who.en + ": in scope " + yuan(one->scope) + " becomes " + yuan(two->scope) + ", what the funds pay goes from " +
           yuan(one->paid) + " to " + yuan(two->paid) + said_of(two->basis).en});
  proof.verdict = Verdict::refuted;
  proof.basis = two->basis;
  proof.cases = {{{"较少的费用", "the smaller bill"}, less, one->scope, one->paid},
                 {{"多一分的费用", "one fen more"}, more, two->scope, two->paid}};
  return proof;
}

}  // namespace

Proof prove_within(Scene& scene) {
  const auto& runs = scene.situations.runs();
  for (std::size_t i = 1; i < runs.size() && scene.next(); ++i) {
    const Run& run = runs[i];
    if (scene.composition.within(run.layers)) continue;
    Asked asked;
    const BillWork bill = bill_of(asked.question.program, run.layers, asked.counters, {}, asked.scope);
    std::vector<Positive> goal{greater(bill.paid, asked.scope)};
    for (const LayerWork& work : bill.layers) {
      goal.push_back(greater(work.paid, work.base));
      goal.push_back(greater(0, work.paid));
    }
    asked.question.clauses = {goal};
    const Search search = seek(scene, std::move(asked.question), asked.counters);
    if (search.decided == Decided::possible) return refuted_within(scene, run, search.hit);
    if (search.decided == Decided::undecided) return unknown(Property::within, runs.size() - 1, run.first, search.why);
  }
  return proved(
      Property::within, runs.size() - 1,
      {"每一层支付不为负、不超过其基数，合计不超过政策范围",
       "no layer pays less than nothing or more than its base, and all together no more than what is in scope"});
}

Proof prove_monotone(Scene& scene) {
  const auto& runs = scene.situations.runs();
  for (std::size_t i = 1; i < runs.size() && scene.next(); ++i) {
    const Run& run = runs[i];
    if (scene.composition.monotone(run.layers)) continue;
    Asked asked;
    const BillWork one = bill_of(asked.question.program, run.layers, asked.counters, {}, asked.scope);
    Counters again = asked.counters.unraised();
    const BillWork two = bill_of(asked.question.program, run.layers, again, {}, asked.scope + 1);
    asked.question.clauses = {{greater(one.paid, two.paid), greater(two.paid, one.paid + 1)}};
    const Search search = seek(scene, std::move(asked.question), again);
    if (search.decided == Decided::possible) return refuted_monotone(scene, run, search.hit);
    if (search.decided == Decided::undecided)
      return unknown(Property::monotone, runs.size() - 1, run.first, search.why);
  }
  return proved(Property::monotone, runs.size() - 1,
                {"政策范围内费用每多一分，基金多付零分或一分，个人不会因费用增加而少付",
                 "of one fen more in scope the funds pay one or none: nobody's part falls because a bill is larger"});
}

}  // namespace yidan::prove
