#include "store/postgres/reader.h"

#include "store/fault.h"
#include "store/page_mark.h"
#include "store/postgres/columns.h"

namespace yidan::store::postgres {
namespace {

constexpr Query kLoad{"load",
                      "select asked.n, state.seq, facts.facts, state.past"
                      " from unnest($1) with ordinality as asked (subject, n)"
                      " join yidan.state on state.subject = asked.subject"
                      " join yidan.facts on facts.subject = asked.subject"};
constexpr Query kSubject{"subject",
                         "select " YIDAN_SUBJECT_COLUMNS_OF_POSTGRES " from yidan.subject where subject = $1"};
constexpr Query kFind{"find",
                      "select " YIDAN_SUBJECT_COLUMNS_OF_POSTGRES ", " YIDAN_EVENT_COLUMNS ", " YIDAN_PACKED_COLUMNS
                      " from yidan.key join yidan.event on event.subject = key.subject and event.seq = key.seq"
                      " join yidan.subject on subject.subject = key.subject where key.key = $1"};
constexpr Query kEvents{"events", "select " YIDAN_EVENT_COLUMNS " from yidan.event where subject = $1 order by seq"};
constexpr Query kHistory{"history", "select " YIDAN_EVENT_COLUMNS ", " YIDAN_PACKED_COLUMNS
                                    " from yidan.event where subject = $1 order by seq"};
constexpr Query kRows{"rows", "select " YIDAN_ROW_COLUMNS " from yidan.item where subject = $1 order by kind, id"};
// Every transaction has an event at least: as many of them are enough.
constexpr Query kAfter{"after", "select fed.position, " YIDAN_SUBJECT_COLUMNS_OF_POSTGRES ", " YIDAN_EVENT_COLUMNS
                                ", " YIDAN_PACKED_COLUMNS
                                " from (select feed.last - cardinality(feed.seqs) + part.n as position, part.subject,"
                                " part.seq from (select last, subjects, seqs from yidan.feed"
                                " where lane = 0 and last > $1 order by last limit $2) as feed"
                                " cross join lateral unnest(feed.subjects, feed.seqs) with ordinality"
                                " as part (subject, seq, n)) as fed"
                                " join yidan.event on event.subject = fed.subject and event.seq = fed.seq"
                                " join yidan.subject on subject.subject = fed.subject"
                                " where fed.position > $1 order by fed.position limit $2"};

#define YIDAN_ROWS_FROM                                                                                       \
  "select " YIDAN_SUBJECT_COLUMNS_OF_POSTGRES ", " YIDAN_ROW_COLUMNS                                          \
  ", item.subject from yidan.item"                                                                            \
  " join yidan.subject on subject.subject = item.subject where item.kind = $1 and ($2 = 0 or item.pool = $2)" \
  " and ($4 = '' or item.care = $4) and ($5 = '' or item.state = $5) and item.day >= $6"                      \
  " and ($7 = '' or item.day <= $7)"
constexpr Query kRowsByDay{"rows_by_day", YIDAN_ROWS_FROM
                           " and ($3 = '' or item.provider = $3) and $8 = ''"
                           " and (item.day, item.subject, item.id) > ($9, $10, $11)"
                           " order by item.day, item.subject, item.id limit $12"};
// Of what is not bills: by the index on the day.
constexpr Query kListedRows{"listed_rows", YIDAN_ROWS_FROM
                            " and item.kind <> 'bill' and ($3 = '' or item.provider = $3) and $8 = ''"
                            " and (item.day, item.subject, item.id) > ($9, $10, $11)"
                            " order by item.day, item.subject, item.id limit $12"};
constexpr Query kRowsOfProvider{"rows_of_provider", YIDAN_ROWS_FROM
                                " and item.provider = $3 and $8 = ''"
                                " and (item.day, item.subject, item.id) > ($9, $10, $11)"
                                " order by item.day, item.subject, item.id limit $12"};
constexpr Query kRowsByDeadline{"rows_by_deadline", YIDAN_ROWS_FROM
                                " and ($3 = '' or item.provider = $3) and item.due <> '' and item.due <= $8"
                                " and (item.due, item.subject, item.id) > ($9, $10, $11)"
                                " order by item.due, item.subject, item.id limit $12"};
#undef YIDAN_ROWS_FROM
constexpr Query kAddPolicy{
    "add_policy", "insert into yidan.policy (digest, archive) values ($1, $2) on conflict (digest) do nothing"};
constexpr Query kFindPolicy{"find_policy", "select number from yidan.policy where digest = $1"};
constexpr Query kPolicy{"policy", "select digest, archive from yidan.policy where number = $1"};
constexpr Query kSetting{"setting", "select value from yidan.setting where name = $1"};
constexpr Query kSet{"set",
                     "insert into yidan.setting (name, value) values ($1, $2)"
                     " on conflict (name) do update set value = excluded.value"};
constexpr Query kSetOnce{"set_once",
                         "insert into yidan.setting (name, value) values ($1, $2) on conflict (name) do nothing"};
constexpr Query kReplace{"replace_setting", "update yidan.setting set value = $3 where name = $1 and value = $2"};

// On a connection that turns out to be lost, once more on a new one; for what may be done twice.
Result<Rows> run_again(Connection& connection, const Query& query, const Parameters& parameters) {
  auto rows = connection.run(query, parameters);
  if (rows || !connection.lost()) return rows;
  if (auto connected = connection.reconnect(); !connected) return std::unexpected(connected.error());
  return connection.run(query, parameters);
}

Result<Recorded> read_whole(Connection& connection, const Rows& rows, int row, int first) {
  auto recorded = read_recorded(rows, row, first);
  if (!recorded) return std::unexpected(cut_short(connection.name()));
  return std::move(*recorded);
}

// REQUIRES: it was set.
Result<std::string> setting_now(Connection& connection, std::string_view name) {
  const auto rows = run_again(connection, kSetting, Parameters(name));
  if (!rows) return std::unexpected(rows.error());
  return rows->text(0, 0);
}

}  // namespace

void load_all(Connection& connection, std::span<WantedLoad* const> group) {
  std::vector<StandIn> subjects;
  subjects.reserve(group.size());
  for (const WantedLoad* wanted : group) subjects.push_back(wanted->subject);
  const auto rows = run_again(connection, kLoad, Parameters(subjects));
  for (WantedLoad* wanted : group) {
    if (!rows) wanted->outcome = std::unexpected(rows.error());
  }
  for (int row = 0; rows && row < rows->size(); ++row) {
    State& state = *group[asked(*rows, row)]->outcome;
    state = {.seq = rows->integer(row, 1), .facts = rows->text(row, 2), .past = rows->text(row, 3)};
  }
}

Result<std::optional<Subject>> subject(Connection& connection, const StandIn& stand_in) {
  const auto rows = run_again(connection, kSubject, Parameters(stand_in));
  if (!rows) return std::unexpected(rows.error());
  if (rows->size() == 0) return std::nullopt;
  return read_subject(*rows, 0, 0);
}

Result<std::optional<Found>> find(Connection& connection, const StandIn& key) {
  const auto rows = run_again(connection, kFind, Parameters(key));
  if (!rows) return std::unexpected(rows.error());
  if (rows->size() == 0) return std::nullopt;
  auto recorded = read_whole(connection, *rows, 0, kSubjectColumns);
  if (!recorded) return std::unexpected(recorded.error());
  return Found{read_subject(*rows, 0, 0), std::move(*recorded)};
}

Result<std::vector<Event>> events(Connection& connection, const StandIn& subject) {
  const auto rows = run_again(connection, kEvents, Parameters(subject));
  if (!rows) return std::unexpected(rows.error());
  std::vector<Event> events;
  events.reserve(static_cast<std::size_t>(rows->size()));
  for (int row = 0; row < rows->size(); ++row) events.push_back(read_event(*rows, row, 0));
  return events;
}

Result<std::vector<Recorded>> history(Connection& connection, const StandIn& subject) {
  const auto rows = run_again(connection, kHistory, Parameters(subject));
  if (!rows) return std::unexpected(rows.error());
  std::vector<Recorded> history;
  for (int row = 0; row < rows->size(); ++row) {
    auto recorded = read_whole(connection, *rows, row, 0);
    if (!recorded) return std::unexpected(recorded.error());
    history.push_back(std::move(*recorded));
  }
  return history;
}

Result<std::vector<Row>> rows(Connection& connection, const StandIn& subject) {
  const auto rows = run_again(connection, kRows, Parameters(subject));
  if (!rows) return std::unexpected(rows.error());
  std::vector<Row> items;
  items.reserve(static_cast<std::size_t>(rows->size()));
  for (int row = 0; row < rows->size(); ++row) items.push_back(read_row(*rows, row, 0));
  return items;
}

Result<RowPage> rows(Connection& connection, const RowQuery& query) {
  const auto mark = parse_page_mark(query.after);
  if (!mark) return std::unexpected(mark.error());
  const bool by_deadline = !query.due_to.empty();
  const StandIn after = parse_stand_in(mark->subject).value_or(StandIn{});
  const auto text = [](const std::string& value) { return std::string_view(value); };
  const auto rows =
      run_again(connection,
                by_deadline                 ? kRowsByDeadline
                : !query.provider.empty()   ? kRowsOfProvider
                : query.table == kBillTable ? kRowsByDay
                                            : kListedRows,
                Parameters(text(query.table), query.pool, text(query.provider), text(query.care), text(query.state),
                           text(query.from), text(query.to), text(query.due_to), text(mark->day), after, text(mark->id),
                           static_cast<std::int64_t>(query.limit)));
  if (!rows) return std::unexpected(rows.error());
  RowPage page;
  for (int row = 0; row < rows->size(); ++row)
    page.rows.push_back({read_subject(*rows, row, 0), read_row(*rows, row, kSubjectColumns)});
  if (page.rows.size() == query.limit && !page.rows.empty()) {
    const Row& last = page.rows.back().row;
    const StandIn subject = rows->stand_in(rows->size() - 1, kSubjectColumns + kRowColumns);
    page.next = to_text(PageMark{by_deadline ? last.due : last.day, to_text(subject), last.id});
  }
  return page;
}

Result<std::vector<Committed>> events_after(Connection& connection, std::int64_t position, std::size_t limit) {
  const auto rows = run_again(connection, kAfter, Parameters(position, static_cast<std::int64_t>(limit)));
  if (!rows) return std::unexpected(rows.error());
  std::vector<Committed> page;
  for (int row = 0; row < rows->size(); ++row) {
    auto recorded = read_whole(connection, *rows, row, 1 + kSubjectColumns);
    if (!recorded) return std::unexpected(recorded.error());
    page.push_back({rows->integer(row, 0), read_subject(*rows, row, 1), std::move(*recorded)});
  }
  return page;
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

Result<std::string> set_once(Connection& connection, std::string_view name, std::string_view candidate) {
  if (const auto set = run_again(connection, kSetOnce, Parameters(name, candidate)); !set)
    return std::unexpected(set.error());
  return setting_now(connection, name);
}

Result<std::string> replace(Connection& connection, std::string_view name, std::string_view before,
                            std::string_view value) {
  if (const auto set = run_again(connection, kReplace, Parameters(name, before, value)); !set)
    return std::unexpected(set.error());
  return setting_now(connection, name);
}

}  // namespace yidan::store::postgres
