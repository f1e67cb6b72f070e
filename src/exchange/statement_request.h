// What an institution, or the window, asks of reconciliation: that its statement be compared, that a difference be
// resolved.
//
//   {"format": "yidan.request/1", "key": "…", "pool": "370600", "do": "reconcile", "provider": "H1",
//    "from": "2023-03-05", "insurance": "310", "clearing": "11",
//    "lines": [{"settlement": "S1", "visit": "M1", "amounts": {"total": "1300.00", "funds": "305.50"}}]}
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "base/json_writer.h"
#include "policy/policy.h"
#include "reconciliation/entry.h"

namespace yidan::exchange {

struct StatementRequest {
  ReconciliationAct act = ReconciliationAct::reconcile;
  reconciliation::Scope scope;
  std::vector<reconciliation::Entry> lines;  // of a statement, in its order
  std::string settlement;                    // of a resolution, the settlement in which there is a difference
  std::string reason;
  std::string key;
  std::string content;  // canonical: statements that say the same have the same, in whatever order
};

// Whether it is what `do` says.
[[nodiscard]] bool is_reconciliation_act(std::string_view act);

// Errors have a JSON path; of an entry with its place in the list, "$.lines[17].amounts.total".
[[nodiscard]] Result<StatementRequest> read_statement_request(const json::Value& value, const policy::Policy& policy);

// The text of such a request, as it is kept.
[[nodiscard]] std::string content_of(const StatementRequest& request);

// The entries of a statement that was kept. Errors: `damaged`.
[[nodiscard]] Result<std::vector<reconciliation::Entry>> entries_in(std::string_view content);

// The amounts as members of an open object.
void write_columns(json::Writer& json, const reconciliation::Columns& columns);

}  // namespace yidan::exchange
