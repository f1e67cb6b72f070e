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
    const auto see = [&](const SubjectContents& contents) -> Result<void> {
      for (std::size_t i = 0; i < contents.events.size(); ++i) {
        const Recorded& recorded = contents.events[i];
        EXPECT_EQ(recorded.event.seq, static_cast<std::int64_t>(i) + 1);
        EXPECT_EQ(recorded.documents.at(0).text, "bill " + recorded.event.key);
        EXPECT_EQ(recorded.entries.size(), 4U);
        ++seen;
      }
      EXPECT_EQ(contents.state.seq, static_cast<std::int64_t>(contents.events.size()));
      return {};
    };
    ASSERT_TRUE(store_->each_subject(see));
    EXPECT_EQ(seen, events);
    EXPECT_EQ(store_->counts()->events, events);
    EXPECT_TRUE(store_->check());
  }

  Place place_{GetParam()};
  std::unique_ptr<Store> store_ = place_.opened();
};
INSTANTIATE_TEST_SUITE_P(Store, StoreTogether, kAllKinds, [](const auto& kind) { return name_of(kind.param); });

TEST_P(StoreTogether, ThreadsOnOneFileWriteEachEventOnce) {
  constexpr int threads = 8;
  constexpr int each = 10;
  const Subject file{1, "P1"};
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
        const Subject file{1, "P" + std::to_string(thread) + "-" + std::to_string(i)};
        EXPECT_EQ(written(*store_, settlement(file, seq, file.id + "-" + std::to_string(seq))), Written::done);
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
      const Subject file{1, "P" + std::to_string(thread % 4) + "-" + key};
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
      const Subject file{1, "P" + std::to_string(thread) + "-" + std::to_string(i)};
      Part change = settlement(file, thread % 2, file.id);
      const auto outcome = store_->write(change);
      ASSERT_TRUE(outcome);
      EXPECT_EQ(*outcome, thread % 2 == 0 ? Written::done : Written::stale);
    }
  });
  expect_whole(40);
}

TEST_P(StoreTogether, AWalkSeesOneStateWhileOthersWrite) {
  // Two files always get their events in turn, so that a state has as many in one as in the other, or one more.
  const Subject first{1, "A"};
  const Subject second{1, "B"};
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
    EXPECT_TRUE(store_->each_subject([&](const SubjectContents& contents) -> Result<void> {
      (contents.subject.id == "A" ? before : events) = contents.state.seq;
      EXPECT_EQ(contents.state.seq, static_cast<std::int64_t>(contents.events.size()));
      EXPECT_EQ(contents.rows.size(), contents.events.size());
      std::this_thread::sleep_for(std::chrono::milliseconds(3));
      return {};
    }));
    EXPECT_TRUE(events == before || events == before + 1) << before << " and " << events;
  }
  enough = true;
}

TEST_P(StoreTogether, FilesComeInOrder) {
  for (const Subject& file : {Subject{2, "a"}, Subject{1, "b"}, Subject{1, "B"}, Subject{1, "王"}, Subject{1, "\x7F"},
                              Subject{-1, "z"}, Subject{1, "b "}}) {
    ASSERT_EQ(written(*store_, settlement(file, 0, std::to_string(file.pool) + file.id)), Written::done);
  }
  std::vector<Subject> order;
  EXPECT_TRUE(store_->each_subject([&](const SubjectContents& contents) -> Result<void> {
    order.push_back(contents.subject);
    return {};
  }));
  EXPECT_EQ(order.size(), 7U);
  // Sealed, they come in an order of the books' own, which stays.
  if (!is_sealed(GetParam())) {
    EXPECT_TRUE(std::ranges::is_sorted(order));
  }
  std::vector<Subject> again;
  EXPECT_TRUE(store_->each_subject([&](const SubjectContents& contents) -> Result<void> {
    again.push_back(contents.subject);
    return {};
  }));
  EXPECT_EQ(again, order);
}

TEST_P(StoreTogether, TheErrorOfAVisitorEndsItsWalk) {
  for (int i = 0; i < 3; ++i)
    ASSERT_EQ(written(*store_, settlement({1, std::to_string(i)}, 0, std::to_string(i))), Written::done);
  const Error mine{.code = ErrorCode::conflict, .message = {"够了", "enough"}, .where = "here"};
  int seen = 0;
  EXPECT_EQ(store_
                ->each_subject([&](const SubjectContents&) -> Result<void> {
                  ++seen;
                  return std::unexpected(mine);
                })
                .error(),
            mine);
  EXPECT_EQ(store_
                ->each_posting([&](const Found&) -> Result<void> {
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
  EXPECT_TRUE(store_->each_subject([&](const SubjectContents& contents) -> Result<void> {
    EXPECT_EQ(store_->events(contents.subject)->size(), 1U);
    EXPECT_EQ(written(*store_, settlement(contents.subject, 1, contents.subject.id + "-next")), Written::done);
    return {};
  }));
  EXPECT_EQ(store_->counts()->events, 6);
}

TEST_P(StoreTogether, TheJournalIsInTheOrderInWhichThingsWereKnown) {
  ASSERT_EQ(written(*store_, settlement({1, "B"}, 0, "k1")), Written::done);
  Part silent = settlement({1, "B"}, 1, "k2");
  silent.entries.clear();
  ASSERT_EQ(written(*store_, silent), Written::done);
  ASSERT_EQ(written(*store_, settlement({1, "A"}, 0, "k3")), Written::done);
  Part without_bill = settlement({1, "B"}, 2, "k4");
  without_bill.documents.clear();
  without_bill.event.kind = "credit";
  ASSERT_EQ(written(*store_, without_bill), Written::done);
  std::vector<Found> journal;
  ASSERT_TRUE(store_->each_posting([&](const Found& posting) -> Result<void> {
    journal.push_back(posting);
    return {};
  }));
  ASSERT_EQ(journal.size(), 3U) << "an event without entries posts nothing";
  EXPECT_EQ(journal[0].recorded.event.key, "k1");
  EXPECT_EQ(journal[0].recorded.documents, settlement({1, "B"}, 0, "k1").documents);
  EXPECT_EQ(journal[0].recorded.entries, settlement({1, "B"}, 0, "k1").entries);
  EXPECT_EQ(journal[1].recorded.event.key, "k3");
  EXPECT_EQ(journal[1].subject.id, "A");
  EXPECT_EQ(journal[2].recorded.event.key, "k4");
  EXPECT_EQ(journal[2].recorded.event.seq, 3);
  EXPECT_EQ(journal[2].recorded.event.kind, "credit");
  EXPECT_TRUE(journal[2].recorded.documents.empty());
  EXPECT_LT(journal[0].recorded.event.recorded, journal[1].recorded.event.recorded);
  EXPECT_LT(journal[1].recorded.event.recorded, journal[2].recorded.event.recorded);
}

TEST_P(StoreTogether, BalancesAreSumsAsKnownThen) {
  ASSERT_EQ(written(*store_, settlement({1, "A"}, 0, "k1")), Written::done);
  const Instant then = store_->find("k1").value()->recorded.event.recorded;
  ASSERT_EQ(written(*store_, settlement({1, "B"}, 0, "k2")), Written::done);
  Part back = settlement({1, "B"}, 1, "k3");
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
