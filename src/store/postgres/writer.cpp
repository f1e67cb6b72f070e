#include "store/postgres/writer.h"

#include <algorithm>
#include <chrono>
#include <thread>

#include "store/postgres/columns.h"

namespace yidan::store::postgres {
namespace {

constexpr int kMostTries = 50;

constexpr Query kBegin{"begin", "begin isolation level read committed"};
constexpr Query kCommit{"commit", "commit"};
// In the order of the subjects, so that no two transactions wait for each other.
constexpr Query kLock{"lock",
                      "select asked.n, state.seq, state.recorded"
                      " from unnest($1) with ordinality as asked (subject, n)"
                      " join yidan.state on state.subject = asked.subject order by asked.n for no key update of state"};
constexpr Query kKeys{"keys",
                      "select asked.n, key.subject, key.seq, event.recorded"
                      " from unnest($1) with ordinality as asked (key, n) join yidan.key on key.key = asked.key"
                      " join yidan.event on event.subject = key.subject and event.seq = key.seq"};
constexpr Query kRefs{"refs",
                      "select asked.n from unnest($1, $2) with ordinality as asked (subject, ref, n)"
                      " join yidan.event on event.subject = asked.subject and event.ref = asked.ref"};
constexpr Query kAddSubjects{"add_subjects",
                             "insert into yidan.subject (subject, pool, kind, number, mark)"
                             " select * from unnest($1, $2, $3, $4, $5)"};
constexpr Query kAddStates{
    "add_states", "insert into yidan.state (subject, seq, recorded, past) select * from unnest($1, $2, $3, $4)"};
constexpr Query kSetStates{"set_states",
                           "update yidan.state set seq = new.seq, recorded = new.recorded, past = new.past"
                           " from unnest($1, $2, $3, $4) as new (subject, seq, recorded, past)"
                           " where state.subject = new.subject"};
constexpr Query kSetFacts{"set_facts",
                          "insert into yidan.facts (subject, facts) select * from unnest($1, $2)"
                          " on conflict (subject) do update set facts = excluded.facts"};
constexpr Query kAddKeys{"add_keys", "insert into yidan.key (key, subject, seq) select * from unnest($1, $2, $3)"};
constexpr Query kAddEvents{"add_events",
                           "insert into yidan.event (subject, seq, recorded, policy, kind, ref, actor, engine, key,"
                           " content, answer, entries, documents, texts)"
                           " select * from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)"};
constexpr Query kPutRows{"put_rows",
                         "insert into yidan.item (subject, pool, kind, id, provider, day, care, state, due, data)"
                         " select * from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"
                         " on conflict (subject, kind, id) do update set provider = excluded.provider,"
                         " day = excluded.day, care = excluded.care, state = excluded.state, due = excluded.due,"
                         " data = excluded.data"};
// The last statement of all: from here on the lane is held, until the commit.
constexpr Query kPutFeed{
    "feed",
    "with moved as (update yidan.lane set last = last + cardinality($2) where lane = 0 returning last)"
    " insert into yidan.feed (lane, last, subjects, seqs) select 0, moved.last, $1, $2 from moved"};

// A column of things.
template <class T, class Things, class Read>
std::vector<T> column(const Things& things, const Read& read) {
  std::vector<T> values;
  values.reserve(things.size());
  for (const auto& thing : things) values.push_back(read(thing));
  return values;
}

// Whether the event that is there under the change's key was written for this very change.
bool is_own(const StoredChange& change, const Rows& found, int row) {
  const StoredPart& first = change.parts.front();
  return first.recorded != 0 && found.stand_in(row, 1) == first.stand_in && found.integer(row, 2) == first.event.seq &&
         found.integer(row, 3) == first.recorded;
}

bool share_a_subject(const StoredChange& one, const StoredChange& other) {
  return std::ranges::any_of(one.parts, [&other](const StoredPart& part) {
    return std::ranges::find(other.parts, part.stand_in, &StoredPart::stand_in) != other.parts.end();
  });
}

}  // namespace

bool joins(Group group, const StoredChange& next) {
  const auto clashes = [&next](const StoredChange* member) {
    return member->parts.front().key == next.parts.front().key || share_a_subject(*member, next);
  };
  return is_small_enough(group, next) && std::ranges::none_of(group, clashes);
}

void Writer::write(Group group) {
  const auto written = write_persistently(group);
  if (written) return;
  // One of them was refused for what it is: the others must not suffer for it.
  if (written.error().code == ErrorCode::invalid_value && group.size() > 1) {
    for (StoredChange* const& change : group) write({&change, 1});
    return;
  }
  for (StoredChange* change : group) change->outcome = std::unexpected(written.error());
}

Result<void> Writer::write_persistently(Group group) {
  Result<void> written;
  // At first nobody searches for keys and refs: the database refuses what is there twice, and then it is looked for.
  for (int i = 0; i < kMostTries; ++i) {
    written = write_once(group, i > 0);
    if (written) return written;
    if (connection_.lost()) {
      if (auto connected = connection_.reconnect(); !connected) return connected;
      continue;
    }
    const bool again = connection_.in_the_way();
    connection_.roll_back();
    if (!again) return written;
    std::this_thread::sleep_for(std::chrono::milliseconds(i));
  }
  return written;
}

Result<void> Writer::write_once(Group group, bool searching) {
  Places places;
  for (std::size_t i = 0; i < group.size(); ++i) {
    for (StoredPart& part : group[i]->parts) places.push_back({.part = &part, .change = i});
  }
  std::ranges::sort(places, {}, [](const Place& each) { return each.part->stand_in; });
  const auto answers = decide(group, places, searching);
  if (!answers) return std::unexpected(answers.error());
  std::vector<StoredChange*> accepted;
  for (std::size_t i = 0; i < group.size(); ++i) {
    if (!(*answers)[i]) accepted.push_back(group[i]);
  }
  std::erase_if(places, [&answers](const Place& each) { return (*answers)[each.change].has_value(); });
  if (!accepted.empty()) {
    send_subjects(places);
    send_keys(accepted);
    send_events(places);
    send_rows(places);
    send_feed(accepted);
  }
  connection_.send(kCommit);
  if (auto committed = connection_.finish(); !committed) return std::unexpected(committed.error());
  for (std::size_t i = 0; i < group.size(); ++i) group[i]->outcome = (*answers)[i].value_or(Written::done);
  return {};
}

Result<void> Writer::lock(Places& places) {
  connection_.send(kBegin);
  connection_.send(kLock, Parameters(column<StandIn>(places, [](const Place& each) { return each.part->stand_in; })));
  const auto seen = connection_.finish();
  if (!seen) return std::unexpected(seen.error());
  const Rows& states = seen->back();
  for (int row = 0; row < states.size(); ++row) {
    Place& place = places[asked(states, row)];
    place.seq = states.integer(row, 1);
    place.recorded = states.integer(row, 2);
  }
  return {};
}

// The answers of those that cannot be written; the others get their instants.
Result<Writer::Answers> Writer::decide(Group group, Places& places, bool searching) {
  if (auto locked = lock(places); !locked) return std::unexpected(locked.error());
  Answers answers(group.size());
  bool any_stale = false;
  for (const Place& place : places) {
    if (place.seq == place.part->expected) continue;
    answers[place.change] = Written::stale;
    any_stale = true;
  }
  if (searching || any_stale) {
    if (auto searched = search(group, places, answers); !searched) return std::unexpected(searched.error());
  }
  for (const Place& place : places) {
    if (answers[place.change]) continue;
    Instant& recorded = place.part->recorded;
    if (recorded == 0) recorded = place.part->event.recorded;  // of what is restored
    if (recorded == 0) recorded = clock_.next(place.recorded);
  }
  return answers;
}

// Those of which a ref or the key is there already.
Result<void> Writer::search(Group group, const Places& places, Answers& answers) {
  const auto subject = [](const Place& each) { return each.part->stand_in; };
  const auto ref = [](const Place& each) -> std::string_view { return each.part->event.ref; };
  connection_.send(kRefs, Parameters(column<StandIn>(places, subject), column<std::string_view>(places, ref)));
  connection_.send(
      kKeys, Parameters(column<StandIn>(group, [](const StoredChange* each) { return each->parts.front().key; })));
  const auto seen = connection_.finish();
  if (!seen) return std::unexpected(seen.error());
  const Rows& refs = seen->front();
  const Rows& keys = seen->back();
  // A subject that was not there cannot be locked: what is found of it has only just been written.
  for (int row = 0; row < refs.size(); ++row) {
    const Place& place = places[asked(refs, row)];
    auto& answer = answers[place.change];
    if (!answer) answer = place.part->expected == 0 ? Written::stale : Written::ref_taken;
  }
  for (int row = 0; row < keys.size(); ++row) {
    const std::size_t at = asked(keys, row);
    answers[at] = is_own(*group[at], keys, row) ? Written::done : Written::key_taken;
  }
  return {};
}

void Writer::send_subjects(const Places& accepted) {
  const auto subjects = [](const Places& places) {
    return column<StandIn>(places, [](const Place& each) { return each.part->stand_in; });
  };
  const auto states = [&subjects](const Places& places) {
    return Parameters(
        subjects(places), column<std::int64_t>(places, [](const Place& each) { return each.part->event.seq; }),
        column<std::int64_t>(places, [](const Place& each) { return each.part->recorded; }),
        column<std::string_view>(places, [](const Place& each) -> std::string_view { return each.part->past; }));
  };
  Places fresh;
  Places known;
  Places with_facts;
  for (const Place& place : accepted) {
    (place.part->expected == 0 ? fresh : known).push_back(place);
    if (place.part->facts) with_facts.push_back(place);
  }
  if (!fresh.empty()) {
    std::vector<std::string> marks =
        column<std::string>(fresh, [](const Place& each) { return "~" + to_text(each.part->stand_in); });
    const auto text = [&fresh](std::string Subject::* member) {
      return column<std::string_view>(
          fresh, [member](const Place& each) -> std::string_view { return each.part->subject.*member; });
    };
    connection_.send(kAddSubjects,
                     Parameters(subjects(fresh),
                                column<std::int32_t>(fresh, [](const Place& each) { return each.part->subject.pool; }),
                                text(&Subject::kind), text(&Subject::id),
                                std::vector<std::string_view>(marks.begin(), marks.end())));
    connection_.send(kAddStates, states(fresh));
  }
  if (!known.empty()) connection_.send(kSetStates, states(known));
  if (with_facts.empty()) return;
  const auto facts = [](const Place& each) -> std::string_view { return *each.part->facts; };
  connection_.send(kSetFacts, Parameters(subjects(with_facts), column<std::string_view>(with_facts, facts)));
}

// In the order of the keys, after all subjects: whoever waits for a key here waits for one that waits for nobody before
// it.
void Writer::send_keys(Group accepted) {
  std::vector<const StoredPart*> firsts;
  for (const StoredChange* change : accepted) firsts.push_back(&change->parts.front());
  std::ranges::sort(firsts, {}, [](const StoredPart* each) { return each->key; });
  connection_.send(kAddKeys,
                   Parameters(column<StandIn>(firsts, [](const StoredPart* each) { return each->key; }),
                              column<StandIn>(firsts, [](const StoredPart* each) { return each->stand_in; }),
                              column<std::int64_t>(firsts, [](const StoredPart* each) { return each->event.seq; })));
}

void Writer::send_events(const Places& accepted) {
  const auto number = [&accepted](const auto& read) { return column<std::int64_t>(accepted, read); };
  const auto text = [&accepted](std::string Event::* member) {
    return column<std::string_view>(
        accepted, [member](const Place& each) -> std::string_view { return each.part->event.*member; });
  };
  const auto pack = [&accepted](std::string Packed::* member) {
    return column<std::string_view>(
        accepted, [member](const Place& each) -> std::string_view { return each.part->packed.*member; });
  };
  connection_.send(
      kAddEvents,
      Parameters(column<StandIn>(accepted, [](const Place& each) { return each.part->stand_in; }),
                 number([](const Place& each) { return each.part->event.seq; }),
                 number([](const Place& each) { return each.part->recorded; }),
                 number([](const Place& each) { return each.part->event.policy; }), text(&Event::kind),
                 text(&Event::ref), text(&Event::actor), text(&Event::engine), text(&Event::key), text(&Event::content),
                 text(&Event::answer), pack(&Packed::entries), pack(&Packed::documents), pack(&Packed::texts)));
}

void Writer::send_rows(const Places& accepted) {
  std::vector<StandIn> subjects;
  std::vector<std::int32_t> pools;
  std::vector<const Row*> rows;
  for (const Place& place : accepted) {
    for (const Row& row : place.part->rows) {
      subjects.push_back(place.part->stand_in);
      pools.push_back(place.part->subject.pool);
      rows.push_back(&row);
    }
  }
  if (rows.empty()) return;
  const auto text = [&rows](std::string Row::* member) {
    return column<std::string_view>(rows, [member](const Row* row) -> std::string_view { return row->*member; });
  };
  connection_.send(kPutRows,
                   Parameters(subjects, pools, text(&Row::table), text(&Row::id), text(&Row::provider), text(&Row::day),
                              text(&Row::care), text(&Row::state), text(&Row::due), text(&Row::data)));
}

void Writer::send_feed(Group accepted) {
  std::vector<StandIn> subjects;
  std::vector<std::int64_t> seqs;
  for (const StoredChange* change : accepted) {
    for (const StoredPart& part : change->parts) {
      subjects.push_back(part.stand_in);
      seqs.push_back(part.event.seq);
    }
  }
  connection_.send(kPutFeed, Parameters(subjects, seqs));
}

}  // namespace yidan::store::postgres
