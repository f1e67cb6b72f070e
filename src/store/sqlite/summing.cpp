#include "store/sqlite/summing.h"

#include <optional>

#include "store/sqlite/columns.h"

namespace yidan::store::sqlite {
namespace {

constexpr std::int64_t kAtOnce = 20'000;

Result<void> store_sums(Connection& connection, const DaySums& sums, std::int64_t position) {
  auto add = connection.prepare(
      "insert into day_sum (pool, fund, account, day, debit, credit) values (?, ?, ?, ?, ?, ?)"
      " on conflict (pool, fund, account, day) do update set debit = debit + excluded.debit,"
      " credit = credit + excluded.credit");
  if (!add) return std::unexpected(add.error());
  auto widen = connection.prepare(
      "insert into day_range (day, first, last) values (?, ?, ?)"
      " on conflict (day) do update set first = min(first, excluded.first), last = max(last, excluded.last)");
  if (!widen) return std::unexpected(widen.error());
  auto move = connection.prepare("update summed set position = ?");
  if (!move) return std::unexpected(move.error());
  for (const auto& [place, sides] : sums.sums()) {
    auto added = run(*add, std::int64_t{place.pool}, place.fund, place.account, place.day, sides.debit, sides.credit);
    if (!added) return added;
  }
  for (const auto& [day, range] : sums.ranges()) {
    if (auto widened = run(*widen, day, range.first, range.last); !widened) return widened;
  }
  return run(*move, position);
}

}  // namespace

Result<std::int64_t> Sums::summed() { return connection_.integer("select position from summed"); }

Result<void> Sums::closed(std::int32_t pool, std::int64_t day, bool together, DaySums& sums) {
  auto statement =
      connection_.prepare(together ? "select pool, fund, account, 0, sum(debit), sum(credit) from day_sum"
                                     " where day < ?1 and (?2 = 0 or pool = ?2) group by pool, fund, account"
                                   : "select pool, fund, account, day, debit, credit from day_sum"
                                     " where day < ?1 and (?2 = 0 or pool = ?2)");
  if (!statement) return std::unexpected(statement.error());
  const auto take = [&sums](const Rows& rows) -> Result<void> {
    sums.add({static_cast<std::int32_t>(rows.integer(0)), rows.text(1), rows.text(2), rows.integer(3)},
             {rows.integer(4), rows.integer(5)});
    return {};
  };
  return each_row(*statement, take, day, std::int64_t{pool});
}

Result<DaySums::Range> Sums::range(std::int64_t day) {
  auto statement = connection_.prepare("select first, last from day_range where day = ?");
  if (!statement) return std::unexpected(statement.error());
  Rows rows(*statement, day);
  const auto row = rows.next();
  if (!row) return std::unexpected(row.error());
  return *row ? DaySums::Range{rows.integer(0), rows.integer(1)} : DaySums::Range{};
}

Result<void> Sums::each(std::int64_t after, std::int64_t up_to, const Visitor<Summand>& visit) {
  auto statement = connection_.prepare(
      "select event.id, subject.pool, event.recorded, event.entries"
      " from event cross join subject on subject.id = event.subject"
      " where event.id > ? and event.id <= ? and event.entries <> '' order by event.id");
  if (!statement) return std::unexpected(statement.error());
  const auto take = [&](const Rows& rows) -> Result<void> {
    auto entries = unpacked_entries(rows.text(3));
    if (!entries) return std::unexpected(damaged(rows.name(), "an event has entries cut short"));
    return visit({rows.integer(0), static_cast<std::int32_t>(rows.integer(1)), rows.integer(2), std::move(*entries)});
  };
  return each_row(*statement, take, after, up_to);
}

Result<bool> sum_up(Connection& connection) {
  Sums source(connection);
  const auto from = source.summed();
  if (!from) return std::unexpected(from.error());
  const auto last = connection.integer("select coalesce(max(id), 0) from event");
  if (!last) return std::unexpected(last.error());
  const std::int64_t to = std::min(*last, *from + kAtOnce);
  if (to <= *from) return false;
  DaySums sums;
  const auto add = [&sums](const Summand& summand) -> Result<void> {
    sums.add(summand);
    return {};
  };
  if (auto added = source.each(*from, to, add); !added) return std::unexpected(added.error());
  if (!sums.fits()) return std::unexpected(sums_overflow(connection.path()));
  if (auto stored = store_sums(connection, sums, to); !stored) return std::unexpected(stored.error());
  return to < *last;
}

}  // namespace yidan::store::sqlite
