#include "operations/balance.h"

#include <algorithm>

#include "calendar/month.h"
#include "operations/permission.h"

namespace yidan::operations {
namespace {

Error unknown_account(const std::string& fund, const std::string& account) {
  const std::string name = fund + " " + account;
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
    if (!fund || !account) return std::unexpected(unknown_account(balance.fund, balance.account));
    rows.push_back({balance.pool, *fund, *account, {Money::fen(balance.debit), Money::fen(balance.credit)}});
  }
  return rows;
}

Error sums_do_not_fit() {
  return {
      ErrorCode::overflow, {"某项基金的合计超出 64 位分的范围", "the total of a fund does not fit 64 bits of fen"}, {}};
}

// Adds what of a posting is asked for.
Result<void> add(ledger::PartBalance& balance, const store::Found& posting) {
  const std::string month = to_text(Month::of(beijing_day(posting.recorded.event.recorded)));
  const bool by_month = balance.by == ledger::PartBy::month;
  for (const store::Entry& entry : posting.recorded.entries) {
    const auto fund = parse_word<Fund>(entry.fund);
    const auto account = parse_word<LedgerAccount>(entry.account);
    if (!fund || !account) return std::unexpected(unknown_account(entry.fund, entry.account));
    if (!by_month && *account != LedgerAccount::provider_payable) continue;
    balance.add({posting.subject.pool, by_month ? month : entry.party, *fund, *account}, Money::fen(entry.amount));
  }
  return {};
}

// The funds of which a pool keeps books stand there with nothing moved, too (LY-3-a): of the pool asked for, or of
// every pool with books.
void keep_empty_funds(const Caller& caller, std::int32_t asked, ledger::TrialBalance& balance) {
  for (const policy::Pool& pool : caller.desk.packs().policy->pools) {
    const std::int32_t region = pool.region.code();
    const auto books = std::ranges::find(balance, region, &ledger::PoolBalance::pool);
    const bool has_books = books != balance.end();
    const bool counts = asked == 0 ? has_books : region == asked;
    if (!counts) continue;
    for (const Fund fund : pool.kept_funds()) ledger::keep(balance, region, fund);
  }
}

}  // namespace

Result<ledger::TrialBalance> trial_balance(const Caller& caller, const BalanceQuery& query) {
  if (auto allowed = may(caller, Deed::see_books, {.pool = query.pool}); !allowed) {
    return std::unexpected(std::move(allowed.error()));
  }
  const auto balances = caller.desk.store().balances({.pool = query.pool, .known = query.known});
  if (!balances) return std::unexpected(balances.error());
  const auto rows = rows_of(*balances);
  if (!rows) return std::unexpected(rows.error());
  try {
    ledger::TrialBalance balance = ledger::trial_balance(*rows);
    keep_empty_funds(caller, query.pool, balance);
    return balance;
  } catch (const Overflow&) {
    return std::unexpected(sums_do_not_fit());
  }
}

Result<ledger::PartBalance> balance_by(const Caller& caller, const BalanceQuery& query, ledger::PartBy by,
                                       const GoOn& go_on) {
  if (auto allowed = may(caller, Deed::see_books, {.pool = query.pool}); !allowed) {
    return std::unexpected(std::move(allowed.error()));
  }
  ledger::PartBalance balance{.by = by};
  std::int64_t postings = 0;
  try {
    const auto walked = caller.desk.store().each_posting([&](const store::Found& posting) -> Result<void> {
      if (auto goes_on = go_on(++postings); !goes_on) return goes_on;
      if (query.pool != 0 && posting.subject.pool != query.pool) return {};
      if (query.known && posting.recorded.event.recorded > *query.known) return {};
      return add(balance, posting);
    });
    if (!walked) return std::unexpected(walked.error());
  } catch (const Overflow&) {
    return std::unexpected(sums_do_not_fit());
  }
  return balance;
}

ledger::PoolNames pool_names(const Caller& caller) {
  ledger::PoolNames names;
  for (const policy::Pool& pool : caller.desk.packs().policy->pools) names[pool.region.code()] = pool.name;
  return names;
}

}  // namespace yidan::operations
