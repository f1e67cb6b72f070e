// A benefit: one layer's payment for some care, its conditions, its parts as tables, the counters that it keeps.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "policy/table.h"
#include "terms/terms.h"

namespace yidan::policy {

enum class DeductibleKind : unsigned char { per_stay, absorbed, threshold };

enum class BaseKind : unsigned char { policy_scope, burden, above_cap };

// The base of a layer, and what of it is left out.
struct BaseRule {
  BaseKind kind = BaseKind::policy_scope;
  bool without_first_self_pay = true;
  bool without_deductible = false;
};

struct Bracket {
  Money above;
  Rate rate;
  RuleId rule = kNoRule;
};
// What the fund pays, by brackets of the base; sorted by their lower bounds, the first of which is 0.
using Schedule = std::vector<Bracket>;
inline constexpr std::size_t kMostBrackets = 4;

struct InForce {
  Period period;
  RuleId rule = kNoRule;
};
// The rule of the row that holds on the day, or `kNoRule`.
[[nodiscard]] RuleId rule_on(const std::vector<InForce>& rows, Date day);

// Index of a counter in the year's list; absent where the benefit has none.
using CounterId = std::int16_t;
inline constexpr CounterId kNoCounter = -1;

// Conditions of a benefit; a rule id of `kNoRule` means that the condition is not made.
struct Conditions {
  RuleId designated = kNoRule;
  bool designated_for_any = false;  // and not for this care alone
  RuleId registered = kNoRule;
  RuleId not_during = kNoRule;
  WordSet<StayKind> blocking_stays;
  RuleId identity = kNoRule;
  WordSet<Identity> identities;
  RuleId province_by_the_rules = kNoRule;
};

// The conditions of a benefit on the days on which they are the same.
struct DatedConditions {
  Period period;
  Conditions conditions;
};

struct Counters {
  CounterId deductible = kNoCounter;
  CounterId base = kNoCounter;
  CounterId paid = kNoCounter;
  std::array<CounterId, count_of<Disease>> treatment_deductible{};
  std::vector<CounterId> cap;  // those whose sum the cap limits
};

struct Benefit {
  std::string id;
  Text title;
  Layer layer = Layer::basic;
  Fund fund = Fund::employee_pooled;
  WordSet<Scheme> schemes;
  WordSet<Care> care;
  WordSet<Disease> diseases;
  WordSet<Disease> treatments;
  BaseRule base;
  std::vector<InForce> in_force;
  std::vector<DatedConditions> conditions;  // a day of none makes no condition
  DeductibleKind deductible_kind = DeductibleKind::absorbed;
  Table first_self_pay;
  Table deductible;
  Table tilt_deductible;
  Table ratio;  // cells hold the index of a schedule
  Table tilt_ratio;
  Table cap;
  Table tilt_cap;
  std::vector<Schedule> schedules;
  Counters counters;

  // The rule by which the benefit is in force on the day, or `kNoRule`.
  [[nodiscard]] RuleId in_force_on(Date day) const;
  // The conditions on the day.
  [[nodiscard]] const Conditions& conditions_on(Date day) const;
  // Whether this benefit is for the scheme, the care and the disease.
  [[nodiscard]] bool is_for(Scheme scheme, Care asked, const Disease* disease) const;
  // Chronic care of this disease is paid like a stay.
  [[nodiscard]] bool is_treatment(Care asked, const Disease* disease) const;
};

}  // namespace yidan::policy
