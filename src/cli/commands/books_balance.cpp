#include "cli/commands/books_commands.h"
#include "cli/terminal.h"
#include "operations/balance.h"

namespace yidan::cli {

int books_balance(const BalanceOptions& options) {
  const auto books = open_books(options, store::Access::read_only);
  if (books == nullptr) return kWrongUse;
  operations::BalanceQuery query;
  if (!options.pool.empty()) {
    const auto pool = pool_asked(*books, options.pool, options.language);
    if (!pool) return kWrongUse;
    query.pool = *pool;
  }
  const auto known = known_asked(options.known);
  if (!known) return wrong_use(known.error(), options.language);
  query.known = *known;
  const operations::Caller caller = caller_of(*books, options);
  const auto balance = operations::trial_balance(caller, query);
  if (!balance) return refuse(balance.error(), options.language);
  print_answer(is_text_asked(options.as)
                   ? ledger::trial_balance_text(*balance, operations::pool_names(caller), options.language)
                   : ledger::trial_balance_json(*balance, json::Writer::Style::pretty));
  return ledger::is_balanced(*balance) ? kAllSettled : kSomeRejected;
}

}  // namespace yidan::cli
