#include "store/sqlite/reader.h"

#include "store/fault.h"
#include "store/sqlite/books.h"
#include "store/sqlite/columns.h"

namespace yidan::store::sqlite {
namespace {

constexpr std::string_view kLoad =
    "select file.seq, facts.facts, file.past from file join facts on facts.file = file.id"
    " where file.pool = ? and file.person = ?";
constexpr std::string_view kFind = "select file.pool, file.person, " YIDAN_EVENT_COLUMNS
                                   " from event join file on file.id = event.file where event.key = ?";
// The events of a file are in the order of their id.
constexpr std::string_view kEvents = "select " YIDAN_EVENT_COLUMNS
                                     " from file join event on event.file = file.id"
                                     " where file.pool = ? and file.person = ? order by event.id";
constexpr std::string_view kBills =
    "select " YIDAN_BILL_COLUMNS " from file join event on event.file = file.id join bill on " YIDAN_BILL_OF_EVENT
    " where file.pool = ?1 and file.person = ?2 and event.seq = coalesce(?3, event.seq)"
    " order by bill.id";
constexpr std::string_view kBalances =
    "select file.pool, entry.fund, entry.account, sum(max(entry.amount, 0)), sum(min(entry.amount, 0))"
    " from event cross join file cross join entry where file.id = event.file and " YIDAN_ENTRY_OF_EVENT
    " and file.pool = coalesce(?1, file.pool) and event.recorded <= ?2 group by 1, 2, 3 order by 1, 2, 3";
constexpr std::string_view kCounts =
    "select (select count(*) from file), (select count(*) from event), (select count(*) from bill),"
    " (select count(*) from entry)";

Found read_found(const Rows& rows) {
  return {.file = {.pool = static_cast<std::int32_t>(rows.integer(0)), .person = rows.text(1)},
          .event = read_event(rows, 2)};
}

}  // namespace

Result<std::unique_ptr<Reader>> Reader::open(const std::string& path) {
  auto connection = open_for_reading(path);
  if (!connection) return std::unexpected(connection.error());
  std::unique_ptr<Reader> reader(new Reader(std::move(*connection)));
  if (auto prepared = reader->prepare(); !prepared) return std::unexpected(prepared.error());
  return reader;
}

Result<void> Reader::prepare() {
  const std::pair<Statement*, std::string_view> statements[] = {
      {&load_, kLoad},
      {&find_, kFind},
      {&events_, kEvents},
      {&bills_, kBills},
      {&policy_, "select digest, archive from policy where number = ?"},
      {&setting_, "select value from setting where name = ?"},
  };
  for (const auto& [statement, sql] : statements) {
    auto prepared = connection_.prepare(sql);
    if (!prepared) return std::unexpected(prepared.error());
    *statement = std::move(*prepared);
  }
  return {};
}

Result<State> Reader::load(const FileKey& file) {
  Rows rows(load_, file.pool, file.person);
  const auto row = rows.next();
  if (!row) return std::unexpected(row.error());
  if (!*row) return State{};
  return State{.seq = rows.integer(0), .facts = rows.text(1), .past = rows.text(2)};
}

Result<std::optional<Found>> Reader::find(std::string_view key) {
  Rows rows(find_, key);
  const auto row = rows.next();
  if (!row) return std::unexpected(row.error());
  if (!*row) return std::nullopt;
  return read_found(rows);
}

Result<std::vector<Event>> Reader::events(const FileKey& file) {
  return read_all(events_, [](const Rows& rows) { return read_event(rows); }, file.pool, file.person);
}

Result<std::vector<BillVersion>> Reader::bills(const FileKey& file, std::optional<std::int64_t> version) {
  return read_all(bills_, read_bill, file.pool, file.person, version);
}

Result<Store::PolicyArchive> Reader::policy(std::int64_t number) {
  Rows rows(policy_, number);
  const auto row = rows.next();
  if (!row) return std::unexpected(row.error());
  if (!*row) return std::unexpected(no_policy(connection_.path(), number));
  return Store::PolicyArchive{.digest = rows.text(0), .archive = rows.text(1)};
}

Result<std::optional<std::string>> Reader::setting(std::string_view name) {
  Rows rows(setting_, name);
  const auto row = rows.next();
  if (!row) return std::unexpected(row.error());
  if (!*row) return std::nullopt;
  return rows.text(0);
}

Result<std::vector<Balance>> Reader::balances(const BalanceQuery& query) {
  auto statement = connection_.prepare(kBalances);
  if (!statement) return std::unexpected(statement.error());
  bool fits = true;
  const auto read = [&fits](const Rows& rows) {
    Balance balance{.pool = static_cast<std::int32_t>(rows.integer(0)),
                    .fund = rows.text(1),
                    .account = rows.text(2),
                    .debit = rows.integer(3)};
    fits = fits && !__builtin_sub_overflow(std::int64_t{0}, rows.integer(4), &balance.credit);
    return balance;
  };
  const std::optional<std::int64_t> pool = query.pool == 0 ? std::nullopt : std::optional<std::int64_t>(query.pool);
  auto balances = read_all(*statement, read, pool, query.known.value_or(INT64_MAX));
  if (balances && !fits) return std::unexpected(sums_overflow(connection_.path()));
  return balances;
}

Result<Counts> Reader::counts() {
  auto statement = connection_.prepare(kCounts);
  if (!statement) return std::unexpected(statement.error());
  Rows rows(*statement);
  if (auto row = rows.next(); !row) return std::unexpected(row.error());
  return Counts{
      .files = rows.integer(0), .events = rows.integer(1), .bills = rows.integer(2), .entries = rows.integer(3)};
}

}  // namespace yidan::store::sqlite
