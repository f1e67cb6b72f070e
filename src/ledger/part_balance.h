// The books by parts: what every provider was owed and paid by every fund, or what every month moved on every account.
//
// A table for people, or JSON ("yidan.balance-by/1"). A balance is debits less credits.
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "base/json_writer.h"
#include "ledger/trial_balance.h"

namespace yidan::ledger {

enum class PartBy : std::uint8_t { provider, month };

struct PartKey {
  std::int32_t pool = 0;
  std::string part;  // a provider's id; "2023-03"
  Fund fund = Fund::employee_pooled;
  LedgerAccount account = LedgerAccount::provider_payable;

  auto operator<=>(const PartKey&) const = default;
};

struct PartBalance {
  PartBy by = PartBy::provider;
  std::map<PartKey, Turnover> rows;

  // A debit is positive, a credit negative. Throws Overflow.
  void add(const PartKey& key, Money amount);
};

[[nodiscard]] std::string part_balance_text(const PartBalance& balance, const PoolNames& names, Language language);
[[nodiscard]] std::string part_balance_json(const PartBalance& balance, json::Writer::Style style);

}  // namespace yidan::ledger
