// What only a file can suffer: full disks, failing disks, damage, locks, other programs.
#include "store/sqlite/sqlite_store.h"

#include <array>
#include <fstream>
#include <thread>

#include <gtest/gtest.h>

#include "store/backup.h"
#include "store/sqlite/books.h"
#include "store/sqlite/faulty_disk.h"
#include "store/test_support.h"

namespace yidan::store::testing {
namespace {

class SqliteStore : public ::testing::Test {
 protected:
  [[nodiscard]] std::string path() const { return place_.url().substr(std::string_view("sqlite:").size()); }
  // Runs SQL as the `sqlite3` shell would; the first column of the last row.
  std::string shell(const std::string& sql) const {
    sqlite3* database = nullptr;
    sqlite3_open(path().c_str(), &database);
    std::string last;
    const auto keep = [](void* out, int, char** values, char**) {
      *static_cast<std::string*>(out) = values[0] == nullptr ? "" : values[0];
      return 0;
    };
    if (sqlite3_exec(database, sql.c_str(), keep, &last, nullptr) != SQLITE_OK) last = sqlite3_errmsg(database);
    sqlite3_close(database);
    return last;
  }

  Place place_{Kind::sqlite};
  Subject file_{370600, "P1"};
};

void expect_fails_and_goes_on(const Place& place, std::atomic<int>& fault, int code) {
  const auto store = place.opened();
  const Subject file{1, "P1"};
  ASSERT_EQ(written(*store, settlement(file, 0, "k1")), Written::done);
  fault = code;
  on_threads(6, [&](int i) {
    const std::string name = "Q" + std::to_string(i);
    EXPECT_EQ(store->write(settlement({1, name}, 0, name)).error().code, ErrorCode::unavailable);
  });
  EXPECT_EQ(store->set("n", "v").error().code, ErrorCode::unavailable);
  EXPECT_EQ(store->load(file)->seq, 1);
  fault = SQLITE_OK;
  EXPECT_EQ(store->counts()->events, 1);
  ASSERT_EQ(written(*store, settlement(file, 1, "k2")), Written::done);
  ASSERT_EQ(written(*store, settlement({1, "Q1"}, 0, "Q1")), Written::done);
  EXPECT_EQ(store->counts()->events, 3);
  EXPECT_TRUE(store->check());
}

TEST_F(SqliteStore, AFullDiskLosesNothingAndWritingGoesOnLater) {
  const FaultyDisk disk;
  expect_fails_and_goes_on(place_, FaultyDisk::writes_fail(), SQLITE_FULL);
  EXPECT_EQ(place_.opened()->counts()->events, 3);
}

TEST_F(SqliteStore, AFailingDiskLosesNothingAndWritingGoesOnLater) {
  const FaultyDisk disk;
  expect_fails_and_goes_on(place_, FaultyDisk::writes_fail(), SQLITE_IOERR_WRITE);
}

TEST_F(SqliteStore, WhatCouldNotBeFlushedIsNotDone) {
  const FaultyDisk disk;
  expect_fails_and_goes_on(place_, FaultyDisk::syncs_fail(), SQLITE_IOERR_FSYNC);
  EXPECT_EQ(place_.opened()->counts()->events, 3);
}

TEST_F(SqliteStore, TheLogIsWrittenInLargePieces) {
  const FaultyDisk disk;
  const auto store = place_.opened();
  Part change = settlement(file_, 0, "k1");
  change.event.content = std::string(1'000'000, 'x');  // 245 pages, two writes each by itself
  const int before = FaultyDisk::writes();
  ASSERT_EQ(written(*store, change), Written::done);
  EXPECT_LE(FaultyDisk::writes() - before, 24);
  EXPECT_EQ(store->find("k1")->value().recorded.event.content, change.event.content);
}

TEST_F(SqliteStore, AChangeOfSeveralSubjectsOnAFailingDiskIsNotThereInPart) {
  const FaultyDisk disk;
  const auto store = place_.opened();
  const std::vector<Part> change{settlement(file_, 0, "k1"), settlement({370600, "P2"}, 0, "k1")};
  for (std::atomic<int>* fault : {&FaultyDisk::writes_fail(), &FaultyDisk::syncs_fail()}) {
    *fault = SQLITE_IOERR;
    EXPECT_EQ(store->write(change).error().code, ErrorCode::unavailable);
    *fault = SQLITE_OK;
    EXPECT_TRUE(store->events_after(0, 10)->empty());
    EXPECT_EQ(store->counts()->subjects, 0);
  }
  EXPECT_EQ(*store->write(change), Written::done);
  EXPECT_EQ(place_.opened()->events_after(0, 10)->size(), 2U);
  EXPECT_TRUE(store->check());
}

// Not in keys, texts, parties, nor in an index.
TEST_F(SqliteStore, ANumberStandsInOnePlaceOfTheFile) {
  const Subject person{370600, "370602199001011234"};
  {
    const auto store = place_.opened();
    Part change = settlement(person, 0, "370600/" + person.id + "/settle/E1");
    change.event.content = R"({"id":")" + person.id + "\"}";
    change.event.answer = R"({"person":")" + person.id + R"(","party":")" + person.id + R"(/spouse"})";
    change.documents[0].text = change.event.answer;
    change.past = change.event.content;
    ASSERT_EQ(written(*store, change), Written::done);
    EXPECT_EQ(store->find(change.event.key).value()->recorded.event.answer, change.event.answer);
    EXPECT_EQ(store->load(person)->facts, facts_of(person.id));
  }
  std::ifstream file(path(), std::ios::binary);
  const std::string bytes(std::istreambuf_iterator<char>(file), {});
  const std::size_t at = bytes.find(person.id);
  ASSERT_NE(at, std::string::npos);
  EXPECT_EQ(bytes.find(person.id, at + 1), std::string::npos);
}

TEST_F(SqliteStore, TheErrorOfAFullDiskSaysSo) {
  const FaultyDisk disk;
  const auto store = place_.opened();
  FaultyDisk::writes_fail() = SQLITE_FULL;
  const auto outcome = store->write(settlement(file_, 0, "k1"));
  EXPECT_NE(outcome.error().message.en.find("disk is full"), std::string::npos);
  EXPECT_NE(outcome.error().message.zh.find("磁盘已满"), std::string::npos);
  EXPECT_EQ(outcome.error().where, path());
}

TEST_F(SqliteStore, ALockThatIsNotReleasedMakesItUnavailable) {
  const auto store = place_.opened();
  sqlite3* other = nullptr;
  sqlite3_open(path().c_str(), &other);
  sqlite3_exec(other, "begin immediate", nullptr, nullptr, nullptr);
  EXPECT_EQ(store->write(settlement(file_, 0, "k1")).error().code, ErrorCode::unavailable);
  EXPECT_TRUE(store->events(file_)->empty()) << "reading goes on";
  sqlite3_close(other);
  EXPECT_EQ(written(*store, settlement(file_, 0, "k1")), Written::done);
}

TEST_F(SqliteStore, WhatTheDatabaseRefusesSpoilsNobodyElse) {
  const auto store = place_.opened();
  shell(
      "create trigger strict_key before insert on item when exists (select 1 from event where subject = new.subject"
      " and key = 'bad') begin select raise(abort, 'no'); end");
  expect_only_the_bad_refused(*store);
}

TEST_F(SqliteStore, ADamagedPageIsFound) {
  {
    const auto store = place_.opened();
    for (int i = 0; i < 200; ++i)
      ASSERT_EQ(written(*store, settlement({1, "P" + std::to_string(i)}, 0, std::to_string(i))), Written::done);
    EXPECT_TRUE(store->check());
  }
  {
    std::fstream file(path(), std::ios::in | std::ios::out | std::ios::binary);
    file.seekg(0, std::ios::end);
    const auto size = static_cast<std::int64_t>(file.tellg());
    for (std::int64_t at = std::int64_t{30} * 4'096; at < size; at += std::int64_t{8} * 4'096) {
      file.seekp(at);
      file << std::string(600, '\xA5');
    }
  }
  EXPECT_EQ(place_.opened(Access::read_only)->check().error().code, ErrorCode::damaged);
}

TEST_F(SqliteStore, AnEventThatIsGoneIsFound) {
  ASSERT_EQ(written(*place_.opened(), settlement(file_, 0, "k1")), Written::done);
  EXPECT_EQ(shell("delete from event"), "events are never deleted");
  EXPECT_EQ(shell("update event set entries = ''"), "events are never changed");
  EXPECT_TRUE(place_.opened()->check());
  shell("drop trigger event_stays; delete from event");
  EXPECT_EQ(place_.opened()->check().error().code, ErrorCode::damaged);
}

TEST_F(SqliteStore, APersonThatIsGoneIsFoundAndNotBackedUpAsIfNothingWere) {
  ASSERT_EQ(written(*place_.opened(), settlement(file_, 0, "k1")), Written::done);
  ASSERT_EQ(written(*place_.opened(), settlement({1, "P2"}, 0, "k2")), Written::done);
  shell("delete from state where subject = 2; delete from facts where subject = 2; delete from subject where id = 2");
  EXPECT_EQ(place_.opened()->check().error().code, ErrorCode::damaged);
  const auto nowhere = [](std::string_view) { return Result<void>{}; };
  EXPECT_EQ(back_up(*place_.opened(), {}, nowhere, always).error().code, ErrorCode::damaged);
}

TEST_F(SqliteStore, RowsSumsAndTimesThatDoNotBelongToAnEventAreFound) {
  ASSERT_EQ(written(*place_.opened(), settlement(file_, 0, "k1")), Written::done);
  shell("update state set recorded = recorded - 1");
  EXPECT_EQ(place_.opened()->check().error().code, ErrorCode::damaged);
  shell("update state set recorded = recorded + 1");
  EXPECT_TRUE(place_.opened()->check());
  shell("update summed set position = 2");
  EXPECT_EQ(place_.opened()->check().error().code, ErrorCode::damaged);
  shell("update summed set position = 0; update item set subject = 9");
  EXPECT_EQ(place_.opened()->check().error().code, ErrorCode::damaged);
  shell("update item set subject = 1; delete from facts");
  EXPECT_EQ(place_.opened()->check().error().code, ErrorCode::damaged);
}

// What it had gathered for the log would otherwise go down later, over the pages that others have written since.
TEST_F(SqliteStore, ATransactionThatIsUndoneWritesNothingToTheLog) {
  const FaultyDisk disk;
  ASSERT_EQ(written(*place_.opened(), settlement(file_, 0, "k1")), Written::done);
  auto undone = sqlite::open_books(path(), Access::read_write);
  ASSERT_TRUE(undone);
  ASSERT_TRUE(undone->execute("pragma cache_size = -100; create table filler (text); begin immediate"));
  const int before = FaultyDisk::writes();
  ASSERT_TRUE(
      undone->execute("with recursive n (i) as (select 1 union all select i + 1 from n where i < 100)"
                      " insert into filler select randomblob(3000) from n"));
  undone->roll_back();
  EXPECT_EQ(FaultyDisk::writes(), before);
}

TEST_F(SqliteStore, WhatIsNoDatabaseIsLeftAlone) {
  const std::string letter(5'000, 'x');
  std::ofstream(path()) << letter;
  for (const Access access : {Access::create, Access::read_write, Access::read_only})
    EXPECT_EQ(place_.open(access).error().code, ErrorCode::damaged);
  std::ifstream file(path());
  EXPECT_EQ(std::string(std::istreambuf_iterator<char>(file), {}), letter);
}

TEST_F(SqliteStore, TheDatabaseOfAnotherProgramIsLeftAlone) {
  shell("create table mine (x)");
  for (const Access access : {Access::create, Access::read_write, Access::read_only})
    EXPECT_EQ(place_.open(access).error().code, ErrorCode::invalid_value);
  EXPECT_EQ(shell("select count(*) from sqlite_schema"), "1");
  EXPECT_EQ(shell("pragma journal_mode"), "delete");
}

TEST_F(SqliteStore, BooksOfANewerProgramAreRefused) {
  ASSERT_TRUE(place_.open());
  EXPECT_EQ(shell("pragma user_version"), "1");
  shell("pragma user_version = 99");
  const auto refused = place_.open();
  EXPECT_EQ(refused.error().code, ErrorCode::unavailable);
  EXPECT_NE(refused.error().message.en.find("99"), std::string::npos);
}

TEST_F(SqliteStore, LookingForBooksMakesNoFile) {
  EXPECT_EQ(place_.open(Access::read_write).error().code, ErrorCode::not_found);
  EXPECT_FALSE(std::filesystem::exists(path()));
  EXPECT_EQ(open("sqlite:" + path() + "/not/there", Access::create, place_.clock().clock()).error().code,
            ErrorCode::unavailable);
}

TEST_F(SqliteStore, ABarePathWithOddCharactersIsThatPath) {
  const TemporaryFolder folder;
  const std::string odd = folder.in("烟台 50%?x#y&z'.db");
  ASSERT_EQ(written(**open(odd, Access::create, place_.clock().clock()), settlement(file_, 0, "k1")), Written::done);
  EXPECT_TRUE(std::filesystem::exists(odd));
  EXPECT_EQ((*open("sqlite:" + odd, Access::read_only, place_.clock().clock()))->counts()->events, 1);
}

TEST_F(SqliteStore, PeopleCanReadTheBooks) {
  *place_.clock().time = 1'678'000'000'123'456;
  const auto store = place_.opened();
  ASSERT_EQ(written(*store, settlement(file_, 0, "k1")), Written::done);
  Part again = settlement(file_, 1, "k2");
  again.rows[0] = settlement(file_, 0, "k1").rows[0];
  again.rows[0].data = R"({"entry":1,"version":2,"total":11})";
  ASSERT_EQ(written(*store, again), Written::done);
  EXPECT_EQ(shell("select min(recorded) from journal"), "2023-03-05 15:06:40.123456");
  EXPECT_EQ(shell("select printf('%.2f', sum(debit) - sum(credit)) from journal where fund = 'employee-pooled'"),
            "0.00");
  EXPECT_EQ(shell("select count(*) || ' ' || max(total) || ' ' || max(version) from bill_current"), "1 0.11 2");
  EXPECT_EQ(shell("select person || ' ' || encounter || ' ' || recorded from bill_current"),
            shell("select 'P1 e1 ' || max(recorded) from journal"));
  EXPECT_EQ(shell("select party from journal where seq = 1 and account = 'account-liability'"), "P1");
  EXPECT_EQ(shell("select text from document where seq = 2 and name = 'steps/2'"), "steps k2");
}

}  // namespace
}  // namespace yidan::store::testing
