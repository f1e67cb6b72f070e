// The list's floors of ratios, kept by each bill between deductible and cap and not on average.
#include <algorithm>
#include <set>

#include "benefit/layers/layer_rules.h"
#include "benefit/settle.h"
#include "prove/properties/properties.h"

namespace yidan::prove {
namespace {

using policy::Bound;
using policy::Dimension;

constexpr std::string_view kRatio = ".ratio";

// A floor of one benefit's ratio.
struct Floor {
  const Bound* bound = nullptr;
  std::string benefit;
  policy::DimensionSets where;
  std::int32_t ppm = 0;
};

std::vector<Floor> floors_of(const Target& target) {
  std::vector<Floor> floors;
  for (const Bound& bound : target.policy.bounds.rows) {
    const bool counts = bound.measure == Measure::lowest && bound.comparison == Comparison::at_least &&
                        bound.grade_class == BoundClass::hard && bound.limit && !bound.limit->share &&
                        bound.limit->indicator.empty() && bound.limit->fixed.unit() == policy::Quantity::Unit::share;
    if (!counts || !bound.region.covers(target.pool.region) || !bound.period.contains(target.on)) continue;
    for (const policy::Selection& selection : bound.of) {
      if (!selection.parameter.ends_with(kRatio)) continue;
      const auto ppm = static_cast<std::int32_t>(bound.limit->fixed.value() / bound.limit->fixed.per());
      floors.push_back(
          {&bound, selection.parameter.substr(0, selection.parameter.size() - kRatio.size()), selection.where, ppm});
    }
  }
  return floors;
}

Linear least_of(Program& program, const LayerWork& work, std::int32_t ppm) {
  return program.rounded(std::int64_t{ppm} * work.counted, kWhole.in_ppm());
}

bool keeps(Scene& scene, const FlatLayer& layer, std::int32_t ppm) {
  Question question;
  const Linear base = question.program.input();
  Counters counters(question.program);
  const Stay stay{.absorbed = question.program.input()};
  const LayerWork work = work_of(question.program, layer, counters, stay, base);
  question.clauses = {{greater(least_of(question.program, work, ppm), work.computed)}};
  return scene.solver.ask(question).decided == Decided::impossible;
}

// The key that the benefit's tables were asked with.
bool is_meant(const Scene& scene, const Floor& floor, const policy::Benefit& benefit, const Facts& facts) {
  const Told told = prove::told(scene.target.pool, scene.target.on, facts);
  const auto situation = benefit::situate(scene.target.pool, told.person, {}, told.encounter);
  policy::Key key = situation.key;
  key.set(Dimension::order, facts.details.order);
  key.set(Dimension::held, facts.details.held);
  const auto rules = benefit::rules_on(benefit, key, situation.identities(), scene.target.on);
  key.set(Dimension::identity, static_cast<std::size_t>(rules.identity));
  const std::vector<Dimension>& by = benefit.ratio.dimensions();
  const auto holds = [&](Dimension dimension) { return floor.where.contains(dimension, key[dimension]); };
  return std::ranges::all_of(by, holds) && holds(Dimension::level) && holds(Dimension::identity) &&
         holds(Dimension::status);
}

class Floors {
 public:
  explicit Floors(Scene& scene) : scene_(scene), floors_(floors_of(scene.target)) {}

  Proof run() {
    const Situations& all = scene_.situations;
    for (std::size_t kind = 0; kind < all.examples().size(); ++kind) {
      for (const Details& details : all.details_of(kind)) {
        const Facts facts{all.examples()[kind], details};
        if (!look_at(all.runs()[all.run_of(kind, details)], facts)) return std::move(*failed_);
      }
    }
    std::set<std::string> clauses;
    for (const Floor& floor : floors_) clauses.insert(floor.bound->clauses.begin(), floor.bound->clauses.end());
    const std::string count = std::to_string(floors_.size());
    Proof proof = proved(
        Property::floors, asked_.size(),
        {"起付线以上、封顶线以下的每一笔都不低于 " + count + " 条支付比例下限（平均类限度不逐笔要求，见 policy audit）",
         "every bill between deductible and cap keeps the " + count +
             " floors of ratios; what the list says of averages is no floor of a bill, see policy audit"});
    proof.clauses.assign(clauses.begin(), clauses.end());
    return proof;
  }

