// Nobody is worse off than by other packs or on another day: of the same bill, the counters being the same, the funds
// pay no less. Where somebody is, who loses the most.
#include <algorithm>
#include <map>
#include <set>

#include "prove/extremes.h"
#include "prove/properties/properties.h"

namespace yidan::prove {
namespace {

// The same facts by the packs of before and of now.
struct Change {
  RunId before = 0;
  RunId now = 0;
  Facts facts;
  std::int64_t bound = 0;  // nobody loses more
  bool bounded = false;
  std::size_t layer = 0;  // that loses the most, alone
  Most largest{};
  std::vector<Opening> opening{};
};

// What one layer pays less of a base.
struct LayerLoss {
  Question question;
  Counters counters{question.program};
  Linear loss;

  LayerLoss(const FlatLayer& before, const FlatLayer* now, std::int64_t largest) {
    const Linear base = question.program.input(largest);
    const LayerWork theirs = work_of(question.program, before, counters, {}, base);
    loss = theirs.paid;
    if (now == nullptr) return;
    Counters same = counters.unraised();
    loss = loss - work_of(question.program, *now, same, {}, base).paid;
    counters = same;
  }
};

struct BillLoss {
  Question question;
  Counters counters{question.program};
  BillWork before;
  BillWork now;
  Linear loss;

  BillLoss(const std::vector<FlatLayer>& of_before, const std::vector<FlatLayer>& of_now, std::int64_t largest) {
    const Linear scope = question.program.input(largest);
    before = bill_of(question.program, of_before, counters, {}, scope);
    Counters same = counters.unraised();
    now = bill_of(question.program, of_now, same, {}, scope);
    counters = same;
    loss = before.paid - now.paid;
  }
};

class NotWorse {
 public:
  NotWorse(Scene& scene, const Target& before)
      : scene_(scene), before_target_(before), before_(before.pool, before.on) {}

  Proof run() {
    collect();
    for (Change& change : changes_) {
      if (!scene_.next()) return unknown(Property::not_worse, pairs_, change.facts, {"已中断", "interrupted"});
      bound(change);
    }
    std::ranges::stable_sort(changes_, std::ranges::greater{}, &Change::bound);
    for (const Change& change : changes_) {
      if (change.bounded && change.bound <= lost_) break;
      if (!scene_.next()) break;
      reach(change);
    }
    return result();
  }

 private:
  [[nodiscard]] const std::vector<FlatLayer>& now_of(RunId run) const { return scene_.situations.runs()[run].layers; }

  // The layers of before in the counters of now, which have their names.
  const std::vector<FlatLayer>& before_of(RunId run) {
    const auto [entry, fresh] = translated_.try_emplace(run, before_.runs()[run].layers);
    if (!fresh) return entry->second;
    for (FlatLayer& layer : entry->second) {
      for (std::uint16_t* counter : {&layer.deductible_counter, &layer.base_counter, &layer.paid_counter,
                                     &layer.cap_counters[0], &layer.cap_counters[1]}) {
        if (*counter != 0) *counter = translated(*counter);
      }
    }
    return entry->second;
  }
  [[nodiscard]] std::uint16_t translated(std::uint16_t counter) const {
    if (counter == kOfTheDisease) return counter;
    const std::string& name = before_target_.pool.counter_names[counter - 1U];
    const policy::CounterId same = scene_.target.pool.counter(name);
    constexpr std::uint16_t unknown_now = 10'000;  // above those of any pool
    return static_cast<std::uint16_t>(same == policy::kNoCounter ? unknown_now + counter : same + 1);
  }

  void collect() {
    const Situations& now = scene_.situations;
    std::set<std::pair<Situations::KindId, Situations::KindId>> kinds;
    std::set<std::pair<RunId, RunId>> runs;
    for (const Situations* all : {static_cast<const Situations*>(&before_), &now}) {
      for (const auto& [circumstances, kind] : all->circumstances()) {
        const auto a = before_.kind_of(circumstances);
        const auto b = now.kind_of(circumstances);
        if (!kinds.emplace(a, b).second) continue;
        for (const Details& details : details_of_both(a, b)) add(circumstances, a, b, details, runs);
      }
    }
  }

