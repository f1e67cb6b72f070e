// Many threads at once, walks, sums: on all stores.
#include <algorithm>
#include <array>
#include <thread>

#include <gtest/gtest.h>

#include "store/test_support.h"

namespace yidan::store::testing {
namespace {

class StoreTogether : public ::testing::TestWithParam<Kind> {
 protected:
  // Every event once, numbered without a gap, each with its bill and its entries.
  void expect_whole(std::int64_t events) {
    std::int64_t seen = 0;
    const auto see = [&](const FileContents& contents) -> Result<void> {
      for (std::size_t i = 0; i < contents.events.size(); ++i) {
        EXPECT_EQ(contents.events[i].seq, static_cast<std::int64_t>(i) + 1);
        EXPECT_EQ(contents.bills.at(i).text, "bill " + contents.events[i].key);
        EXPECT_EQ(contents.postings.at(i).size(), 4U);
        ++seen;
      }
      EXPECT_EQ(contents.state.seq, static_cast<std::int64_t>(contents.events.size()));
      return {};
    };
    ASSERT_TRUE(store_->each_file(see));
    EXPECT_EQ(seen, events);
    EXPECT_EQ(store_->counts()->events, events);
    EXPECT_TRUE(store_->check());
  }

  Place place_{GetParam()};
  std::unique_ptr<Store> store_ = place_.opened();
};
INSTANTIATE_TEST_SUITE_P(Store, StoreTogether, ::testing::Values(Kind::memory, Kind::sqlite, Kind::postgres),
                         [](const auto& kind) { return name_of(kind.param); });

TEST_P(StoreTogether, ThreadsOnOneFileWriteEachEventOnce) {
  constexpr int threads = 8;
  constexpr int each = 10;
  const FileKey file{1, "P1"};
  on_threads(threads, [&](int thread) {
    for (int i = 0; i < each; ++i) {
      const std::string key = std::to_string(thread) + "-" + std::to_string(i);
      while (true) {
        const auto state = store_->load(file);
        if (written(*store_, settlement(file, state->seq, key)) == Written::done) break;
      }
    }
  });
  expect_whole(threads * each);
}

TEST_P(StoreTogether, ThreadsOnManyFilesDoNotDisturbEachOther) {
  constexpr int threads = 16;
  constexpr int files = 5;
  constexpr int events = 8;
  on_threads(threads, [&](int thread) {
    for (int seq = 0; seq < events; ++seq) {
      for (int i = 0; i < files; ++i) {
        const FileKey file{1, "P" + std::to_string(thread) + "-" + std::to_string(i)};
        EXPECT_EQ(written(*store_, settlement(file, seq, file.person + "-" + std::to_string(seq))), Written::done);
      }
    }
  });
  expect_whole(threads * files * events);
}

TEST_P(StoreTogether, OfThreadsWithOneKeyExactlyOneIsDone) {
  constexpr int rounds = 20;
  for (int round = 0; round < rounds; ++round) {
    const std::string key = "k" + std::to_string(round);
    std::array<std::atomic<int>, 4> outcomes{};
    on_threads(8, [&](int thread) {
      const FileKey file{1, "P" + std::to_string(thread % 4) + "-" + key};
      ++outcomes.at(static_cast<std::size_t>(written(*store_, settlement(file, 0, key))));
    });
    EXPECT_EQ(outcomes.at(static_cast<std::size_t>(Written::done)), 1);
    EXPECT_EQ(outcomes.at(static_cast<std::size_t>(Written::key_taken)), 7);
  }
  expect_whole(rounds);
}

TEST_P(StoreTogether, ABadChangeDoesNotSpoilTheOthers) {
  on_threads(8, [&](int thread) {
    for (int i = 0; i < 10; ++i) {
      const FileKey file{1, "P" + std::to_string(thread) + "-" + std::to_string(i)};
      Change change = settlement(file, thread % 2, file.person);
      const auto outcome = store_->write(change);
      ASSERT_TRUE(outcome);
      EXPECT_EQ(*outcome, thread % 2 == 0 ? Written::done : Written::stale);
    }
  });
  expect_whole(40);
}

TEST_P(StoreTogether, AWalkSeesOneStateWhileOthersWrite) {
  // Two files always get their events in turn, so that a state has as many in one as in the other, or one more.
  const FileKey first{1, "A"};
  const FileKey second{1, "B"};
  std::atomic<bool> enough = false;
  std::jthread writer([&] {
    for (int seq = 0; !enough; ++seq) {
      const std::string number = std::to_string(seq);
      EXPECT_EQ(written(*store_, settlement(second, seq, "b" + number)), Written::done);
      EXPECT_EQ(written(*store_, settlement(first, seq, "a" + number)), Written::done);
    }
  });
  for (int i = 0; i < 20; ++i) {
    std::int64_t events = 0;
    std::int64_t before = 0;
    EXPECT_TRUE(store_->each_file([&](const FileContents& contents) -> Result<void> {
      events = contents.file.person == "A" ? 0 : contents.state.seq;
      if (contents.file.person == "A") before = contents.state.seq;
      EXPECT_EQ(contents.state.seq, static_cast<std::int64_t>(contents.events.size()));
      EXPECT_EQ(contents.bills.size(), contents.events.size());
      std::this_thread::sleep_for(std::chrono::milliseconds(3));
      return {};
    }));
    EXPECT_TRUE(events == before || events == before + 1) << before << " and " << events;
  }
  enough = true;
}

TEST_P(StoreTogether, FilesComeInOrder) {
  for (const FileKey& file : {FileKey{2, "a"}, FileKey{1, "b"}, FileKey{1, "B"}, FileKey{1, "王"}, FileKey{1, "\x7F"},
                              FileKey{-1, "z"}, FileKey{1, "b "}}) {
    ASSERT_EQ(written(*store_, settlement(file, 0, std::to_string(file.pool) + file.person)), Written::done);
  }
  std::vector<FileKey> order;
  EXPECT_TRUE(store_->each_file([&](const FileContents& contents) -> Result<void> {
    order.push_back(contents.file);
    return {};
  }));
  EXPECT_EQ(order.size(), 7U);
  EXPECT_TRUE(std::ranges::is_sorted(order));
}

TEST_P(StoreTogether, TheErrorOfAVisitorEndsItsWalk) {
  for (int i = 0; i < 3; ++i)
    ASSERT_EQ(written(*store_, settlement({1, std::to_string(i)}, 0, std::to_string(i))), Written::done);
  const Error mine{.code = ErrorCode::conflict, .message = {"够了", "enough"}, .where = "here"};
  int seen = 0;
  EXPECT_EQ(store_
                ->each_file([&](const FileContents&) -> Result<void> {
                  ++seen;
                  return std::unexpected(mine);
                })
                .error(),
            mine);
  EXPECT_EQ(store_
                ->each_posting([&](const JournalPosting&) -> Result<void> {
                  ++seen;
                  return std::unexpected(mine);
                })
                .error(),
            mine);
  EXPECT_EQ(seen, 2);
  EXPECT_EQ(written(*store_, settlement({1, "0"}, 1, "next")), Written::done);
}

TEST_P(StoreTogether, AVisitorMayUseTheStore) {
  for (int i = 0; i < 3; ++i)
    ASSERT_EQ(written(*store_, settlement({1, std::to_string(i)}, 0, std::to_string(i))), Written::done);
  EXPECT_TRUE(store_->each_file([&](const FileContents& contents) -> Result<void> {
    EXPECT_EQ(store_->events(contents.file)->size(), 1U);
    EXPECT_EQ(written(*store_, settlement(contents.file, 1, contents.file.person + "-next")), Written::done);
    return {};
  }));
  EXPECT_EQ(store_->counts()->events, 6);
}

TEST_P(StoreTogether, TheJournalIsInTheOrderInWhichThingsWereKnown) {
  ASSERT_EQ(written(*store_, settlement({1, "B"}, 0, "k1")), Written::done);
  Change silent = settlement({1, "B"}, 1, "k2");
  silent.entries.clear();
  ASSERT_EQ(written(*store_, silent), Written::done);
  ASSERT_EQ(written(*store_, settlement({1, "A"}, 0, "k3")), Written::done);
  Change without_bill = settlement({1, "B"}, 2, "k4");
  without_bill.bills.clear();
  without_bill.event.kind = "credit";
  ASSERT_EQ(written(*store_, without_bill), Written::done);
  std::vector<JournalPosting> journal;
  ASSERT_TRUE(store_->each_posting([&](const JournalPosting& posting) -> Result<void> {
    journal.push_back(posting);
    return {};
  }));
  ASSERT_EQ(journal.size(), 3U) << "an event without entries posts nothing";
  EXPECT_EQ(journal[0].key, "k1");
  EXPECT_EQ(journal[0].about, "e1");
  EXPECT_EQ(journal[0].rule_date, "2023-03-05");
  EXPECT_EQ(journal[0].entries, settlement({1, "B"}, 0, "k1").entries);
  EXPECT_EQ(journal[1].key, "k3");
  EXPECT_EQ(journal[1].file.person, "A");
  EXPECT_EQ(journal[2].key, "k4");
  EXPECT_EQ(journal[2].seq, 3);
  EXPECT_EQ(journal[2].kind, "credit");
  EXPECT_EQ(journal[2].about, "");
  EXPECT_LT(journal[0].recorded, journal[1].recorded);
  EXPECT_LT(journal[1].recorded, journal[2].recorded);
}

TEST_P(StoreTogether, BalancesAreSumsAsKnownThen) {
  ASSERT_EQ(written(*store_, settlement({1, "A"}, 0, "k1")), Written::done);
  const Instant then = store_->find("k1").value()->event.recorded;
  ASSERT_EQ(written(*store_, settlement({1, "B"}, 0, "k2")), Written::done);
  Change back = settlement({1, "B"}, 1, "k3");
  for (Entry& entry : back.entries) entry.amount = -entry.amount;
  ASSERT_EQ(written(*store_, back), Written::done);
  ASSERT_EQ(written(*store_, settlement({2, "A"}, 0, "k4")), Written::done);

  const std::vector<Balance> one_bill{{1, "employee-pooled", "benefit-expense", 7'000, 0},
                                      {1, "employee-pooled", "provider-payable", 0, 7'000},
                                      {1, "personal-account", "account-liability", 1'000, 0},
                                      {1, "personal-account", "provider-payable", 0, 1'000}};
  EXPECT_EQ(*store_->balances({.pool = 0, .known = then}), one_bill);
  EXPECT_TRUE(store_->balances({.pool = 0, .known = then - 1})->empty());
  const auto pool = *store_->balances({.pool = 1, .known = {}});
  ASSERT_EQ(pool.size(), 4U);
  EXPECT_EQ(pool[0], (Balance{1, "employee-pooled", "benefit-expense", 14'000, 7'000}));
  EXPECT_EQ(store_->balances({})->size(), 8U);
  EXPECT_EQ(store_->balances({.pool = 3, .known = {}})->size(), 0U);
}

}  // namespace
}  // namespace yidan::store::testing