 private:
  bool look_at(const Run& run, const Facts& facts) {
    for (std::size_t i = 0; i < run.layers.size(); ++i) {
      if (run.layers[i].accumulates_only) continue;
      for (const Floor& floor : floors_) {
        if (run.benefits[i]->id != floor.benefit || !is_meant(scene_, floor, *run.benefits[i], facts)) continue;
        const bool fresh =
            asked_
                .emplace(floor.bound->id, floor.benefit,
                         scene_.situations.run_of(scene_.situations.kind_of(facts.circumstances), facts.details))
                .second;
        if (!fresh) continue;
        if (!scene_.next()) {
          failed_ = unknown(Property::floors, asked_.size(), facts, {"已中断", "interrupted"});
          return false;
        }
        if (keeps(scene_, run.layers[i], floor.ppm)) continue;
        failed_ = refuted(run, i, facts, floor);
        return false;
      }
    }
    return true;
  }

  Proof refuted(const Run& run, std::size_t at, const Facts& facts, const Floor& floor) {
    Question question;
    const Linear scope = question.program.input();
    Counters counters(question.program);
    const BillWork bill = bill_of(question.program, run.layers, counters, {}, scope);
    const LayerWork& work = bill.layers[at];
    question.clauses = {{greater(least_of(question.program, work, floor.ppm), work.computed)},
                        {at_least(work.paid, work.computed)},
                        {at_least(work.counted, 10'000)}};
    const Search search = seek(scene_, std::move(question), counters);
    if (search.decided != Decided::possible) return unknown(Property::floors, asked_.size(), facts, search.why);
    const Case shown = case_of(scene_.target.pool, scene_.target.on, facts, {search.hit.scope}, search.hit.opening);
    const auto bills = benefit::settle_case(scene_.target.pool, shown, benefit::Recording::none);
    const auto& layers = bills.back().layers;
    const auto layer = std::ranges::find(layers, run.benefits[at], &benefit::LayerPayment::benefit);
    if (layer == layers.end()) return unknown(Property::floors, asked_.size(), facts, not_replayed());
    const Money counted = layer->base - layer->first_self_pay - layer->deductible;
    const Money least = share(counted, Rate::ppm(floor.ppm));
    if (layer->paid >= least) return unknown(Property::floors, asked_.size(), facts, not_replayed());
    return said(facts, floor, shown, bills.back(), *layer, least);
  }

  [[nodiscard]] Proof said(const Facts& facts, const Floor& floor, const Case& shown, const benefit::Bill& bill,
                           const benefit::LayerPayment& layer, Money least) const {
    const Text who = words_of(facts);
    const std::string rate = to_text(Rate::ppm(floor.ppm));
    const std::string counted = yuan(layer.base - layer.first_self_pay - layer.deductible);
    const Text& title = layer.benefit->title;
    Proof proof =
        proved(Property::floors, asked_.size(),
               {who.zh + "：" + title.zh + "起付线以上 " + counted + " 元，支付 " + yuan(layer.paid) + " 元，按 " +
                    rate + " 的下限应为 " + yuan(least) + " 元（" + floor.bound->id + "）" + said_of(bill.basis).zh,
                who.en + ": " + title.en + " pays " + yuan(layer.paid) + " of " + counted +
                    " above the deductible, by the floor of " + rate + " it would be " + yuan(least) + " (" +
                    floor.bound->id + ")" + said_of(bill.basis).en});
    proof.verdict = Verdict::refuted;
    proof.clauses = floor.bound->clauses;
    proof.loss = least - layer.paid;
    proof.basis = bill.basis;
    proof.cases = {{{"低于下限的结算", "a bill below the floor"}, shown, bill.amounts.policy_scope, bill.fund_total}};
    return proof;
  }

  Scene& scene_;
  std::vector<Floor> floors_;
  std::set<std::tuple<std::string, std::string, RunId>> asked_;
  std::optional<Proof> failed_;
};

}  // namespace

Proof prove_floors(Scene& scene) { return Floors(scene).run(); }

}  // namespace yidan::prove
