// Who may decide a value: the rows of `authority/matrix.yaml`. Nothing that settles reads them.
#pragma once

#include <string>
#include <vector>

#include "calendar/date.h"
#include "policy/bound.h"
#include "policy/problem.h"
#include "policy/source.h"
#include "terms/authority.h"

namespace yidan::policy {

struct Competence {
  Position at;
  std::vector<std::string> of;  // "assistance.ratio", or a folder: "resident-inpatient"
  DimensionSets where;          // of identities those for whose values it is
  std::string where_text;
  Decider decides = Decider::pooling_area;
  FilingDemand filing = FilingDemand::none;
  bool for_now = false;                // until somebody above decides otherwise
  Severity beyond = Severity::refuse;  // what comes of another's decision
  std::vector<std::string> clauses;
  PolicyStatus status = PolicyStatus::in_force;
  Region region;
  Period period;
  Text text;
};
using Competences = std::vector<Competence>;

// Those of the packs; none where they cannot be read, which compiling them reports.
[[nodiscard]] Competences read_competences(const Source& source);

// The rows for a parameter ("assistance.ratio") in a region on a day, the province's first. `group`: those for the
// values of some of its members; empty: of anybody.
[[nodiscard]] std::vector<const Competence*> competences_for(const Competences& all, const std::string& parameter,
                                                             Region region, Date day, const WordSet<Identity>& group);

// Of a group those for whose values the row is; all of them where it is for anybody's.
[[nodiscard]] WordSet<Identity> part_of(const WordSet<Identity>& group, const Competence& row);

}  // namespace yidan::policy
