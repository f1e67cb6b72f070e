// What the system needs of a database, and nothing of what a bill is.
//
// A store keeps streams: one a subject (a person in a pool, or something else that has a history), which is the natural
// shard. A stream is a run of events, numbered 1, 2, 3 …, never changed and never deleted; beside it stands the state
// from which the next event goes on. An event brings documents, entries of the ledger and rows with it: documents and
// entries are kept with it for good, a row replaces the one of the same name. `write` is the only way in: a change of
// one subject or of several is there as a whole, durably, when it returns `done`, or not at all (semantics K1, K3).
//
// Texts are opaque here, but for one thing: the identity number of a person stands in one place of the database, and in
// keys and texts a stand-in takes its place (store/substitution.h); callers never see it. Any number of threads may
// call a store at once; writes of many threads share one transaction (group commit). Another process may use the same
// database: a write that was decided on an older state is answered with `stale` and changes nothing.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/seal.h"

namespace yidan::store {

// Microseconds since 1970-01-01 UTC.
using Instant = std::int64_t;
using Clock = std::function<Instant()>;

inline constexpr std::string_view kPerson = "person";

// Whose stream it is. An `id` of kind "person" is an identity number; those of other kinds are no secret.
struct Subject {
  std::int32_t pool = 0;
  std::string id;
  std::string kind = std::string(kPerson);

  auto operator<=>(const Subject&) const = default;
};

// What the next event of a subject goes on from.
struct State {
  std::int64_t seq = 0;  // number of the last event; 0: there is no such subject
  std::string facts;     // what is known of it
  std::string past;      // what the events so far have left behind

  bool operator==(const State&) const = default;
};

struct Event {
  std::int64_t seq = 0;
  std::string kind;         // "settle", "reverse", …
  std::string key;          // of the request that caused it; unique in the whole store
  std::string ref;          // unique in its stream: the encounter's id of a settlement, "#7" of another event
  std::string actor;        // who asked; empty when that is not known
  std::string content;      // what was asked
  std::string answer;       // what was answered; empty when a document of the event is the answer
  std::int64_t policy = 0;  // number of the packs in force then (`put_policy`)
  std::string engine;       // version of the program that decided
  Instant recorded = 0;     // when it was known, rising within a stream; given by `write`, unless restored

  bool operator==(const Event&) const = default;
};

// A text that an event leaves behind: "bill/3" the bill of event 3 as this event made it.
struct Document {
  std::string name;
  std::string text;

  bool operator==(const Document&) const = default;
};

// One line of the posting of an event: a debit is positive, a credit negative; the lines of each fund sum to zero.
struct Entry {
  std::string fund;
  std::string account;
  std::string party;  // provider, person, payer, other fund; may be empty
  std::string route;  // of money that passes between funds; else empty
  std::int64_t amount = 0;

  bool operator==(const Entry&) const = default;
};

// Rows of this table are written most, one or more a bill: they are listed by provider, all others by day, too.
inline constexpr std::string_view kBillTable = "bill";

// What is to be found by something else than its subject: a bill by its provider, a task by its deadline. There is one
// of each (subject, table, id); an event that brings it again replaces it. What does not apply is empty.
struct Row {
  std::string table;
  std::string id;
  std::string provider;
  std::string day;  // "2023-03-05"
  std::string care;
  std::string state;
  std::string due;   // a day
  std::string data;  // JSON

  bool operator==(const Row&) const = default;
};

// All that one event writes.
struct Part {
  Subject subject;
  std::int64_t expected = 0;         // the state's `seq` on which it was decided; 0: the subject is new
  Event event;                       // `seq` is expected + 1; `recorded` is 0, or that of what is restored
  std::optional<std::string> facts;  // when they changed; REQUIRES: given for a new subject
  std::string past;
  std::vector<Document> documents;
  std::vector<Row> rows;
  std::vector<Entry> entries;
};

// What is written at once: a part for each subject that it is about, all with the key of the one request.
using Change = std::span<const Part>;

enum class Written : std::uint8_t {
  done,       // durable
  key_taken,  // an event with this key is there already
  stale,      // a subject has another seq by now: load it and decide again
  ref_taken,  // a subject has an event with this ref
};

// An event with what it brought.
struct Recorded {
  Event event;
  std::vector<Document> documents;
  std::vector<Entry> entries;

