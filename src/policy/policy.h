// The compiled policy: one immutable value that settlement, explanation, simulation and proof read.
//
// `load.h` makes it; a policy exists only when no problem was found. Each pool holds its benefits in the order of their
// layers, every part of a benefit as a table, and the rules (dated values with clauses and basis) to which the cells of
// those tables point.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "policy/announcement.h"
#include "policy/arrangement.h"
#include "policy/benefit.h"
#include "policy/bound.h"
#include "policy/people.h"
#include "policy/register.h"
#include "policy/rule.h"
#include "terms/books.h"
#include "terms/region.h"

namespace yidan::policy {

// What the personal account may pay: the ordinals of the words of `account/scope`.
enum class AccountScope : std::uint8_t { in_scope, personal_part };

// Whether a cause is paid for: the ordinals of the words of `scope/not-payable` and `account/forbidden`. Where nothing
// is said it is; `payable` is for a temporary change that suspends `never`.
enum class Payability : std::uint8_t { never, payable };

// A way by which money may pass from fund to fund, and the rule that permits it.
struct FundRoute {
  Route route = Route::premium_subsidy;
  Fund payer = Fund::assistance;
  Fund receiver = Fund::resident_pooled;
  RuleId rule = kNoRule;
};

// A published figure of which other values are shares: the average wage of a year.
struct Figure {
  Period period;
  Money amount;
  Basis basis = Basis::published;
  Text source;
  Position at;
  int statistics_year = 0;  // of which year it is a figure
  std::string unit;         // "yuan/year"
  std::string folder;       // the pack that wrote it
  bool stand_in = false;    // in the place of a figure that is not at hand: settlement uses it, an audit does not
  Announcement announced{};
};

struct Pool {
  Region region;
  Text name;
  std::string folder;
  std::vector<std::string> folders;  // its own and those that it extends
  std::vector<InForce> in_force;
  std::vector<Rule> rules;
  Documents documents;  // those of the register; empty in packs that books kept
  std::map<std::string, Text, std::less<>> indicator_titles;
  std::vector<Benefit> benefits;  // in the order of their layers
  std::vector<std::string> counter_names;
  Table rank;               // by identity: the lower, the more favourable
  Table layer_order;        // by layer
  Table supplement;         // by what the employer's supplementary insurance comes before assistance
  Table not_payable;        // by cause: Payability
  Table classes;            // by class of a line
  Table care_by_reference;  // by care, status: the care like which it is paid
  Table account_scope;      // AccountScope
  Table account_family;     // by owner
  Table account_forbidden;  // by cause: Payability
  Table cover_reasons;      // by reason
  Table deposit;            // by identity
  Table continuous_deductible;
  Table fund_routes;      // by route, payer, receiver: presence
  Table duplicate_claim;  // OnRepetition, as the two below; empty: not looked for
  Table overlapping_stay;
  Table two_places;
  Table funds_kept;  // by fund: presence
  PeopleRules people;
  std::map<std::string, std::vector<Figure>, std::less<>> indicators;  // by name: "average-wage"

  [[nodiscard]] const Rule& rule(RuleId id) const { return rules[id]; }
  [[nodiscard]] RuleId in_force_on(Date day) const;
  // Every way that is permitted on the day; no other is.
  [[nodiscard]] std::vector<FundRoute> fund_routes_on(Date day) const;
  // The row by which somebody of the status is paid for the care like for the care that it names; null where there is
  // none, and it is paid as what it is.
  [[nodiscard]] const Cell* reference_of(Care care, Status status, Date day) const;
  // The funds of which the pool keeps books on some day, also of those in which nothing moved.
  [[nodiscard]] std::vector<Fund> kept_funds() const;
  // The government part that is printed for a year (B05), which the treasury pays for that year's heads; null when none
  // says that it is.
  [[nodiscard]] const Cell* government_of_standard(int year) const;
  [[nodiscard]] CounterId counter(std::string_view asked) const;
};

struct Policy {
  std::vector<Pool> pools;  // cities only
  ClauseRegister clauses;
  Documents documents;  // in the order of the list
  Bounds bounds;        // empty in packs that books kept, as the next
  Arrangements arrangements;

  // The pool of a region, or null.
  [[nodiscard]] const Pool* find(Region region) const;
};

}  // namespace yidan::policy
