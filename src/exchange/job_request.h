// What is asked of jobs (contract/jobs.h).
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/date.h"
#include "calendar/month.h"
#include "policy/policy.h"
#include "policy/source.h"
#include "terms/proof.h"

namespace yidan::exchange {

struct AuditAsked {
  const policy::Pool* pool = nullptr;  // null: all
  std::optional<Date> on{};
  bool with_bills = false;
};
struct ProofAsked {
  const policy::Pool* pool = nullptr;
  std::optional<Date> on{};
  std::vector<Property> properties{};  // empty: all, `not-worse` where there is something to compare with
  std::optional<Date> than{};
};
struct CostAsked {
  const policy::Pool* pool = nullptr;
  policy::Source draft{};  // its files as they were sent
  std::optional<int> year{};
  std::optional<Date> on{};
};

struct ElsewhereAsked {
  const policy::Pool* pool = nullptr;
  Month from;
  Month to;
};

struct ReconciliationAsked {
  const policy::Pool* pool = nullptr;
  Date from;
  Date to;
};

// All of these: errors have a JSON path.
[[nodiscard]] Result<AuditAsked> read_audit_asked(std::string_view text, const policy::Policy& policy);
[[nodiscard]] Result<ProofAsked> read_proof_asked(std::string_view text, const policy::Policy& policy);
[[nodiscard]] Result<CostAsked> read_cost_asked(std::string_view text, const policy::Policy& policy);
// Errors: `contradiction`, the last month is before the first.
[[nodiscard]] Result<ElsewhereAsked> read_elsewhere_asked(std::string_view text, const policy::Policy& policy);
// The same of days.
[[nodiscard]] Result<ReconciliationAsked> read_reconciliation_asked(std::string_view text,
                                                                    const policy::Policy& policy);
// Nothing is asked but that it be done.
[[nodiscard]] Result<void> read_nothing_asked(std::string_view text);
// What was asked, in the one form in which it is kept and compared. REQUIRES: one of the above has read it.
[[nodiscard]] std::string canonical_asked(std::string_view text);

}  // namespace yidan::exchange
