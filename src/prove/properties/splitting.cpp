// What a bill gains by being split in two, at the most: two bills of the same facts after each other, the second in the
// year that the first has left behind, against one bill of both.
#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "prove/extremes.h"
#include "prove/properties/properties.h"

namespace yidan::prove {
namespace {

// A bill that may be split: the run of the first part, that of the second, which may be another admission.
struct Split {
  RunId first = 0;
  RunId second = 0;
  Facts facts;
  std::int64_t bound = 0;          // nobody gains more
  std::int64_t first_gain = 0;     // the first layer gains no more
  Most largest{};                  // of the layer that gains the most, alone
  std::vector<Opening> opening{};  // of that
  [[nodiscard]] bool can_gain(std::int64_t more_than) const { return bound > more_than; }
};

// What is paid of two bases after each other, and of both at once on the counters that were there before. The first
// base is a fen more than its input, so that it is not nothing.
template <class Paid>
struct Parts {
  Paid one;
  Paid other;
  Paid whole;
};

template <class Pay, class PayNext>
auto paid_in_two(Question& question, Counters& counters, Pay pay, PayNext pay_next) {
  const Linear one = question.program.input() + 1;
  const Linear other = question.program.input();
  auto first = pay(counters, one);
  auto second = pay_next(counters, other);
  Counters before = counters.unraised();
  auto whole = pay(before, one + other);
  counters = before;
  return Parts<decltype(whole)>{std::move(first), std::move(second), std::move(whole)};
}

// What one layer pays more of the two.
struct LayerGain {
  Question question;
  Counters counters{question.program};
  Linear gain;

  LayerGain(const FlatLayer& first, const FlatLayer& second) {
    const auto by = [this](const FlatLayer& layer) {
      return [this, &layer](Counters& from, const Linear& base) {
        return work_of(question.program, layer, from, {}, base);
      };
    };
    const auto paid = paid_in_two(question, counters, by(first), by(second));
    gain = paid.one.paid + paid.other.paid - paid.whole.paid;
  }
};

// What whole bills pay more; the two parts are the first inputs, the first one without its fen.
struct BillGain {
  Question question;
  Counters counters{question.program};
  Linear gain;
  Linear first_gain;  // of the first layer

  BillGain(const std::vector<FlatLayer>& first, const std::vector<FlatLayer>& second) {
    const auto by = [this](const std::vector<FlatLayer>& layers) {
      return [this, &layers](Counters& from, const Linear& base) {
        return bill_of(question.program, layers, from, {}, base);
      };
    };
    const auto paid = paid_in_two(question, counters, by(first), by(second));
    gain = paid.one.paid + paid.other.paid - paid.whole.paid;
    first_gain = paid.one.layers[0].paid + paid.other.layers[0].paid - paid.whole.layers[0].paid;
  }
};

class Splitting {
 public:
  explicit Splitting(Scene& scene) : scene_(scene) {}

  Proof run() {
    collect();
    for (Split& split : splits_) {
      if (!scene_.next()) break;
      if (!bound(split))
        return unknown(Property::splitting, splits_.size(), split.facts, {"没有找到上限", "no bound was found"});
    }
    std::ranges::stable_sort(splits_, std::ranges::greater{}, &Split::bound);
    for (const Split& split : splits_) {
      if (!scene_.next() || !split.can_gain(gained_)) break;
      if (split.can_gain(rounding(split))) reach(split);
    }
    return result();
  }

 private:
  void collect() {
    const Situations& all = scene_.situations;
    std::set<std::pair<RunId, RunId>> seen;
    for (std::size_t kind = 0; kind < all.examples().size(); ++kind) {
      for (const Details& details : all.details_of(kind)) {
        Details next = details;
        next.order = std::min<std::uint8_t>(static_cast<std::uint8_t>(details.order + 1), 2);
        const RunId first = all.run_of(kind, details);
        const RunId second = all.run_of(kind, next);
        if (first == 0 || !seen.emplace(first, second).second) continue;
        splits_.push_back({.first = first, .second = second, .facts = {all.examples()[kind], details}});
      }
    }
  }

  [[nodiscard]] const std::vector<FlatLayer>& layers(RunId run) const { return scene_.situations.runs()[run].layers; }

  // A fen a layer, three where there is a first self-pay: what rounding twice can come to.
  [[nodiscard]] std::int64_t rounding(const Split& split) const {
    std::int64_t fen = 0;
    for (const FlatLayer& layer : layers(split.first)) {
      fen += layer.accumulates_only ? 0 : layer.first_self_pay_ppm == 0 ? 1 : 3;
    }
    return fen;
  }

  [[nodiscard]] bool gains_no_more(const LayerGain& layer, std::int64_t fen) {
    Question question = layer.question;
    question.clauses = {{greater(layer.gain, fen)}};
    return scene_.solver.ask(question).decided == Decided::impossible;
  }

