#include "store/postgres/walk.h"

#include "store/fault.h"
#include "store/postgres/columns.h"

namespace yidan::store::postgres {
namespace {

// What is at hand at once: so many files, or postings, with all that belongs to them.
constexpr Query kFetch{"fetch", "fetch 200 from walk"};

constexpr auto kFiles =
    "begin isolation level repeatable read read only;"
    "declare walk no scroll cursor for select file.pool, file.person, file.seq, facts.facts, file.past"
    " from yidan.file left join yidan.facts using (pool, person) order by pool, person";
constexpr Query kEventsOf{"events_of", "select asked.n, " YIDAN_EVENT_COLUMNS
                                       " from unnest($1, $2) with ordinality as asked (pool, person, n)"
                                       " join yidan.event using (pool, person) order by asked.n, event.seq"};
constexpr Query kBillsOf{"bills_of",
                         "select asked.n, " YIDAN_BILL_COLUMNS
                         " from unnest($1, $2) with ordinality as asked (pool, person, n)"
                         " join yidan.bill using (pool, person) order by asked.n, bill.version, bill.entry"};
constexpr Query kEntriesOf{"entries_of",
                           "select asked.n, entry.seq, " YIDAN_ENTRY_COLUMNS
                           " from unnest($1, $2) with ordinality as asked (pool, person, n)"
                           " join yidan.entry using (pool, person) order by asked.n, entry.seq, entry.line"};

constexpr auto kJournal =
    "begin isolation level repeatable read read only;"
    "declare walk no scroll cursor for select pool, person, seq, kind, key, recorded from yidan.event"
    " where exists (select from yidan.entry where entry.pool = event.pool and entry.person = event.person"
    " and entry.seq = event.seq) order by recorded, pool, person, seq";
constexpr Query kPosting{"posting", "select asked.n, " YIDAN_ENTRY_COLUMNS
                                    " from unnest($1, $2, $3) with ordinality as asked (pool, person, seq, n)"
                                    " join yidan.entry using (pool, person, seq) order by asked.n, entry.line"};
constexpr Query kAbout{"about",
                       "select distinct on (asked.n) asked.n, bill.encounter, bill.rule_date"
                       " from unnest($1, $2, $3) with ordinality as asked (pool, person, version, n)"
                       " join yidan.bill using (pool, person, version) order by asked.n, bill.entry"};

constexpr Query kBalances{
    "balances",
    "select entry.pool, fund, account, sum(greatest(amount, 0))::bigint,"
    " (-sum(least(amount, 0)))::bigint from yidan.entry join yidan.event using (pool, person, seq)"
    " where ($1 = 0 or entry.pool = $1) and event.recorded <= $2"
    " group by entry.pool, fund, account order by entry.pool, fund, account"};
constexpr Query kCounts{"counts",
                        "select (select count(*) from yidan.file), (select count(*) from yidan.event),"
                        " (select count(*) from yidan.bill), (select count(*) from yidan.entry)"};

// The length of a text is known when all of it has been read.
constexpr Query kReadable{
    "readable",
    "select (select sum(length(past)) from yidan.file), (select sum(length(facts)) from yidan.facts),"
    " (select sum(length(content) + length(answer)) from yidan.event),"
    " (select sum(length(text) + length(steps)) from yidan.bill),"
    " (select sum(length(fund) + length(account)) from yidan.entry),"
    " (select sum(length(archive)) from yidan.policy)"};
constexpr Query kIncomplete{"incomplete",
                            "select count(*) from yidan.file full join"
                            " (select pool, person, count(*) as events, max(seq) as last,"
                            " max(recorded) as recorded from yidan.event"
                            " group by pool, person) as kept using (pool, person) where (file.seq = kept.events"
                            " and file.seq = kept.last and file.recorded = kept.recorded) is not true"};
constexpr Query kKeyless{"keyless",
                         "select count(*) from yidan.event full join yidan.key using (key) where (event.pool = key.pool"
                         " and event.person = key.person and event.seq = key.seq) is not true"};

// Which of those asked for a row belongs to.
std::size_t asked(const Rows& rows, int row) { return static_cast<std::size_t>(rows.integer(row, 0) - 1); }

// Files as parameters of the statements that bring what belongs to them.
template <class T>
Parameters names_of(const std::vector<T>& batch, std::vector<std::int64_t> seqs = {}) {
  std::vector<std::int32_t> pools;
  std::vector<std::string_view> persons;
  for (const T& each : batch) {
    pools.push_back(each.file.pool);
    persons.emplace_back(each.file.person);
  }
  return seqs.empty() ? Parameters(pools, persons) : Parameters(pools, persons, seqs);
}

FileKey read_file_key(const Rows& rows, int row) {
  return {.pool = static_cast<std::int32_t>(rows.integer(row, 0)), .person = rows.text(row, 1)};
}

Result<std::vector<FileContents>> fetch_files(Connection& connection) {
  const auto rows = connection.run(kFetch);
  if (!rows) return std::unexpected(rows.error());
  std::vector<FileContents> files;
  for (int row = 0; row < rows->size(); ++row) {
    files.push_back({.file = read_file_key(*rows, row),
                     .state = {.seq = rows->integer(row, 2), .facts = rows->text(row, 3), .past = rows->text(row, 4)}});
  }
  if (files.empty()) return files;

  for (const Query& query : {kEventsOf, kBillsOf, kEntriesOf}) connection.send(query, names_of(files));
  const auto parts = connection.finish();
  if (!parts) return std::unexpected(parts.error());
  const Rows& events = (*parts)[0];
  const Rows& bills = (*parts)[1];
  const Rows& entries = (*parts)[2];
  for (int row = 0; row < events.size(); ++row)
    files[asked(events, row)].events.push_back(read_found(events, row, 1).event);
  for (int row = 0; row < bills.size(); ++row) files[asked(bills, row)].bills.push_back(read_bill(bills, row, 1));
  for (FileContents& file : files) file.postings.resize(file.events.size());
  for (int row = 0; row < entries.size(); ++row) {
    auto& postings = files[asked(entries, row)].postings;
    const auto seq = static_cast<std::size_t>(entries.integer(row, 1));
    if (seq == 0 || seq > postings.size())
      return std::unexpected(damaged(connection.name(), "an entry of an event that is not there"));
    postings[seq - 1].push_back(read_entry(entries, row, 2));
  }
  return files;
}

Result<std::vector<JournalPosting>> fetch_postings(Connection& connection) {
  const auto rows = connection.run(kFetch);
  if (!rows) return std::unexpected(rows.error());
  std::vector<JournalPosting> postings;
  std::vector<std::int64_t> seqs;
  for (int row = 0; row < rows->size(); ++row) {
    seqs.push_back(rows->integer(row, 2));
    postings.push_back({.file = read_file_key(*rows, row),
                        .seq = seqs.back(),
                        .kind = rows->text(row, 3),
                        .key = rows->text(row, 4),
                        .recorded = rows->integer(row, 5)});
  }
  if (postings.empty()) return postings;

  for (const Query& query : {kPosting, kAbout}) connection.send(query, names_of(postings, seqs));
  const auto parts = connection.finish();
  if (!parts) return std::unexpected(parts.error());
  const Rows& entries = (*parts)[0];
  const Rows& about = (*parts)[1];
  for (int row = 0; row < entries.size(); ++row)
    postings[asked(entries, row)].entries.push_back(read_entry(entries, row, 1));
  for (int row = 0; row < about.size(); ++row) {
    postings[asked(about, row)].about = about.text(row, 1);
    postings[asked(about, row)].rule_date = about.text(row, 2);
  }
  return postings;
}

template <class T, class Fetch>
Result<void> walk(Connection& connection, const char* begin, const Fetch& fetch, const Visitor<T>& visit) {
  if (auto begun = connection.execute(begin); !begun) return begun;
  while (true) {
    const auto batch = fetch(connection);
    if (!batch) return std::unexpected(batch.error());
    if (batch->empty()) return {};
    for (const T& each : *batch) {
      if (auto went_on = visit(each); !went_on) return went_on;
    }
  }
}

}  // namespace

Result<void> walk_files(Connection& connection, const Visitor<FileContents>& visit) {
  return walk(connection, kFiles, fetch_files, visit);
}

Result<void> walk_journal(Connection& connection, const Visitor<JournalPosting>& visit) {
  return walk(connection, kJournal, fetch_postings, visit);
}

Result<std::vector<Balance>> balances(Connection& connection, const BalanceQuery& query) {
  const auto rows = connection.run(kBalances, Parameters(query.pool, query.known.value_or(INT64_MAX)));
  if (!rows) return std::unexpected(rows.error());
  std::vector<Balance> balances;
  for (int row = 0; row < rows->size(); ++row) {
    balances.push_back({.pool = static_cast<std::int32_t>(rows->integer(row, 0)),
                        .fund = rows->text(row, 1),
                        .account = rows->text(row, 2),
                        .debit = rows->integer(row, 3),
                        .credit = rows->integer(row, 4)});
  }
  return balances;
}

Result<Counts> counts(Connection& connection) {
  const auto rows = connection.run(kCounts);
  if (!rows) return std::unexpected(rows.error());
  return Counts{.files = rows->integer(0, 0),
                .events = rows->integer(0, 1),
                .bills = rows->integer(0, 2),
                .entries = rows->integer(0, 3)};
}

Result<void> check(Connection& connection) {
  if (auto begun = connection.execute("begin isolation level repeatable read read only"); !begun) return begun;
  if (auto readable = connection.run(kReadable); !readable) return std::unexpected(readable.error());
  for (const auto& [query, what] : {std::pair{kIncomplete, " files do not have all their events"},
                                    std::pair{kKeyless, " events and keys do not belong together"}}) {
    const auto rows = connection.run(query);
    if (!rows) return std::unexpected(rows.error());
    if (const auto found = rows->integer(0, 0); found != 0)
      return std::unexpected(damaged(connection.name(), std::to_string(found) + what));
  }
  return {};
}

}  // namespace yidan::store::postgres
