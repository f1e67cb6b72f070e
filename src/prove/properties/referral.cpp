// Following the rules never costs more: going elsewhere with a referral or a filing, and going on from one stay to the
// next by a referral that counts the deductible on.
#include <algorithm>
#include <array>
#include <set>

#include "prove/properties/pairs.h"
#include "prove/properties/properties.h"

namespace yidan::prove {
namespace {

using benefit::kernel::Deductible;

constexpr std::array<Whereabouts, 4> kByTheRules{Whereabouts::referred, Whereabouts::referred_far,
                                                 Whereabouts::resident, Whereabouts::resident_far};

std::vector<Details> details_of_both(const Situations& all, Situations::KindId a, Situations::KindId b) {
  std::set<Details> both;
  for (const Details& each : all.details_of(a)) both.insert(each);
  for (const Details& each : all.details_of(b)) both.insert(each);
  return {both.begin(), both.end()};
}

bool go_elsewhere(Scene& scene, Pairs& pairs) {
  const Situations& all = scene.situations;
  std::set<std::pair<Situations::KindId, Situations::KindId>> seen;
  for (const auto& [circumstances, kind] : all.circumstances()) {
    if (circumstances.where != Whereabouts::temporary) continue;
    for (const Whereabouts where : kByTheRules) {
      Circumstances by_rules = circumstances;
      by_rules.where = where;
      const auto other = all.kind_of(by_rules);
      if (!seen.emplace(other, kind).second) continue;
      for (const Details& details : details_of_both(all, other, kind)) {
        const Pair pair{.better = all.run_of(other, details),
                        .facts = {by_rules, details},
                        .worse = all.run_of(kind, details),
                        .than = {circumstances, details},
                        .words = {"按规定转诊或备案", "by the rules"},
                        .words_than = {"未经转诊或备案", "without a referral or a filing"}};
        if (!pairs.holds(pair)) return false;
      }
    }
  }
  return true;
}

// What a stay of its own would owe: the deductible of the layer that bears one a stay.
std::optional<std::int64_t> deductible_of(const std::vector<FlatLayer>& layers) {
  const auto found = std::ranges::find(layers, Deductible::stay, &FlatLayer::kind);
  return found == layers.end() ? std::nullopt : std::optional(found->deductible);
}

// The stay goes on with the order of the one that it was referred from; without the referral it is the next admission.
bool go_on_from_stay(Scene& scene, Pairs& pairs) {
  const Situations& all = scene.situations;
  if (scene.target.pool.continuous_deductible.find({}, scene.target.on) == nullptr) return true;
  for (std::size_t kind = 0; kind < all.examples().size(); ++kind) {
    for (const Details& details : all.details_of(kind)) {
      Details next = details;
      next.order = std::min<std::uint8_t>(static_cast<std::uint8_t>(details.order + 1), 2);
      const RunId worse = all.run_of(kind, next);
      const auto owed = deductible_of(all.runs()[worse].layers);
      if (!owed || details.order == 2) continue;
      const Facts facts{all.examples()[kind], next};
      const Pair pair{.better = all.run_of(kind, details),
                      .facts = facts,
                      .stay = {.absorbed = kAnything, .at_most = owed},
                      .referred = Referred::yes,
                      .worse = worse,
                      .other_stay = {},
                      .than = facts,
                      .words = {"由前一次住院转诊而来", "as a stay referred from the one before"},
                      .words_than = {"不经转诊", "without the referral"}};
      if (!pairs.holds(pair)) return false;
    }
  }
  return true;
}

}  // namespace

Proof prove_referral(Scene& scene) {
  Pairs pairs(scene, Property::referral);
  if (go_elsewhere(scene, pairs)) (void)go_on_from_stay(scene, pairs);
  return pairs.result(
      {"同一费用按规定转诊、备案的，基金支付不少于未经转诊、备案的；起付标准连续计算的，转诊不多付",
       "of the same bill the funds pay no less to whom a referral or a filing has; where deductibles are counted on, a "
       "referred stay never owes more than one without"});
}

}  // namespace yidan::prove
