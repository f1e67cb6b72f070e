// Disks that are full, closed, damaged; files that are none; and two who write at once: the books of one file.
#include <fstream>
#include <random>

#include <gmock/gmock.h>
#include <unistd.h>

#include "tests/crash/fault_support.h"

namespace yidan::crash {
namespace {

using ::testing::AllOf;
using ::testing::AnyOf;
using ::testing::HasSubstr;

// So that permissions hold for root too.
std::string without_privileges() {
  return ::geteuid() == 0 ? "setpriv --bounding-set=-dac_override,-dac_read_search" : "";
}

// Wherever it stands: what is found first may lie in the part of a page that is not in use.
void change(const std::string& file, const std::string& what, const std::string& into) {
  std::string text = testing::read_file(file);
  ASSERT_TRUE(text.contains(what)) << what;
  ASSERT_EQ(what.size(), into.size());
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at)) {
    text.replace(at, what.size(), into);
  }
  testing::write_file(file, text);
}

TEST_F(Faults, AFullDiskStopsPostingAndLosesNothing) {
  ASSERT_EQ(run("", "init" + on(db())).status, 0);
  const std::string input = requests(50, 1000);
  const Ran full = run("trap '' XFSZ; ulimit -f 2400; exec", "post --jsonl" + on(db()), input);
  EXPECT_EQ(full.status, 2);
  EXPECT_THAT(full.err, AllOf(HasSubstr(db()), HasSubstr("written, 0 known before"),
                              AnyOf(HasSubstr("the disk is full"), HasSubstr("cannot be used now")),
                              HasSubstr("Send the same input again")));
  EXPECT_FALSE(acknowledged(full.out).empty());
  expect_kept(db(), input, full);
}

TEST_F(Faults, BooksThatCannotBeWrittenCanBeRead) {
  make_books(3, 10);
  std::filesystem::permissions(db(), std::filesystem::perms(0444));
  for (const int folder : {0755, 0555}) {
    std::filesystem::permissions(in(""), static_cast<std::filesystem::perms>(folder));
    for (const char* command : {"balance", "verify", "ask k1", "year 370600 P1", "journal", "drafts"}) {
      const Ran ran = run(without_privileges(), command + on(db()));
      EXPECT_EQ(ran.status, 0) << command << ": " << ran.err;
    }
    for (const char* command : {"post --jsonl", "reverse 370600 P1 k1", "drafts on", "init"}) {
      const Ran ran = run(without_privileges(), command + on(db()));
      EXPECT_EQ(ran.status, 2) << command;
      EXPECT_THAT(ran.err, AllOf(HasSubstr(db()), HasSubstr("readonly"))) << command;
    }
  }
  std::filesystem::permissions(in(""), std::filesystem::perms(0755));
}

// Without the log's files nobody would know of each other, and pages could change under the reader.
TEST_F(Faults, ReadingWithoutTheRightToShareTheLogIsRefused) {
  make_books(3, 10);
  std::filesystem::create_directory(in("closed"));
  std::filesystem::copy_file(db(), in("closed/books.db"));
  std::filesystem::permissions(in("closed"), static_cast<std::filesystem::perms>(0555));
  for (const char* command : {"balance", "backup -"}) {
    const Ran ran = run(without_privileges(), command + on(in("closed/books.db")));
    EXPECT_EQ(ran.status, 2) << command;
    EXPECT_THAT(ran.err, HasSubstr("shares the files -wal and -shm")) << command;
  }
  std::filesystem::permissions(in("closed"), std::filesystem::perms(0755));
  expect_sound(in("closed/books.db"));
}

TEST_F(Faults, VerificationNamesWhatWasDamaged) {
  make_books(3, 30);
  const std::string whole = testing::read_file(db());
  const std::pair<const char*, const char*> damages[] = {
      {R"("fund_total":)", R"("fund_totam":)"},  // a bill or an answer
      {"1960-05-12", "1961-05-12"},              // facts
      {R"({"account_balance")",
       "{\xA4"
       "account_balance\""},  // the content of an event: no JSON any more
      {R"("care":"outpatient")", R"("care":"outpatient})"},
      {"benefit-expense", "benefit-expensf"},
      {"clauses/clauses.tsv", "clauses/clauses.tsw"},  // the packs
  };
  for (const auto& [what, into] : damages) {
    testing::write_file(db(), whole);
    change(db(), what, into);
    const Ran verified = run("", "verify" + on(db()));
    EXPECT_THAT(verified.status, AnyOf(1, 2)) << what << verified.out << verified.err;
    EXPECT_THAT(verified.err, HasSubstr("yidan: ")) << what;
  }
}

