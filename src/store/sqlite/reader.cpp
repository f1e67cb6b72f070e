#include "store/sqlite/reader.h"

#include <algorithm>
#include <array>

#include "store/fault.h"
#include "store/page_mark.h"
#include "store/sqlite/books.h"
#include "store/sqlite/columns.h"

namespace yidan::store::sqlite {
namespace {

constexpr std::string_view kSubject = "select " YIDAN_SUBJECT_COLUMNS_OF_SQLITE " from subject where stand_in = ?";
constexpr std::string_view kLoad =
    "select state.seq, facts.facts, state.past from subject cross join state on state.subject = subject.id"
    " cross join facts on facts.subject = subject.id where subject.stand_in = ?";
constexpr std::string_view kFind =
    "select " YIDAN_SUBJECT_COLUMNS_OF_SQLITE ", " YIDAN_EVENT_COLUMNS ", " YIDAN_PACKED_COLUMNS
    " from event join subject on subject.id = event.subject"
    " where event.key_digest = ? and event.part = 0";
// The events of a subject are in the order of their id.
constexpr std::string_view kEvents = "select " YIDAN_EVENT_COLUMNS
                                     " from subject cross join event on event.subject = subject.id"
                                     " where subject.stand_in = ? order by event.id";
constexpr std::string_view kHistory = "select " YIDAN_EVENT_COLUMNS ", " YIDAN_PACKED_COLUMNS
                                      " from subject cross join event on event.subject = subject.id"
                                      " where subject.stand_in = ? order by event.id";
constexpr std::string_view kRows = "select " YIDAN_ROW_COLUMNS
                                   " from subject cross join item on item.subject = subject.id"
                                   " where subject.stand_in = ? order by item.kind, item.id";
constexpr std::string_view kAfter =
    "select event.id, " YIDAN_SUBJECT_COLUMNS_OF_SQLITE ", " YIDAN_EVENT_COLUMNS ", " YIDAN_PACKED_COLUMNS
    " from event cross join subject on subject.id = event.subject"
    " where event.id > ? order by event.id limit ?";

// All conditions of a query but the one by whose index the rows are found.
#define YIDAN_ROWS_LIKE                                                                  \
  " where item.kind = ?1 and (?2 = 0 or item.pool = ?2) and (?4 = '' or item.care = ?4)" \
  " and (?5 = '' or item.state = ?5) and +item.day >= ?6 and (?7 = '' or item.day <= ?7)"
#define YIDAN_ROWS_FROM                                            \
  "select " YIDAN_SUBJECT_COLUMNS_OF_SQLITE ", " YIDAN_ROW_COLUMNS \
  ", item.subject from item"                                       \
  " cross join subject on subject.id = item.subject"
constexpr std::string_view kRowsByDay = YIDAN_ROWS_FROM YIDAN_ROWS_LIKE
    " and (?3 = '' or item.provider = ?3) and (?8 = '' or item.due between '!' and ?8)"
    " and (item.day, item.subject, item.id) > (?9, ?10, ?11) order by item.day, item.subject, item.id limit ?12";
// Of what is not bills: by the index on the day.
constexpr std::string_view kListedRows = YIDAN_ROWS_FROM YIDAN_ROWS_LIKE
    " and item.kind <> 'bill' and (?3 = '' or item.provider = ?3) and (?8 = '' or item.due between '!' and ?8)"
    " and (item.day, item.subject, item.id) > (?9, ?10, ?11) order by item.day, item.subject, item.id limit ?12";
constexpr std::string_view kRowsOfProvider = YIDAN_ROWS_FROM YIDAN_ROWS_LIKE
    " and item.provider = ?3 and (?8 = '' or item.due between '!' and ?8)"
    " and (item.day, item.subject, item.id) > (?9, ?10, ?11) order by item.day, item.subject, item.id limit ?12";
constexpr std::string_view kRowsByDeadline = YIDAN_ROWS_FROM YIDAN_ROWS_LIKE
    " and (?3 = '' or item.provider = ?3) and item.due <> '' and item.due <= ?8"
    " and (item.due, item.subject, item.id) > (?9, ?10, ?11) order by item.due, item.subject, item.id limit ?12";
#undef YIDAN_ROWS_LIKE
#undef YIDAN_ROWS_FROM

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
      {&subject_, kSubject},
      {&load_, kLoad},
      {&find_, kFind},
      {&events_, kEvents},
      {&history_, kHistory},
      {&rows_, kRows},
      {&rows_by_day_, kRowsByDay},
      {&listed_rows_, kListedRows},
      {&rows_of_provider_, kRowsOfProvider},
      {&rows_by_deadline_, kRowsByDeadline},
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

Result<std::optional<Subject>> Reader::subject(const StandIn& stand_in) {
  const std::string letters = to_text(stand_in);
  Rows rows(subject_, letters);
  const auto row = rows.next();
  if (!row) return std::unexpected(row.error());
  if (!*row) return std::nullopt;
  return read_subject(rows);
}

Result<State> Reader::load(const StandIn& subject) {
  const std::string letters = to_text(subject);
  Rows rows(load_, letters);
  const auto row = rows.next();
  if (!row) return std::unexpected(row.error());
  if (!*row) return State{};
  return State{.seq = rows.integer(0), .facts = rows.text(1), .past = rows.text(2)};
}

Result<std::optional<Found>> Reader::find(const StandIn& key) {
  Rows rows(find_, Blob{key.raw()});
  const auto row = rows.next();
  if (!row) return std::unexpected(row.error());
  if (!*row) return std::nullopt;
  auto recorded = read_recorded(rows, kSubjectColumns);
  if (!recorded) return std::unexpected(std::move(recorded.error()));
  return Found{read_subject(rows), std::move(*recorded)};
}

Result<std::vector<Event>> Reader::events(const StandIn& subject) {
  return read_all(events_, [](const Rows& rows) { return read_event(rows); }, to_text(subject));
}

Result<std::vector<Recorded>> Reader::history(const StandIn& subject) {
  return read_history(history_, to_text(subject));
}

Result<std::vector<Row>> Reader::rows(const StandIn& subject) {
  return read_all(rows_, [](const Rows& rows) { return read_row(rows); }, to_text(subject));
}

Result<RowPage> Reader::rows(const RowQuery& query) {
  const bool by_deadline = !query.due_to.empty();
  Statement& statement = by_deadline                 ? rows_by_deadline_
                         : !query.provider.empty()   ? rows_of_provider_
                         : query.table == kBillTable ? rows_by_day_
                                                     : listed_rows_;
  const auto mark = parse_page_mark(query.after);
  if (!mark) return std::unexpected(mark.error());
  RowPage page;
  std::int64_t subject = 0;
  const auto take = [&](const Rows& rows) -> Result<void> {
    page.rows.push_back({read_subject(rows), read_row(rows, kSubjectColumns)});
    subject = rows.integer(kSubjectColumns + kRowColumns);
    return {};
  };
  // By day the first page begins where the days asked for do: the mark is the one bound that the index is searched by
  // (`+` keeps the other away from it), or each page would walk through those before it.
  const std::string begin = by_deadline ? mark->day : std::max(mark->day, query.from);
  const std::int64_t after = mark->subject.empty() ? INT64_MIN : std::stoll(mark->subject);
  auto taken =
      each_row(statement, take, query.table, std::int64_t{query.pool}, query.provider, query.care, query.state,
               query.from, query.to, query.due_to, begin, after, mark->id, static_cast<std::int64_t>(query.limit));
  if (!taken) return std::unexpected(taken.error());
  if (page.rows.size() == query.limit && !page.rows.empty()) {
    const Row& last = page.rows.back().row;
    page.next = to_text(PageMark{by_deadline ? last.due : last.day, std::to_string(subject), last.id});
  }
  return page;
}

Result<std::vector<Committed>> Reader::events_after(std::int64_t position, std::size_t limit) {
  auto statement = connection_.prepare(kAfter);
  if (!statement) return std::unexpected(statement.error());
  std::vector<Committed> page;
  const auto take = [&page](const Rows& rows) -> Result<void> {
    auto recorded = read_recorded(rows, 1 + kSubjectColumns);
    if (!recorded) return std::unexpected(std::move(recorded.error()));
    page.push_back({rows.integer(0), read_subject(rows, 1), std::move(*recorded)});
    return {};
  };
  auto taken = each_row(*statement, take, position, static_cast<std::int64_t>(limit));
  if (!taken) return std::unexpected(taken.error());
  return page;
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

}  // namespace yidan::store::sqlite
