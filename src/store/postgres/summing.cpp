#include "store/postgres/summing.h"

#include <algorithm>
#include <string>

#include "store/postgres/columns.h"

namespace yidan::store::postgres {
namespace {

constexpr std::int64_t kAtOnce = 20'000;

constexpr auto kBeginReading = "begin isolation level repeatable read read only";
constexpr Query kSummed{"summed", "select position from yidan.summed where lane = 0"};
constexpr Query kLast{"last", "select last from yidan.lane where lane = 0"};
constexpr Query kTotals{"totals",
                        "select pool, fund, account, 0::bigint, sum(debit)::bigint, sum(credit)::bigint"
                        " from yidan.day_sum where lane = 0 and day < $1 and ($2 = 0 or pool = $2)"
                        " group by pool, fund, account"};
constexpr Query kDays{"days",
                      "select pool, fund, account, day, debit, credit from yidan.day_sum"
                      " where lane = 0 and day < $1 and ($2 = 0 or pool = $2)"};
constexpr Query kRange{"range", "select first, last from yidan.day_range where lane = 0 and day = $1"};
constexpr Query kFetchSummands{"fetch_summands", "fetch 2000 from summands"};
constexpr Query kHold{"hold", "select position from yidan.summed where lane = 0 for update"};
constexpr Query kAdd{
    "add_sums",
    "insert into yidan.day_sum (lane, pool, fund, account, day, debit, credit)"
    " select 0, * from unnest($1, $2, $3, $4, $5, $6) on conflict (lane, pool, fund, account, day)"
    " do update set debit = day_sum.debit + excluded.debit, credit = day_sum.credit + excluded.credit"};
constexpr Query kWiden{"widen",
                       "insert into yidan.day_range (lane, day, first, last) select 0, * from unnest($1, $2, $3)"
                       " on conflict (lane, day) do update set first = least(day_range.first, excluded.first),"
                       " last = greatest(day_range.last, excluded.last)"};
constexpr Query kMove{"move", "update yidan.summed set position = $1 where lane = 0"};

// In the transaction of its connection.
class Sums final : public SumSource {
 public:
  explicit Sums(Connection& connection) : connection_(connection) {}

  Result<std::int64_t> summed() override {
    const auto rows = connection_.run(kSummed);
    if (!rows) return std::unexpected(rows.error());
    return rows->size() == 0 ? 0 : rows->integer(0, 0);
  }

  Result<void> closed(std::int32_t pool, std::int64_t day, bool together, DaySums& sums) override {
    const auto rows = connection_.run(together ? kTotals : kDays, Parameters(day, pool));
    if (!rows) return std::unexpected(rows.error());
    for (int row = 0; row < rows->size(); ++row) {
      sums.add({static_cast<std::int32_t>(rows->integer(row, 0)), rows->text(row, 1), rows->text(row, 2),
                rows->integer(row, 3)},
               {rows->integer(row, 4), rows->integer(row, 5)});
    }
    return {};
  }

  Result<DaySums::Range> range(std::int64_t day) override {
    const auto rows = connection_.run(kRange, Parameters(day));
    if (!rows) return std::unexpected(rows.error());
    return rows->size() == 0 ? DaySums::Range{} : DaySums::Range{rows->integer(0, 0), rows->integer(0, 1)};
  }

  Result<void> each(std::int64_t after, std::int64_t up_to, const Visitor<Summand>& visit) override {
    const std::string from = std::to_string(after);
    const std::string to = std::to_string(up_to);
    auto begun = connection_.execute(
        "declare summands no scroll cursor for select fed.position, subject.pool, event.recorded, event.entries"
        " from (select feed.last - cardinality(feed.seqs) + part.n as position, part.subject, part.seq"
        " from yidan.feed cross join lateral unnest(feed.subjects, feed.seqs) with ordinality"
        " as part (subject, seq, n) where feed.lane = 0 and feed.last > " +
        from + " and feed.last - cardinality(feed.seqs) < " + to +
        ") as fed"
        " join yidan.event on event.subject = fed.subject and event.seq = fed.seq"
        " join yidan.subject on subject.subject = fed.subject"
        " where fed.position > " +
        from + " and fed.position <= " + to + " and event.entries <> ''");
    if (!begun) return begun;
    while (true) {
      const auto rows = connection_.run(kFetchSummands);
      if (!rows) return std::unexpected(rows.error());
      if (rows->size() == 0) return connection_.execute("close summands");
      for (int row = 0; row < rows->size(); ++row) {
        auto entries = unpacked_entries(rows->text(row, 3));
        if (!entries) return std::unexpected(cut_short(connection_.name()));
        auto visited = visit({rows->integer(row, 0), static_cast<std::int32_t>(rows->integer(row, 1)),
                              rows->integer(row, 2), std::move(*entries)});
        if (!visited) return visited;
      }
    }
  }

