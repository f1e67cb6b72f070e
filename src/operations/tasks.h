// What the books say of tasks: the entries of the register `task`, and the checks of all others.
#pragma once

#include <optional>

#include "operations/registers.h"
#include "tasks/standing.h"

namespace yidan::operations {

// The register in which documents that close tasks are kept.
inline constexpr std::string_view kTaskRegister = "task";

class TaskEvidence final : public tasks::Evidence {
 public:
  explicit TaskEvidence(RegisterBook& book) : book_(book) {}

  Result<registers::Seen> task(const std::string& id, Date on) override;
  Result<std::optional<registers::Coverage>> check(const std::string& named, Date on) override;

 private:
  RegisterBook& book_;
};

// Whether an act on an entry of `task` is of a task that there is, and not of one that is closed by asking. Errors:
// `not_found`, `not_permitted`.
[[nodiscard]] Result<void> may_act_on_task(Desk& desk, const exchange::RegisterRequest& request);

}  // namespace yidan::operations
