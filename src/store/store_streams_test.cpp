// Changes of several subjects, the order of commits, rows that are looked for, sums of days: on all stores.

#include <algorithm>
#include <array>
#include <atomic>
#include <map>
#include <set>

#include <gtest/gtest.h>

#include "store/sums.h"
#include "store/test_support.h"

namespace yidan::store::testing {
namespace {

class Streams : public ::testing::TestWithParam<Kind> {
 protected:
  // The keys of all events, page by page.
  std::vector<std::string> log(std::size_t page = 3) {
    std::vector<std::string> keys;
    std::int64_t after = 0;
    while (true) {
      const auto events = *store_->events_after(after, page);
      if (events.empty()) return keys;
      for (const Committed& each : events) {
        EXPECT_GT(each.position, after);
        after = each.position;
        keys.push_back(each.recorded.event.key);
      }
    }
  }

  Place place_{GetParam()};
  std::unique_ptr<Store> store_ = place_.opened();
  const Subject one_{1, "P1"};
  const Subject two_{1, "P2"};
};
INSTANTIATE_TEST_SUITE_P(Store, Streams, kAllKinds, [](const auto& kind) { return name_of(kind.param); });

TEST_P(Streams, AChangeOfSeveralSubjectsIsWrittenAsAWhole) {
  const Subject provider{1, "H1", "provider"};
  const std::vector<Part> change{settlement(two_, 0, "k1"), settlement(provider, 0, "k1"), settlement(one_, 0, "k1")};
  ASSERT_EQ(*store_->write(change), Written::done);
  for (const Part& part : change) {
    EXPECT_EQ(store_->load(part.subject)->seq, 1);
    EXPECT_EQ(store_->events(part.subject)->at(0).key, "k1");
  }
  EXPECT_EQ(store_->find("k1").value()->subject, two_) << "the first";
  EXPECT_EQ(log().size(), 3U);
  EXPECT_EQ(store_->load({1, "H1"})->seq, 0) << "a person of that name is another subject";
  EXPECT_EQ(*store_->write(change), Written::key_taken);
  EXPECT_TRUE(store_->check());
}

TEST_P(Streams, APartThatCannotBeWrittenKeepsBackAllOthers) {
  ASSERT_EQ(written(*store_, settlement(one_, 0, "k1")), Written::done);
  const std::vector<Part> stale{settlement(two_, 0, "k2"), settlement(one_, 0, "k2")};
  EXPECT_EQ(*store_->write(stale), Written::stale);
  std::vector<Part> taken{settlement(two_, 0, "k2"), settlement(one_, 1, "k2")};
  taken[1].event.ref = "e1";
  EXPECT_EQ(*store_->write(taken), Written::ref_taken);
  const std::vector<Part> known{settlement(two_, 0, "k1"), settlement(one_, 1, "k1")};
  EXPECT_EQ(*store_->write(known), Written::key_taken);
  EXPECT_EQ(store_->load(two_)->seq, 0);
  EXPECT_TRUE(store_->rows(two_)->empty());
  EXPECT_EQ(store_->counts()->subjects, 1);
  EXPECT_EQ(store_->counts()->events, 1);
  EXPECT_EQ(log(), std::vector<std::string>{"k1"});
  taken[1].event.ref = "e2";
  EXPECT_EQ(*store_->write(taken), Written::done) << "the same request, decided again";
  EXPECT_TRUE(store_->check());
}

// Pairs of a few subjects, in every order: who waits for whom must not go in a circle.
TEST_P(Streams, ChangesOfSeveralSubjectsDoNotBlockEachOther) {
  constexpr int subjects = 4;
  constexpr int threads = 8;
  constexpr int rounds = 12;
  std::array<std::atomic<std::int64_t>, subjects> done{};
  on_threads(threads, [&](int thread) {
    for (int round = 0; round < rounds; ++round) {
      const int first = (thread + round) % subjects;
      const int second = (first + 1 + (thread * round) % (subjects - 1)) % subjects;
      const std::string key = std::to_string(thread) + "-" + std::to_string(round);
      while (true) {
        std::vector<Part> change;
        for (const int each : {first, second}) {
          const Subject subject{1, "P" + std::to_string(each)};
          change.push_back(settlement(subject, store_->load(subject)->seq, key));
        }
        const auto outcome = store_->write(change);
        ASSERT_TRUE(outcome) << outcome.error().message.en;
        if (*outcome == Written::done) break;
        ASSERT_EQ(*outcome, Written::stale);
      }
      ++done.at(static_cast<std::size_t>(first));
      ++done.at(static_cast<std::size_t>(second));
    }
  });
  for (int i = 0; i < subjects; ++i)
    EXPECT_EQ(store_->load({1, "P" + std::to_string(i)})->seq, done.at(static_cast<std::size_t>(i)));
  std::map<std::string, int> keys;
  for (const std::string& key : log(50)) ++keys[key];
  EXPECT_EQ(keys.size(), static_cast<std::size_t>(threads * rounds));
  EXPECT_TRUE(std::ranges::all_of(keys, [](const auto& each) { return each.second == 2; }));
  EXPECT_TRUE(store_->check());
}

TEST_P(Streams, AReaderSeesEveryEventOnceInTheOrderOfCommitsWhileOthersWrite) {
  constexpr int threads = 8;
  constexpr int events = 25;
  std::atomic<bool> written_all = false;
  std::map<std::string, std::int64_t> last;
  std::set<std::string> seen;
  std::jthread reader([&] {
    std::int64_t after = 0;
    for (bool last_look = false; !last_look;) {
      last_look = written_all;
      for (auto page = *store_->events_after(after, 7); !page.empty(); page = *store_->events_after(after, 7)) {
        for (const Committed& each : page) {
          EXPECT_GT(each.position, after);
          after = each.position;
          EXPECT_TRUE(seen.insert(each.recorded.event.key).second) << "twice";
          EXPECT_EQ(each.recorded.event.seq, ++last[each.subject.id]) << "out of order";
        }
      }
    }
  });
  on_threads(threads, [&](int thread) {
    const Subject subject{1, "P" + std::to_string(thread)};
    for (int seq = 0; seq < events; ++seq) {
      const std::string key = subject.id + "-" + std::to_string(seq);
      EXPECT_EQ(written(*store_, settlement(subject, seq, key)), Written::done);
    }
  });
  written_all = true;
  reader.join();
  EXPECT_EQ(seen.size(), static_cast<std::size_t>(threads * events)) << "one was missed";
}

TEST_P(Streams, ChangesAreAppendedInTheirOrder) {
  std::vector<std::vector<Part>> changes;
  for (int i = 0; i < 10; ++i)
    changes.push_back({settlement(i % 3 == 0 ? one_ : two_, i % 3 == 0 ? i / 3 : 0, "k" + std::to_string(i))});
  std::vector<std::string> keys;
  std::vector<Written> expected;
  for (int i = 0; i < 10; ++i) {
    const bool done = i % 3 == 0 || i == 1;  // the second of P2 was decided too early
    expected.push_back(done ? Written::done : Written::stale);
    if (done) keys.push_back("k" + std::to_string(i));
  }
  EXPECT_EQ(*store_->append(changes), expected);
  EXPECT_EQ(log(), keys);
  EXPECT_TRUE(store_->check());
}

TEST_P(Streams, RowsAreFoundByWhatTheySay) {
  const auto put = [&](const Subject& subject, std::int64_t expected, const Row& row) {
    Part part = settlement(subject, expected, std::to_string(subject.pool) + subject.id + std::to_string(expected));
    part.rows = {row};
    ASSERT_EQ(written(*store_, part), Written::done);
  };
  put(one_, 0,
      {.table = "bill", .id = "a", .provider = "H1", .day = "2023-01-05", .care = "outpatient", .state = "settled"});
  put(one_, 1,
      {.table = "bill", .id = "b", .provider = "H2", .day = "2023-01-03", .care = "inpatient", .state = "settled"});
  put(two_, 0,
      {.table = "bill", .id = "c", .provider = "H1", .day = "2023-02-01", .care = "inpatient", .state = "reversed"});
  put({2, "P1"}, 0,
      {.table = "bill", .id = "d", .provider = "H1", .day = "2023-01-05", .care = "inpatient", .state = "settled"});
  put(two_, 1, {.table = "task", .id = "t1", .state = "open", .due = "2023-03-02"});
  put(two_, 2, {.table = "task", .id = "t2", .state = "open", .due = "2023-03-01"});
  put(two_, 3, {.table = "task", .id = "t3", .state = "done"});
  const auto ids = [&](const RowQuery& query) {
    std::string found;
    RowQuery next = query;
    do {
      const auto page = *store_->rows(next);
      for (const FoundRow& each : page.rows) found += each.row.id + " ";
      next.after = page.next;
    } while (!next.after.empty());
    return found;
  };
  for (const std::size_t limit : {1U, 2U, 100U}) {
    EXPECT_EQ(ids({.table = "bill", .pool = 1, .limit = limit}), "b a c ");
    EXPECT_EQ(ids({.table = "bill", .pool = 1, .provider = "H1", .limit = limit}), "a c ");
    EXPECT_EQ(ids({.table = "bill", .pool = 2, .limit = limit}), "d ");
    EXPECT_EQ(ids({.table = "bill", .provider = "H1", .from = "2023-01-06", .limit = limit}), "c ");
    EXPECT_EQ(ids({.table = "bill", .pool = 1, .to = "2023-01-05", .limit = limit}), "b a ");
    EXPECT_EQ(ids({.table = "bill", .care = "inpatient", .state = "settled", .to = "2023-01-04", .limit = limit}),
              "b ");
    EXPECT_EQ(ids({.table = "task", .due_to = "2023-03-02", .limit = limit}), "t2 t1 ");
    EXPECT_EQ(ids({.table = "task", .due_to = "2023-03-01", .limit = limit}), "t2 ");
    EXPECT_EQ(ids({.table = "task", .state = "done", .limit = limit}), "t3 ");
  }
  EXPECT_EQ(store_->rows({.table = "bill", .provider = "H2"})->rows.front().subject, one_);
  EXPECT_EQ(store_->rows({.table = "bill", .after = "x"}).error().code, ErrorCode::invalid_value);
}

TEST_P(Streams, SumsOfDaysChangeNothingButTheTimeItTakes) {
  constexpr Instant day = kMicrosecondsOfDay;
  const Instant midnight = (day_of(1'700'000'000'000'000) * day) - Instant{8} * 3'600 * 1'000'000;
  const std::array<Instant, 7> instants{midnight - day - 1, midnight - day,     midnight - 1,      midnight,
                                        midnight + 1,       midnight + day - 1, midnight + 3 * day};
  const auto all_balances = [&] {
    std::vector<std::vector<Balance>> all;
    for (const std::int32_t pool : {0, 1, 2}) {
      all.push_back(*store_->balances({.pool = pool, .known = {}}));
      for (const Instant instant : instants) {
        for (const Instant known : {instant - 1, instant, instant + 1})
          all.push_back(*store_->balances({.pool = pool, .known = known}));
      }
    }
    return all;
  };
  for (std::size_t i = 0; i < instants.size(); ++i) {
    Part part = settlement({static_cast<std::int32_t>(1 + i % 2), "P" + std::to_string(i)}, 0, std::to_string(i));
    part.event.recorded = instants.at((i * 3) % instants.size());  // not in the order of their instants
    ASSERT_EQ(written(*store_, part), Written::done);
    if (i == 3) {
      const auto before = all_balances();
      ASSERT_TRUE(store_->sum_up());
      EXPECT_EQ(all_balances(), before);
    }
  }
  const auto before = all_balances();
  const auto days = *store_->day_balances();
  EXPECT_EQ(before.front().size(), 8U);
  ASSERT_TRUE(store_->sum_up());
  ASSERT_TRUE(store_->sum_up()) << "there is nothing left";
  EXPECT_EQ(all_balances(), before);
  EXPECT_EQ(*store_->day_balances(), days);
  EXPECT_EQ(std::ranges::count(days, day_of(midnight), &DayBalance::day), 8);
  EXPECT_TRUE(store_->check());
}

TEST_P(Streams, SumsMoveOnWhileOthersWrite) {
  constexpr int events = 60;
  std::atomic<bool> enough = false;
  std::jthread summing([&] {
    while (!enough) EXPECT_TRUE(store_->sum_up());
  });
  on_threads(4, [&](int thread) {
    for (int seq = 0; seq < events; ++seq) {
      const Subject subject{1, "P" + std::to_string(thread)};
      EXPECT_EQ(written(*store_, settlement(subject, seq, subject.id + "-" + std::to_string(seq))), Written::done);
    }
  });
  enough = true;
  summing.join();
  EXPECT_EQ(store_->balances({})->at(0), (Balance{1, "employee-pooled", "benefit-expense", 4 * events * 7'000, 0}));
  ASSERT_TRUE(store_->sum_up());
  EXPECT_EQ(store_->balances({})->at(0), (Balance{1, "employee-pooled", "benefit-expense", 4 * events * 7'000, 0}));
}

TEST_P(Streams, AnActorIsKept) {
  ASSERT_EQ(written(*store_, settlement(one_, 0, "k1")), Written::done);
  EXPECT_EQ(store_->events(one_)->at(0).actor, "clerk");
  EXPECT_EQ(store_->events_after(0, 1)->at(0).recorded.event.actor, "clerk");
}

}  // namespace
}  // namespace yidan::store::testing
