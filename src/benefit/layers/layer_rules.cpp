#include "benefit/layers/layer_rules.h"

namespace yidan::benefit {
namespace {

using policy::Cell;
using policy::Dimension;
using policy::Key;
using policy::Table;

bool knows(const policy::Benefit& benefit, const Key& key, Date day) {
  const policy::Conditions& conditions = benefit.conditions_on(day);
  if (conditions.identity != policy::kNoRule) {
    return conditions.identities.contains(static_cast<Identity>(key[Dimension::identity]));
  }
  for (const Table* tilt : {&benefit.tilt_deductible, &benefit.tilt_ratio, &benefit.tilt_cap}) {
    if (tilt->uses(Dimension::identity) && tilt->find(key, day) != nullptr) return true;
  }
  return false;
}

Identity choose_identity(const policy::Benefit& benefit, Key key, std::span<const Identity> identities, Date day) {
  for (const Identity identity : identities) {
    key.set(Dimension::identity, static_cast<std::size_t>(identity));
    if (knows(benefit, key, day)) return identity;
  }
  return identities.empty() ? Identity::none : identities.front();
}

void look_up_deductible(const policy::Benefit& benefit, const Key& key, Date day, LayerRules& rules) {
  const Cell* ordinary = benefit.deductible.find(key, day);
  if (ordinary == nullptr) return;
  rules.has_deductible = true;
  rules.deductible_kind = benefit.deductible_kind;
  rules.ordinary_deductible = rules.deductible = ordinary->money();
  rules.deductible_rule = ordinary->rule;
  const Cell* tilt = benefit.tilt_deductible.find(key, day);
  if (tilt == nullptr) return;
  rules.deductible = tilt->kind == Cell::Kind::rate ? share(rules.deductible, tilt->rate()) : tilt->money();
  rules.deductible_tilt_rule = tilt->rule;
}

void look_up_cap(const policy::Benefit& benefit, const Key& key, Date day, LayerRules& rules) {
  const Cell* ordinary = benefit.cap.find(key, day);
  if (ordinary == nullptr) return;
  rules.cap_rule = ordinary->rule;
  const Cell* tilt = benefit.tilt_cap.find(key, day);
  if (tilt != nullptr) rules.cap_tilt_rule = tilt->rule;
  const Cell& cap = tilt != nullptr ? *tilt : *ordinary;
  rules.has_cap = cap.kind == Cell::Kind::amount;
  rules.cap = cap.money();
}

}  // namespace

LayerRules rules_on(const policy::Benefit& benefit, Key key, std::span<const Identity> identities, Date day) {
  LayerRules rules;
  rules.identity = choose_identity(benefit, key, identities, day);
  key.set(Dimension::identity, static_cast<std::size_t>(rules.identity));
  if (const Cell* first = benefit.first_self_pay.find(key, day)) {
    rules.first_self_pay = first->rate();
    rules.first_self_pay_rule = first->rule;
  }
  look_up_deductible(benefit, key, day, rules);
  const Cell* ratio = benefit.ratio.find(key, day);
  ensure(ratio != nullptr, "the ratio table is total on the days of its benefit");
  rules.schedule = &benefit.schedules[ratio->index()];
  if (const Cell* tilt = benefit.tilt_ratio.find(key, day)) {
    rules.tilt = tilt->rate();
    rules.tilt_rule = tilt->rule;
  }
  look_up_cap(benefit, key, day, rules);
  return rules;
}

}  // namespace yidan::benefit
