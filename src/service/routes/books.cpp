// The books as a whole: balances, the journal.

#include "operations/balance.h"
#include "operations/journal.h"
#include "service/routes/all.h"

namespace yidan::service {
namespace {

// The pool of the query; 0: all.
Result<std::int32_t> pool_or_all(const Context& context, const Asked& asked) {
  if (!asked.has("pool")) return 0;
  const auto pool = pool_of(context, asked);
  if (!pool) return std::unexpected(pool.error());
  return (*pool)->region.code();
}

Result<http::Answer> balance(Context& context, const Asked& asked) {
  const auto pool = pool_or_all(context, asked);
  if (!pool) return std::unexpected(pool.error());
  const auto balance = operations::trial_balance(context.caller(asked), {*pool, asked.instant("known")});
  if (!balance) return std::unexpected(balance.error());
  return json_answer(context, ledger::trial_balance_json(*balance, json::Writer::Style::compact));
}

template <ledger::PartBy kBy>
Result<http::Answer> balance_of_parts(Context& context, const Asked& asked) {
  const auto pool = pool_or_all(context, asked);
  if (!pool) return std::unexpected(pool.error());
  const auto balance = operations::balance_by(context.caller(asked), {*pool, asked.instant("known")}, kBy, always);
  if (!balance) return std::unexpected(balance.error());
  return json_answer(context, ledger::part_balance_json(*balance, json::Writer::Style::compact));
}

Result<http::Answer> journal(Context& context, const Asked& asked) {
  const auto pool = pool_or_all(context, asked);
  if (!pool) return std::unexpected(pool.error());
  http::Answer answer{.type = "text/plain; charset=utf-8"};
  const auto written = operations::write_journal(
      context.caller(asked), *pool, ledger::Persons::left_out,
      [&answer](std::string_view part) -> Result<void> {
        answer.body += part;
        return {};
      },
      always);
  if (!written) return std::unexpected(written.error());
  return answer;
}

constexpr Field pool_wanted() { return contract::text("pool", "统筹区；默认全部", "the pool; all when not given"); }
constexpr std::array kBalanceQuery{pool_wanted(), as_known()};
constexpr std::array kJournalQuery{pool_wanted()};

constexpr std::array kBookRoutes{
    Route{.method = "GET",
          .path = "/v1/books/balance",
          .name = "balance",
          .part = Part::books,
          .gist = {"试算表：各基金各科目", "the trial balance, fund by fund"},
          .handler = balance,
          .query = kBalanceQuery,
          .gives = "yidan.balance/1"},
    Route{.method = "GET",
          .path = "/v1/books/balance/by-provider",
          .name = "balance-by-provider",
          .part = Part::books,
          .gist = {"各医疗机构的应付与已付", "what every provider was owed and paid"},
          .handler = balance_of_parts<ledger::PartBy::provider>,
          .query = kBalanceQuery,
          .gives = "yidan.balance-by/1"},
    Route{.method = "GET",
          .path = "/v1/books/balance/by-month",
          .name = "balance-by-month",
          .part = Part::books,
          .gist = {"各月各科目的发生额", "what every month moved on every account"},
          .handler = balance_of_parts<ledger::PartBy::month>,
          .query = kBalanceQuery,
          .gives = "yidan.balance-by/1"},
    Route{.method = "GET",
          .path = "/v1/books/journal",
          .name = "journal",
          .part = Part::books,
          .gist = {"日记账，hledger 与 ledger 可读；不写人员", "the journal, for hledger and ledger, without persons"},
          .handler = journal,
          .query = kJournalQuery,
          .gives = "text/plain"},
};

}  // namespace

std::span<const Route> book_routes() { return kBookRoutes; }

}  // namespace yidan::service
