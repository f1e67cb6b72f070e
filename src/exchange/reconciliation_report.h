// In what the statements of institutions differ from the books: for programs, for people, as a table.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/json_writer.h"
#include "calendar/instant.h"
#include "policy/policy.h"
#include "reconciliation/compare.h"

namespace yidan::exchange {

// That nothing more is done about a difference: by whom, and why.
struct Resolution {
  std::string by;
  std::string reason;
  std::optional<Instant> recorded{};  // absent while it is being written
};

struct JudgedDifference {
  reconciliation::Difference difference;
  std::optional<Resolution> resolved{};
};

struct StatementReport {
  reconciliation::Scope scope;
  std::optional<Instant> told{};  // absent while it is being written
  std::int64_t ours = 0;
  std::int64_t theirs = 0;
  std::vector<JudgedDifference> differences{};  // open ones first, each part by settlement

  [[nodiscard]] std::int64_t open() const;
};

// Settlements of which their institution has told no statement.
struct Untold {
  std::string provider;
  Date day;
  std::string insurance;
  std::string clearing;
  std::int64_t settlements = 0;
  Money total;
};

struct ReconciliationReport {
  const policy::Pool* pool = nullptr;
  std::optional<ReconciliationAct> did{};
  std::vector<StatementReport> statements{};
  std::optional<std::vector<Untold>> untold{};  // by institution, day, insurance, class; absent: nobody asked
};

// What to do about a difference.
[[nodiscard]] Text todo_of(const reconciliation::Difference& difference);

[[nodiscard]] std::string reconciliation_text(const ReconciliationReport& report, Language language);
// `yidan.reconciliation/1`.
[[nodiscard]] std::string reconciliation_json(const ReconciliationReport& report, json::Writer::Style style);
// A row for each difference.
[[nodiscard]] std::string reconciliation_csv(const ReconciliationReport& report, Language language);

}  // namespace yidan::exchange
