// What a bound looks at, measured in a pool on a day.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "audit/experience.h"
#include "audit/finding.h"
#include "audit/measures/values.h"

namespace yidan::audit {

struct Scene {
  const policy::Policy& policy;
  const policy::Pool& pool;
  Date on;
  const Experience& experience;
};

struct Measured {
  std::optional<policy::Quantity> quantity;  // absent: there is nothing to measure, see `missing`
  std::vector<Evidence> evidence;
  std::optional<Text> missing;
  Text note;
  bool excused = false;                   // all that deviates is a reading left open: a warning at most
  std::optional<policy::Quantity> limit;  // of a measure that brings its own: the number of the year before
};

// REQUIRES: the bound counts no findings (`Measure::open`).
[[nodiscard]] Measured measure(const Scene& scene, const policy::Bound& bound);

// The measures, by what they look at. Each takes the bounds whose measure it is.
[[nodiscard]] Measured measure_values(const Scene& scene, const policy::Bound& bound);
[[nodiscard]] Measured measure_average(const Scene& scene, const policy::Bound& bound);
[[nodiscard]] Measured measure_steadiness(const Scene& scene, const policy::Bound& bound);
[[nodiscard]] Measured measure_rise(const Scene& scene, const policy::Bound& bound);
[[nodiscard]] Measured measure_raise(const Scene& scene, const policy::Bound& bound);
[[nodiscard]] Measured measure_late_notice(const Scene& scene, const policy::Bound& bound);
[[nodiscard]] Measured measure_outside_framework(const Scene& scene, const policy::Bound& bound);
[[nodiscard]] Measured measure_former_names(const Scene& scene, const policy::Bound& bound);
[[nodiscard]] Measured measure_other_names(const Scene& scene, const policy::Bound& bound);
[[nodiscard]] Measured measure_item_names(const Scene& scene, const policy::Bound& bound);
[[nodiscard]] Measured measure_first_day(const Scene& scene, const policy::Bound& bound);
[[nodiscard]] Measured measure_account_reform(const Scene& scene, const policy::Bound& bound);
[[nodiscard]] Measured measure_standard_year(const Scene& scene, const policy::Bound& bound);
[[nodiscard]] Measured measure_standards(const Scene& scene, const policy::Bound& bound);
[[nodiscard]] Measured measure_better_than(const Scene& scene, const policy::Bound& bound);
[[nodiscard]] Measured measure_over_cities(const Scene& scene, const policy::Bound& bound);
[[nodiscard]] Measured measure_variants(const Scene& scene, const policy::Bound& bound);
[[nodiscard]] Measured measure_spread(const Scene& scene, const policy::Bound& bound);
[[nodiscard]] Measured measure_county_rows(const Scene& scene, const policy::Bound& bound);
[[nodiscard]] Measured measure_base_rules(const Scene& scene, const policy::Bound& bound);
[[nodiscard]] Measured measure_beyond_list(const Scene& scene, const policy::Bound& bound);
[[nodiscard]] Measured measure_beyond_scope(const Scene& scene, const policy::Bound& bound);
[[nodiscard]] Measured measure_by_identity(const Scene& scene, const policy::Bound& bound);
[[nodiscard]] Measured measure_personal_share(const Scene& scene, const policy::Bound& bound);
[[nodiscard]] Measured measure_supplement(const Scene& scene, const policy::Bound& bound);
[[nodiscard]] Measured measure_benchmarks(const Scene& scene, const policy::Bound& bound);

// A rule, a figure or a local arrangement as evidence.
[[nodiscard]] Evidence evidence_of(const Scene& scene, const policy::Rule& rule);
[[nodiscard]] Evidence evidence_of(const Scene& scene, const policy::Pool& pool, policy::RuleId rule);
[[nodiscard]] Evidence evidence_of(const std::string& indicator, const policy::Figure& figure);
[[nodiscard]] Evidence evidence_of(const policy::Arrangement& arrangement);
void add_evidence(const Scene& scene, const Value& value, Measured& measured);

// The figure of an indicator on the day; null where the pool has none of its own.
[[nodiscard]] const policy::Figure* figure_on(const policy::Pool& pool, const std::string& indicator, Date day);
// What is said where there is none.
[[nodiscard]] Text no_figure(const policy::Pool& pool, const std::string& indicator, Date day);
[[nodiscard]] Text no_value(const std::string& parameter, Date day);

// The same day a year before; 28 February for the 29th.
[[nodiscard]] Date year_before(Date day);

// One more item of a note, behind a semicolon.
void append(Text& note, const Text& more);

}  // namespace yidan::audit
