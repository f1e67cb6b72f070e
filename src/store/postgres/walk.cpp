#include "store/postgres/walk.h"

#include <array>
#include <map>
#include <optional>
#include <utility>

#include "store/postgres/columns.h"

namespace yidan::store::postgres {
namespace {

// What is at hand at once: so many subjects, or events, with all that belongs to them.
constexpr Query kFetch{"fetch", "fetch 200 from walk"};

constexpr auto kSubjects =
    "begin isolation level repeatable read read only;"
    "declare walk no scroll cursor for select subject.subject, " YIDAN_SUBJECT_COLUMNS_OF_POSTGRES
    ", state.seq, facts.facts, state.past from yidan.subject left join yidan.state using (subject)"
    " left join yidan.facts using (subject) order by pool, number, kind";
constexpr Query kEventsOf{"events_of", "select asked.n, " YIDAN_EVENT_COLUMNS ", " YIDAN_PACKED_COLUMNS
                                       " from unnest($1) with ordinality as asked (subject, n)"
                                       " join yidan.event using (subject) order by asked.n, event.seq"};
constexpr Query kRowsOf{"rows_of", "select asked.n, " YIDAN_ROW_COLUMNS
                                   " from unnest($1) with ordinality as asked (subject, n)"
                                   " join yidan.item using (subject) order by asked.n, item.kind, item.id"};
constexpr Query kStatesOf{"states_of",
                          "select asked.n, state.seq, facts.facts, state.past"
                          " from unnest($1) with ordinality as asked (subject, n)"
                          " join yidan.state using (subject) join yidan.facts using (subject) order by asked.n"};

constexpr auto kJournal =
    "begin isolation level repeatable read read only;"
    "declare walk no scroll cursor for select 0::bigint, event.subject, event.seq, " YIDAN_SUBJECT_COLUMNS_OF_POSTGRES
    " from yidan.event join yidan.subject using (subject) where event.entries <> ''"
    " order by event.recorded, subject.pool, subject.number, subject.kind, event.seq";
constexpr auto kFeed =
    "begin isolation level repeatable read read only;"
    "declare walk no scroll cursor for select feed.last - cardinality(feed.seqs) + part.n, part.subject, part.seq,"
    " " YIDAN_SUBJECT_COLUMNS_OF_POSTGRES
    " from yidan.feed cross join lateral unnest(feed.subjects, feed.seqs) with ordinality as part (subject, seq, n)"
    " join yidan.subject on subject.subject = part.subject where feed.lane = 0 order by 1";
constexpr Query kNamed{"named", "select asked.n, " YIDAN_EVENT_COLUMNS ", " YIDAN_PACKED_COLUMNS
                                " from unnest($1, $2) with ordinality as asked (subject, seq, n)"
                                " join yidan.event using (subject, seq) order by asked.n"};

constexpr Query kCounts{"counts",
                        "select (select count(*) from yidan.subject), (select count(*) from yidan.event),"
                        " (select coalesce(sum(json_array_length(documents::json)), 0)::bigint from yidan.event"
                        " where documents <> ''),"
                        " (select coalesce(sum(json_array_length(entries::json)), 0)::bigint from yidan.event"
                        " where entries <> '')"};

// The length of a text is known when all of it has been read.
constexpr Query kReadable{
    "readable",
    "select (select sum(length(past)) from yidan.state), (select sum(length(facts)) from yidan.facts),"
    " (select sum(length(content) + length(answer) + length(entries) + length(documents)"
    " + length(texts)) from yidan.event),"
    " (select sum(length(data)) from yidan.item), (select sum(length(archive)) from yidan.policy)"};
constexpr Query kIncomplete{"incomplete",
                            "select count(*) from yidan.state full join"
                            " (select subject, count(*) as events, max(seq) as last, max(recorded) as recorded"
                            " from yidan.event group by subject) as kept using (subject) where (state.seq = kept.events"
                            " and state.seq = kept.last and state.recorded = kept.recorded) is not true"};
constexpr Query kNameless{"nameless",
                          "select count(*) from yidan.subject full join yidan.state using (subject)"
                          " left join yidan.facts using (subject)"
                          " where subject.number is null or state.seq is null or facts.facts is null"};
constexpr Query kOrphans{"orphans",
                         "select count(*) from yidan.item left join yidan.subject using (subject)"
                         " where subject.number is null"};
constexpr Query kKeyless{"keyless",
                         "select count(*) from yidan.key left join yidan.event using (subject, seq)"
                         " where event.key is null"};
constexpr Query kUnfed{"unfed",
                       "select count(*) from yidan.event full join (select part.subject, part.seq from yidan.feed"
                       " cross join lateral unnest(feed.subjects, feed.seqs) as part (subject, seq)) as fed"
                       " using (subject, seq) where event.key is null or fed.subject is null"};

// The events that a batch names, with what the cursor said of them.
struct Named {
  std::vector<Committed> events;
  std::vector<StandIn> subjects;
};

Result<std::vector<Recorded>> recorded_of(const Connection& connection, const Rows& rows, std::size_t wanted) {
  std::vector<Recorded> all;
  for (int row = 0; row < rows.size(); ++row) {
    auto recorded = read_recorded(rows, row, 1);
    if (!recorded) return std::unexpected(cut_short(connection.name()));
    all.push_back(std::move(*recorded));
  }
  if (all.size() != wanted) return std::unexpected(damaged(connection.name(), "an event is not there"));
  return all;
}

Result<Named> fetch_named(Connection& connection) {
  const auto rows = connection.run(kFetch);
  if (!rows) return std::unexpected(rows.error());
  Named named;
  std::vector<std::int64_t> seqs;
  for (int row = 0; row < rows->size(); ++row) {
    named.events.push_back({.position = rows->integer(row, 0), .subject = read_subject(*rows, row, 3)});
    named.subjects.push_back(rows->stand_in(row, 1));
    seqs.push_back(rows->integer(row, 2));
  }
  if (seqs.empty()) return named;
  const auto events = connection.run(kNamed, Parameters(named.subjects, seqs));
  if (!events) return std::unexpected(events.error());
  auto all = recorded_of(connection, *events, seqs.size());
  if (!all) return std::unexpected(all.error());
  for (std::size_t i = 0; i < all->size(); ++i) named.events[i].recorded = std::move((*all)[i]);
  return named;
}

Result<std::vector<SubjectContents>> fetch_subjects(Connection& connection) {
  const auto rows = connection.run(kFetch);
  if (!rows) return std::unexpected(rows.error());
  std::vector<SubjectContents> all;
  std::vector<StandIn> subjects;
  for (int row = 0; row < rows->size(); ++row) {
    constexpr int state = 1 + kSubjectColumns;
    subjects.push_back(rows->stand_in(row, 0));
    all.push_back({.subject = read_subject(*rows, row, 1),
                   .state = {.seq = rows->integer(row, state),
                             .facts = rows->text(row, state + 1),
                             .past = rows->text(row, state + 2)}});
  }
  if (all.empty()) return all;
  connection.send(kEventsOf, Parameters(subjects));
  connection.send(kRowsOf, Parameters(subjects));
  const auto parts = connection.finish();
  if (!parts) return std::unexpected(parts.error());
  const Rows& events = parts->front();
  const Rows& items = parts->back();
  for (int row = 0; row < events.size(); ++row) {
    auto recorded = read_recorded(events, row, 1);
    if (!recorded) return std::unexpected(cut_short(connection.name()));
    all[asked(events, row)].events.push_back(std::move(*recorded));
  }
  for (int row = 0; row < items.size(); ++row) all[asked(items, row)].rows.push_back(read_row(items, row, 1));
  return all;
}

Result<std::vector<Found>> fetch_postings(Connection& connection) {
  auto named = fetch_named(connection);
  if (!named) return std::unexpected(named.error());
  std::vector<Found> postings;
  for (Committed& each : named->events) postings.push_back({std::move(each.subject), std::move(each.recorded)});
  return postings;
}

// With a subject that has its last event among them goes what it has then.
Result<void> add_left(Connection& connection, const std::vector<StandIn>& subjects, std::vector<BackedUp>& batch) {
  for (const Query& query : {kStatesOf, kRowsOf}) connection.send(query, Parameters(subjects));
  const auto parts = connection.finish();
  if (!parts) return std::unexpected(parts.error());
  const Rows& states = parts->front();
  const Rows& items = parts->back();
  if (states.size() != static_cast<int>(subjects.size()))
    return std::unexpected(damaged(connection.name(), "a subject has no state"));
  for (int row = 0; row < states.size(); ++row) {
    BackedUp& one = batch[asked(states, row)];
    if (one.committed.recorded.event.seq != states.integer(row, 1)) continue;
    one.left =
        BackedUp::Left{{.seq = states.integer(row, 1), .facts = states.text(row, 2), .past = states.text(row, 3)}, {}};
  }
  for (int row = 0; row < items.size(); ++row) {
    if (BackedUp& one = batch[asked(items, row)]; one.left) one.left->rows.push_back(read_row(items, row, 1));
  }
  return {};
}

Result<std::vector<BackedUp>> fetch_for_backup(Connection& connection) {
  auto named = fetch_named(connection);
  if (!named) return std::unexpected(named.error());
  std::vector<BackedUp> batch;
  for (Committed& each : named->events) batch.push_back({std::move(each), {}});
  if (batch.empty()) return batch;
  if (auto added = add_left(connection, named->subjects, batch); !added) return std::unexpected(added.error());
  return batch;
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

Result<void> walk_subjects(Connection& connection, const Visitor<SubjectContents>& visit) {
  return walk(connection, kSubjects, fetch_subjects, visit);
}

Result<void> walk_journal(Connection& connection, const Visitor<Found>& visit) {
  return walk(connection, kJournal, fetch_postings, visit);
}

Result<void> walk_for_backup(Connection& connection, const Visitor<BackedUp>& visit) {
  return walk(connection, kFeed, fetch_for_backup, visit);
}

Result<Counts> counts(Connection& connection) {
  const auto rows = connection.run(kCounts);
  if (!rows) return std::unexpected(rows.error());
  return Counts{.subjects = rows->integer(0, 0),
                .events = rows->integer(0, 1),
                .documents = rows->integer(0, 2),
                .entries = rows->integer(0, 3)};
}

Result<void> check(Connection& connection) {
  if (auto begun = connection.execute("begin isolation level repeatable read read only"); !begun) return begun;
  if (auto readable = connection.run(kReadable); !readable) return std::unexpected(readable.error());
  for (const auto& [query, what] :
       {std::pair{kIncomplete, " subjects do not have all their events"},
        std::pair{kNameless, " subjects lack their name, their state or their facts"},
        std::pair{kOrphans, " items are of no subject"}, std::pair{kKeyless, " keys are of no event"},
        std::pair{kUnfed, " events and positions do not belong together"}}) {
    const auto rows = connection.run(query);
    if (!rows) return std::unexpected(rows.error());
    if (const auto found = rows->integer(0, 0); found != 0)
      return std::unexpected(damaged(connection.name(), std::to_string(found) + what));
  }
  return {};
}

}  // namespace yidan::store::postgres
