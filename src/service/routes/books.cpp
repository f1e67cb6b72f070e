// The books as a whole: balances, the journal.

#include <algorithm>
#include <charconv>

#include "operations/balance.h"
#include "operations/credentials.h"
#include "operations/feed.h"
#include "operations/journal.h"
#include "service/bearer.h"
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

// What happened, as it happens: server-sent events (the HTML standard, 9.2).
class FeedStream final : public http::Stream {
 public:
  FeedStream(Context& context, const Asked& asked, operations::FeedQuery query)
      : context_(context),
        caller_(context.caller(asked)),
        token_(bearer_token(*asked.request)),
        query_(std::move(query)),
        heard_(context.clock()) {
    caller_.trail = nullptr;  // it was noted once, when the stream began
  }

  std::optional<std::string> next() override {
    if (caller_.rights && !may_still()) return std::nullopt;
    const auto page = feed_after(caller_, query_);
    if (!page) return std::nullopt;
    query_.after = page->next;
    std::string text;
    for (const operations::Happened& each : page->events) {
      std::string data;
      json::Writer json(data, json::Writer::Style::compact);
      operations::write_happened(json, each);
      text += "id: " + std::to_string(each.position) + "\nevent: " + each.did + "\ndata: " + data + "\n\n";
    }
    if (text.empty() && context_.clock() - heard_ > kSilence) text = ":\n\n";  // so that nobody takes it for dead
    if (!text.empty()) heard_ = context_.clock();
    return text;
  }

 private:
  static constexpr Instant kSilence = 15'000'000;

  // Whoever is a user no longer hears no more; whose rights are others now hears by those.
  bool may_still() {
    auto rights = context_.sessions.rights_of(token_, context_.clock());
    if (!rights || !*rights) return false;
    caller_.rights = std::move(*rights);
    return true;
  }

  Context& context_;
  operations::Caller caller_;
  std::string token_;
  operations::FeedQuery query_;
  Instant heard_;
};

std::int64_t position_asked(const Asked& asked) {
  std::string_view text = asked.request->header("Last-Event-ID");
  if (asked.has("after")) text = asked.value("after");
  std::int64_t position = 0;
  std::from_chars(text.data(), text.data() + text.size(), position);
  return std::max<std::int64_t>(position, 0);
}

Result<http::Answer> feed(Context& context, const Asked& asked) {
  const auto pool = pool_or_all(context, asked);
  if (!pool) return std::unexpected(pool.error());
  operations::FeedQuery query{.after = position_asked(asked),
                              .limit = static_cast<std::size_t>(asked.number("limit", kUsualPage)),
                              .pool = *pool,
                              .provider = std::string(asked.value("provider"))};
  const auto page = feed_after(context.caller(asked), query);
  if (!page) return std::unexpected(page.error());
  if (!asked.request->header("Accept").contains("text/event-stream")) return http::Answer{.body = feed_json(*page)};
  return http::Answer{.type = "text/event-stream", .stream = std::make_shared<FeedStream>(context, asked, query)};
}

Result<http::Answer> credentials(Context& context, const Asked& asked) {
  const auto pool = pool_of(context, asked);
  if (!pool) return std::unexpected(pool.error());
  const Date from = *asked.day("from");
  const Date to = *asked.day("to");
  if (to < from) {
    return std::unexpected(
        Error{ErrorCode::contradiction, {"末日早于首日", "the last day is before the first"}, "query.to"});
  }
  const auto used = credentials_used(context.caller(asked), (*pool)->region, from, to);
  if (!used) return std::unexpected(used.error());
  return json_answer(context, credentials_json(*used));
}

constexpr Field pool_wanted() { return contract::text("pool", "统筹区；默认全部", "the pool; all when not given"); }
constexpr std::array kBalanceQuery{pool_wanted(), as_known()};
constexpr std::array kJournalQuery{pool_wanted()};

constexpr std::array kFeedQuery{
    contract::id("after", "此次序之后的；默认从头", "what came after this position; from the beginning when not given"),
    page_limit(), pool_wanted(), contract::id("provider", "只看此机构的", "those of this institution")};

constexpr std::array kSpanQuery{contract::day("from", "首日", "the first day").required(),
                                contract::day("to", "末日（含）", "the last day").required()};

constexpr std::array kBookRoutes{
    Route{.method = "GET",
          .path = "/v1/pools/{pool}/credentials",
          .name = "credentials",
          .part = Part::books,
          .gist = {"就诊凭证使用情况：各类凭证、移动支付、互联网诊疗各多少笔",
                   "by what people were identified and paid at the counter"},
          .handler = credentials,
          .query = kSpanQuery,
          .gives = "yidan.credentials/1"},
    Route{.method = "GET",
          .path = "/v1/feed",
          .name = "feed",
          .part = Part::books,
          .gist = {"某一次序之后发生的事；Accept: text/event-stream 则随时推送",
                   "what happened since a position; with Accept: text/event-stream as it happens"},
          .handler = feed,
          .query = kFeedQuery,
          .gives = "yidan.feed/1",
          .streams = "text/event-stream"},
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
