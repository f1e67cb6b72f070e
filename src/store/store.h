// What the system needs of a database, and nothing of what a bill is.
//
// A store keeps files: one a person and pool (the natural shard; every key begins with the two). A file is a run of
// events, numbered 1, 2, 3 …, never changed and never deleted; beside it stands the state from which the next event
// goes on. An event brings versions of bills and entries of the ledger with it. `write` is the only way in: one event
// with all it brings is there as a whole, durably, when it returns `done`, or not at all (semantics K1, K3).
//
// Texts are opaque here. Any number of threads may call a store at once; writes of many threads share one
// transaction (group commit). Another process may use the same database: a write that was decided on an older state
// is answered with `stale` and changes nothing.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace yidan::store {

// Microseconds since 1970-01-01 UTC.
using Instant = std::int64_t;
using Clock = std::function<Instant()>;

struct FileKey {
  std::int32_t pool = 0;
  std::string person;

  auto operator<=>(const FileKey&) const = default;
};

// What the next event of a file goes on from.
struct State {
  std::int64_t seq = 0;  // number of the last event; 0: there is no such file
  std::string facts;     // what is known of the person
  std::string past;      // what the bills so far have left behind

  bool operator==(const State&) const = default;
};

struct Event {
  std::int64_t seq = 0;
  std::string kind;         // "settle", "reverse", …
  std::string key;          // of the request that caused it; unique in the whole store
  std::string ref;          // unique in its file: the encounter's id of a settlement, "#7" of another event
  std::string content;      // what was asked
  std::string answer;       // what was answered; empty when the answer is the text of the bill of this event
  std::int64_t policy = 0;  // number of the packs in force then (`put_policy`)
  std::string engine;       // version of the program that decided
  Instant recorded = 0;     // when it was known, rising within a file; given by `write`, unless restored

  bool operator==(const Event&) const = default;
};

// A bill as an event left it. `entry` is the event of the encounter, `version` the event that made this version.
struct BillVersion {
  std::int64_t entry = 0;
  std::int64_t version = 0;
  std::string encounter;
  std::string rule_date;      // "2023-03-05"
  std::string status;         // "settled", …, "reversed"
  std::string policy_status;  // "in-force", "draft"
  std::int64_t total = 0;     // fen
  std::int64_t policy_scope = 0;
  std::int64_t fund_total = 0;
  std::int64_t account = 0;
  std::int64_t cash = 0;
  std::string text;   // the bill of the contract, with its receipt
  std::string steps;  // its explanation, compact

  bool operator==(const BillVersion&) const = default;
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

// All that one event writes.
struct Change {
  FileKey file;
  std::int64_t expected = 0;         // the state's `seq` on which it was decided; 0: the file is new
  Event event;                       // `seq` is expected + 1; `recorded` is 0, or that of what is restored
  std::optional<std::string> facts;  // when they changed; REQUIRES: given for a new file
  std::string past;
  std::vector<BillVersion> bills;  // `version` is the event's seq
  std::vector<Entry> entries;
};

enum class Written : std::uint8_t {
  done,       // durable
  key_taken,  // an event with this key is there already
  stale,      // the file has another seq by now: load it and decide again
  ref_taken,  // the file has an event with this ref
};

// An event found by its key.
struct Found {
  FileKey file;
  Event event;
};

// A whole file, as a reader that walks through all of them sees it.
struct FileContents {
  FileKey file;
  State state;
  std::vector<Event> events;
  std::vector<BillVersion> bills;            // by (version, entry)
  std::vector<std::vector<Entry>> postings;  // one a event
};

// One posting of the journal.
struct JournalPosting {
  FileKey file;
  std::int64_t seq = 0;
  std::string kind;
  std::string key;
  std::string about;      // the encounter of the event's first bill; else empty
  std::string rule_date;  // of that bill; else empty
  Instant recorded = 0;
  std::vector<Entry> entries;
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

struct Counts {
  std::int64_t files = 0;
  std::int64_t events = 0;
  std::int64_t bills = 0;  // versions
  std::int64_t entries = 0;

  bool operator==(const Counts&) const = default;
};

// Adds what a file has.
void count(const FileContents& contents, Counts& counts);

// Called for each item in order; an error it returns ends the walk and is the walk's own.
template <class T>
using Visitor = std::function<Result<void>(const T&)>;

class Store {
 public:
  Store() = default;
  Store(const Store&) = delete;
  Store& operator=(const Store&) = delete;
  virtual ~Store() = default;

  [[nodiscard]] virtual Result<State> load(const FileKey& file) = 0;
  // The event that has this request key, in whatever file.
  [[nodiscard]] virtual Result<std::optional<Found>> find(std::string_view key) = 0;
  // In order; empty when there is no such file.
  [[nodiscard]] virtual Result<std::vector<Event>> events(const FileKey& file) = 0;
  // Every version, by (version, entry).
  [[nodiscard]] virtual Result<std::vector<BillVersion>> bills(const FileKey& file) = 0;
  // Every version that one event made.
  [[nodiscard]] virtual Result<std::vector<BillVersion>> bills_of(const FileKey& file, std::int64_t version) = 0;

  // Writes one event with all it brings; blocks until it is durable or refused.
  [[nodiscard]] virtual Result<Written> write(const Change& change) = 0;

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

  // Walks see one state of the whole store, while others write.
  [[nodiscard]] virtual Result<void> each_file(const Visitor<FileContents>& visit) = 0;        // by (pool, person)
  [[nodiscard]] virtual Result<void> each_posting(const Visitor<JournalPosting>& visit) = 0;   // by recorded, file, seq
  [[nodiscard]] virtual Result<std::vector<Balance>> balances(const BalanceQuery& query) = 0;  // by pool, fund, account
  [[nodiscard]] virtual Result<Counts> counts() = 0;

  // Whether the database itself is sound (pages, indices, constraints). Errors: `damaged`.
  [[nodiscard]] virtual Result<void> check() = 0;
};

enum class Access : std::uint8_t { read_only, read_write, create };

// Opens "sqlite:PATH" (or a bare path), "postgresql://…" (or "postgres://…"), or "memory:", and brings its tables up to
// this program's version. `create` makes what is not there; the others refuse a database that has no books.
[[nodiscard]] Result<std::unique_ptr<Store>> open(std::string_view url, Access access, Clock clock);

// The clock on the wall.
[[nodiscard]] Instant wall_clock();

}  // namespace yidan::store
