// The trial balance: what every account of every fund was debited and credited, and whether each fund's sums agree.
//
// A table for people, or JSON ("yidan.balance/1"). A balance is debits less credits. The totals of a fund are formed
// here from its accounts and never taken over; a fund whose debits and credits differ is named, with the difference.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "base/json_writer.h"
#include "base/result.h"
#include "money/money.h"
#include "terms/books.h"
#include "terms/terms.h"

namespace yidan::ledger {

// The sum of the debits and the sum of the credits; neither is negative.
struct Turnover {
  Money debit;
  Money credit;

  [[nodiscard]] Money balance() const { return debit - credit; }
  bool operator==(const Turnover&) const = default;
};

struct BalanceRow {
  std::int32_t pool = 0;
  Fund fund = Fund::employee_pooled;
  LedgerAccount account = LedgerAccount::treasury_deposit;
  Turnover turnover;
};

struct FundBalance {
  Fund fund = Fund::employee_pooled;
  std::map<LedgerAccount, Turnover> accounts;
  Turnover total;

  [[nodiscard]] bool balanced() const { return total.debit == total.credit; }
};

struct PoolBalance {
  std::int32_t pool = 0;
  std::vector<FundBalance> funds;
};

using TrialBalance = std::vector<PoolBalance>;

// By pool, fund and account, whatever the order of the rows; rows of one account are added. Throws Overflow.
[[nodiscard]] TrialBalance trial_balance(std::span<const BalanceRow> rows);

// Adds the books of a fund in which nothing moved, where it has none yet. REQUIRES: pools and funds are in order.
void keep(TrialBalance& balance, std::int32_t pool, Fund fund);

[[nodiscard]] bool is_balanced(const TrialBalance& balance);

// The names of pools in headings; a pool that is not there is called by its code alone.
using PoolNames = std::map<std::int32_t, Text>;
[[nodiscard]] std::string trial_balance_text(const TrialBalance& balance, const PoolNames& names, Language language);
[[nodiscard]] std::string trial_balance_json(const TrialBalance& balance, json::Writer::Style style);

}  // namespace yidan::ledger
