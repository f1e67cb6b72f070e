// Lowest, highest, mean, sum, quotient: what the values of parameters come to.
#include "audit/measures/of_values.h"

#include <algorithm>
#include <map>

#include "audit/measures/measure.h"

namespace yidan::audit {
namespace {

using policy::Dimension;
using policy::kMillion;
using policy::Quantity;
using policy::Selection;

const Value* extreme(const std::vector<Value>& values, bool lowest) {
  const auto less = [](const Value& a, const Value& b) { return a.quantity < b.quantity; };
  const auto found = lowest ? std::ranges::min_element(values, less) : std::ranges::max_element(values, less);
  return found == values.end() ? nullptr : &*found;
}

Measured missing(const std::string& parameter, Date on) {
  Measured measured;
  measured.missing = no_value(parameter, on);
  return measured;
}

Quantity total(const Quantity& a, const Quantity& b) {
  if (a.unit() == Quantity::Unit::unlimited) return a;
  if (b.unit() == Quantity::Unit::unlimited) return b;
  return {a.unit(), a.value() * b.per() + b.value() * a.per(), a.per() * b.per()};
}

// A benefit that adds no points to anybody's ratio has no file for them: it adds none.
bool is_without_points(const Scene& scene, const Selection& selection) {
  const policy::Benefit* benefit = benefit_of(scene.pool, selection.parameter);
  return selection.parameter.ends_with(".tilt-ratio") && benefit != nullptr &&
         benefit->in_force_on(scene.on) != policy::kNoRule;
}
Measured none_added() {
  Measured measured;
  measured.quantity = Quantity(Quantity::Unit::points, 0);
  measured.note = {"未设加成", "no points are added"};
  return measured;
}

Measured measure_extreme(const Scene& scene, const policy::Bound& bound, bool lowest) {
  Measured measured;
  std::optional<Value> found;
  for (const Selection& selection : bound.of) {
    const auto values = values_of(scene.pool, selection, scene.on);
    const Value* value = extreme(values, lowest);
    if (value == nullptr && is_without_points(scene, selection)) return none_added();
    if (value == nullptr) return missing(selection.parameter, scene.on);
    if (!found || (lowest ? value->quantity < found->quantity : value->quantity > found->quantity)) found = *value;
  }
  if (!found) return measured;
  measured.quantity = found->quantity;
  add_evidence(scene, *found, measured);
  return measured;
}

// Of each parameter the ordinary value, of persons without a category.
Measured measure_sum(const Scene& scene, const policy::Bound& bound) {
  Measured measured;
  for (const Selection& selection : bound.of) {
    const auto values = values_of(scene.pool, of_nobody_special(selection), scene.on);
    const Value* value = extreme(values, false);
    if (value == nullptr) return missing(selection.parameter, scene.on);
    measured.quantity = measured.quantity ? total(*measured.quantity, value->quantity) : value->quantity;
    add_evidence(scene, *value, measured);
  }
  return measured;
}

Measured measure_quotient(const Scene& scene, const policy::Bound& bound) {
  const auto above = values_of(scene.pool, bound.of.front(), scene.on);
  const auto below = values_of(scene.pool, bound.over.front(), scene.on);
  const Value* of = extreme(above, false);
  const Value* over = extreme(below, true);
  if (of == nullptr) return missing(bound.of.front().parameter, scene.on);
  if (over == nullptr) return missing(bound.over.front().parameter, scene.on);
  Measured measured;
  add_evidence(scene, *of, measured);
  add_evidence(scene, *over, measured);
  if (over->quantity.value() <= 0) {
    measured.missing = no_value(bound.over.front().parameter, scene.on);
    return measured;
  }
  const auto per = static_cast<std::int64_t>(over->quantity.value());
  const bool as_share = bound.limit && bound.limit->fixed.unit() == Quantity::Unit::share;
  measured.quantity = as_share ? Quantity(Quantity::Unit::share, of->quantity.value() * kMillion, per)
                               : Quantity(Quantity::Unit::times, of->quantity.value(), per);
  return measured;
}

}  // namespace

Selection of_nobody_special(Selection selection) {
  auto& identities = selection.where.bits[static_cast<std::size_t>(Dimension::identity)];
  if (identities == UINT32_MAX) identities = 1U << static_cast<unsigned>(Identity::none);
  return selection;
}

Measured measure_mean(const Scene& scene, const Selection& selection) {
  const auto values = values_of(scene.pool, of_nobody_special(selection), scene.on);
  if (values.empty()) return missing(selection.parameter, scene.on);
  // By the key without the level; of brackets the lowest counts.
  std::map<decltype(policy::Key::at), std::map<std::size_t, const Value*>> groups;
  for (const Value& value : values) {
    policy::Key rest = value.key;
    rest.set(Dimension::level, 0);
    const Value*& one = groups[rest.at][value.key[Dimension::level]];
    if (one == nullptr || value.quantity < one->quantity) one = &value;
  }
  std::optional<Measured> worst;
  for (const auto& [rest, levels] : groups) {
    Exact sum = 0;
    Measured each;
    for (const auto& [level, value] : levels) {
      sum += value->quantity.value();
      add_evidence(scene, *value, each);
    }
    each.quantity = Quantity(levels.begin()->second->quantity.unit(), sum, static_cast<std::int64_t>(levels.size()));
    if (!worst || *each.quantity < *worst->quantity) worst = std::move(each);
  }
  return std::move(*worst);
}

Measured measure_values(const Scene& scene, const policy::Bound& bound) {
  switch (bound.measure) {
    case Measure::sum:
      return measure_sum(scene, bound);
    case Measure::quotient:
      return measure_quotient(scene, bound);
    case Measure::mean:
      return measure_mean(scene, bound.of.front());
    default:
      return measure_extreme(scene, bound, bound.measure == Measure::lowest);
  }
}

}  // namespace yidan::audit
