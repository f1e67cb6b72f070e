// How a value differs between the cities of a province, and between the districts of a city.
#include <algorithm>
#include <map>
#include <string>
#include <tuple>

#include "audit/measures/measure.h"
#include "audit/measures/of_values.h"

namespace yidan::audit {
namespace {

using policy::kMillion;
using policy::Pool;
using policy::Quantity;
using policy::Selection;

std::vector<const Pool*> pools_of_city(const Scene& scene) {
  std::vector<const Pool*> pools;
  for (const Pool& pool : scene.policy.pools) {
    if (pool.region.city() == scene.pool.region.city()) pools.push_back(&pool);
  }
  return pools;
}

// All values of a parameter as one text, to tell pools apart; empty where the pool has none.
std::string all_values(const Pool& pool, const Selection& selection, Date on) {
  std::string text;
  for (const Value& value : values_of(pool, selection, on)) {
    text += std::to_string(value.age_from) + "/" + to_text(value.above) + "/" + to_text(value.quantity) + ";";
  }
  return text;
}

void add_first_rule(const Scene& scene, const Pool& pool, const Selection& selection, Measured& measured) {
  const auto values = values_of(pool, selection, scene.on);
  if (!values.empty()) measured.evidence.push_back(evidence_of(scene, pool, values.front().rules.front()));
}

// The number of different values of the parameter that has the most, and evidence of those that differ.
Measured most_values(const Scene& scene, const policy::Bound& bound, const std::vector<const Pool*>& pools) {
  Measured measured;
  std::size_t most = 1;
  for (const Selection& selection : bound.of) {
    std::map<std::string, const Pool*> kinds;
    for (const Pool* pool : pools) {
      std::string values = all_values(*pool, selection, scene.on);
      if (!values.empty()) kinds.emplace(std::move(values), pool);
    }
    if (kinds.empty()) {
      if (!measured.missing) measured.missing.emplace();
      append(*measured.missing, no_value(selection.parameter, scene.on));
    }
    most = std::max(most, kinds.size());
    if (kinds.size() < 2) continue;
    const std::string count = std::to_string(kinds.size());
    append(measured.note,
           {selection.parameter + " 有 " + count + " 种值", selection.parameter + " has " + count + " values"});
    for (const auto& [values, pool] : kinds) add_first_rule(scene, *pool, selection, measured);
  }
  measured.quantity = Quantity::count(static_cast<std::int64_t>(most));
  if (most > 1) measured.missing.reset();  // what differs differs, whatever else is not at hand
  return measured;
}

// How far the values of one key lie apart: points of a ratio, a share of the lowest of all else.
Quantity distance(const Quantity& low, const Quantity& high) {
  using Unit = Quantity::Unit;
  if (low.unit() == Unit::unlimited && high.unit() == Unit::unlimited) return {Unit::points, 0};
  const bool open = high.unit() == Unit::unlimited;
  if (low.unit() == Unit::share && !open) return {Unit::points, high.value() - low.value()};
  if (open || low.value() <= 0) return {Unit::points, high == low ? 0 : kMillion};
  return {Unit::points, (high.value() - low.value()) * kMillion / low.value()};
}

// The largest distance of a parameter over the pools, key by key.
Quantity spread_of(const std::vector<const Pool*>& pools, const Selection& selection, Date on) {
  using Place = std::tuple<decltype(policy::Key::at), Money, int>;
  std::map<Place, std::pair<Quantity, Quantity>> ends;
  for (const Pool* pool : pools) {
    for (const Value& value : values_of(*pool, selection, on)) {
      const auto [entry, fresh] =
          ends.try_emplace({value.key.at, value.above, value.age_from}, value.quantity, value.quantity);
      auto& [low, high] = entry->second;
      if (!fresh && value.quantity < low) low = value.quantity;
      if (!fresh && value.quantity > high) high = value.quantity;
    }
  }
  Quantity widest{Quantity::Unit::points, 0};
  for (const auto& [place, pair] : ends) widest = std::max(widest, distance(pair.first, pair.second));
  return widest;
}

}  // namespace

// Of persons without a category: what a city has for others is judged by itself.
Measured measure_over_cities(const Scene& scene, const policy::Bound& bound) {
  policy::Bound ordinary = bound;
  for (Selection& selection : ordinary.of) selection = of_nobody_special(std::move(selection));
  std::vector<const Pool*> pools;
  for (const Pool& pool : scene.policy.pools) {
    if (pool.in_force_on(scene.on) != policy::kNoRule) pools.push_back(&pool);
  }
  Measured measured = most_values(scene, ordinary, pools);
  if (measured.evidence.empty()) {
    for (const Selection& selection : ordinary.of) add_first_rule(scene, scene.pool, selection, measured);
  }
  return measured;
}

Measured measure_variants(const Scene& scene, const policy::Bound& bound) {
  const auto pools = pools_of_city(scene);
  Measured measured = most_values(scene, bound, pools);
  if (pools.size() == 1) append(measured.note, {"未登记区县决定", "no decision of a district is registered"});
  return measured;
}

Measured measure_spread(const Scene& scene, const policy::Bound& bound) {
  const auto pools = pools_of_city(scene);
  Measured measured;
  Quantity widest{Quantity::Unit::points, 0};
  for (const Selection& selection : bound.of) {
    const Quantity spread = spread_of(pools, selection, scene.on);
    if (spread.value() == 0) continue;
    const Text apart = spoken(spread);
    append(measured.note, {selection.parameter + " 相差 " + apart.zh, selection.parameter + " differs by " + apart.en});
    for (const Pool* pool : pools) add_first_rule(scene, *pool, selection, measured);
    widest = std::max(widest, spread);
  }
  measured.quantity = widest;
  if (pools.size() == 1) append(measured.note, {"未登记区县决定", "no decision of a district is registered"});
  return measured;
}

Measured measure_county_rows(const Scene& scene, const policy::Bound& bound) {
  Measured measured;
  std::int64_t rows = 0;
  for (const Pool* pool : pools_of_city(scene)) {
    if (!pool->region.is_county()) continue;
    for (const policy::Rule& rule : pool->rules) {
      const auto counts = [&](const Selection& selection) { return selection.parameter == rule.id; };
      if (rule.folder != pool->folder || !rule.period.contains(scene.on) || rule.value.empty()) continue;
      if (!bound.of.empty() && std::ranges::none_of(bound.of, counts)) continue;
      ++rows;
      measured.evidence.push_back(evidence_of(scene, rule));
    }
  }
  measured.quantity = Quantity::count(rows);
  return measured;
}

}  // namespace yidan::audit
