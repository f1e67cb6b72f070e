#include "prove/scene.h"

#include <algorithm>

#include "benefit/settle.h"

namespace yidan::prove {
namespace {

// A bill that people can imagine: up to a million yuan.
constexpr std::int64_t kImaginable = 100'000'000;

}  // namespace

bool Scene::next() {
  if (ended) return false;
  if (auto goes = go_on(++done); !goes) ended = std::move(goes.error());
  return !ended;
}

std::vector<Opening> opening_of(const Counters& counters, const std::vector<std::int64_t>& inputs) {
  std::vector<Opening> opening;
  for (const auto& [counter, input] : counters.given()) {
    opening.push_back({counter - 1, inputs[input]});
  }
  return opening;
}

Search seek(Scene& scene, Question question, const Counters& counters) {
  question.whole_bill = true;
  const Linear scope = Linear::of(question.program.inputs().front());
  const auto up_to = [&](std::int64_t counter_most) {
    Question asked = question;
    asked.clauses.push_back({at_least(kImaginable, scope)});
    for (const auto& [counter, input] : counters.given()) {
      asked.clauses.push_back({at_least(counter_most, Linear::of(question.program.inputs()[input]))});
    }
    return asked;
  };
  const Question first = up_to(0);
  const Question later = up_to(kImaginable);
  for (const Question* each : {&first, &later, static_cast<const Question*>(&question)}) {
    const Answer& answer = scene.solver.ask(*each);
    if (answer.decided == Decided::possible) {
      return {Decided::possible, {answer.inputs.front(), opening_of(counters, answer.inputs)}, {}};
    }
    if (each != &question) continue;
    if (answer.decided == Decided::undecided)
      return {answer.decided, {}, {"求解器未能判定“" + answer.why + "”", "the solver gave up: " + answer.why}};
  }
  return {Decided::impossible, {}, {"没有整分的反例", "no bill of whole fen shows it"}};
}

std::optional<Settlement> settled(const policy::Pool& pool, const Case& facts, std::size_t bills) {
  const auto all = benefit::settle_case(pool, facts, benefit::Recording::none);
  if (all.size() < bills) return std::nullopt;
  Settlement sum;
  for (auto bill = all.end() - static_cast<std::ptrdiff_t>(bills); bill != all.end(); ++bill) {
    if (bill->status != BillStatus::settled && bill->status != BillStatus::no_benefit) return std::nullopt;
    sum.scope += bill->amounts.policy_scope;
    sum.paid += bill->fund_total;
    sum.basis = std::max(sum.basis, bill->basis);
  }
  return sum;
}

std::string yuan(Money money) { return to_grouped_text(money); }

Proof proved(Property property, std::size_t situations, Text text) {
  Proof proof;
  proof.property = property;
  proof.verdict = Verdict::proved;
  proof.clauses = clauses_of(property);
  proof.situations = situations;
  proof.text = std::move(text);
  return proof;
}

Proof unknown(Property property, std::size_t situations, const Facts& facts, const Text& why) {
  const Text who = words_of(facts);
  Proof proof = proved(property, situations,
                       {"未能判定：" + who.zh + "（" + why.zh + "）", "not decided: " + who.en + " (" + why.en + ")"});
  proof.verdict = Verdict::unknown;
  return proof;
}

Text not_replayed() {
  return {"内部错误：求解器的反例与结算不符", "a fault of ours: settlement does not make of it what the solver says"};
}

Text not_excluded(std::int64_t fen) {
  return {"不能排除至多 " + yuan(fen) + " 元，但没有找到", "up to " + yuan(fen) + " is not excluded, none was found"};
}

Text said_of(Basis basis) {
  if (basis == Basis::assumed) {
    return {"；起作用的数值中有假定的，应先核实政策包",
            "; some of the values that work are assumed: check the pack first"};
  }
  return {"；数值出自文件，是文件自身的结果", "; the values are the documents', and so is the result"};
}

}  // namespace yidan::prove
