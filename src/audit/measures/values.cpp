#include "audit/measures/values.h"

#include <algorithm>

#include "policy/parameter_kind.h"

namespace yidan::audit {
namespace {

using policy::Benefit;
using policy::Cell;
using policy::Dimension;
using policy::Key;
using policy::ParameterKind;
using policy::Pool;
using policy::Quantity;
using policy::Selection;
using policy::Table;

std::string_view stem_of(std::string_view parameter) { return parameter.substr(parameter.find('.') + 1); }

// The tilt of a part of a benefit; null where it has none.
const Table* tilt_of(const Benefit& benefit, std::string_view stem) {
  if (stem == "deductible") return &benefit.tilt_deductible;
  if (stem == "ratio") return &benefit.tilt_ratio;
  if (stem == "cap") return &benefit.tilt_cap;
  return nullptr;
}

Quantity quantity_of(const Cell& cell, const ParameterKind& kind) {
  switch (cell.kind) {
    case Cell::Kind::amount:
      return Quantity::of(cell.money());
    case Cell::Kind::rate:
      return {kind.units == "points" ? Quantity::Unit::points : Quantity::Unit::share, cell.value};
    case Cell::Kind::none:
      return Quantity::without_limit();
    case Cell::Kind::number:
      if (kind.units == "months") return {Quantity::Unit::months, cell.value};
      if (kind.units == "times") return {Quantity::Unit::times, cell.value};
      if (kind.units == "date") return Quantity::on(cell.date());
      return Quantity::count(cell.value);
    case Cell::Kind::word:
    case Cell::Kind::absent:
      break;
  }
  return Quantity::count(cell.value);
}

// A share of the ordinary value, points added to it (100 % at most), or another value in its place.
Quantity tilted(const Quantity& ordinary, const Cell& tilt, std::string_view stem) {
  if (stem == "ratio") {
    const Exact sum = ordinary.value() + tilt.value;
    return {Quantity::Unit::share, std::min(sum, Exact{kWhole.in_ppm()})};
  }
  if (tilt.kind == Cell::Kind::rate) {
    return Quantity::of(share(Money::fen(static_cast<std::int64_t>(ordinary.value())), tilt.rate()));
  }
  return tilt.kind == Cell::Kind::none ? Quantity::without_limit() : Quantity::of(tilt.money());
}

std::vector<Dimension> dimensions_of(const Table& table, const Table* tilt) {
  std::vector<Dimension> by = table.dimensions();
  if (tilt == nullptr) return by;
  for (const Dimension dimension : tilt->dimensions()) {
    if (std::ranges::find(by, dimension) == by.end()) by.push_back(dimension);
  }
  return by;
}

class Enumeration {
 public:
  Enumeration(const ParameterKind& kind, const Selection& selection, Date on)
      : kind_(kind), selection_(selection), on_(on) {}

  template <class Runs>
  std::vector<Value> of(const Table& table, const Table* tilt, const Runs& runs) {
    const auto by = dimensions_of(table, tilt);
    Key key;
    do {
      const Cell* cell = is_selected(by, key) ? table.find(key, on_) : nullptr;
      if (cell != nullptr) add(key, *cell, tilt == nullptr ? nullptr : tilt->find(key, on_), runs);
    } while (policy::advance(by, key));
    return std::move(values_);
  }

 private:
  [[nodiscard]] bool is_selected(const std::vector<Dimension>& by, const Key& key) const {
    return std::ranges::all_of(by, [&](Dimension each) { return selection_.where.contains(each, key[each]); });
  }

  template <class Runs>
  void add(const Key& key, const Cell& cell, const Cell* tilt, const Runs& runs) {
    if (kind_.brackets == policy::Brackets::none) return add({.key = key}, cell, tilt);
    for (const auto& each : runs[cell.index()]) add_bracket(key, each, tilt);
  }
  void add_bracket(const Key& key, const policy::Bracket& bracket, const Cell* tilt) {
    add({.key = key, .above = bracket.above}, {bracket.rate.in_ppm(), bracket.rule, Cell::Kind::rate}, tilt);
  }
  void add_bracket(const Key& key, const policy::Band& band, const Cell* tilt) {
    if (selection_.age_from && *selection_.age_from != band.from) return;
    add({.key = key, .age_from = band.from}, band.cell, tilt);
  }

  void add(Value value, const Cell& cell, const Cell* tilt) {
    value.quantity = quantity_of(cell, kind_);
    value.rules.push_back(cell.rule);
    if (tilt != nullptr) {
      value.quantity = tilted(value.quantity, *tilt, stem_of(selection_.parameter));
      value.rules.push_back(tilt->rule);
    }
    values_.push_back(std::move(value));
  }

  const ParameterKind& kind_;
  const Selection& selection_;
  Date on_;
  std::vector<Value> values_;
};

}  // namespace

const Benefit* benefit_of(const Pool& pool, std::string_view parameter) {
  const auto found = std::ranges::find(pool.benefits, parameter.substr(0, parameter.find('.')), &Benefit::id);
  return found == pool.benefits.end() ? nullptr : &*found;
}

std::vector<Value> values_of(const Pool& pool, const Selection& selection, Date on) {
  const ParameterKind* kind = policy::kind_of(selection.parameter);
  if (kind == nullptr) return {};
  Enumeration enumeration(*kind, selection, on);
  if (kind->of_benefit != nullptr) {
    const Benefit* benefit = benefit_of(pool, selection.parameter);
    if (benefit == nullptr || benefit->in_force_on(on) == policy::kNoRule) return {};
    return enumeration.of(benefit->*kind->of_benefit, tilt_of(*benefit, stem_of(selection.parameter)),
                          benefit->schedules);
  }
  if (kind->of_pool != nullptr) return enumeration.of(pool.*kind->of_pool, nullptr, pool.people.bands);
  if (kind->of_people != nullptr) return enumeration.of(pool.people.*kind->of_people, nullptr, pool.people.bands);
  return {};
}

}  // namespace yidan::audit
