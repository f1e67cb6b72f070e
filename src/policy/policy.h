// The compiled policy: one immutable value that settlement, explanation, simulation and proof read.
//
// `load_policy` reads the packs, checks them and compiles them; a policy exists only when no problem was found. Each
// pool holds its benefits in the order of their layers, every part of a benefit as a table, and the rules (dated
// values with clauses and basis) to which the cells of those tables point.
#pragma once

#include <array>
#include <expected>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "calendar/date.h"
#include "policy/pack.h"
#include "policy/people.h"
#include "policy/register.h"
#include "policy/table.h"
#include "terms/books.h"
#include "terms/terms.h"

namespace yidan::policy {

// One dated value of a pack, as steps, bills and `policy show` cite it.
struct Rule {
  std::string id;  // "employee-outpatient.deductible"
  Text title;
  std::vector<std::string> clauses;
  Basis basis = Basis::cited;
  PolicyStatus status = PolicyStatus::in_force;
  Period period;
  std::string key;     // "level=1"; empty when it holds for all
  std::string value;   // "500.00", "70%", "none", "400% of average-wage = 318388.00"
  std::string source;  // of a published value, or the bound that an assumed one keeps
  std::string folder;  // the pack that wrote it
  Position at;
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

// Index of a counter in the year's list; absent where the benefit has none.
using CounterId = std::int16_t;
inline constexpr CounterId kNoCounter = -1;

// Conditions of a benefit; a rule id of `kNoRule` means that the condition is not made.
struct Conditions {
  RuleId designated = kNoRule;
  RuleId registered = kNoRule;
  RuleId not_during = kNoRule;
  WordSet<StayKind> blocking_stays;
  RuleId identity = kNoRule;
  WordSet<Identity> identities;
  RuleId province_by_the_rules = kNoRule;
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
  Conditions conditions;
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
  // Whether this benefit is for the scheme, the care and the disease.
  [[nodiscard]] bool is_for(Scheme scheme, Care asked, const Disease* disease) const;
  // Chronic care of this disease is paid like a stay.
  [[nodiscard]] bool is_treatment(Care asked, const Disease* disease) const;
};

// What the personal account may pay: the ordinals of the words of `account/scope`.
enum class AccountScope : std::uint8_t { in_scope, personal_part };

// A way by which money may pass from fund to fund, and the rule that permits it.
struct FundRoute {
  Route route = Route::premium_subsidy;
  Fund payer = Fund::assistance;
  Fund receiver = Fund::resident_pooled;
  RuleId rule = kNoRule;
};

struct Pool {
  std::int32_t region = 0;
  Text name;
  std::string folder;
  std::vector<InForce> in_force;
  std::vector<Rule> rules;
  std::vector<Benefit> benefits;  // in the order of their layers
  std::vector<std::string> counter_names;
  Table rank;               // by identity: the lower, the more favourable
  Table layer_order;        // by layer
  Table not_payable;        // by cause
  Table classes;            // by class of a line
  Table account_scope;      // AccountScope
  Table account_family;     // by owner
  Table account_forbidden;  // by cause
  Table cover_reasons;      // by reason
  Table deposit;            // by identity
  Table continuous_deductible;
  Table fund_routes;  // by route, payer, receiver: presence
  PeopleRules people;

  [[nodiscard]] const Rule& rule(RuleId id) const { return rules[id]; }
  [[nodiscard]] RuleId in_force_on(Date day) const;
  // Every way that is permitted on the day; no other is.
  [[nodiscard]] std::vector<FundRoute> fund_routes_on(Date day) const;
  [[nodiscard]] CounterId counter(std::string_view asked) const;
};

struct Policy {
  std::vector<Pool> pools;  // cities only
  ClauseRegister clauses;

  // The pool of a region, or null.
  [[nodiscard]] const Pool* find(std::int32_t region) const;
};

// Reads, checks and compiles every pack under `root`; or every problem that there is.
[[nodiscard]] std::expected<Policy, std::vector<Problem>> load_policy(const std::filesystem::path& root);

}  // namespace yidan::policy
