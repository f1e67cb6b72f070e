#include "store/sqlite/walk.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "store/fault.h"
#include "store/sqlite/books.h"
#include "store/sqlite/columns.h"
#include "store/sqlite/summing.h"

namespace yidan::store::sqlite {
namespace {

constexpr std::string_view kSubjects = "select subject.id, " YIDAN_SUBJECT_COLUMNS_OF_SQLITE
                                       ", state.seq, facts.facts, state.past"
                                       " from subject left join state on state.subject = subject.id"
                                       " left join facts on facts.subject = subject.id"
                                       " order by subject.pool, subject.number, subject.kind";
constexpr std::string_view kEventsOf =
    "select " YIDAN_EVENT_COLUMNS ", " YIDAN_PACKED_COLUMNS " from event where event.subject = ? order by event.id";
constexpr std::string_view kRowsOf =
    "select " YIDAN_ROW_COLUMNS " from item where item.subject = ? order by item.kind, item.id";
// What is sorted is kept small; the events are read one at a time.
constexpr std::string_view kJournal =
    "select event.id, " YIDAN_SUBJECT_COLUMNS_OF_SQLITE
    " from event cross join subject on subject.id = event.subject where event.entries <> ''"
    " order by event.recorded, subject.pool, subject.number, subject.kind, event.seq";
constexpr std::string_view kEvent =
    "select " YIDAN_EVENT_COLUMNS ", " YIDAN_PACKED_COLUMNS " from event where event.id = ?";
constexpr std::string_view kBackup =
    "select event.id, " YIDAN_SUBJECT_COLUMNS_OF_SQLITE ", " YIDAN_EVENT_COLUMNS ", " YIDAN_PACKED_COLUMNS
    ", event.subject, state.seq from event"
    " cross join subject on subject.id = event.subject"
    " cross join state on state.subject = event.subject order by event.id";
constexpr std::string_view kStateOf =
    "select facts.facts, state.past from state join facts on facts.subject = state.subject where state.subject = ?";
constexpr std::string_view kCounts =
    "select (select count(*) from subject), (select count(*) from event),"
    " (select coalesce(sum(json_array_length(documents)), 0) from event where documents <> ''),"
    " (select coalesce(sum(json_array_length(entries)), 0) from event where entries <> '')";
// Looked up one by one: a full join with the sums of all events would walk them once for every subject.
constexpr std::string_view kIncomplete =
    "select (select count(*) from state where not exists (select 1 from (select count(*) as events, max(seq) as last,"
    " max(recorded) as recorded from event where event.subject = state.subject) as kept"
    " where kept.events = state.seq and kept.last = state.seq and kept.recorded = state.recorded))"
    " + (select count(*) from event left join state on state.subject = event.subject where state.subject is null)";
constexpr std::string_view kNameless =
    "select count(*) from subject full join state on state.subject = subject.id"
    " left join facts on facts.subject = subject.id"
    " where subject.id is null or state.subject is null or facts.subject is null";
constexpr std::string_view kOrphans =
    "select count(*) from item left join subject on subject.id = item.subject where subject.id is null";
constexpr std::string_view kSummedTooFar =
    "select count(*) from summed where position > (select coalesce(max(id), 0) from event)";

// A connection in a read transaction, which ends with it.
class Snapshot {
 public:
  [[nodiscard]] static Result<Snapshot> take(const std::string& path) {
    auto connection = open_for_reading(path);
    if (!connection) return std::unexpected(connection.error());
    if (auto begun = connection->execute("begin"); !begun) return std::unexpected(begun.error());
    return Snapshot(std::move(*connection));
  }

  // Prepares all statements; the first error, if any.
  template <class... Sql>
  [[nodiscard]] Result<std::array<Statement, sizeof...(Sql)>> prepare(const Sql&... sql) {
    std::array<Statement, sizeof...(Sql)> statements;
    std::size_t at = 0;
    std::optional<Error> error;
    const auto prepare_one = [&](std::string_view text) {
      auto prepared = connection_.prepare(text);
      if (prepared) {
        statements[at++] = std::move(*prepared);
      } else if (!error) {
        error = prepared.error();
      }
    };
    (prepare_one(sql), ...);
    if (error) return std::unexpected(*error);
    return statements;
  }

  [[nodiscard]] Connection& connection() { return connection_; }