  bool bound(Split& split) {
    const auto& first = layers(split.first);
    const auto& second = layers(split.second);
    if (first.size() != second.size()) return false;
    std::vector<std::int64_t> gains;
    for (std::size_t i = 0; i < first.size(); ++i) {
      if (first[i].accumulates_only) {
        gains.push_back(0);
        continue;
      }
      const LayerGain layer(first[i], second[i]);
      const std::int64_t by_rounding = first[i].first_self_pay_ppm == 0 ? 1 : 2;
      if (first[i] == second[i] && gains_no_more(layer, by_rounding)) {
        gains.push_back(by_rounding);
        continue;
      }
      const Most most = most_of(scene_.solver, layer.question, layer.gain);
      if (!most.certain) return false;
      gains.push_back(most.value);
      if (i == 0) {
        split.largest = most;
        if (!most.inputs.empty()) split.opening = opening_of(layer.counters, most.inputs);
      }
    }
    const auto sum = scene_.composition.most_of_two(first, second, first, gains);
    if (sum) split.bound = *sum;
    split.first_gain = gains.front();
    return sum.has_value();
  }

  // The bills that show it: what the first layer gains the most on, and then whether a whole bill can gain more.
  void reach(const Split& split) {
    const BillGain bills(layers(split.first), layers(split.second));
    std::vector<std::int64_t> inputs(bills.question.program.input_count());
    if (split.largest.inputs.empty()) return;
    inputs[0] = split.largest.inputs[0];
    inputs[1] = split.largest.inputs[1];
    for (const Opening& each : split.opening) {
      const auto given = bills.counters.given().find(static_cast<std::uint16_t>(each.counter + 1));
      if (given != bills.counters.given().end()) inputs[given->second] = each.amount;
    }
    replay(split, inputs, bills);
    if (!split.can_gain(gained_)) return;
    if (!scene_.has_time(begun_)) {
      open_ = std::max(open_, split.bound);
      return;
    }
    Question question = bills.question;
    question.whole_bill = true;
    // What is known of the first layer, whose bases are the two parts and their sum: it helps.
    question.clauses = {{at_least(split.first_gain, bills.first_gain)}};
    const Most most = most_of(scene_.solver, question, bills.gain, gained_);
    if (!most.inputs.empty()) replay(split, most.inputs, bills);
    // Nobody gains more than the bound, but that is all that is known.
    if (!most.certain || most.value > gained_) open_ = std::max(open_, split.bound);
  }

  void replay(const Split& split, const std::vector<std::int64_t>& inputs, const BillGain& bills) {
    const policy::Pool& pool = scene_.target.pool;
    const auto opening = opening_of(bills.counters, inputs);
    const Case two = case_of(pool, scene_.target.on, split.facts, {inputs[0] + 1, inputs[1]}, opening);
    const Case one = case_of(pool, scene_.target.on, split.facts, {inputs[0] + 1 + inputs[1]}, opening);
    const auto of_two = settled(pool, two, 2);
    const auto of_one = settled(pool, one, 1);
    if (!of_two || !of_one) return;
    const std::int64_t gain = (of_two->paid - of_one->paid).in_fen();
    if (gain <= gained_) return;
    gained_ = gain;
    const Text who = words_of(split.facts);
    const Basis basis = std::max(of_two->basis, of_one->basis);
    const std::string first = yuan(inputs[0] + 1);
    const std::string second = yuan(inputs[1]);
    shown_ = proved(Property::splitting, splits_.size(),
                    {who.zh + "：政策范围内 " + yuan(of_one->scope) + " 元一次结算，基金支付 " + yuan(of_one->paid) +
                         " 元；分为 " + first + " 和 " + second + " 元两次，支付 " + yuan(of_two->paid) + " 元，多 " +
                         yuan(gain) + " 元" + said_of(basis).zh,
                     who.en + ": of " + yuan(of_one->scope) + " in scope the funds pay " + yuan(of_one->paid) +
                         " at once, and " + yuan(of_two->paid) + " split into " + first + " and " + second + ", " +
                         yuan(gain) + " more" + said_of(basis).en});
    shown_->verdict = Verdict::refuted;
    shown_->loss = Money::fen(gain);
    shown_->basis = basis;
    shown_->cases = {{{"分两次结算", "split in two"}, two, of_two->scope, of_two->paid},
                     {{"一次结算", "at once"}, one, of_one->scope, of_one->paid}};
  }

  Proof result() {
    std::int64_t most = 0;
    std::int64_t fen = 0;
    bool beyond_rounding = false;
    for (const Split& split : splits_) {
      most = std::max(most, split.bound);
      fen = std::max(fen, rounding(split));
      beyond_rounding |= split.can_gain(rounding(split));
    }
    if (!beyond_rounding) {
      return proved(Property::splitting, splits_.size(),
                    {"一笔费用分两次结算，除四舍五入外没有获益（至多 " + yuan(most) + " 元）",
                     "a bill that is split in two gains nothing but rounding, at most " + yuan(most)});
    }
    if (!shown_ || gained_ <= fen) {
      return unknown(Property::splitting, splits_.size(), splits_.front().facts, not_excluded(most));
    }
    if (open_ > gained_) shown_->at_most = Money::fen(open_);
    return std::move(*shown_);
  }

  Scene& scene_;
  std::vector<Split> splits_;
  std::int64_t gained_ = 0;
  std::int64_t open_ = 0;
  std::int64_t begun_ = scene_.clock();
  std::optional<Proof> shown_;
};

}  // namespace

Proof prove_splitting(Scene& scene) { return Splitting(scene).run(); }

}  // namespace yidan::prove
