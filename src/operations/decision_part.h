// What an act on a decision leaves in the store, in the form in which it is kept; and the same read again.
#pragma once

#include <optional>
#include <string>

#include "decisions/decision.h"
#include "exchange/decision_request.h"
#include "store/store.h"

namespace yidan::operations {

inline constexpr std::string_view kDecisionTable = "decision";
inline constexpr std::string_view kFilingTable = "filing";
inline constexpr std::string_view kActivationTable = "activation";

// What an act led to: the state of the decision, and that of the filing which it brought.
struct Outcome {
  std::string to;
  std::string filing;
  std::string packs;  // digest of what was put into force in the pool; empty: nothing
};

// The filing that a request brings. Numbers of filings are those of who received them: one register for the province.
[[nodiscard]] store::Subject filing_subject(const exchange::DecisionRequest& request);

// State, rows and documents of a decision after the last act that was done with it.
void write_decision(const decisions::Decision& decision, const Outcome& outcome, store::Part& part);
// The same of a filing; `request` brought it.
void write_filing(const exchange::DecisionRequest& request, const Outcome& outcome, store::Part& part);

// The outcome that an event left. Errors: `damaged`.
[[nodiscard]] Result<Outcome> outcome_of(const store::Recorded& recorded);

// Does with a decision what an event of it asked. Errors: `damaged`.
[[nodiscard]] Result<exchange::DecisionRequest> apply_event(const store::Recorded& recorded,
                                                            decisions::Decision& decision);

// Makes a decision, or a filing, again from its events and compares what is kept; the first thing that differs, or
// nothing. Errors: `damaged`.
[[nodiscard]] Result<std::optional<std::string>> difference_of(const store::SubjectContents& kept);

}  // namespace yidan::operations
