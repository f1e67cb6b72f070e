#include "store/postgres/reader.h"

#include "store/fault.h"
#include "store/postgres/columns.h"

namespace yidan::store::postgres {
namespace {

constexpr Query kLoad{"load",
                      "select asked.n, file.seq, facts.facts, file.past"
                      " from unnest($1, $2) with ordinality as asked (pool, person, n)"
                      " join yidan.file on file.pool = asked.pool and file.person = asked.person"
                      " join yidan.facts on facts.pool = asked.pool and facts.person = asked.person"};
constexpr Query kFind{"find", "select " YIDAN_EVENT_COLUMNS
                              " from yidan.key join yidan.event on event.pool = key.pool and event.person = key.person"
                              " and event.seq = key.seq where key.key = $1"};
constexpr Query kEvents{"events",
                        "select " YIDAN_EVENT_COLUMNS " from yidan.event where pool = $1 and person = $2 order by seq"};
constexpr Query kBills{
    "bills", "select " YIDAN_BILL_COLUMNS " from yidan.bill where pool = $1 and person = $2 order by version, entry"};
constexpr Query kBillsOf{"bills_of",
                         "select " YIDAN_BILL_COLUMNS
                         " from yidan.bill where pool = $1 and person = $2 and version = $3 order by entry"};
constexpr Query kAddPolicy{
    "add_policy", "insert into yidan.policy (digest, archive) values ($1, $2) on conflict (digest) do nothing"};
constexpr Query kFindPolicy{"find_policy", "select number from yidan.policy where digest = $1"};
constexpr Query kPolicy{"policy", "select digest, archive from yidan.policy where number = $1"};
constexpr Query kSetting{"setting", "select value from yidan.setting where name = $1"};
constexpr Query kSet{"set",
                     "insert into yidan.setting (name, value) values ($1, $2)"
                     " on conflict (name) do update set value = excluded.value"};

// On a connection that turns out to be lost, once more on a new one; for what may be done twice.
Result<Rows> run_again(Connection& connection, const Query& query, const Parameters& parameters) {
  auto rows = connection.run(query, parameters);
  if (rows || !connection.lost()) return rows;
  if (auto connected = connection.reconnect(); !connected) return std::unexpected(connected.error());
  return connection.run(query, parameters);
}

Result<std::vector<BillVersion>> read_bills(const Result<Rows>& rows) {
  if (!rows) return std::unexpected(rows.error());
  std::vector<BillVersion> bills;
  for (int row = 0; row < rows->size(); ++row) bills.push_back(read_bill(*rows, row, 0));
  return bills;
}

}  // namespace

void load_all(Connection& connection, std::span<WantedLoad* const> group) {
  std::vector<std::int32_t> pools;
  std::vector<std::string_view> persons;
  for (const WantedLoad* wanted : group) {
    pools.push_back(wanted->file.pool);
    persons.emplace_back(wanted->file.person);
  }
  const auto rows = run_again(connection, kLoad, Parameters(pools, persons));
  for (WantedLoad* wanted : group) {
    if (!rows) wanted->outcome = std::unexpected(rows.error());
  }
  for (int row = 0; rows && row < rows->size(); ++row) {
    State& state = *group[static_cast<std::size_t>(rows->integer(row, 0) - 1)]->outcome;
    state = {.seq = rows->integer(row, 1), .facts = rows->text(row, 2), .past = rows->text(row, 3)};
  }
}

Result<std::optional<Found>> find(Connection& connection, std::string_view key) {
  const auto rows = run_again(connection, kFind, Parameters(key));
  if (!rows) return std::unexpected(rows.error());
  if (rows->size() == 0) return std::nullopt;
  return read_found(*rows, 0, 0);
}

Result<std::vector<Event>> events(Connection& connection, const FileKey& file) {
  const auto rows = run_again(connection, kEvents, Parameters(file.pool, std::string_view(file.person)));
  if (!rows) return std::unexpected(rows.error());
  std::vector<Event> events;
  for (int row = 0; row < rows->size(); ++row) events.push_back(read_found(*rows, row, 0).event);
  return events;
}

Result<std::vector<BillVersion>> bills(Connection& connection, const FileKey& file,
                                       std::optional<std::int64_t> version) {
  const std::string_view person = file.person;
  if (!version) return read_bills(run_again(connection, kBills, Parameters(file.pool, person)));
  return read_bills(run_again(connection, kBillsOf, Parameters(file.pool, person, *version)));
}

Result<std::int64_t> put_policy(Connection& connection, std::string_view digest, std::string_view archive) {
  const auto there = run_again(connection, kFindPolicy, Parameters(digest));
  if (!there) return std::unexpected(there.error());
  if (there->size() > 0) return there->integer(0, 0);
  const auto added = run_again(connection, kAddPolicy, Parameters(digest, Bytes{archive}));
  if (!added) return std::unexpected(added.error());
  const auto found = run_again(connection, kFindPolicy, Parameters(digest));
  if (!found) return std::unexpected(found.error());
  return found->integer(0, 0);
}

Result<Store::PolicyArchive> policy(Connection& connection, std::int64_t number) {
  const auto rows = run_again(connection, kPolicy, Parameters(number));
  if (!rows) return std::unexpected(rows.error());
  if (rows->size() == 0) return std::unexpected(no_policy(connection.name(), number));
  return Store::PolicyArchive{.digest = rows->text(0, 0), .archive = rows->text(0, 1)};
}

Result<std::optional<std::string>> setting(Connection& connection, std::string_view name) {
  const auto rows = run_again(connection, kSetting, Parameters(name));
  if (!rows) return std::unexpected(rows.error());
  if (rows->size() == 0) return std::nullopt;
  return rows->text(0, 0);
}

Result<void> set(Connection& connection, std::string_view name, std::string_view value) {
  const auto rows = run_again(connection, kSet, Parameters(name, value));
  if (!rows) return std::unexpected(rows.error());
  return {};
}

}  // namespace yidan::store::postgres