  bool operator==(const Recorded&) const = default;
};

// An event found by its key.
struct Found {
  Subject subject;
  Recorded recorded;

  bool operator==(const Found&) const = default;
};

// A whole stream, as a reader that walks through all of them sees it.
struct SubjectContents {
  Subject subject;
  State state;
  std::vector<Recorded> events;
  std::vector<Row> rows;  // by (table, id)
};

// An event in the order of commits over the whole store. Positions rise; there may be gaps.
struct Committed {
  std::int64_t position = 0;
  Subject subject;
  Recorded recorded;
};

// An event on its way into a backup: with the last of a subject goes what the subject has then.
struct BackedUp {
  Committed committed;
  struct Left {
    State state;
    std::vector<Row> rows;
  };
  std::optional<Left> left;
};

struct RowQuery {
  std::string table;
  std::int32_t pool = 0;   // 0: all
  std::string provider{};  // empty: any; so for all below
  std::string care{};
  std::string state{};
  std::string from{};    // first day
  std::string to{};      // last day
  std::string due_to{};  // only those with a deadline, up to and including this day; then they come by it
  std::string after{};   // the `next` of the page before
  std::size_t limit = 100;
};
struct FoundRow {
  Subject subject;
  Row row;

  bool operator==(const FoundRow&) const = default;
};
// By day, or by deadline where that was asked for; rows of one day in an order of their own, which stays.
struct RowPage {
  std::vector<FoundRow> rows;
  std::string next;  // where the next page begins; empty: this is the last
};

struct BalanceQuery {
  std::int32_t pool = 0;         // 0: all
  std::optional<Instant> known;  // postings recorded up to and including this instant; absent: all
};
// Debits and credits of one account of a fund; both are sums of absolute amounts, in fen.
struct Balance {
  std::int32_t pool = 0;
  std::string fund;
  std::string account;
  std::int64_t debit = 0;
  std::int64_t credit = 0;

  bool operator==(const Balance&) const = default;
};
// The same of one day, in days since 1970-01-01, as they are counted in Beijing.
struct DayBalance {
  std::int64_t day = 0;
  Balance balance;

  bool operator==(const DayBalance&) const = default;
};

struct Counts {
  std::int64_t subjects = 0;
  std::int64_t events = 0;
  std::int64_t documents = 0;
  std::int64_t entries = 0;

  bool operator==(const Counts&) const = default;
};

// Called for each item in order; an error it returns ends the walk and is the walk's own.
template <class T>
using Visitor = std::function<Result<void>(const T&)>;

class Envelope;  // store/envelope.h

class Store {
 public:
  Store() = default;
  Store(const Store&) = delete;
  Store& operator=(const Store&) = delete;
  virtual ~Store() = default;

  [[nodiscard]] virtual Result<State> load(const Subject& subject) = 0;
  // The event that has this request key, of whatever subject; of a change of several, that of its first part.
  [[nodiscard]] virtual Result<std::optional<Found>> find(std::string_view key) = 0;
  // In order; empty when there is no such subject.
  [[nodiscard]] virtual Result<std::vector<Event>> events(const Subject& subject) = 0;
  [[nodiscard]] virtual Result<std::vector<Recorded>> history(const Subject& subject) = 0;
  // Those of one subject, by (table, id); those of many.
  [[nodiscard]] virtual Result<std::vector<Row>> rows(const Subject& subject) = 0;
  [[nodiscard]] virtual Result<RowPage> rows(const RowQuery& query) = 0;

