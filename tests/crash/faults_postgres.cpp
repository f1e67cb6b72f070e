// A PostgreSQL server that is away, is not the right one, goes away, comes back; and two who write into it at once.
#include <chrono>
#include <thread>

#include <gmock/gmock.h>

#include "store/postgres/private_postgres.h"
#include "tests/crash/fault_support.h"

namespace yidan::crash {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr const char* kUntilSomeEventsAreThere =
    "set statement_timeout = '60s';"
    "do $$ begin while (select count(*) from yidan.event) < 300 loop perform pg_sleep(0.01); end loop; end $$";

store::testing::PostgresServer& server() { return store::testing::server_of_tests(); }

TEST_F(Faults, AServerThatIsAwayIsNamedWithoutItsPassword) {
  const std::string here = server().new_database();
  const std::string wrong[] = {
      "postgresql://clerk:open-sesame@/books?host=" + in("nowhere"),
      "postgresql://clerk:open-sesame@localhost:1/books",
      "postgresql://clerk@localhost:1/books?password=open-sesame",
      "postgresql://clerk:open%2Dsesame@/no_such_database?host=" + server().socket_folder(),
      "postgresql://postgres@/no_such_database?host=" + server().socket_folder() + "&password=open-sesame",
      "postgresql://clerk:open-sesame@localhost:port/books",
      "postgresql://clerk:open-sesame@localhost/books?no_such_word=1",
      "postgres://:open-sesame@:1/",
      "postgresql://clerk:open-sesame",
  };
  for (const std::string& url : wrong) {
    for (const char* command : {"balance", "verify", "post --jsonl", "init"}) {
      const Ran ran = run("timeout 30", command + on(url), requests(1, 1));
      EXPECT_EQ(ran.status, 2) << command << " " << url << ran.err;
      EXPECT_THAT(ran.err, AllOf(HasSubstr("yidan: "), Not(HasSubstr("sesame")))) << command << " " << url;
      EXPECT_THAT(ran.out, Not(HasSubstr("sesame"))) << command << " " << url;
    }
  }
  EXPECT_EQ(run("", "balance" + on(here)).status, 2);  // no books in it
}

TEST_F(Faults, AServerThatGoesAwayStopsPostingAndLosesNothing) {
  auto& own = store::testing::PrivatePostgres::instance();
  const std::string db = own.new_database();
  ASSERT_EQ(run("", "init" + on(db)).status, 0);
  const std::string input = requests(50, 6000);
  Ran stopped;
  std::thread posting([&] { stopped = run("timeout 60", "post --jsonl" + on(db), input); });
  store::testing::PostgresServer::execute_on(db, kUntilSomeEventsAreThere);
  own.stop(SIGQUIT);
  posting.join();
  EXPECT_EQ(stopped.status, 2) << stopped.err;
  EXPECT_THAT(stopped.err, AllOf(HasSubstr("postgresql://"), HasSubstr("Send the same input again")));
  own.start();
  expect_kept(db, input, stopped);
}

TEST_F(Faults, TwoProcessesWriteIntoOneDatabase) {
  const std::string db = server().new_database();
  ASSERT_EQ(run("", "init" + on(db)).status, 0);
  testing::write_file(in("a"), requests(20, 300, "a"));
  testing::write_file(in("b"), requests(20, 300, "b"));
  const std::string other = " '" YIDAN_PROGRAM "' post --jsonl --quiet" + on(db) + "'" + in("a") + "' & ";
  const Ran ran = run(other, "post --jsonl --quiet" + on(db) + "'" + in("b") + "'; status=$?; wait; exit $status");
  EXPECT_EQ(ran.status, 0) << ran.err;
  const Ran verified = run("", "verify" + on(db));
  EXPECT_THAT(verified.out, HasSubstr("20 persons, 620 events")) << verified.err;
}

TEST_F(Faults, ABackupGoesFromOneStoreToTheOther) {
  const std::string db = server().new_database();
  const std::string back = server().new_database();
  make_books(db, 10, 100);
  testing::write_file(in("more"), requests(10, 200, "m"));
  const std::string writer = " '" YIDAN_PROGRAM "' post --jsonl --quiet" + on(db) + "'" + in("more") + "' & ";
  const Ran backup = run(writer, "backup" + on(db) + "'" + in("backup") + "'; status=$?; wait; exit $status");
  ASSERT_EQ(backup.status, 0) << backup.err;
  for (const std::string& there : {in("new.db"), back}) {
    const Ran restored = run("", "restore" + on(there) + "'" + in("backup") + "'");
    ASSERT_EQ(restored.status, 0) << restored.err;
    expect_sound(there);
    EXPECT_EQ(run("", "ask" + on(there) + "k42").out, run("", "ask" + on(db) + "k42").out);
  }
  EXPECT_EQ(run("", "journal" + on(back)).out, run("", "journal" + on(in("new.db"))).out);
}

}  // namespace
}  // namespace yidan::crash
