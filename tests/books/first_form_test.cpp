// What the program's first form left behind: a backup that version 0.3.0 made of the examples' books is restored, and
// comes out the same; its databases are left alone, and it is said what to do.

#include <fstream>
#include <sstream>

#include <gtest/gtest.h>
#include <sqlite3.h>

#include "base/temporary_folder.h"
#include "store/backup.h"
#include "testing/files.h"
#include "tests/support/counter_desk.h"

namespace yidan::testing {
namespace {

TEST(FirstForm, ItsBackupIsRestoredAndProved) {
  std::ifstream backup(in_repository("tests/data/books-0.3.0.backup"), std::ios::binary);
  ASSERT_TRUE(store::check_backup(backup));
  backup.clear();
  backup.seekg(0);
  auto store = *store::open("memory:", store::Access::create, counting_clock());
  const auto counts = store::restore(*store, backup, books::upgraded, always);
  ASSERT_TRUE(counts) << counts.error().message.en;
  EXPECT_EQ(*counts, (store::Counts{.subjects = 4, .events = 22, .documents = 26, .entries = 54}));
  EXPECT_EQ(*store->counts(), *counts);
  EXPECT_EQ(store->setting("drafts").value(), "allowed");

  const auto desk = open_desk(*store);
  const auto verified = operations::verify(*desk, always);
  ASSERT_TRUE(verified) << verified.error().message.en;
  ASSERT_FALSE(verified->difference) << verified->difference->what.en;
  EXPECT_EQ(verified->counts, (operations::Proved{.persons = 4, .events = 22, .bills = 13, .entries = 54}));
  EXPECT_EQ(verified->by_other_programs, 22);

  // The sums that `yidan balance` of that version printed.
  const auto balances = store->balances({.pool = 370800, .known = {}});
  for (const store::Balance& balance : *balances) {
    if (balance.account != "benefit-expense") continue;
    EXPECT_EQ(balance.debit, balance.fund == "resident-pooled"         ? 3'552'000
                             : balance.fund == "resident-catastrophic" ? 1'071'400
                                                                       : 963'620);
  }
  // Rows are those of today: bills are found by their provider.
  const auto page = store->rows({.table = "bill"});
  EXPECT_EQ(page->rows.size(), 10U);
  for (const store::FoundRow& found : page->rows) {
    EXPECT_NE(found.row.provider, "") << found.row.id;
    EXPECT_NE(found.row.care, "") << found.row.id;
  }
}

TEST(FirstForm, ItsDatabaseIsLeftAloneWithAWordOnWhatToDo) {
  const TemporaryFolder folder;
  const std::string path = (folder.path() / "books.db").string();
  sqlite3* database = nullptr;
  ASSERT_EQ(sqlite3_open(path.c_str(), &database), SQLITE_OK);
  sqlite3_exec(database, "pragma application_id = 1497645390; pragma user_version = 1; create table file (id)", nullptr,
               nullptr, nullptr);
  sqlite3_close(database);
  for (const store::Access access : {store::Access::create, store::Access::read_write, store::Access::read_only}) {
    const auto opened = store::open(path, access, counting_clock());
    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().code, ErrorCode::unavailable);
    EXPECT_NE(opened.error().message.en.find("version 0.3"), std::string::npos);
    EXPECT_NE(opened.error().message.en.find("yidan backup"), std::string::npos);
  }
}

// The first form kept the number of a stay without its institution: that is read from the encounters.
TEST(FirstForm, AStaySettledInPartsGoesOn) {
  std::ifstream backup(in_repository("tests/data/interim-bills-0.3.0.backup"), std::ios::binary);
  Counter counter;
  ASSERT_TRUE(store::restore(counter.store(), backup, books::upgraded, always));
  const Said third =
      counter.ask_for("third", R"("pool":"371100","person":"P1","do":"settle","encounter":{"id":"E3",)"
                               R"("care":"inpatient","admitted":"2023-04-10","date":"2023-04-20",)"
                               R"("stay":"S1","provider":{"id":"H1","region":"371100","level":3,)"
                               R"("designated":["inpatient"]},"lines":[{"class":"A","amount":"100.00"}]})");
  ASSERT_TRUE(third.done) << third.text;
  EXPECT_EQ(counter.bill({371100, "P1"}, "E3").fund_total, 8'000) << "its deductible was borne before: 100.00 at 80 %";
}

// It kept no claims: they are read from the encounters.
TEST(FirstForm, AClaimThatComesAgainIsKnown) {
  std::ifstream backup(in_repository("tests/data/books-0.3.0.backup"), std::ios::binary);
  Counter counter;
  ASSERT_TRUE(store::restore(counter.store(), backup, books::upgraded, always));
  const std::string person = "371700195911230031";
  const Said again =
      counter.ask_for("again", R"("pool":"371700","person":")" + person +
                                   R"(","do":"settle","encounter":{"id":"Z9","care":"inpatient",)"
                                   R"("admitted":"2022-09-03","date":"2022-09-28","provider":{"id":"HZ-H3",)"
                                   R"("region":"371702","level":3,"designated":["inpatient"]},)"
                                   R"("lines":[{"class":"A","amount":"52000.00"}]})");
  ASSERT_TRUE(again.done) << again.text;
  EXPECT_NE(again.text.find(R"("code":"duplicate-claim","where":"$.encounter","encounter":"Z4")"), std::string::npos)
      << again.text;
}

TEST(FirstForm, APastThatIsNoneIsLeftForItsReaderToRefuse) {
  for (const char* past : {"", "[]", R"({"courses":[{}]})", R"({"courses":[{"encounters":["E1"]}]})"}) {
    const store::first_form::File file{.subject = {370600, "P"}, .state = {.past = past}};
    EXPECT_TRUE(books::upgraded(file)) << past;
  }
}

}  // namespace
}  // namespace yidan::testing