  // What either tells apart: where one knows fewer identities or none, those of the other count.
  [[nodiscard]] std::vector<Details> details_of_both(Situations::KindId a, Situations::KindId b) const {
    std::set<Details> both;
    for (const Details& x : before_.details_of(a)) {
      for (const Details& y : scene_.situations.details_of(b)) {
        both.insert({.level = std::max(x.level, y.level),
                     .order = std::max(x.order, y.order),
                     .held = std::max(x.held, y.held),
                     .identities = static_cast<std::uint8_t>(x.identities | y.identities)});
      }
    }
    return {both.begin(), both.end()};
  }

  void add(const Circumstances& circumstances, Situations::KindId a, Situations::KindId b, const Details& details,
           std::set<std::pair<RunId, RunId>>& runs) {
    const RunId before = before_.run_of(a, details);
    const RunId now = scene_.situations.run_of(b, details);
    if (!runs.emplace(before, now).second) return;
    ++pairs_;
    const Change change{.before = before, .now = now, .facts = {circumstances, details}};
    if (before_of(before) == now_of(now)) return;
    if (scene_.composition.at_least(now_of(now), {.absorbed = kAnything}, before_of(before), {.absorbed = kAnything}))
      return;
    changes_.push_back(change);
  }

  void bound(Change& change) {
    const auto& before = before_of(change.before);
    const auto& now = now_of(change.now);
    std::vector<std::int64_t> losses;
    for (std::size_t i = 0; i < before.size(); ++i) {
      losses.push_back(0);
      if (before[i].accumulates_only) continue;
      const auto at = counterpart(now, before[i]);
      const LayerLoss layer(before[i], at ? &now[*at] : nullptr, scene_.limits.largest_bill.in_fen());
      const Most most = most_of(scene_.solver, layer.question, layer.loss);
      losses.back() = most.certain ? most.value : scene_.limits.largest_bill.in_fen();
      if (most.inputs.empty() || most.value <= change.largest.value) continue;
      change.layer = i;
      change.largest = most;
      change.opening = opening_of(layer.counters, most.inputs);
    }
    const auto sum = scene_.composition.most_less(now, before, losses);
    change.bounded = sum.has_value();
    change.bound = std::min(sum.value_or(INT64_MAX), scene_.limits.largest_bill.in_fen());
  }

  void reach(const Change& change) {
    BillLoss bills(before_of(change.before), now_of(change.now), scene_.limits.largest_bill.in_fen());
    replay(change, best_guess(change, bills), bills);
    bills.question.whole_bill = true;
    if (change.bounded && change.bound <= lost_) return;
    if (!scene_.has_time(begun_)) return note_open(change);
    const Most most = most_of(scene_.solver, bills.question, bills.loss, lost_);
    if (!most.inputs.empty()) replay(change, most.inputs, bills);
    if (!most.certain || most.value > lost_) note_open(change);
  }

  // Nothing larger than its bound, but that is all that is known.
  void note_open(const Change& change) { open_ = std::max(open_, change.bound); }

  // Of some bills that may lose much the one that loses the most.
  std::vector<std::int64_t> best_guess(const Change& change, const BillLoss& bills) {
    const std::size_t count = bills.question.program.input_count();
    std::vector<std::vector<std::int64_t>> guesses{std::vector<std::int64_t>(count),
                                                   generous(before_of(change.before), bills.counters, count)};
    for (auto& guess : guesses) guess[0] = scene_.limits.largest_bill.in_fen();
    if (!change.largest.inputs.empty()) guesses.push_back(first_guess(change, bills));
    const auto loss_of = [&](const std::vector<std::int64_t>& inputs) {
      return value_of(bills.loss, bills.question.program.evaluate(inputs));
    };
    return *std::ranges::max_element(guesses, {}, loss_of);
  }

  // The scope of which the layer gets the base on which it loses the most, found by halves: bases grow with the scope.
  std::vector<std::int64_t> first_guess(const Change& change, const BillLoss& bills) const {
    std::vector<std::int64_t> inputs(bills.question.program.input_count());
    for (const Opening& each : change.opening) {
      const auto given = bills.counters.given().find(static_cast<std::uint16_t>(each.counter + 1));
      if (given != bills.counters.given().end()) inputs[given->second] = each.amount;
    }
    std::int64_t low = 0;
    std::int64_t high = scene_.limits.largest_bill.in_fen();
    while (low < high) {
      inputs[0] = low + (high - low) / 2;
      const auto values = bills.question.program.evaluate(inputs);
      const bool enough = value_of(bills.before.layers[change.layer].base, values) >= change.largest.inputs[0];
      (enough ? high : low) = enough ? inputs[0] : inputs[0] + 1;
    }
    inputs[0] = low;
    return inputs;
  }

