// Books that outlive the program: closing and opening, access, versions of the tables, other programs beside this one.
#include <array>
#include <filesystem>
#include <fstream>
#include <thread>

#include <gtest/gtest.h>

#include "store/test_support.h"

namespace yidan::store::testing {
namespace {

class KeptStore : public ::testing::TestWithParam<Kind> {
 protected:
  Place place_{GetParam()};
  Subject file_{370600, "P1"};
};
INSTANTIATE_TEST_SUITE_P(Store, KeptStore, kKeptKinds, [](const auto& kind) { return name_of(kind.param); });

TEST_P(KeptStore, WhatWasWrittenIsThereWhenItIsOpenedAgain) {
  std::int64_t packs = 0;
  {
    const auto store = place_.opened();
    ASSERT_EQ(written(*store, settlement(file_, 0, "k1")), Written::done);
    packs = store->put_policy("digest", "archive").value();
    ASSERT_TRUE(store->set("drafts", "on"));
  }
  for (const Access access : {Access::create, Access::read_write, Access::read_only}) {
    const auto store = place_.opened(access);
    EXPECT_EQ(store->load(file_)->past, "past after 1");
    EXPECT_EQ(store->policy(packs)->archive, "archive");
    EXPECT_EQ(store->setting("drafts").value(), "on");
    EXPECT_EQ(store->counts()->entries, 4);
    EXPECT_TRUE(store->check());
  }
}

TEST_P(KeptStore, BooksAreMadeOnlyWhenThatIsAskedFor) {
  EXPECT_EQ(place_.open(Access::read_write).error().code, ErrorCode::not_found);
  EXPECT_EQ(place_.open(Access::read_only).error().code, ErrorCode::not_found);
  EXPECT_EQ(place_.open(Access::read_write).error().code, ErrorCode::not_found) << "looking made nothing";
  EXPECT_TRUE(place_.open(Access::create));
  EXPECT_TRUE(place_.open(Access::read_write));
}

TEST_P(KeptStore, ReadingAloneWritesNothing) {
  ASSERT_EQ(written(*place_.opened(), settlement(file_, 0, "k1")), Written::done);
  const auto store = place_.opened(Access::read_only);
  EXPECT_EQ(store->write(settlement(file_, 1, "k2")).error().code, ErrorCode::unavailable);
  EXPECT_EQ(store->put_policy("d", "a").error().code, ErrorCode::unavailable);
  EXPECT_EQ(store->set("n", "v").error().code, ErrorCode::unavailable);
  EXPECT_EQ(store->counts()->events, 1);
  EXPECT_EQ(store->find("k2").value(), std::nullopt);
}

TEST_P(KeptStore, TwoStoresOnTheSameBooksSeeEachOther) {
  const auto one = place_.opened();
  const auto two = place_.opened(Access::read_write);
  ASSERT_EQ(written(*one, settlement(file_, 0, "k1")), Written::done);
  EXPECT_EQ(two->load(file_)->seq, 1);
  EXPECT_EQ(written(*two, settlement(file_, 0, "k2")), Written::stale);
  EXPECT_EQ(written(*two, settlement({1, "P2"}, 0, "k1")), Written::key_taken);
  *place_.clock().time = 7;
  ASSERT_EQ(written(*two, settlement(file_, 1, "k2")), Written::done);
  EXPECT_GT(one->events(file_)->at(1).recorded, one->events(file_)->at(0).recorded);
}

TEST_P(KeptStore, StoresThatCompeteForKeysAndFilesAgree) {
  constexpr int stores = 3;
  constexpr int threads_each = 4;
  constexpr int rounds = 12;
  std::vector<std::unique_ptr<Store>> opened;
  for (int i = 0; i < stores; ++i) opened.push_back(place_.opened());
  std::array<std::atomic<int>, 4> outcomes{};
  on_threads(stores * threads_each, [&](int thread) {
    Store& store = *opened[static_cast<std::size_t>(thread % stores)];
    for (int round = 0; round < rounds; ++round) {
      const std::string number = std::to_string(round);
      const Subject file{1, "P" + std::to_string((thread + round) % 5) + "-" + number};
      ++outcomes.at(static_cast<std::size_t>(written(store, settlement(file, 0, "shared-" + number))));
    }
  });
  EXPECT_EQ(outcomes.at(static_cast<std::size_t>(Written::done)), rounds);
  EXPECT_EQ(outcomes.at(static_cast<std::size_t>(Written::key_taken)), rounds * (stores * threads_each - 1));
  EXPECT_EQ(opened[0]->counts()->events, rounds);
}

TEST_P(KeptStore, ManyMayCreateTheSameBooksAtOnce) {
  on_threads(4, [&](int i) {
    const auto store = place_.open(Access::create);
    ASSERT_TRUE(store) << store.error().message.en;
    EXPECT_EQ(written(**store, settlement({1, std::to_string(i)}, 0, std::to_string(i))), Written::done);
  });
  EXPECT_EQ(place_.opened()->counts()->events, 4);
}

}  // namespace
}  // namespace yidan::store::testing
