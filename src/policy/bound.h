// Bounds: what the provincial list and its sisters allow the values of a pool to be, as data.
//
// A bound measures something of a pool (a parameter over its keys, a sum of two, what lies beyond the list) and says
// how the measured value compares with a limit. `audit/` measures and grades; nothing here knows how.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "calendar/date.h"
#include "policy/dimension.h"
#include "policy/problem.h"
#include "policy/quantity.h"
#include "terms/audit.h"
#include "terms/region.h"
#include "terms/terms.h"

namespace yidan::policy {

// The values of a parameter for some of its keys: "assistance.ratio" where identity=minimum-living.
struct Selection {
  std::string parameter;
  DimensionSets where;
  std::optional<int> age_from;  // of brackets of ages, the one that begins there
  std::string text;             // of the keys, as written: "identity=minimum-living"
  Position at;
};

// A limit: a value as it stands, a share of an indicator on the day, or the value of a parameter on the day.
struct Limit {
  Quantity fixed;
  std::optional<Rate> share;  // of the indicator
  std::string indicator;      // without a share: a parameter; empty: `fixed` counts
  Position at;
};

// What of a measured thing is not the city's deviation but a reading that is left open: it is a warning at most.
struct Leniency {
  Region region;
  std::vector<std::string> parameters;  // "large-amount.tilt-ratio"
  std::vector<std::string> clauses;
  Text reason;
};

// A standard of a higher level, for a standard year (B05).
struct HigherStandard {
  int standard_year = 0;
  std::string parameter;  // "resident.government"
  Money amount;
  std::vector<std::string> clauses;
};

struct Bound {
  std::string id;  // the clause, and behind a slash which of its tests: "SD20-2.2.3.1-a/about"
  Position at;
  Text text;  // what the clause asks for, in one sentence
  std::vector<std::string> clauses;
  Basis basis = Basis::cited;  // `analogy`: in regions for which the clause was not written
  PolicyStatus status = PolicyStatus::in_force;
  Region region;
  Period period;
  std::optional<Date> due;  // of the clause itself: a deviation is to be mended by then
  Aspect aspect = Aspect::policy_standards;
  BoundClass grade_class = BoundClass::hard;
  WordSet<ListedScheme> schemes;
  WordSet<Care> care;

  Measure measure = Measure::lowest;
  std::vector<Selection> of;
  std::vector<Selection> over;  // the other side: of a quotient, of a comparison of groups
  std::string over_indicator;   // a figure that it is held against: a base year's value, a result of the year before
  std::optional<int> standard_year;
  std::optional<int> over_standard_year;
  std::vector<HigherStandard> standards;
  WordSet<Excess> excesses;

  Comparison comparison = Comparison::at_least;
  std::optional<Limit> limit;
  std::optional<Quantity> tolerance;  // a share of the limit, or points
  std::vector<Leniency> lenient;

  // Of `open`: which findings it counts.
  WordSet<Aspect> aspects;
  WordSet<ListedScheme> counted_schemes;
  std::vector<std::string> counted;  // by bound; empty: all
  std::vector<std::string> except;
  std::optional<Date> issued_from;    // values issued on that day or later
  std::optional<Date> issued_before;  // or earlier
};

// What the list knows: a layer's payment for some care, from a fund, for some groups and diseases.
struct ListItem {
  Position at;
  Layer layer = Layer::basic;
  WordSet<Scheme> schemes;
  WordSet<Care> care;
  WordSet<Fund> funds;
  WordSet<Identity> tilted;  // whose values may be better than those of others
  WordSet<Identity> groups;  // to whom it may be confined; empty: it is for all
  WordSet<Disease> diseases;
  WordSet<Disease> treatments;
  std::vector<std::string> clauses;
};

// What the list calls a policy item, a part of a benefit. The title of its file has one of the names.
struct ItemName {
  Position at;
  std::vector<std::string> parts;  // "deductible", "tilt-deductible"
  std::vector<std::string> names;  // the first is what is offered
  std::vector<std::string> clauses;
};

struct Bounds {
  std::vector<Bound> rows;
  std::vector<ListItem> list;
  std::vector<ItemName> item_names;

  [[nodiscard]] const Bound* find(std::string_view id) const;
};

}  // namespace yidan::policy
