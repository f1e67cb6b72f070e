#include "operations/balance.h"

namespace yidan::operations {
namespace {

Error unknown_account(const store::Balance& balance) {
  const std::string name = balance.fund + " " + balance.account;
  return {ErrorCode::damaged,
          {"账册中有本程序不认识的基金或科目：“" + name + "”",
           "the books have a fund or an account that this program does not know: '" + name + "'"},
          {}};
}

Result<std::vector<ledger::BalanceRow>> rows_of(const std::vector<store::Balance>& balances) {
  std::vector<ledger::BalanceRow> rows;
  for (const store::Balance& balance : balances) {
    const auto fund = parse_word<Fund>(balance.fund);
    const auto account = parse_word<LedgerAccount>(balance.account);
    if (!fund || !account) return std::unexpected(unknown_account(balance));
    rows.push_back({balance.pool, *fund, *account, {Money::fen(balance.debit), Money::fen(balance.credit)}});
  }
  return rows;
}

}  // namespace

Result<ledger::TrialBalance> trial_balance(const Caller& caller, const BalanceQuery& query) {
  const auto balances = caller.desk.store().balances({.pool = query.pool, .known = query.known});
  if (!balances) return std::unexpected(balances.error());
  const auto rows = rows_of(*balances);
  if (!rows) return std::unexpected(rows.error());
  try {
    return ledger::trial_balance(*rows);
  } catch (const Overflow&) {
    return std::unexpected(
        Error{ErrorCode::overflow,
              {"某项基金的合计超出 64 位分的范围", "the total of a fund does not fit 64 bits of fen"},
              {}});
  }
}

ledger::PoolNames pool_names(const Caller& caller) {
  ledger::PoolNames names;
  for (const policy::Pool& pool : caller.desk.packs().policy->pools) names[pool.region.code()] = pool.name;
  return names;
}

}  // namespace yidan::operations
