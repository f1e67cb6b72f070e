#include "cli/commands/books_commands.h"
#include "cli/interrupt.h"
#include "cli/progress.h"
#include "cli/terminal.h"
#include "operations/balance.h"

namespace yidan::cli {
namespace {

int say_by(const OpenBooks& books, const operations::BalanceQuery& query, const BalanceOptions& options) {
  const operations::Caller caller = caller_of(books, options);
  Progress progress(is_terminal(stderr), Unit::postings, options.language);
  const auto by = options.by == "month" ? ledger::PartBy::month : ledger::PartBy::provider;
  const auto balance = operations::balance_by(caller, query, by, progress.go_on());
  progress.clear();
  if (!balance && interrupted()) {
    return say_interrupted({"没有算完，没有结果；账册没有改动", "not all was added up; the books are as they were"},
                           options.language);
  }
  if (!balance) return refuse(balance.error(), options.language);
  if (is_text_asked(options.as)) {
    print_page(ledger::part_balance_text(*balance, operations::pool_names(caller), options.language));
  } else {
    print_answer(as_answered(books, ledger::part_balance_json(*balance, json::Writer::Style::pretty)));
  }
  return kAllSettled;
}

}  // namespace

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
  if (!options.by.empty()) return say_by(*books, query, options);
  const auto balance = operations::trial_balance(caller, query);
  if (!balance) return refuse(balance.error(), options.language);
  print_answer(is_text_asked(options.as)
                   ? ledger::trial_balance_text(*balance, operations::pool_names(caller), options.language)
                   : as_answered(*books, ledger::trial_balance_json(*balance, json::Writer::Style::pretty)));
  return ledger::is_balanced(*balance) ? kAllSettled : kSomeRejected;
}

}  // namespace yidan::cli