  // Writes a change with all it brings; blocks until it is durable or refused.
  [[nodiscard]] virtual Result<Written> write(Change change) = 0;
  [[nodiscard]] Result<Written> write(const Part& part) { return write(Change(&part, 1)); }
  // Many changes, done in their order, in as few transactions as can be; what became of each.
  [[nodiscard]] virtual Result<std::vector<Written>> append(std::span<const std::vector<Part>> changes) = 0;

  // A name for a subject from which nobody finds its number without these books: the same for as long as they live,
  // in their backups too. It may stand in texts and logs. The subject need not be there.
  [[nodiscard]] virtual std::string pseudonym(const Subject& subject) const = 0;
  // Whose pseudonym it is; absent: of nobody that is there.
  [[nodiscard]] virtual Result<std::optional<Subject>> subject_of(std::string_view pseudonym) = 0;

  // The number of a set of packs, which is kept for good; the same digest gets the same number.
  [[nodiscard]] virtual Result<std::int64_t> put_policy(std::string_view digest, std::string_view archive) = 0;
  struct PolicyArchive {
    std::string digest;
    std::string archive;
  };
  [[nodiscard]] virtual Result<PolicyArchive> policy(std::int64_t number) = 0;

  // What the operator has set, by name; absent when never set.
  [[nodiscard]] virtual Result<std::optional<std::string>> setting(std::string_view name) = 0;
  [[nodiscard]] virtual Result<void> set(std::string_view name, std::string_view value) = 0;

  // What was committed after a position, in that order, at most `limit` events: a reader that goes on from the last
  // position it has seen misses none and sees none twice, whoever writes meanwhile.
  [[nodiscard]] virtual Result<std::vector<Committed>> events_after(std::int64_t position, std::size_t limit) = 0;

  // What seals a backup of sealed books; null when they are not sealed.
  [[nodiscard]] virtual Result<std::shared_ptr<const Envelope>> envelope() = 0;

  // Walks see one state of the whole store, while others write. In sealed books it is not the id that orders, but its
  // sealed form: an order that stays.
  [[nodiscard]] virtual Result<void> each_subject(const Visitor<SubjectContents>& visit) = 0;  // by (pool, id, kind)
  [[nodiscard]] virtual Result<void> each_posting(const Visitor<Found>& visit) = 0;            // by recorded, subject
  [[nodiscard]] virtual Result<void> each_backed_up(const Visitor<BackedUp>& visit) = 0;       // by position
  [[nodiscard]] virtual Result<Counts> counts() = 0;

  // By pool, fund, account. Exact, now and as known at any earlier instant: sums of days, and what came since.
  [[nodiscard]] virtual Result<std::vector<Balance>> balances(const BalanceQuery& query) = 0;
  // The same by day, of all there is.
  [[nodiscard]] virtual Result<std::vector<DayBalance>> day_balances() = 0;
  // Adds what came since to the sums of days, so that `balances` need not; outside the way of those who write bills.
  [[nodiscard]] virtual Result<void> sum_up() = 0;

  // Whether the database itself is sound (pages, indices, constraints). Errors: `damaged`.
  [[nodiscard]] virtual Result<void> check() = 0;
};

enum class Access : std::uint8_t { read_only, read_write, create };

// Opens "sqlite:PATH" (or a bare path), "postgresql://…" (or "postgres://…"), or "memory:", and brings its tables up to
// this program's version. `create` makes what is not there; the others refuse a database that has no books. With a
// master key, new books are sealed; sealed ones are not opened without theirs (store/sealing.h).
[[nodiscard]] Result<std::unique_ptr<Store>> open(std::string_view url, Access access, Clock clock,
                                                  const std::optional<SealKey>& master = std::nullopt);

// The clock on the wall.
[[nodiscard]] Instant wall_clock();

}  // namespace yidan::store
