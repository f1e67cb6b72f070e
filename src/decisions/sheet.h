// The sheet of a decision: each requirement that applies, whether it is met on a day, what is missing, and the earliest
// day on which the decision may lawfully hold.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "decisions/decision.h"
#include "policy/decision_rules.h"
#include "terms/audit.h"

namespace yidan::decisions {

struct Check {
  const policy::Requirement* requirement = nullptr;
  Grade grade = Grade::ok;  // ok, warn, violation
  std::vector<std::string> clauses;
  bool by_analogy = false;      // they were not written for the region
  Text text;                    // what was found, and what to do
  std::optional<Text> missing;  // what is still to be brought
};

struct Sheet {
  Date on;  // the day for which it was made
  std::vector<Check> checks;
  std::optional<Date> earliest;  // absent: not while something is missing

  [[nodiscard]] bool has(Grade grade) const;
};

// `rules` outlives the sheet.
[[nodiscard]] Sheet sheet_of(const Decision& decision, const policy::DecisionRules& rules, Date on);

// What the values say that a pool's own packs set, document by document: whether those who issued it may decide. Only
// what is not as it should be; a row of the matrix of the same document is its own authority, what the province or the
// nation wrote is above it, and figures that are assumed are nobody's decision.
[[nodiscard]] std::vector<Check> checks_of_packs(const policy::Pool& pool, const policy::DecisionRules& rules, Date on);

// Whether what is asked can only be seen when the decision is to hold: a filing, an approval. All else is judged, and
// refused, when it is registered.
[[nodiscard]] constexpr bool waits(Asks asks) {
  return asks == Asks::filed || asks == Asks::filed_before || asks == Asks::filed_as_decided ||
         asks == Asks::approved_before;
}

// Whether those who issued it are whom a row of the matrix names; `region` is a county's where a county decides.
[[nodiscard]] bool may_decide(Decider decider, WordSet<Body> issuers, Region region);

}  // namespace yidan::decisions
