// Books whose numbers are sealed: what they hold, what opens them, how they become sealed, what their backups are.
#include <chrono>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <thread>

#include <gtest/gtest.h>
#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>

#include "store/backup.h"
#include "store/open_database.h"
#include "store/sealed_backup.h"
#include "store/sealed_database.h"
#include "store/sealing.h"
#include "store/test_support.h"

namespace yidan::store::testing {
namespace {

const std::string kNumbers[] = {"370602199001011234", "370602199001011235", "37060219900101123X"};

std::string text_of_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

Result<void> no_stop(std::int64_t) { return {}; }

class SealedStore : public ::testing::TestWithParam<Kind> {
 protected:
  [[nodiscard]] Result<std::unique_ptr<Store>> open(const std::optional<SealKey>& key,
                                                    Access access = Access::create) const {
    return store::open(place_.url(), access, place_.clock().clock(), key);
  }
  [[nodiscard]] std::unique_ptr<Store> opened(const std::optional<SealKey>& key) const {
    auto store = open(key);
    if (!store) throw std::runtime_error(store.error().message.en);
    return std::move(*store);
  }
  [[nodiscard]] std::unique_ptr<Database> database() const {
    return std::move(*open_database(place_.url(), Access::read_write, place_.clock().clock()));
  }

  static Subject person(const std::string& number) { return {370600, number}; }
  // A visit of each person, and one of an institution.
  void write_some(Store& store) {
    for (const std::string& number : kNumbers)
      ASSERT_EQ(written(store, settlement(person(number), 0, "370600/" + number + "/settle/1")), Written::done);
    ASSERT_EQ(written(store, settlement({370600, "H001", "institution"}, 0, "opened")), Written::done);
  }
  static void expect_some(Store& store) {
    for (const std::string& number : kNumbers) {
      EXPECT_EQ(store.load(person(number))->facts, facts_of(number));
      const auto found = store.find("370600/" + number + "/settle/1").value();
      ASSERT_TRUE(found);
      EXPECT_EQ(found->subject, person(number));
      EXPECT_EQ(found->recorded.entries.at(2).party, number);
      EXPECT_EQ(store.subject_of(store.pseudonym(person(number))).value(), person(number));
    }
    EXPECT_EQ(store.load({370600, "H001", "institution"})->seq, 1);
    EXPECT_EQ(store.events_after(0, 10)->size(), 4U);
    EXPECT_TRUE(store.check());
  }

  // All that the database holds, as whoever carries it away has it.
  [[nodiscard]] std::string all_bytes() const {
    if (GetParam() == Kind::postgres) return all_rows();
    const std::string path = place_.url().substr(std::string_view("sqlite:").size());
    return text_of_file(path) + text_of_file(path + "-wal") + text_of_file(path + "-shm");
  }
  [[nodiscard]] std::string all_rows() const {
    const std::unique_ptr<PGconn, void (*)(PGconn*)> connection(PQconnectdb(place_.url().c_str()), PQfinish);
    const auto ask = [&](const std::string& sql) {
      std::string text;
      const std::unique_ptr<PGresult, void (*)(PGresult*)> rows(PQexec(connection.get(), sql.c_str()), PQclear);
      if (PQresultStatus(rows.get()) != PGRES_TUPLES_OK) throw std::runtime_error(PQerrorMessage(connection.get()));
      for (int row = 0; row < PQntuples(rows.get()); ++row) text += std::string(PQgetvalue(rows.get(), row, 0)) + "\n";
      return text;
    };
    // With what the planner remembers of the columns.
    std::istringstream tables(
        ask("select oid::regclass from pg_class where relnamespace = 'yidan'::regnamespace and relkind in ('r', 'v')"));
    std::string text = ask("select stats::text from pg_stats as stats where schemaname = 'yidan'");
    for (std::string table; std::getline(tables, table);) text += ask("select each::text from " + table + " as each");
    return text;
  }
  void expect_no_number() const {
    const std::string bytes = all_bytes();
    ASSERT_FALSE(bytes.empty());
    for (const std::string& number : kNumbers) EXPECT_FALSE(bytes.contains(number)) << number;
  }

