#include "store/sqlite/walk.h"

#include "store/fault.h"
#include "store/sqlite/books.h"
#include "store/sqlite/columns.h"

namespace yidan::store::sqlite {
namespace {

constexpr std::string_view kFiles =
    "select file.id, file.pool, file.person, file.seq, facts.facts, file.past"
    " from file left join facts on facts.file = file.id order by file.pool, file.person";
constexpr std::string_view kEventsOf =
    "select event.id, " YIDAN_EVENT_COLUMNS " from event where event.file = ? order by event.id";
constexpr std::string_view kBillsOf =
    "select " YIDAN_BILL_COLUMNS " from event join bill on " YIDAN_BILL_OF_EVENT " where event.id = ? order by bill.id";
constexpr std::string_view kEntriesOf =
    "select " YIDAN_ENTRY_COLUMNS
    " from entry where entry.id between ?1 << 20 and (?1 << 20) + 1048575 order by entry.id";
// What is sorted is kept small; the entries are read one posting at a time.
constexpr std::string_view kJournal =
    "select event.id, file.pool, file.person, event.seq, event.kind, event.key, event.recorded"
    " from event cross join file on file.id = event.file"
    " where exists (select 1 from entry where " YIDAN_ENTRY_OF_EVENT
    ")"
    " order by event.recorded, file.pool, file.person, event.seq";
constexpr std::string_view kAbout = "select bill.encounter, bill.rule_date from bill where bill.id = ? << 20";
constexpr std::string_view kIncomplete =
    "select count(*) from file full join (select file, count(*) as events, max(seq) as last, max(recorded) as recorded"
    " from event group by file) as kept on kept.file = file.id"
    " where (file.seq = kept.events and file.seq = kept.last and file.recorded = kept.recorded) is not true";
constexpr std::string_view kOrphans =
    "select (select count(*) from bill left join event on event.id = bill.id >> 20 where event.id is null)"
    " + (select count(*) from entry left join event on event.id = entry.id >> 20 where event.id is null)";

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

struct NumberedEvent {
  std::int64_t id = 0;
  Event event;
};

NumberedEvent read_numbered(const Rows& rows) { return {.id = rows.integer(0), .event = read_event(rows, 1)}; }

Result<void> read_contents(std::int64_t file, FileContents& contents, Statement& events_of, Statement& bills_of,
                           Statement& entries_of) {
  auto events = read_all(events_of, read_numbered, file);
  if (!events) return std::unexpected(events.error());
  for (NumberedEvent& event : *events) {
    auto bills = read_all(bills_of, read_bill, event.id);
    if (!bills) return std::unexpected(bills.error());
    auto entries = read_all(entries_of, read_entry, event.id);
    if (!entries) return std::unexpected(entries.error());
    contents.events.push_back(std::move(event.event));
    std::ranges::move(*bills, std::back_inserter(contents.bills));
    contents.postings.push_back(std::move(*entries));
  }
  return {};
}

Result<void> complete_posting(std::int64_t event, JournalPosting& posting, Statement& entries_of, Statement& about) {
  auto entries = read_all(entries_of, read_entry, event);
  if (!entries) return std::unexpected(entries.error());
  posting.entries = std::move(*entries);
  Rows bill(about, event);
  const auto there = bill.next();
  if (!there) return std::unexpected(there.error());
  if (*there) {
    posting.about = bill.text(0);
    posting.rule_date = bill.text(1);
  }
  return {};
}

}  // namespace

Result<void> walk_files(const std::string& path, const Visitor<FileContents>& visit) {
  auto snapshot = Snapshot::take(path);
  if (!snapshot) return std::unexpected(snapshot.error());
  auto statements = snapshot->prepare(kFiles, kEventsOf, kBillsOf, kEntriesOf);
  if (!statements) return std::unexpected(statements.error());
  auto& [files, events_of, bills_of, entries_of] = *statements;
  Rows rows(files);
  while (true) {
    const auto more = rows.next();
    if (!more) return std::unexpected(more.error());
    if (!*more) return {};
    FileContents contents{.file = {.pool = static_cast<std::int32_t>(rows.integer(1)), .person = rows.text(2)},
                          .state = {.seq = rows.integer(3), .facts = rows.text(4), .past = rows.text(5)}};
    auto read = read_contents(rows.integer(0), contents, events_of, bills_of, entries_of);
    if (!read) return read;
    if (auto went_on = visit(contents); !went_on) return went_on;
  }
}

Result<void> walk_journal(const std::string& path, const Visitor<JournalPosting>& visit) {
  auto snapshot = Snapshot::take(path);
  if (!snapshot) return std::unexpected(snapshot.error());
  auto statements = snapshot->prepare(kJournal, kEntriesOf, kAbout);
  if (!statements) return std::unexpected(statements.error());
  auto& [journal, entries_of, about] = *statements;
  Rows rows(journal);
  while (true) {
    const auto more = rows.next();
    if (!more) return std::unexpected(more.error());
    if (!*more) return {};
    JournalPosting posting{.file = {.pool = static_cast<std::int32_t>(rows.integer(1)), .person = rows.text(2)},
                           .seq = rows.integer(3),
                           .kind = rows.text(4),
                           .key = rows.text(5),
                           .recorded = rows.integer(6)};
    if (auto read = complete_posting(rows.integer(0), posting, entries_of, about); !read) return read;
    if (auto went_on = visit(posting); !went_on) return went_on;
  }
}

Result<void> check_file(const std::string& path) {
  auto snapshot = Snapshot::take(path);
  if (!snapshot) return std::unexpected(snapshot.error());
  auto statements = snapshot->prepare("pragma integrity_check(1)", kIncomplete, kOrphans);
  if (!statements) return std::unexpected(statements.error());
  auto& [integrity, incomplete, orphans] = *statements;
  {
    Rows rows(integrity);
    if (auto row = rows.next(); !row) return std::unexpected(row.error());
    if (const std::string verdict = rows.text(0); verdict != "ok") return std::unexpected(damaged(path, verdict));
  }
  for (const auto& [statement, what] : {std::pair{&incomplete, " files do not have all their events"},
                                        std::pair{&orphans, " bills and entries are of no event"}}) {
    Rows rows(*statement);
    if (auto row = rows.next(); !row) return std::unexpected(row.error());
    if (const std::int64_t found = rows.integer(0); found != 0)
      return std::unexpected(damaged(path, std::to_string(found) + what));
  }
  return {};
}

}  // namespace yidan::store::sqlite
