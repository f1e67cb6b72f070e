// What the tests of all stores share: books of each kind in a place of their own, changes to write, a clock in hand.
#pragma once

#include <atomic>
#include <memory>
#include <optional>
#include <ostream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "base/temporary_folder.h"
#include "store/postgres/private_postgres.h"
#include "store/store.h"

namespace yidan::store::testing {

// A clock that a test sets; it counts on by itself.
struct HandClock {
  std::shared_ptr<std::atomic<Instant>> time = std::make_shared<std::atomic<Instant>>(1'700'000'000'000'000);

  [[nodiscard]] Clock clock() const {
    return [time = time] { return time->fetch_add(1'000); };
  }
};

enum class Kind : std::uint8_t { memory, sqlite, postgres, sealed_sqlite, sealed_postgres };

inline std::string name_of(Kind kind) {
  constexpr std::string_view names[] = {"memory", "sqlite", "postgres", "sealed_sqlite", "sealed_postgres"};
  return std::string(names[static_cast<std::size_t>(kind)]);
}
inline void PrintTo(Kind kind, std::ostream* out) { *out << name_of(kind); }

inline const auto kKeptKinds =
    ::testing::Values(Kind::sqlite, Kind::postgres, Kind::sealed_sqlite, Kind::sealed_postgres);
inline const auto kAllKinds =
    ::testing::Values(Kind::memory, Kind::sqlite, Kind::postgres, Kind::sealed_sqlite, Kind::sealed_postgres);

[[nodiscard]] inline bool is_sealed(Kind kind) { return kind == Kind::sealed_sqlite || kind == Kind::sealed_postgres; }

// A place for books where there are none yet.
class Place {
 public:
  explicit Place(Kind kind) {
    if (kind == Kind::memory) url_ = "memory:";
    if (kind == Kind::sqlite || kind == Kind::sealed_sqlite) url_ = "sqlite:" + folder_.in("books.db");
    if (kind == Kind::postgres || kind == Kind::sealed_postgres) url_ = server_of_tests().new_database();
    if (is_sealed(kind)) master_ = SealKey::random();
  }
  // An empty database on a server of the test's own.
  explicit Place(PostgresServer& server) : url_(server.new_database()) {}

  [[nodiscard]] const std::string& url() const { return url_; }
  [[nodiscard]] const HandClock& clock() const { return clock_; }
  [[nodiscard]] Result<std::unique_ptr<Store>> open(Access access = Access::create) const {
    return store::open(url_, access, clock_.clock(), master_);
  }
  // Books that are there, or the test cannot go on.
  [[nodiscard]] std::unique_ptr<Store> opened(Access access = Access::create) const {
    auto store = open(access);
    if (!store) throw std::runtime_error(store.error().message.en);
    return std::move(*store);
  }

 private:
  TemporaryFolder folder_;
  HandClock clock_;
  std::string url_;
  std::optional<SealKey> master_;  // of sealed books
};

// A settlement that is whole: two documents, a row, a posting of four entries.
inline Part settlement(const Subject& subject, std::int64_t expected, const std::string& key) {
  const std::int64_t seq = expected + 1;
  const std::string number = std::to_string(seq);
  Part change{.subject = subject, .expected = expected};
  change.event = {.seq = seq,
                  .kind = "settle",
                  .key = key,
                  .ref = "e" + number,
                  .actor = "clerk",
                  .content = R"({"encounter": "e)" + number + "\"}",
                  .policy = 1,
                  .engine = "0.2.0"};
  if (expected == 0) change.facts = R"({"facts of": ")" + subject.id + "\"}";
  change.past = "past after " + number;
  change.documents = {{"bill/" + number, "bill " + key}, {"steps/" + number, "steps " + key}};
  change.rows = {
      {.table = "bill",
       .id = "e" + number,
       .provider = "H001",
       .day = "2023-03-05",
       .care = "outpatient",
       .state = "settled",
       .due = {},
       .data = R"({"account":1000,"cash":2000,"entry":)" + number +
               R"(,"fund_total":7000,"policy_scope":9000,"policy_status":"in-force","total":10000,"version":)" +
               number + "}"}};
  change.entries = {{"employee-pooled", "benefit-expense", "outpatient", "", 7'000},
                    {"employee-pooled", "provider-payable", "H001", "", -7'000},
                    {"personal-account", "account-liability", subject.id, "", 1'000},
                    {"personal-account", "provider-payable", "H001", "", -1'000}};
  return change;
}
inline std::string facts_of(const std::string& id) { return R"({"facts of": ")" + id + "\"}"; }
// As it stands in its stream.
inline Recorded recorded(const Part& part) { return {part.event, part.documents, part.entries}; }

// Writes it, and says what became of it; an error ends the test.
inline Written written(Store& store, const Part& change) {
  const auto outcome = store.write(change);
  if (!outcome) throw std::runtime_error(outcome.error().message.en);
  return *outcome;
}

// Runs `work(thread)` on as many threads, and returns when all are done.
template <class Work>
void on_threads(int threads, const Work& work) {
  std::vector<std::jthread> running;
  for (int i = 0; i < threads; ++i) running.emplace_back([&work, i] { work(i); });
}

// The database has been told to refuse events with the key "bad": they are refused, and spoil nobody else's.
inline void expect_only_the_bad_refused(Store& store) {
  std::atomic<int> done = 0;
  on_threads(8, [&store, &done](int thread) {
    for (int i = 0; i < 10; ++i) {
      const std::string name = std::to_string(thread) + "-" + std::to_string(i);
      if (thread == 0) {
        EXPECT_EQ(store.write(settlement({1, name}, 0, "bad")).error().code, ErrorCode::invalid_value);
      } else if (written(store, settlement({1, name}, 0, name)) == Written::done) {
        ++done;
      }
    }
  });
  EXPECT_EQ(done, 70);
  EXPECT_EQ(store.counts()->subjects, 70);
  EXPECT_EQ(store.counts()->events, 70);
  EXPECT_TRUE(store.check());
}

}  // namespace yidan::store::testing