  Place place_{GetParam()};
  const SealKey key_ = SealKey::random();
  const SealKey other_ = SealKey::random();
};
INSTANTIATE_TEST_SUITE_P(Store, SealedStore, ::testing::Values(Kind::sqlite, Kind::postgres),
                         [](const auto& kind) { return name_of(kind.param); });

TEST_P(SealedStore, NewBooksWithAKeyHoldNoNumber) {
  {
    const auto store = opened(key_);
    write_some(*store);
    expect_some(*store);
    expect_no_number();
  }
  expect_no_number();
  expect_some(*opened(key_));
  const auto status = seal_status(place_.url());
  ASSERT_TRUE(status);
  EXPECT_TRUE(status->sealed && status->finished);
  EXPECT_EQ(status->plain, 0);
  EXPECT_EQ(status->fingerprint, key_.fingerprint());
}

TEST_P(SealedStore, BooksWithoutAKeyStayAsTheyWere) {
  write_some(*opened(std::nullopt));
  EXPECT_TRUE(all_bytes().contains(kNumbers[0]));
  // A key changes nothing of books that were never sealed.
  const auto store = opened(key_);
  expect_some(*store);
  EXPECT_EQ(store->envelope().value(), nullptr);
  EXPECT_FALSE(seal_status(place_.url())->sealed);
  EXPECT_EQ(seal_status(place_.url())->plain, 3);
}

TEST_P(SealedStore, AreOpenedByTheirKeyAlone) {
  write_some(*opened(key_));
  const std::string before = all_bytes();
  for (const Access access : {Access::read_only, Access::read_write, Access::create}) {
    const auto without = open(std::nullopt, access);
    ASSERT_FALSE(without);
    EXPECT_EQ(without.error().code, ErrorCode::unavailable);
    EXPECT_TRUE(without.error().message.en.contains("YIDAN_KEY_FILE")) << without.error().message.en;
    EXPECT_TRUE(without.error().message.zh.contains("主密钥"));
    const auto with_other = open(other_, access);
    ASSERT_FALSE(with_other);
    EXPECT_EQ(with_other.error().code, ErrorCode::unavailable);
    EXPECT_TRUE(with_other.error().message.en.contains(key_.fingerprint()));
    EXPECT_TRUE(with_other.error().message.en.contains(other_.fingerprint()));
  }
  if (GetParam() == Kind::postgres) {
    EXPECT_EQ(all_bytes(), before);
  }
  expect_some(*opened(key_));
}

TEST_P(SealedStore, BooksAreSealedLater) {
  write_some(*opened(std::nullopt));
  ASSERT_TRUE(all_bytes().contains(kNumbers[0]));
  const auto status = seal(place_.url(), key_, no_stop);
  ASSERT_TRUE(status) << status.error().message.en;
  EXPECT_TRUE(status->finished);
  EXPECT_EQ(status->plain, 0);
  expect_no_number();
  EXPECT_FALSE(open(std::nullopt));
  const auto store = opened(key_);
  expect_some(*store);
  ASSERT_EQ(written(*store, settlement(person(kNumbers[0]), 1, "next")), Written::done);
  expect_no_number();
  EXPECT_TRUE(seal(place_.url(), key_, no_stop)->finished) << "again, it changes nothing";
  EXPECT_EQ(seal(place_.url(), other_, no_stop).error().code, ErrorCode::unavailable);
}

TEST_P(SealedStore, SealingThatWasCutOffGoesOn) {
  write_some(*opened(std::nullopt));
  {  // after the first steps, and one person
    const auto half = database();
    const auto envelope = begin_sealing(*half, key_);
    ASSERT_TRUE(envelope);
    auto numbers = half->plain_numbers(1).value();
    ASSERT_EQ(numbers.size(), 1U);
    numbers[0].number = sealed_number(*envelope, numbers[0].stand_in, numbers[0].number);
    ASSERT_TRUE(half->put_numbers(numbers));
  }
  const auto between = seal_status(place_.url());
  EXPECT_TRUE(between->sealed && !between->finished);
  EXPECT_EQ(between->plain, 2);
  EXPECT_FALSE(open(std::nullopt));
  expect_some(*opened(key_));  // they can be used meanwhile
  int asked = 0;
  const auto stopped = seal(place_.url(), key_, [&asked](std::int64_t) -> Result<void> {
    ++asked;
    return std::unexpected(Error{.code = ErrorCode::unavailable, .message = {}, .where = {}});
  });
  EXPECT_FALSE(stopped);
  EXPECT_EQ(asked, 1);
  EXPECT_FALSE(seal_status(place_.url())->finished);
  ASSERT_TRUE(seal(place_.url(), key_, no_stop));
  EXPECT_TRUE(seal_status(place_.url())->finished);
  expect_no_number();
  expect_some(*opened(key_));
}

// A process that seals, and is killed when it has run for so long; whether it came to its end.
bool sealed_before_it_was_killed(const std::string& url, const SealKey& key, std::chrono::microseconds after) {
  const pid_t child = ::fork();
  if (child == 0) ::_exit(seal(url, key, no_stop) ? 0 : 1);
  std::this_thread::sleep_for(after);
  ::kill(child, SIGKILL);
  int status = 0;
  ::waitpid(child, &status, 0);
  EXPECT_TRUE(WIFSIGNALED(status) || WEXITSTATUS(status) == 0);
  return WIFEXITED(status);
}

TEST_P(SealedStore, WhoeverSealsMayBeKilledAtAnyMoment) {
  {
    const auto store = opened(std::nullopt);
    write_some(*store);
    std::vector<std::vector<Part>> more;
    for (int i = 0; i < 3'000; ++i) {
      const std::string number = std::to_string(370602199002000000 + i);
      more.push_back({settlement(person(number), 0, "370600/" + number + "/settle/1")});
    }
    ASSERT_TRUE(store->append(more));
  }
  auto after = std::chrono::microseconds(2'000);
  int killed = 0;
  while (!sealed_before_it_was_killed(place_.url(), key_, after)) {
    ++killed;
    after += after / 3;
    // Whatever it had done, the books are whole, with the key once they need it.
    const auto status = seal_status(place_.url());
    ASSERT_TRUE(status) << status.error().message.en;
    const auto store = opened(status->sealed ? std::optional(key_) : std::nullopt);
    for (const std::string& number : kNumbers)
      EXPECT_EQ(store->find("370600/" + number + "/settle/1").value()->subject.id, number);
    ASSERT_TRUE(store->check());
  }
  EXPECT_GT(killed, 0);
  EXPECT_TRUE(seal_status(place_.url())->finished);
  expect_no_number();
  EXPECT_FALSE(all_bytes().contains("370602199002001234"));
}

TEST_P(SealedStore, WhoHasTheBooksOpenIsToldToOpenThemAgain) {
  const auto before = opened(std::nullopt);
  write_some(*before);
  {
    const auto half = database();
    ASSERT_TRUE(begin_sealing(*half, key_));
  }
  // Bills of those who are there go on; a new number is not written plain by anybody.
  EXPECT_EQ(written(*before, settlement(person(kNumbers[0]), 1, "next")), Written::done);
  const auto refused = before->write(settlement(person("370602199001011299"), 0, "new"));
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::unavailable);
  EXPECT_TRUE(refused.error().message.en.contains("Open them again")) << refused.error().message.en;
  const auto sealed = opened(key_);
  EXPECT_EQ(written(*sealed, settlement(person("370602199001011299"), 0, "new")), Written::done);
  // A sealed number is no answer.
  EXPECT_EQ(before->find("new").error().code, ErrorCode::unavailable);
  EXPECT_EQ(before->envelope().error().code, ErrorCode::unavailable);
  EXPECT_FALSE(before->events_after(0, 10));
}

TEST_P(SealedStore, TwoDesksWriteWhileTheBooksAreSealed) {
  const auto one = opened(key_);
  const auto two = opened(key_);
  on_threads(4, [&](int thread) {
    Store& store = thread % 2 == 0 ? *one : *two;
    for (int i = 0; i < 10; ++i) {
      const std::string number = "3706021990010100" + std::to_string(10 + (thread / 2) * 10 + i);
      const std::string key = std::to_string(thread) + "-" + std::to_string(i);
      while (written(store, settlement(person(number), store.load(person(number))->seq, key)) != Written::done) {
      }
    }
  });
  EXPECT_EQ(one->counts()->subjects, 20);
  EXPECT_EQ(two->counts()->events, 40);
  EXPECT_EQ(one->find("3-9").value()->subject.id, "370602199001010029");
  EXPECT_TRUE(two->check());
}

TEST_P(SealedStore, AnotherMasterKeyTakesThePlaceOfTheFirst) {
  const auto open_before = opened(key_);
  write_some(*open_before);
  EXPECT_EQ(rotate_master_key(place_.url(), other_, key_).error().code, ErrorCode::unavailable);
  EXPECT_EQ(rotate_master_key(place_.url(), std::nullopt, other_).error().code, ErrorCode::unavailable);
  const auto status = rotate_master_key(place_.url(), key_, other_);
  ASSERT_TRUE(status);
  EXPECT_EQ(status->fingerprint, other_.fingerprint());
  EXPECT_TRUE(status->finished);
  EXPECT_FALSE(open(key_));
  expect_some(*opened(other_));
  expect_some(*open_before);
  // What it backs up is opened by the key that holds now.
  EXPECT_EQ(fingerprint_of((*open_before->envelope())->wrapped()), other_.fingerprint());
}

TEST_P(SealedStore, NoPersonIsCalledLikeASealedNumber) {
  for (const auto& key : {std::optional<SealKey>(), std::optional(key_)}) {
    const auto store = opened(key);
    EXPECT_EQ(store->write(settlement(person("sealed1:00"), 0, "k")).error().code, ErrorCode::invalid_value);
  }
}

TEST_P(SealedStore, OnlySealedBooksHaveAMasterKey) {
  write_some(*opened(std::nullopt));
  EXPECT_EQ(rotate_master_key(place_.url(), key_, other_).error().code, ErrorCode::conflict);
}

TEST_P(SealedStore, ANumberThatWasChangedOrExchangedIsFound) {
  write_some(*opened(key_));
  const auto exchange = [this](const std::string& column) {
    const bool is_sqlite = GetParam() == Kind::sqlite;
    if (is_sqlite) {
      sqlite3* file = nullptr;
      sqlite3_open(place_.url().substr(7).c_str(), &file);
      sqlite3_exec(file, ("update subject set number = " + column + " where kind = 'person'").c_str(), nullptr, nullptr,
                   nullptr);
      sqlite3_close(file);
    } else {
      PostgresServer::execute_on(place_.url(),
                                 "update yidan.subject set number = " + column + " where kind = 'person'");
    }
  };
  const std::string table = GetParam() == Kind::sqlite ? "subject" : "yidan.subject";
  exchange("(select max(number) from " + table + " where kind = 'person')");
  const auto store = opened(key_);
  int found = 0;
  int damaged_ones = 0;
  for (const std::string& number : kNumbers) {
    const auto seen = store->find("370600/" + number + "/settle/1");
    found += seen ? 1 : 0;
    damaged_ones += !seen && seen.error().code == ErrorCode::damaged ? 1 : 0;
  }
  EXPECT_EQ(found, 1) << "the one whose number it is";
  EXPECT_EQ(damaged_ones, 2);
  EXPECT_EQ(store->each_subject([](const SubjectContents&) { return Result<void>{}; }).error().code,
            ErrorCode::damaged);
}

TEST_P(SealedStore, ABackupOfSealedBooksIsSealed) {
  const auto store = opened(key_);
  write_some(*store);
  ASSERT_TRUE(store->put_policy("digest", "archive"));
  std::string backup;
  const auto keep = [&backup](std::string_view part) -> Result<void> {
    backup += part;
    return {};
  };
  ASSERT_TRUE(back_up(*store, {}, keep, no_stop));
  for (const std::string& number : kNumbers) EXPECT_FALSE(backup.contains(number));
  EXPECT_FALSE(backup.contains("settle")) << "nothing of it is plain";

  std::istringstream closed(backup);
  EXPECT_EQ(unsealed(closed, std::nullopt, "b").error().code, ErrorCode::unavailable);
  std::istringstream other(backup);
  EXPECT_EQ(unsealed(other, other_, "b").error().code, ErrorCode::unavailable);

  const Place place(GetParam());
  const auto restored = std::move(*store::open(place.url(), Access::create, place.clock().clock(), other_));
  std::istringstream whole(backup);
  const auto within = unsealed(whole, key_, "b");
  ASSERT_TRUE(within && *within);
  ASSERT_TRUE(check_backup(**within));
  std::istringstream once_more(backup);
  const auto upgrade = [](const first_form::File&) -> Result<std::vector<Part>> { return std::vector<Part>{}; };
  ASSERT_TRUE(restore(*restored, **unsealed(once_more, key_, "b"), upgrade, no_stop));
  expect_some(*restored);
  EXPECT_EQ(restored->pseudonym(person(kNumbers[0])), store->pseudonym(person(kNumbers[0])));

  // A byte that was changed, and a file that was cut.
  for (std::size_t at = backup.find('\n'); at < backup.size(); at += 37) {
    std::string changed = backup;
    changed[at] = static_cast<char>(changed[at] ^ 1);
    std::istringstream in(changed);
    const auto opened_within = unsealed(in, key_, "b");
    EXPECT_FALSE(opened_within && check_backup(**opened_within)) << at;
    std::istringstream cut(backup.substr(0, at));
    const auto cut_within = unsealed(cut, key_, "b");
    EXPECT_FALSE(cut_within && check_backup(**cut_within)) << at;
  }
}

TEST_P(SealedStore, ABackupOfPlainBooksIsReadAsItIs) {
  const auto store = opened(std::nullopt);
  write_some(*store);
  ASSERT_TRUE(store->put_policy("digest", "archive"));
  std::string backup;
  const auto keep = [&backup](std::string_view part) -> Result<void> {
    backup += part;
    return {};
  };
  ASSERT_TRUE(back_up(*store, {}, keep, no_stop));
  std::istringstream in(backup);
  EXPECT_EQ(unsealed(in, key_, "b").value(), nullptr);
  EXPECT_TRUE(check_backup(in));
}

}  // namespace
}  // namespace yidan::store::testing
