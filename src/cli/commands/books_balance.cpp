#include "calendar/instant.h"
#include "cli/commands/books_commands.h"
#include "cli/terminal.h"
#include "ledger/trial_balance.h"

namespace yidan::cli {
namespace {

Result<std::vector<ledger::BalanceRow>> rows_of(const std::vector<store::Balance>& balances) {
  std::vector<ledger::BalanceRow> rows;
  for (const store::Balance& balance : balances) {
    const auto fund = parse_word<Fund>(balance.fund);
    const auto account = parse_word<LedgerAccount>(balance.account);
    if (!fund || !account) {
      return std::unexpected(Error{ErrorCode::damaged,
                                   {"账册中有本程序不认识的基金或科目：“" + balance.fund + " " + balance.account + "”",
                                    "the books have a fund or an account that this program does not know: '" +
                                        balance.fund + " " + balance.account + "'"},
                                   {}});
    }
    rows.push_back({balance.pool, *fund, *account, {Money::fen(balance.debit), Money::fen(balance.credit)}});
  }
  return rows;
}

ledger::PoolNames names_of(const policy::Policy& policy) {
  ledger::PoolNames names;
  for (const policy::Pool& pool : policy.pools) names[pool.region] = pool.name;
  return names;
}

// Throws Overflow.
int show(const ledger::TrialBalance& balance, const OpenBooks& books, const BalanceOptions& options) {
  const bool as_text = options.as.empty() ? is_terminal(stdout) : options.as == "text";
  const std::string text = as_text ? ledger::trial_balance_text(balance, names_of(books.policy), options.language)
                                   : ledger::trial_balance_json(balance, json::Writer::Style::pretty);
  std::fwrite(text.data(), 1, text.size(), stdout);
  if (text.empty() || text.back() != '\n') std::putchar('\n');
  return ledger::is_balanced(balance) ? kAllSettled : kSomeRejected;
}

}  // namespace

int books_balance(const BalanceOptions& options) {
  const auto books = open_books(options, store::Access::read_only);
  if (books == nullptr) return kWrongUse;
  store::BalanceQuery query;
  if (!options.pool.empty()) {
    const auto pool = pool_asked(*books, options.pool, options.language);
    if (!pool) return kWrongUse;
    query.pool = *pool;
  }
  if (!options.known.empty()) {
    const auto known = parse_instant(options.known);
    if (!known) return refuse(known.error(), options.language);
    query.known = *known;
  }
  const auto balances = books->store->balances(query);
  if (!balances) return refuse(balances.error(), options.language);
  const auto rows = rows_of(*balances);
  if (!rows) return refuse(rows.error(), options.language);
  try {
    return show(ledger::trial_balance(*rows), *books, options);
  } catch (const Overflow&) {
    return refuse({ErrorCode::overflow,
                   {"某项基金的合计超出 64 位分的范围", "the total of a fund does not fit 64 bits of fen"},
                   {}},
                  options.language);
  }
}

}  // namespace yidan::cli