  void replay(const Change& change, const std::vector<std::int64_t>& inputs, const BillLoss& bills) {
    // Counters that the packs of now do not have cannot be given to them.
    std::vector<Opening> opening;
    for (const Opening& each : opening_of(bills.counters, inputs)) {
      if (each.counter == kOfTheDisease - 1 ||
          static_cast<std::size_t>(each.counter) < scene_.target.pool.counter_names.size()) {
        opening.push_back(each);
      } else if (each.amount != 0) {
        return;
      }
    }
    const Case now = case_of(scene_.target.pool, scene_.target.on, change.facts, {inputs[0]}, opening);
    std::vector<Opening> theirs;
    for (const Opening& each : opening) {
      const int counter = counter_before(each.counter);
      if (counter == policy::kNoCounter && each.amount != 0) return;
      if (counter != policy::kNoCounter) theirs.push_back({counter, each.amount});
    }
    const Case before = case_of(before_target_.pool, before_target_.on, change.facts, {inputs[0]}, theirs);
    const auto of_now = settled(scene_.target.pool, now, 1);
    const auto of_before = settled(before_target_.pool, before, 1);
    if (!of_now || !of_before) return;
    const std::int64_t loss = (of_before->paid - of_now->paid).in_fen();
    if (loss <= lost_) return;
    lost_ = loss;
    show(change, now, *of_now, before, *of_before);
  }

  // The counter of before that has the name.
  [[nodiscard]] int counter_before(int counter) const {
    if (counter == kOfTheDisease - 1) return counter;
    return before_target_.pool.counter(scene_.target.pool.counter_names[static_cast<std::size_t>(counter)]);
  }

  void show(const Change& change, const Case& now, const Settlement& of_now, const Case& before,
            const Settlement& of_before) {
    const Text who = words_of(change.facts);
    const Basis basis = std::max(of_now.basis, of_before.basis);
    const std::string loss = yuan(lost_);
    shown_ = proved(Property::not_worse, pairs_,
                    {who.zh + "：政策范围内 " + yuan(of_now.scope) + " 元，原来基金支付 " + yuan(of_before.paid) +
                         " 元，现在 " + yuan(of_now.paid) + " 元，少 " + loss + " 元" + said_of(basis).zh,
                     who.en + ": of " + yuan(of_now.scope) + " in scope the funds paid " + yuan(of_before.paid) +
                         " before and pay " + yuan(of_now.paid) + " now, " + loss + " less" + said_of(basis).en});
    shown_->verdict = Verdict::refuted;
    shown_->loss = Money::fen(lost_);
    shown_->basis = basis;
    shown_->cases = {{{"现在", "now"}, now, of_now.scope, of_now.paid},
                     {{"原来", "before"}, before, of_before.scope, of_before.paid, true}};
  }

  Proof result() {
    const std::string largest = yuan(scene_.limits.largest_bill);
    if (changes_.empty()) {
      return proved(Property::not_worse, pairs_,
                    {"同一费用、同样的年度累计，基金支付不少于原来：没有人待遇下降",
                     "of the same bill in the same year the funds pay no less than before: nobody loses"});
    }
    if (!shown_) {
      if (open_ == 0) {
        return proved(Property::not_worse, pairs_,
                      {"不超过 " + largest + " 元的同一费用，基金支付不少于原来",
                       "of the same bill up to " + largest + " the funds pay no less than before"});
      }
      return unknown(Property::not_worse, pairs_, changes_.front().facts, not_excluded(open_));
    }
    if (open_ > lost_) shown_->at_most = Money::fen(open_);
    const bool grows = shown_->cases.front().scope == scene_.limits.largest_bill;
    shown_->text.zh += grows ? "（损失随费用增长，以 " + largest + " 元为限）" : "（以 " + largest + " 元的费用为限）";
    shown_->text.en += grows ? " (the loss grows with the bill; up to " : " (of bills up to ";
    shown_->text.en += largest + ")";
    return std::move(*shown_);
  }

  Scene& scene_;
  const Target& before_target_;
  Situations before_;
  std::map<RunId, std::vector<FlatLayer>> translated_;
  std::vector<Change> changes_;
  std::size_t pairs_ = 0;
  std::int64_t lost_ = 0;
  std::int64_t open_ = 0;
  std::int64_t begun_ = scene_.clock();
  std::optional<Proof> shown_;
};

}  // namespace

Proof prove_not_worse(Scene& scene, const Target& before) { return NotWorse(scene, before).run(); }

}  // namespace yidan::prove