TEST_F(Faults, NoDamageMakesTheProgramCrash) {
  make_books(3, 30);
  const std::string whole = testing::read_file(db());
  std::mt19937_64 random(1);
  for (int seed = 0; seed < 20; ++seed) {
    std::string damaged = whole;
    const std::size_t page = random() % (whole.size() / 4096) * 4096;
    for (int i = 0; i < 16; ++i) damaged[page + random() % 4096] = static_cast<char>(random());
    if (seed % 8 == 0) damaged.resize(damaged.size() / 4096 / 2 * 4096 + 100);
    testing::write_file(db(), damaged);
    for (const char* command : {"verify", "balance", "year 370600 P1"}) {
      const Ran ran = run("", command + on(db()));
      EXPECT_THAT(ran.status, AnyOf(0, 1, 2)) << command << " of seed " << seed << ": " << ran.err;
      if (ran.status == 0) continue;
      EXPECT_FALSE(ran.err.empty() && ran.out.empty()) << command << " of seed " << seed;
    }
    for (const char* end : {"-wal", "-shm"}) std::filesystem::remove(db() + end);
  }
}

TEST_F(Faults, AFileThatIsNoBooksIsRefusedAndLeftAlone) {
  testing::write_file(in("empty"), "");
  testing::write_file(in("text"), "a text that is long enough to be taken for something\n");
  make_books(3, 10);
  const std::string whole = testing::read_file(db());
  testing::write_file(in("short"), whole.substr(0, whole.size() / 2 + 100));
  testing::write_file(in("tiny"), whole.substr(0, 60));
  std::filesystem::create_directory(in("folder"));
  for (const char* name : {"empty", "text", "short", "tiny", "folder", "absent"}) {
    for (const char* command : {"balance", "verify", "ask k1", "post --jsonl"}) {
      const Ran ran = run("", command + on(in(name)), requests(1, 0));
      EXPECT_EQ(ran.status, 2) << command << " " << name;
      EXPECT_THAT(ran.err, HasSubstr(in(name))) << command << " " << name;
    }
  }
  EXPECT_EQ(testing::read_file(in("empty")), "");
  EXPECT_EQ(testing::read_file(in("short")), whole.substr(0, whole.size() / 2 + 100));
  EXPECT_FALSE(std::filesystem::exists(in("absent")));
}

TEST_F(Faults, AKilledCommandLeavesALogFromWhichTheBooksRecover) {
  ASSERT_EQ(run("", "init" + on(db())).status, 0);
  const std::string input = requests(50, 3000);
  const Ran killed = run("timeout -s KILL 1", "post --jsonl" + on(db()), input);
  const std::string file = testing::read_file(db());
  const bool log_is_there = std::filesystem::exists(db() + "-wal");
  const std::string log = log_is_there ? testing::read_file(db() + "-wal") : "";
  // The log cut short, as a disk may have it that lost what was not flushed; what is left counts up to a whole write.
  for (const std::size_t size : {log.size() / 3, log.size() / 2 + 7, log.size()}) {
    testing::write_file(db(), file);
    std::filesystem::remove(db() + "-shm");
    if (log_is_there) testing::write_file(db() + "-wal", log.substr(0, size));
    expect_sound(db());
  }
  expect_kept(db(), input, killed);
}

TEST_F(Faults, TwoProcessesWriteIntoOneFile) {
  ASSERT_EQ(run("", "init" + on(db())).status, 0);
  testing::write_file(in("a"), requests(20, 300, "a"));
  testing::write_file(in("b"), requests(20, 300, "b"));
  const std::string other = " '" YIDAN_PROGRAM "' post --jsonl --quiet" + on(db());
  const Ran ran = run(other + "'" + in("a") + "' & " + other + "'" + in("a") + "' & wait_for=$!; ",
                      "post --jsonl --quiet" + on(db()) + "'" + in("b") + "'; status=$?; wait; exit $status");
  EXPECT_EQ(ran.status, 0) << ran.err;
  const Ran verified = run("", "verify" + on(db()));
  EXPECT_THAT(verified.out, HasSubstr("20 persons, 620 events")) << verified.err;
}

