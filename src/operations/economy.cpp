#include "operations/economy.h"

namespace yidan::operations {

std::vector<exchange::RecordedFigure> figures_on(Desk& desk, Region pool, Date day) {
  std::vector<exchange::RecordedFigure> list;
  const policy::Pool* found = desk.packs().policy->find(pool);
  if (found == nullptr) return list;
  for (const auto& [name, figures] : found->indicators) {
    for (const policy::Figure& each : figures) {
      if (!each.period.contains(day) || each.stand_in) continue;
      list.push_back({name, to_text(each.amount), std::to_string(each.statistics_year)});
    }
  }
  const auto balances = desk.store().balances({.pool = pool.code(), .known = {}});
  if (!balances) return list;
  for (const store::Balance& each : *balances) {
    list.push_back({each.account, to_text(Money::fen(each.debit - each.credit)), each.fund});
  }
  return list;
}

}  // namespace yidan::operations