 private:
  explicit Snapshot(Connection connection) : connection_(std::move(connection)) {}
  Connection connection_;
};

Result<std::vector<Row>> read_rows(Statement& rows_of, std::int64_t subject) {
  return read_all(rows_of, [](const Rows& rows) { return read_row(rows); }, subject);
}

// What a subject has after its last event.
Result<BackedUp::Left> read_left(std::int64_t subject, std::int64_t seq, Statement& state_of, Statement& rows_of) {
  BackedUp::Left left;
  {
    Rows state(state_of, subject);
    const auto there = state.next();
    if (!there) return std::unexpected(there.error());
    if (!*there) return std::unexpected(damaged(state.name(), "a subject has no state"));
    left.state = {.seq = seq, .facts = state.text(0), .past = state.text(1)};
  }
  auto rows = read_rows(rows_of, subject);
  if (!rows) return std::unexpected(rows.error());
  left.rows = std::move(*rows);
  return left;
}

}  // namespace

Result<void> walk_subjects(const std::string& path, const Visitor<SubjectContents>& visit) {
  auto snapshot = Snapshot::take(path);
  if (!snapshot) return std::unexpected(snapshot.error());
  auto statements = snapshot->prepare(kSubjects, kEventsOf, kRowsOf);
  if (!statements) return std::unexpected(statements.error());
  auto& [subjects, events_of, rows_of] = *statements;
  return each_row(subjects, [&](const Rows& rows) -> Result<void> {
    constexpr int state = 1 + kSubjectColumns;
    SubjectContents contents{
        .subject = read_subject(rows, 1),
        .state = {.seq = rows.integer(state), .facts = rows.text(state + 1), .past = rows.text(state + 2)}};
    auto events = read_history(events_of, rows.integer(0));
    if (!events) return std::unexpected(events.error());
    auto items = read_rows(rows_of, rows.integer(0));
    if (!items) return std::unexpected(items.error());
    contents.events = std::move(*events);
    contents.rows = std::move(*items);
    return visit(contents);
  });
}

Result<void> walk_journal(const std::string& path, const Visitor<Found>& visit) {
  auto snapshot = Snapshot::take(path);
  if (!snapshot) return std::unexpected(snapshot.error());
  auto statements = snapshot->prepare(kJournal, kEvent);
  if (!statements) return std::unexpected(statements.error());
  auto& [journal, event] = *statements;
  return each_row(journal, [&](const Rows& rows) -> Result<void> {
    auto recorded = read_history(event, rows.integer(0));
    if (!recorded) return std::unexpected(recorded.error());
    return visit({read_subject(rows, 1), std::move(recorded->front())});
  });
}

Result<void> walk_for_backup(const std::string& path, const Visitor<BackedUp>& visit) {
  auto snapshot = Snapshot::take(path);
  if (!snapshot) return std::unexpected(snapshot.error());
  auto statements = snapshot->prepare(kBackup, kStateOf, kRowsOf);
  if (!statements) return std::unexpected(statements.error());
  auto& [backup, state_of, rows_of] = *statements;
  return each_row(backup, [&](const Rows& rows) -> Result<void> {
    constexpr int event = 1 + kSubjectColumns;
    constexpr int subject = event + kEventColumns + 3;
    auto recorded = read_recorded(rows, event);
    if (!recorded) return std::unexpected(recorded.error());
    BackedUp one{.committed = {rows.integer(0), read_subject(rows, 1), std::move(*recorded)}};
    const std::int64_t last = rows.integer(subject + 1);
    if (one.committed.recorded.event.seq == last) {
      auto left = read_left(rows.integer(subject), last, state_of, rows_of);
      if (!left) return std::unexpected(left.error());
      one.left = std::move(*left);
    }
    return visit(one);
  });
}

Result<std::vector<Balance>> balances(const std::string& path, const BalanceQuery& query) {
  auto snapshot = Snapshot::take(path);
  if (!snapshot) return std::unexpected(snapshot.error());
  Sums sums(snapshot->connection());
  return balances_from(sums, query, path);
}

Result<std::vector<DayBalance>> day_balances(const std::string& path) {
  auto snapshot = Snapshot::take(path);
  if (!snapshot) return std::unexpected(snapshot.error());
  Sums sums(snapshot->connection());
  return day_balances_from(sums, path);
}

Result<Counts> counts(const std::string& path) {
  auto snapshot = Snapshot::take(path);
  if (!snapshot) return std::unexpected(snapshot.error());
  auto statement = snapshot->prepare(kCounts);
  if (!statement) return std::unexpected(statement.error());
  Rows rows(statement->front());
  if (auto row = rows.next(); !row) return std::unexpected(row.error());
  return Counts{
      .subjects = rows.integer(0), .events = rows.integer(1), .documents = rows.integer(2), .entries = rows.integer(3)};
}

Result<void> check_file(const std::string& path) {
  auto snapshot = Snapshot::take(path);
  if (!snapshot) return std::unexpected(snapshot.error());
  auto statements = snapshot->prepare("pragma integrity_check(1)", kIncomplete, kNameless, kOrphans, kSummedTooFar);
  if (!statements) return std::unexpected(statements.error());
  auto& [integrity, incomplete, nameless, orphans, summed] = *statements;
  {
    Rows rows(integrity);
    if (auto row = rows.next(); !row) return std::unexpected(row.error());
    if (const std::string verdict = rows.text(0); verdict != "ok") return std::unexpected(damaged(path, verdict));
  }
  for (const auto& [statement, what] :
       {std::pair{&incomplete, " subjects do not have all their events"},
        std::pair{&nameless, " subjects lack their name, their state or their facts"},
        std::pair{&orphans, " items are of no subject"}, std::pair{&summed, " sums go further than the events"}}) {
    Rows rows(*statement);
    if (auto row = rows.next(); !row) return std::unexpected(row.error());
    if (const std::int64_t found = rows.integer(0); found != 0)
      return std::unexpected(damaged(path, std::to_string(found) + what));
  }
  return {};
}

}  // namespace yidan::store::sqlite
