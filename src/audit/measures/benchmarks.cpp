// The four benchmarks of a scheme: whether the gap between a city's value and the list's has grown in a year.
#include "audit/judge.h"

namespace yidan::audit {
namespace {

using policy::kMillion;
using policy::Quantity;

// How far the measured value lies beyond its limit, in millionths of the limit; 0 where it is kept.
Exact gap_of(const Judged& judged) {
  if (judged.kept || !judged.measured.quantity || !judged.limit || judged.limit->value() == 0) return 0;
  const Quantity& measured = *judged.measured.quantity;
  const Quantity& limit = *judged.limit;
  if (measured.unit() != limit.unit()) return kMillion;
  const Exact there = limit.value() * measured.per();
  const Exact apart = measured.value() * limit.per() - there;
  return (apart < 0 ? -apart : apart) * kMillion / there;
}

std::string line_of(const policy::Bound& bound, const Judged& judged) {
  const auto text = [](const std::optional<Quantity>& quantity) {
    return quantity ? to_text(*quantity) : std::string("?");
  };
  return bound.id + " " + text(judged.measured.quantity) + " / " + text(judged.limit);
}

}  // namespace

Measured measure_benchmarks(const Scene& scene, const policy::Bound& bound) {
  Measured measured;
  const Scene before{scene.policy, scene.pool, year_before(scene.on), scene.experience};
  std::int64_t grown = 0;
  std::string table;
  for (const policy::Selection& each : bound.of) {
    const policy::Bound* benchmark = scene.policy.bounds.find(each.parameter);
    const Judged now = judge(scene, *benchmark);
    const Judged then = judge(before, *benchmark);
    if (gap_of(now) > gap_of(then)) ++grown;
    table += (table.empty() ? "" : ", ") + line_of(*benchmark, now);
    if (!now.measured.evidence.empty()) measured.evidence.push_back(now.measured.evidence.front());
  }
  measured.quantity = Quantity::count(grown);
  measured.note = {"四类基准（实际 / 清单）：" + table, "the benchmarks (measured / list): " + table};
  return measured;
}

}  // namespace yidan::audit
