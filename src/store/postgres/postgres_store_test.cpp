// What only a server can do to a store: go away, come back, answer nobody, belong to somebody else.
#include "store/postgres/postgres_store.h"

#include <thread>

#include <gtest/gtest.h>

#include "store/postgres/connection.h"
#include "store/postgres/cutting_proxy.h"
#include "store/test_support.h"

namespace yidan::store::testing {
namespace {

class PostgresStore : public ::testing::Test {
 protected:
  static PostgresServer& server() { return server_of_tests(); }
  [[nodiscard]] std::string database() const {
    const std::string url = place_.url().substr(0, place_.url().find('?'));
    return url.substr(url.rfind('/') + 1);
  }
  void shell(const std::string& sql) const { PostgresServer::execute_on(place_.url(), sql); }

  Place place_{Kind::postgres};
  Subject file_{370600, "P1"};
};

// On a server that nobody else uses, because it is stopped.
class PostgresThatStops : public ::testing::Test {
 protected:
  static PrivatePostgres& server() { return PrivatePostgres::instance(); }

  Place place_{server()};
  Subject file_{370600, "P1"};
};

TEST_F(PostgresThatStops, WhatIsAcknowledgedWhileTheServerRestartsIsThereOnce) {
  const auto store = place_.opened();
  constexpr int threads = 8;
  std::atomic<bool> enough = false;
  std::array<std::atomic<std::int64_t>, threads> acknowledged{};
  std::atomic<std::int64_t> all = 0;
  {
    std::vector<std::jthread> writers;
    for (int thread = 0; thread < threads; ++thread) {
      writers.emplace_back([&, thread] {
        const Subject file{1, "P" + std::to_string(thread)};
        std::int64_t seq = 0;
        bool in_doubt = false;  // a write that was `unavailable` may be there all the same
        while (!enough) {
          const std::string key = file.id + "-" + std::to_string(seq);
          const auto outcome = store->write(settlement(file, seq, key));
          in_doubt = in_doubt || !outcome;
          if (!outcome) continue;
          ASSERT_TRUE(*outcome == Written::done || (in_doubt && *outcome == Written::key_taken));
          in_doubt = false;
          acknowledged.at(static_cast<std::size_t>(thread)) = ++seq;
          ++all;
        }
      });
    }
    const auto until_many_more = [&] {
      const std::int64_t before = all;
      for (int i = 0; i < 3000 && all < before + 400; ++i) std::this_thread::sleep_for(std::chrono::milliseconds(10));
    };
    for (const int signal : {SIGINT, SIGQUIT}) {
      until_many_more();
      server().stop(signal);
      server().start();
    }
    until_many_more();
    enough = true;
  }
  for (int thread = 0; thread < threads; ++thread) {
    const auto events = store->events({1, "P" + std::to_string(thread)});
    ASSERT_TRUE(events);
    EXPECT_GT(events->size(), 3U);
    // One more at most: that of a last call whose answer was `unavailable`.
    const std::int64_t more =
        static_cast<std::int64_t>(events->size()) - acknowledged.at(static_cast<std::size_t>(thread));
    EXPECT_TRUE(more == 0 || more == 1) << more;
  }
  EXPECT_TRUE(store->check());
}

TEST_F(PostgresStore, ACommitOfUnknownOutcomeIsFoundOut) {
  const TemporaryFolder folder;
  CuttingProxy proxy(folder.in(""), server().socket_folder());
  const auto store =
      open("postgresql://postgres@/" + database() + "?host=" + folder.in(""), Access::create, place_.clock().clock());
  ASSERT_TRUE(store) << store.error().message.en;
  ASSERT_EQ(written(**store, settlement(file_, 0, "k0")), Written::done);
  std::int64_t seq = 1;
  for (const Cut cut : {Cut::before_commit, Cut::after_commit, Cut::after_commit, Cut::before_commit}) {
    proxy.cut_next(cut);
    EXPECT_EQ(written(**store, settlement(file_, seq, "k" + std::to_string(seq))), Written::done);
    ++seq;
  }
  EXPECT_EQ(proxy.cuts(), 4);
  proxy.cut_next(Cut::after_commit);
  EXPECT_EQ(written(**store, settlement({1, "new"}, 0, "new")), Written::done);
  EXPECT_EQ(written(**store, settlement({1, "new"}, 1, "new")), Written::key_taken);
  EXPECT_EQ((*store)->events(file_)->size(), 5U);
  EXPECT_EQ((*store)->events({1, "new"})->size(), 1U);
  EXPECT_TRUE((*store)->check());
}

TEST_F(PostgresStore, AChangeOfSeveralSubjectsOfUnknownOutcomeIsThereOnceOrDoneAgain) {
  const TemporaryFolder folder;
  CuttingProxy proxy(folder.in(""), server().socket_folder());
  const auto store =
      open("postgresql://postgres@/" + database() + "?host=" + folder.in(""), Access::create, place_.clock().clock());
  ASSERT_TRUE(store) << store.error().message.en;
  const Subject other{370600, "P2"};
  std::int64_t seq = 0;
  for (const Cut cut : {Cut::before_commit, Cut::after_commit, Cut::during_commit, Cut::after_commit}) {
    const std::string key = "k" + std::to_string(seq);
    const std::vector<Part> change{settlement(file_, seq, key), settlement(other, seq, key)};
    proxy.cut_next(cut);
    EXPECT_EQ(*(*store)->write(change), Written::done);
    ++seq;
    EXPECT_EQ((*store)->load(file_)->seq, seq);
    EXPECT_EQ((*store)->load(other)->seq, seq);
  }
  EXPECT_EQ((*store)->events_after(0, 100)->size(), 8U);
  EXPECT_TRUE((*store)->check());
}

TEST_F(PostgresStore, ACommitThatIsStillUnderWayIsWaitedFor) {
  const TemporaryFolder folder;
  CuttingProxy proxy(folder.in(""), server().socket_folder());
  const auto store =
      open("postgresql://postgres@/" + database() + "?host=" + folder.in(""), Access::create, place_.clock().clock());
  ASSERT_TRUE(store) << store.error().message.en;
  shell(
      "create function slow() returns trigger language plpgsql as $$ begin perform pg_sleep(0.7); return null; end $$;"
      "create constraint trigger slow_commit after insert on yidan.event deferrable initially deferred"
      " for each row execute function slow()");
  for (const Subject& file : {Subject{1, "A"}, Subject{1, "B"}}) {
    proxy.cut_next(Cut::during_commit);
    EXPECT_EQ(written(**store, settlement(file, 0, "of " + file.id)), Written::done);
    proxy.cut_next(Cut::during_commit);
    EXPECT_EQ(written(**store, settlement(file, 1, "next of " + file.id)), Written::done);
    EXPECT_EQ((*store)->events(file)->size(), 2U);
  }
  EXPECT_EQ(proxy.cuts(), 4);
}

TEST_F(PostgresStore, WhatTheDatabaseRefusesSpoilsNobodyElse) {
  const auto store = place_.opened();
  shell("alter table yidan.event add check (key <> 'bad')");
  expect_only_the_bad_refused(*store);
}

TEST_F(PostgresThatStops, AServerThatIsAwayMakesItUnavailableUntilItIsBack) {
  const auto store = place_.opened();
  ASSERT_EQ(written(*store, settlement(file_, 0, "k1")), Written::done);
  server().stop();
  {
    const std::jthread reader([&] { EXPECT_EQ(store->load(file_).error().code, ErrorCode::unavailable); });
    EXPECT_EQ(store->write(settlement(file_, 1, "k2")).error().code, ErrorCode::unavailable);
  }
  EXPECT_EQ(place_.open().error().code, ErrorCode::unavailable);
  server().start();
  EXPECT_EQ(store->load(file_)->seq, 1);
  EXPECT_EQ(written(*store, settlement(file_, 1, "k2")), Written::done);
}

TEST_F(PostgresStore, BooksOfANewerProgramAreRefused) {
  ASSERT_TRUE(place_.open());
  shell("update yidan.version set version = 99");
  EXPECT_EQ(place_.open().error().code, ErrorCode::unavailable);
  EXPECT_EQ(place_.open(Access::read_only).error().code, ErrorCode::unavailable);
}

TEST_F(PostgresStore, ASchemaOfAnotherProgramIsLeftAlone) {
  shell("create schema yidan; create table yidan.mine (x integer)");
  EXPECT_EQ(place_.open().error().code, ErrorCode::invalid_value);
  EXPECT_THROW(shell("select * from yidan.event"), std::runtime_error);
}

TEST_F(PostgresStore, ADatabaseThatIsNotThereIsUnavailable) {
  const auto url = server().url("nowhere");
  EXPECT_EQ(open(url, Access::create, wall_clock).error().code, ErrorCode::unavailable);
}

TEST_F(PostgresStore, EventsAreNeitherChangedNorLostUnnoticed) {
  const auto store = place_.opened();
  ASSERT_EQ(written(*store, settlement(file_, 0, "k1")), Written::done);
  EXPECT_THROW(shell("delete from yidan.event"), std::runtime_error);
  EXPECT_THROW(shell("update yidan.event set entries = ''"), std::runtime_error);
  EXPECT_TRUE(store->check());
  shell("alter table yidan.event disable trigger user; delete from yidan.event");
  EXPECT_EQ(store->check().error().code, ErrorCode::damaged);
}

TEST_F(PostgresStore, PeopleCanReadTheBooks) {
  *place_.clock().time = 1'678'000'000'123'456;
  const auto store = place_.opened();
  ASSERT_EQ(written(*store, settlement(file_, 0, "k1")), Written::done);
  Part again = settlement(file_, 1, "k2");
  again.rows[0] = settlement(file_, 0, "k1").rows[0];
  again.rows[0].data = R"({"entry":1,"version":2,"total":11})";
  ASSERT_EQ(written(*store, again), Written::done);
  shell("do $$ begin assert (select min(recorded) = '2023-03-05 15:06:40.123456' from yidan.journal); end $$");
  shell("do $$ begin assert (select sum(debit) = sum(credit) and count(*) = 8 from yidan.journal); end $$");
  shell("do $$ begin assert (select count(*) = 1 and max(version) = 2 from yidan.bill_current); end $$");
  shell("do $$ begin assert (select max(person) = 'P1' and max(total) = 0.11 from yidan.bill_current); end $$");
  shell(
      "do $$ begin assert (select max(recorded) = (select max(recorded) from yidan.journal)"
      " from yidan.bill_current); end $$");
  shell("do $$ begin assert (select count(*) = 2 from yidan.journal where party = 'P1'); end $$");
  shell("do $$ begin assert (select text = 'steps k2' from yidan.document where seq = 2 and name = 'steps/2'); end $$");
}

TEST(PostgresName, AnErrorDoesNotTellThePassword) {
  EXPECT_EQ(postgres::name_of("postgresql://u:secret@host:5432/books?sslmode=require"),
            "postgresql://u@host:5432/books");
  EXPECT_EQ(postgres::name_of("postgresql://u:se/cr@et@host/books"), "postgresql://u@host/books");
  EXPECT_EQ(postgres::name_of("postgresql://host/books"), "postgresql://host/books");
  EXPECT_EQ(postgres::name_of("postgresql://clerk:secret"), "postgresql://clerk");
  EXPECT_EQ(postgres::name_of("postgresql://clerk:1secret/books"), "postgresql://clerk/books");
  EXPECT_EQ(postgres::name_of("postgresql://one:1,two:2/books"), "postgresql://one:1,two:2/books");
  EXPECT_EQ(postgres::name_of("postgresql://[::1]:5432/books"), "postgresql://[::1]:5432/books");
  EXPECT_EQ(postgres::name_of("postgres://host:5432/books?password=secret"), "postgres://host:5432/books");
}

}  // namespace
}  // namespace yidan::store::testing
