// What the packs say, before they are compiled: each value with its place, clauses and basis.
//
// Reading keeps everything that is well formed and reports the rest; meaning (gaps, overlaps, inheritance) is judged
// by `compile/`.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "calendar/date.h"
#include "money/money.h"
#include "money/rate.h"
#include "policy/announcement.h"
#include "policy/benefit.h"
#include "policy/dimension.h"
#include "policy/parse/pack_path.h"
#include "policy/problem.h"
#include "terms/indicators.h"
#include "terms/people.h"
#include "terms/region.h"

namespace yidan::policy {

// What stands behind a value: clauses, basis, and for a figure not cited its source or the bound that it keeps.
struct Authority {
  Position at;
  Period period;
  std::vector<std::string> clauses;
  Basis basis = Basis::cited;
  Text source;
  std::optional<PolicyStatus> status;  // absent: the pack's
};

// A name that must exist elsewhere, and where it stands.
struct Mention {
  std::string name;
  Position at;
};

struct IndicatorShare {
  Rate share;
  std::string indicator;
  Position at{};
};

// A value as written; `kind` says which member counts.
struct Value {
  enum class Kind : unsigned char { amount, rate, points, none, word, number, indicator_share };
  Kind kind = Kind::none;
  Money amount;           // with `count`: the sum of the figures whose mean it is
  int count = 1;          // how many figures; the mean is rounded only where it is used
  Rate rate;              // also points: "5" is five points
  std::int64_t number{};  // of a word: its ordinal, or the rank; else as a cell holds it
  IndicatorShare of_indicator;
  std::string text;  // as an officer reads it: "500.00", "70%", "400% of average-wage"
};

// One dated row of a parameter. The keys hold, per dimension of the table's `by`, the set of ordinals it covers.
struct Row {
  Authority authority;
  DimensionSets keys;
  std::string key_text;  // "level=1"
  Money above;           // lower bound of a bracket; 0 when the row has none
  int age_from = 0;      // the same of a bracket of ages
  Value value;
  bool alias = false;
  // Of residents' financing: the year for which the document prints the amount; the row's days are insured years (B05).
  std::optional<int> standard_year;
  Basis insured_year_basis = Basis::cited;
  // Of an indicator:
  int statistics_year = 0;
  Announcement announced{};
};

struct Parameter {
  std::string id;      // "employee-outpatient.deductible"; with `.temporary`: of what changes it for a time
  std::string folder;  // the pack that wrote it
  Position at;
  Text title;
  std::string unit;
  std::vector<Dimension> by;
  DeductibleKind deductible_kind = DeductibleKind::absorbed;
  std::vector<Mention> shared_with;
  DatedBy dated_by = DatedBy::insured_year;  // of resident.subsidy
  bool uniform = false;
  bool stand_in = false;                           // of an indicator: in the place of figures that are not at hand
  AppliesFrom applies = AppliesFrom::publication;  // of an indicator whose rows say when they were published
  Text ordered_by;  // of what changes another for a time: who ordered it, by which document
  std::vector<Row> rows;
  std::vector<Row> never_applied;  // of an indicator: figures that others had overtaken before they began
  // Keys, days or values could not be read: gaps and overlaps would only follow from that, so none are sought.
  bool damaged = false;
  // What could not be read may have named a group or an indicator: none can be called unused.
  bool lost_names = false;
};

// Rows that change those of another parameter for a time, and end by themselves.
[[nodiscard]] inline bool is_temporary(const Parameter& parameter) { return changed_by(parameter.id) != parameter.id; }

struct Condition {
  enum class Kind : unsigned char {
    designated,          // for the care that is given
    designated_for_any,  // for whatever care
    registered,
    not_during,
    identity,
    province_by_the_rules,
  };
  Kind kind = Kind::designated;
  Authority authority;  // everlasting where the row has no days: as long as the benefit
  WordSet<StayKind> stays;
  WordSet<Identity> identities;
};

struct BenefitHeader {
  std::string id;
  std::string folder;
  Position at;
  Text title;
  Layer layer = Layer::basic;
  Fund fund = Fund::employee_pooled;
  WordSet<Scheme> schemes;  // empty: what the benefit is for could not be read, its tables are not judged
  WordSet<Care> care;
  WordSet<Disease> diseases;    // empty: every disease
  WordSet<Disease> treatments;  // chronic care of these is paid like a stay
  BaseRule base;
  std::vector<Authority> in_force;
  std::vector<Condition> conditions;
  bool lost_names = false;  // as of a parameter
};

struct Pack {
  std::string folder;
  Position at;
  Region region;  // unknown: could not be read
  Position region_at;
  Text name;
  std::string extends;
  Position extends_at;
  PolicyStatus status = PolicyStatus::in_force;
  std::vector<Authority> in_force;
  std::vector<std::string> yields;  // clauses by which its rows give way to later uniform rules from above
  std::map<std::string, Parameter, std::less<>> parameters;
  std::map<std::string, BenefitHeader, std::less<>> benefits;
  bool damaged = false;  // pack.yaml could not be read: neither this pack nor those that extend it are judged
};

}  // namespace yidan::policy