TEST_F(Faults, AnAnswerThatCannotBeWrittenIsNotTakenForGiven) {
  make_books(3, 10);
  for (const char* command : {"balance", "verify", "ask k1", "year 370600 P1", "journal", "post --jsonl"}) {
    const Ran ran = run("", command + on(db()) + " > /dev/full", requests(3, 10));
    EXPECT_EQ(ran.status, 2) << command;
    EXPECT_THAT(ran.err, HasSubstr("yidan: ")) << command;
  }
}

TEST_F(Faults, BooksThatWereRestoredInPartAreRefused) {
  make_books(400, 6000);
  ASSERT_EQ(run("", "backup" + on(db()) + "'" + in("backup") + "'").status, 0);
  const std::string part = in("part.db");
  const Ran full = run("trap '' XFSZ; ulimit -f 6000; exec", "restore" + on(part) + "'" + in("backup") + "'");
  EXPECT_EQ(full.status, 2);
  EXPECT_THAT(full.err, HasSubstr("not restored in full"));
  for (const char* command : {"balance", "verify", "post --jsonl", "journal", "ask k1", "backup -"}) {
    const Ran refused = run("", command + on(part), requests(1, 1));
    EXPECT_EQ(refused.status, 2) << command;
    EXPECT_THAT(refused.err, HasSubstr("being restored from a backup")) << command;
  }
  EXPECT_EQ(run("", "restore" + on(part) + "'" + in("backup") + "'").status, 2);
  EXPECT_EQ(run("", "restore" + on(in("whole.db")) + "'" + in("backup") + "'").status, 0);
  expect_sound(in("whole.db"));
}

TEST_F(Faults, ADatabaseIsNeverOverwrittenByABackupOrAJournal) {
  make_books(2, 5);
  testing::write_file(in("text"), "yidan.backup/1\nan earlier one");
  for (const std::string& command :
       {"backup" + on(db()) + "'" + db() + "'", "journal" + on(db()) + "--out '" + db() + "'"}) {
    const Ran refused = run("", command);
    EXPECT_EQ(refused.status, 2) << command;
    EXPECT_THAT(refused.err, HasSubstr("a database is never overwritten")) << command;
    expect_sound(db());
  }
  EXPECT_EQ(run("", "backup" + on(db()) + "'" + in("text") + "'").status, 0);
}

TEST_F(Faults, AnInputOrOutputThatIsClosedIsNoSuccess) {
  make_books(2, 5);
  const Ran no_input = run("exec <&-;", "post --jsonl" + on(db()));
  EXPECT_EQ(no_input.status, 2) << no_input.err;
  EXPECT_THAT(no_input.err, HasSubstr("cannot read"));
  for (const char* command : {"balance", "journal", "ask k1", "year 370600 P1"}) {
    const Ran no_output = run("exec >&-;", command + on(db()));
    EXPECT_EQ(no_output.status, 2) << command << no_output.err;
  }
  expect_sound(db());
}

TEST_F(Faults, ABackupMadeWhileOthersWriteIsWhole) {
  make_books(20, 200);
  testing::write_file(in("more"), requests(20, 400, "m"));
  const std::string writer = " '" YIDAN_PROGRAM "' post --jsonl --quiet" + on(db()) + "'" + in("more") + "' & ";
  const Ran backup = run(writer, "backup" + on(db()) + "'" + in("backup") + "'; status=$?; wait; exit $status");
  ASSERT_EQ(backup.status, 0) << backup.err;
  const Ran restored = run("", "restore" + on(in("new.db")) + "'" + in("backup") + "'");
  ASSERT_EQ(restored.status, 0) << restored.err;
  expect_sound(in("new.db"));
  for (const char* key : {"k0", "k99", "k199", "facts7"})
    EXPECT_EQ(run("", "ask" + on(in("new.db")) + key).out, run("", "ask" + on(db()) + key).out) << key;
  const Ran again = run("", "post --jsonl --quiet" + on(in("new.db")) + "'" + in("more") + "'");
  EXPECT_EQ(again.status, 0) << again.err;
  expect_sound(in("new.db"));
}

}  // namespace
}  // namespace yidan::crash