 private:
  Connection& connection_;
};

Result<void> store_sums(Connection& connection, const DaySums& sums, std::int64_t position) {
  std::vector<std::int32_t> pools;
  std::vector<std::string_view> funds;
  std::vector<std::string_view> accounts;
  std::vector<std::int64_t> days;
  std::vector<std::int64_t> debits;
  std::vector<std::int64_t> credits;
  for (const auto& [place, sides] : sums.sums()) {
    pools.push_back(place.pool);
    funds.emplace_back(place.fund);
    accounts.emplace_back(place.account);
    days.push_back(place.day);
    debits.push_back(sides.debit);
    credits.push_back(sides.credit);
  }
  std::vector<std::int64_t> of_ranges;
  std::vector<std::int64_t> first;
  std::vector<std::int64_t> last;
  for (const auto& [day, range] : sums.ranges()) {
    of_ranges.push_back(day);
    first.push_back(range.first);
    last.push_back(range.last);
  }
  if (!pools.empty()) connection.send(kAdd, Parameters(pools, funds, accounts, days, debits, credits));
  if (!of_ranges.empty()) connection.send(kWiden, Parameters(of_ranges, first, last));
  connection.send(kMove, Parameters(position));
  if (const auto done = connection.finish(); !done) return std::unexpected(done.error());
  return {};
}

// Within a transaction that holds the sums: nobody else moves them on.
Result<bool> move_on(Connection& connection) {
  const auto held = connection.run(kHold);
  if (!held) return std::unexpected(held.error());
  const auto there = connection.run(kLast);
  if (!there) return std::unexpected(there.error());
  if (held->size() == 0 || there->size() == 0)
    return std::unexpected(damaged(connection.name(), "the lane of the feed is gone"));
  const std::int64_t from = held->integer(0, 0);
  const std::int64_t last = there->integer(0, 0);
  const std::int64_t to = std::min(last, from + kAtOnce);
  if (to <= from) return false;
  DaySums sums;
  const auto add = [&sums](const Summand& summand) -> Result<void> {
    sums.add(summand);
    return {};
  };
  if (auto added = Sums(connection).each(from, to, add); !added) return std::unexpected(added.error());
  if (!sums.fits()) return std::unexpected(sums_overflow(connection.name()));
  if (auto stored = store_sums(connection, sums, to); !stored) return std::unexpected(stored.error());
  return to < last;
}

}  // namespace

Result<std::vector<Balance>> balances(Connection& connection, const BalanceQuery& query) {
  if (auto begun = connection.execute(kBeginReading); !begun) return std::unexpected(begun.error());
  Sums sums(connection);
  return balances_from(sums, query, connection.name());
}

Result<std::vector<DayBalance>> day_balances(Connection& connection) {
  if (auto begun = connection.execute(kBeginReading); !begun) return std::unexpected(begun.error());
  Sums sums(connection);
  return day_balances_from(sums, connection.name());
}

Result<bool> sum_up_some(Connection& connection) {
  if (auto begun = connection.execute("begin isolation level read committed"); !begun)
    return std::unexpected(begun.error());
  auto more = move_on(connection);
  if (more) {
    if (auto committed = connection.execute("commit"); !committed) more = std::unexpected(committed.error());
  }
  connection.roll_back();
  return more;
}

}  // namespace yidan::store::postgres
