// The parts of one group held against those of another.
#include <algorithm>

#include "audit/measures/measure.h"

namespace yidan::audit {
namespace {

using policy::Quantity;
using policy::Selection;

// Which of two values is the better one for a person.
bool is_lower_better(std::string_view parameter) { return parameter.ends_with("deductible"); }
// A ratio is to be strictly lower, the other parts only no better.
bool is_strict(std::string_view parameter) { return parameter.ends_with(".ratio"); }

const Value* best_of(const std::vector<Value>& values, bool lowest) {
  const auto less = [](const Value& a, const Value& b) { return a.quantity < b.quantity; };
  const auto found = lowest ? std::ranges::min_element(values, less) : std::ranges::max_element(values, less);
  return found == values.end() ? nullptr : &*found;
}

}  // namespace

Measured measure_better_than(const Scene& scene, const policy::Bound& bound) {
  Measured measured;
  std::int64_t better = 0;
  for (const Selection& selection : bound.of) {
    Selection base = selection;
    base.where = bound.over.front().where;
    const bool low = is_lower_better(selection.parameter);
    const auto values = values_of(scene.pool, selection, scene.on);
    const auto base_values = values_of(scene.pool, base, scene.on);
    const Value* best = best_of(values, low);
    const Value* other = best_of(base_values, low);
    if (best == nullptr || other == nullptr) {
      measured.missing = no_value(selection.parameter, scene.on);
      return measured;
    }
    const bool beats = low ? best->quantity < other->quantity : best->quantity > other->quantity;
    const bool counts = beats || (is_strict(selection.parameter) && best->quantity == other->quantity);
    if (!counts && !measured.evidence.empty()) continue;
    add_evidence(scene, *best, measured);
    add_evidence(scene, *other, measured);
    if (!counts) continue;
    ++better;
    append(measured.note,
           {selection.parameter + " " + to_text(best->quantity) + "，基准人群 " + to_text(other->quantity),
            selection.parameter + " " + to_text(best->quantity) + ", that of the group " + to_text(other->quantity)});
  }
  measured.quantity = Quantity::count(better);
  return measured;
}

}  // namespace yidan::audit
