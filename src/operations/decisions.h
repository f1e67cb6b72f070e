// Decisions on the values of the packs, in the books: each is a subject of its own, and so is each filing.
//
// An act is decided on what was registered before, checked against the procedure, the matrix of authority and, where
// packs are to be put into force, against the gate; then it is written as one change, or refused as a whole.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "calendar/instant.h"
#include "exchange/decision_request.h"
#include "exchange/decision_writer.h"
#include "operations/perform.h"

namespace yidan::operations {

inline constexpr std::string_view kDecisionKind = "decision";  // of subjects
inline constexpr std::string_view kFilingKind = "filing";

// Errors: `not_found`: no such decision; `not_permitted`: a requirement is not met, or the gate is closed: the message
// names each clause, value and bound; `conflict`: the key, the id or the number of a filing was used before;
// `contradiction`, `invalid_value`; those of the store. After an error nothing was written.
[[nodiscard]] Result<Answer> perform(const Caller& caller, const exchange::DecisionRequest& request);

// A decision as the books have it.
struct KeptDecision {
  Region pool;
  decisions::Decision decision;
  std::int64_t seq = 0;
};

// Errors: `not_found`; `damaged`.
[[nodiscard]] Result<KeptDecision> decision_of(const Caller& caller, Region pool, const std::string& id,
                                               std::optional<Instant> known = {});
// Whose stream it is.
[[nodiscard]] inline store::Subject subject_of(Region pool, const std::string& id) {
  return {.pool = pool.code(), .id = id, .kind = std::string(kDecisionKind)};
}

// Those of a pool (0: of all), by pool and day.
[[nodiscard]] Result<std::vector<KeptDecision>> decisions_of(const Caller& caller, std::int32_t pool,
                                                             std::optional<Instant> known = {});

// The sheet of a decision as it stands on a day: `yidan.decision/1`, one line. Errors: as above.
[[nodiscard]] Result<std::string> sheet_json(const Caller& caller, const KeptDecision& kept, Date on);
// The sheet of the packs of a pool as a whole: the gate of the day, and whose the values were to decide.
[[nodiscard]] Result<std::string> packs_sheet_json(const policy::Source& packs, Region pool, Date on);
// The register on a day: `yidan.decisions/1`.
[[nodiscard]] Result<std::string> register_json(const Caller& caller, const std::vector<KeptDecision>& kept, Date on);
// The same as CSV.
[[nodiscard]] Result<std::string> register_csv(const Caller& caller, const std::vector<KeptDecision>& kept, Date on,
                                               Language language);

// Puts the packs of the desk into force in every pool that has none in force yet and where the gate of that day is
// open; for all days there are. What was answered, or why not, by pool.
struct Adopted {
  Region pool;
  Result<Answer> answer;
};
[[nodiscard]] std::vector<Adopted> adopt_all(const Caller& caller, Date on);

// The answer of the gate alone, for packs with the files of a draft over them; nothing is written. Errors: of packs
// that do not compile.
struct GateAsked {
  Region pool;
  Date on;
  decisions::DraftFiles draft;
};
[[nodiscard]] Result<audit::GateAnswer> gate_of(const policy::Source& packs, const GateAsked& asked);

}  // namespace yidan::operations
