// What a draft would cost: for programs, for people, as a table and as a picture.
#pragma once

#include <span>
#include <string>

#include "costing/cost.h"
#include "policy/policy.h"

namespace yidan::exchange {

struct CostReport {
  const policy::Pool* pool = nullptr;
  std::string draft;  // its folder, as it was named
  Date on;            // of the balances
  const costing::Cost* cost = nullptr;
  std::span<const costing::Capacity> capacity;
  std::int64_t not_settled = 0;
  std::span<const costing::PacksInForce> in_force{};  // empty: the packs at hand
};

[[nodiscard]] std::string cost_text(const CostReport& report, Language language);
// `yidan.cost/1`.
[[nodiscard]] std::string cost_json(const CostReport& report);
// A row a month and fund, then a row a group.
[[nodiscard]] std::string cost_csv(const CostReport& report);
// A bar a month for what is paid now and one for the draft; SVG.
[[nodiscard]] std::string cost_chart(const CostReport& report, Language language);

}  // namespace yidan::exchange
