#include "audit/measures/measure.h"

namespace yidan::audit {
namespace {

Measured only_said(Text note) {
  Measured measured;
  measured.note = std::move(note);
  return measured;
}

Measured counted(std::int64_t count) {
  Measured measured;
  measured.quantity = policy::Quantity::count(count);
  return measured;
}

}  // namespace

Measured measure(const Scene& scene, const policy::Bound& bound) {
  switch (bound.measure) {
    case Measure::lowest:
    case Measure::highest:
    case Measure::mean:
    case Measure::sum:
    case Measure::quotient:
      return measure_values(scene, bound);
    case Measure::average:
      return measure_average(scene, bound);
    case Measure::steadiness:
      return measure_steadiness(scene, bound);
    case Measure::rise:
      return measure_rise(scene, bound);
    case Measure::raise:
      return measure_raise(scene, bound);
    case Measure::late_notice:
      return measure_late_notice(scene, bound);
    case Measure::outside_framework:
      return measure_outside_framework(scene, bound);
    case Measure::former_names:
      return measure_former_names(scene, bound);
    case Measure::other_names:
      return measure_other_names(scene, bound);
    case Measure::item_names:
      return measure_item_names(scene, bound);
    case Measure::first_day:
      return measure_first_day(scene, bound);
    case Measure::account_reform:
      return measure_account_reform(scene, bound);
    case Measure::better_than:
      return measure_better_than(scene, bound);
    case Measure::of_standard_year:
      return measure_standard_year(scene, bound);
    case Measure::standards:
      return measure_standards(scene, bound);
    case Measure::over_cities:
      return measure_over_cities(scene, bound);
    case Measure::variants:
      return measure_variants(scene, bound);
    case Measure::spread:
      return measure_spread(scene, bound);
    case Measure::county_rows:
      return measure_county_rows(scene, bound);
    case Measure::beyond_list:
      return measure_beyond_list(scene, bound);
    case Measure::beyond_scope:
      return measure_beyond_scope(scene, bound);
    case Measure::keyed_by_identity:
      return measure_by_identity(scene, bound);
    case Measure::personal_share:
      return measure_personal_share(scene, bound);
    case Measure::supplement:
      return measure_supplement(scene, bound);
    case Measure::base_rules:
      return measure_base_rules(scene, bound);
    case Measure::benchmarks:
      return measure_benchmarks(scene, bound);
    case Measure::dimensions:
      return counted(static_cast<std::int64_t>(count_of<Aspect>));
    case Measure::not_judged:
      return only_said({"清单之外，不予核查", "outside the list, not judged"});
    case Measure::announced:
      return only_said({"作为清单起始时间的佐证（A01）", "shown as evidence of when the list begins (A01)"});
    case Measure::open:
      break;
  }
  fail_invariant("what counts findings is measured after all others");
}

}  // namespace yidan::audit
