// Books on the command line, as a clerk meets them: a file of books, cases and requests, questions, proofs.
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/run_yidan.h"

namespace yidan::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

constexpr const char* kPerson = "370600195003010028";
const std::string kE1 = std::string("370600/") + kPerson + "/settle/H1/E1";

class BooksCommands : public ::testing::Test {
 protected:
  void SetUp() override { ASSERT_EQ(run("init").status, 0); }

  Ran run(const std::string& arguments, const std::string& input = {}) const {
    const std::size_t word = arguments.find(' ');
    const std::string rest = word == std::string::npos ? "" : arguments.substr(word);
    return yidan_run(arguments.substr(0, word) + " --lang en --db '" + db() + "'" + rest, input);
  }
  [[nodiscard]] std::string db() const { return (folder_.path() / "books.db").string(); }
  [[nodiscard]] std::string beside(const std::string& name) const { return (folder_.path() / name).string(); }

  static std::string visit(const std::string& key, const std::string& id, const std::string& more = {}) {
    return R"({"format":"yidan.request/1","key":")" + key + R"(","pool":"370600","person":")" + kPerson +
           R"(","do":"settle",)" + more + R"("encounter":{"id":")" + id +
           R"(","care":"outpatient","date":"2023-04-11","provider":{"id":"H1","region":"370600","level":2,)" +
           R"("designated":["outpatient"]},"lines":[{"class":"A","amount":"420.00"}]}})" + "\n";
  }

 private:
  TemporaryFolder folder_;
};

TEST_F(BooksCommands, KeepACaseAndAnswerItAgainWithTheSameBytes) {
  const Ran first = run("post examples/yantai.json");
  EXPECT_EQ(first.status, 0) << first.err;
  EXPECT_THAT(first.out, HasSubstr(R"("paid":"383.50")"));
  EXPECT_THAT(first.err, HasSubstr("2 written, 0 known before, 0 refused"));
  const Ran again = run("post examples/yantai.json");
  EXPECT_EQ(again.out, first.out);
  EXPECT_THAT(again.err, HasSubstr("0 written, 2 known before"));
  const Ran asked = run("ask " + kE1);
  EXPECT_EQ(asked.status, 0);
  EXPECT_THAT(first.out, HasSubstr(asked.out));
}

TEST_F(BooksCommands, PostTheOtherFilesWhenOneCannotBeRead) {
  const Ran ran = run("post examples/yantai.json nowhere.json examples/linyi.json");
  EXPECT_EQ(ran.status, 2);
  EXPECT_THAT(ran.err, HasSubstr("nowhere.json"));
  EXPECT_THAT(ran.err, HasSubstr("0 known before, 0 refused"));
  EXPECT_THAT(run("post examples/yantai.json examples/linyi.json").err, HasSubstr("0 written"));
}

TEST_F(BooksCommands, RefuseDaysThatHaveNotComeUnlessToldTo) {
  ASSERT_EQ(run("post examples/yantai.json").status, 0);
  std::string later = visit("K", "E9");
  later.replace(later.find("2023-04-11"), 10, "2199-04-11");
  const Ran refused = run("post --jsonl", later);
  EXPECT_EQ(refused.status, 1);
  EXPECT_THAT(refused.out, HasSubstr("$.encounter.date"));
  EXPECT_EQ(run("post --jsonl --later-days", later).status, 0);
}

TEST_F(BooksCommands, SayWhatIsSettledElsewhere) {
  const std::string trip = R"({"format":"yidan.case/1","pool":"370600","person":{"id":"P9","coverage":[{"scheme":)"
                           R"("employee","status":"active","from":"2010-01-01"}],"identities":[{"category":)"
                           R"("minimum-living","from":"2020-01-01"}]},"encounters":[{"id":"T1","care":"outpatient",)"
                           R"("date":"2023-03-05","place":"remote-temporary","provider":{"id":"Q1","region":"370202",)"
                           R"("level":2,"designated":["outpatient"]},"lines":[{"class":"A","amount":"1000.00"}]}]})";
  ASSERT_EQ(run("post -", trip).status, 0);
  const Ran text = run("elsewhere Yantai --from 2023-03 --as text");
  EXPECT_EQ(text.status, 1) << text.err;
  EXPECT_THAT(text.out, HasSubstr("2023-03"));
  EXPECT_THAT(text.out, HasSubstr("100.00%"));
  EXPECT_THAT(text.out, HasSubstr("file it and tell it by 'facts'"));
  EXPECT_THAT(run("elsewhere 370600 --from 2023-03").out, HasSubstr(R"("format": "yidan.elsewhere/1")"));
  EXPECT_THAT(run("elsewhere 370600 --from 2023-03 --unfiled --as csv").out, HasSubstr("P9,"));
  const Ran none = run("elsewhere 370600 --from 2023-04 --to 2023-05 --as text");
  EXPECT_EQ(none.status, 0);
  EXPECT_THAT(none.out, HasSubstr("no bills of care elsewhere"));
  EXPECT_EQ(run("elsewhere 370600 --from 2023-04 --to 2023-03").status, 2);
}

TEST_F(BooksCommands, SayInWhatAStatementDiffersAndResolveIt) {
  const std::string statement =
      R"({"format":"yidan.request/1","key":"st1","pool":"370600","do":"reconcile","provider":"H1","from":"2023-03-05",)"
      R"("insurance":"310","clearing":"11","lines":[{"settlement":"S1","visit":"M1","amounts":{"total":"12.30"}}]})";
  const auto reconcile = [this](const std::string& rest) {
    return yidan_run("reconcile " + rest + " --lang en --db '" + db() + "'", {});
  };
  const Ran told = run("post -", statement);
  EXPECT_EQ(told.status, 0) << told.err;
  const Ran text = reconcile("show Yantai --from 2023-03-05 --as text");
  EXPECT_EQ(text.status, 1) << text.err;
  EXPECT_THAT(text.out, HasSubstr("H1  2023-03-05  310/11  books 0, institution 1; open 1"));
  EXPECT_THAT(text.out, HasSubstr("open  missing in the books  S1  M1"));
  EXPECT_THAT(text.out, HasSubstr("send the same message again"));
  const Ran csv = reconcile("show 370600 --from 2023-03-01 --to 2023-03-31 --as csv");
  EXPECT_THAT(csv.out, HasSubstr("H1,2023-03-05,2023-03-05,310,11,open,missing in the books,S1,M1,,12.30,"));
  const std::string scope = " --from 2023-03-05 --insurance 310 --clearing 11 --reason 'by telephone'";
  EXPECT_EQ(reconcile("resolve 370600 H1 S9" + scope).status, 1);
  EXPECT_EQ(reconcile("resolve 370600 H1 S1" + scope).status, 0);
  const Ran json = reconcile("show 370600 --from 2023-03-05");
  EXPECT_EQ(json.status, 0);
  EXPECT_THAT(json.out, HasSubstr(R"("reason": "by telephone")"));
  EXPECT_THAT(reconcile("show 370600 --from 2023-03-05 --open").out, Not(HasSubstr("S1")));
  EXPECT_THAT(reconcile("show 370600 --from 2023-03-06 --as text").out, HasSubstr("no institution has told"));
  EXPECT_EQ(reconcile("show 370600 --from 2023-03-06 --to 2023-03-05").status, 2);
  EXPECT_EQ(run("verify").status, 0);
}

TEST_F(BooksCommands, ReplaceNoFileOfAnotherKind) {
  ASSERT_EQ(run("post examples/yantai.json").status, 0);
  {
    std::ofstream(beside("notes.txt")) << "what I must not forget";
  }
  const Ran refused = run("backup '" + beside("notes.txt") + "'");
  EXPECT_NE(refused.status, 0);
  EXPECT_THAT(refused.err, HasSubstr("--force"));
  EXPECT_NE(run("journal --out '" + beside("notes.txt") + "'").status, 0);
  EXPECT_EQ(run("backup '" + beside("a.backup") + "'").status, 0);
  EXPECT_EQ(run("backup '" + beside("a.backup") + "'").status, 0) << "a backup replaces a backup";
  EXPECT_EQ(run("backup --force '" + beside("notes.txt") + "'").status, 0);
}

TEST_F(BooksCommands, SayWhatAKeyTheyDoNotKnowMeans) {
  const Ran asked = run("ask never-sent");
  EXPECT_EQ(asked.status, 1);
  EXPECT_THAT(asked.err, HasSubstr("no request is known under this key"));
}

TEST_F(BooksCommands, RefuseAKeyWithOtherContent) {
  ASSERT_EQ(run("post examples/yantai.json").status, 0);
  ASSERT_EQ(run("post --jsonl", visit("K", "E2")).status, 0);
  const Ran other = run("post --jsonl", visit("K", "E3"));
  EXPECT_EQ(other.status, 1);
  EXPECT_THAT(other.out, HasSubstr(R"("code":"conflict")"));
  EXPECT_THAT(other.out, HasSubstr("key 'K' was used for a request with other content"));
}

TEST_F(BooksCommands, ReverseABillAndSettleLaterOnesAgain) {
  ASSERT_EQ(run("post examples/yantai.json").status, 0);
  const Ran before = run("post --jsonl", visit("K2", "E2"));
  EXPECT_THAT(before.out, HasSubstr(R"("fund_total":"273.00")"));  // 420 × 65 %: the deductible lay in E1
  const Ran reversed = run(std::string("reverse 370600 ") + kPerson + " E1");
  EXPECT_EQ(reversed.status, 0) << reversed.err;
  EXPECT_THAT(reversed.out, HasSubstr(R"("encounter":"E2","fund_total":{"before":"273.00","after":"0.00"})"));
  EXPECT_THAT(run(std::string("year 370600 ") + kPerson + " --as text").out, HasSubstr("reversed"));
  EXPECT_EQ(run("ask K2").out, before.out);  // what was answered stays what was answered
  EXPECT_EQ(run("verify").status, 0);
  EXPECT_EQ(run("balance").status, 0);
}

TEST_F(BooksCommands, HoldASettlementToItsTrial) {
  ASSERT_EQ(run("post examples/yantai.json").status, 0);
  std::string asked = visit("T", "E2");
  asked.replace(asked.find("\"settle\""), 8, "\"trial\"");
  const Ran trial = run("post --jsonl", asked);
  ASSERT_EQ(trial.status, 0) << trial.out;
  const std::size_t from = trial.out.find(R"("trial":")") + 9;
  const std::string digest = trial.out.substr(from, trial.out.find('"', from) - from);
  EXPECT_EQ(run("ask T").status, 1);  // a trial writes nothing
  ASSERT_EQ(run("post --jsonl", visit("K3", "E3")).status, 0);
  const std::string as_in_trial = R"("as_in_trial":")" + digest + "\",";
  const Ran late = run("post --jsonl", visit("K2", "E2", as_in_trial));
  EXPECT_EQ(late.status, 1);
  EXPECT_THAT(late.out, HasSubstr("What changed: the person's facts or earlier bills"));
}

TEST_F(BooksCommands, MoveNoMoneyByADraftUntilDraftsAreOn) {
  const Ran refused = run("post --jsonl examples/books.jsonl");
  EXPECT_EQ(refused.status, 1);
  EXPECT_THAT(refused.out, HasSubstr("drafts move no money"));
  ASSERT_EQ(run("drafts on").status, 0);
  EXPECT_THAT(run("drafts").out, HasSubstr("may move money"));
  EXPECT_THAT(run("post --jsonl examples/books.jsonl").out, HasSubstr(R"("paid":"5544.00")"));
}

TEST_F(BooksCommands, ShowWhatWasKnownBefore) {
  ASSERT_EQ(run("post examples/yantai.json").status, 0);
  const std::string year = std::string("year 370600 ") + kPerson;
  const Ran nothing = run(year + " --known 2020-01-01");
  EXPECT_EQ(nothing.status, 1);
  EXPECT_THAT(nothing.err, HasSubstr("no such person, or had none then"));
  EXPECT_EQ(run(year + " --known 2199-12-31").out, run(year).out);
  EXPECT_EQ(run("balance --known 2020-01-01").status, 0);
  EXPECT_EQ(run("balance --known yesterday").status, 2);
}

TEST_F(BooksCommands, ExplainABillInBothLanguages) {
  ASSERT_EQ(run("post examples/yantai.json").status, 0);
  const std::string bill = std::string("year 370600 ") + kPerson + " --bill E1 --as text";
  EXPECT_THAT(run(bill).out, HasSubstr("yearly deductible 800.00, used so far 0.00; of 1390.00 it takes 800.00"));
  EXPECT_THAT(yidan_run(bill + " --lang zh --db '" + db() + "'").out, HasSubstr("起付标准"));
  EXPECT_THAT(run(std::string("year 370600 ") + kPerson + " --bill E9").err, HasSubstr("no such bill"));
}

TEST_F(BooksCommands, GoToABackupAndComeBack) {
  ASSERT_EQ(run("drafts on").status, 0);
  ASSERT_EQ(run("post examples/yantai.json examples/heze.json examples/jining.json").status, 0);
  ASSERT_EQ(run("backup " + beside("backup")).status, 0);
  const std::string there = " --lang en --db " + beside("new.db") + " ";
  ASSERT_EQ(yidan_run("restore" + there + beside("backup")).status, 0);
  EXPECT_EQ(yidan_run("verify" + there).out, run("verify").out);
  EXPECT_EQ(yidan_run("journal" + there).out, run("journal").out);
  EXPECT_EQ(yidan_run("ask" + there + kE1).out, run("ask " + kE1).out);
  const Ran twice = yidan_run("restore" + there + beside("backup"));
  EXPECT_EQ(twice.status, 2);
  EXPECT_THAT(twice.err, HasSubstr("restore into empty books"));
}

TEST_F(BooksCommands, RefuseABackupThatWasCutOrChanged) {
  ASSERT_EQ(run("post examples/yantai.json").status, 0);
  ASSERT_EQ(run("backup " + beside("backup")).status, 0);
  const std::string whole = read_file(beside("backup"));
  std::string changed = whole;
  changed[whole.find("383.50")] = '4';
  for (const std::string& text : {whole.substr(0, whole.size() / 2), changed, whole + "x", std::string("x")}) {
    write_file(beside("bad"), text);
    const Ran restored = yidan_run("restore --lang en --db " + beside("new.db") + " " + beside("bad"));
    EXPECT_EQ(restored.status, 2);
    EXPECT_THAT(restored.err, HasSubstr("cut short or was changed"));
  }
}

TEST_F(BooksCommands, RefuseWhatIsNoRequestAndGoOn) {
  const std::string bad = R"({"format":"yidan.request/1","key":"x","pool":"370600","person":"P","do":"setle"})";
  const Ran posted = run("post --jsonl", bad + "\n{oops\n" + visit("K", "E1"));
  EXPECT_EQ(posted.status, 1);
  EXPECT_THAT(posted.out, HasSubstr("did you mean 'settle'?"));
  EXPECT_THAT(posted.out, HasSubstr("2:2"));
  EXPECT_THAT(posted.out, HasSubstr("the books have no such person"));
  EXPECT_THAT(posted.err, HasSubstr("0 written, 0 known before, 3 refused"));
}

TEST_F(BooksCommands, AnswerPeopleInTextWithMaskedNumbers) {
  const Ran posted = run("post --as text examples/yantai.json");
  EXPECT_THAT(posted.out, HasSubstr("370600**********28  E1  settled (event 2)\n    in all 1,510.00: funds 383.50"));
  EXPECT_THAT(posted.out, Not(HasSubstr(kPerson)));
  const Ran asked = run("ask --as text " + kE1);
  EXPECT_THAT(posted.out, HasSubstr(asked.out));
  const Ran reversed = run("reverse --as text 370600 " + std::string(kPerson) + " E1");
  EXPECT_THAT(reversed.out, HasSubstr("changed: E1  funds 383.50 → 0.00"));
  EXPECT_THAT(reversed.out, Not(HasSubstr(kPerson)));
  const Ran refused = run("post --as text --jsonl", visit("k", "E1") + visit("k", "E2"));
  EXPECT_THAT(refused.out, HasSubstr("✗ refused"));
}

TEST_F(BooksCommands, CountUploadsAndCredentialsAndShowHelpOfOthers) {
  ASSERT_EQ(run("post examples/yantai.json").status, 0);
  const auto ask = [this](const std::string& words) { return yidan_run(words + " --lang en --db '" + db() + "'"); };
  const std::string said = visit("k1", "E7");
  const std::string told = R"("paperwork":{"credential":"e-voucher","verified":true,"invoice":"F1"},"lines":)";
  std::string with = said;
  with.replace(with.find(R"("lines":)"), 8, told);
  ASSERT_EQ(run("post --jsonl", with).status, 0);
  const Ran used = run("credentials 370600 --from 2023-01-01 --to 2023-12-31 --as json");
  EXPECT_THAT(used.out, HasSubstr(R"({"credential":"e-voucher","bills":1,"share":"50.00",)"));
  EXPECT_EQ(run("credentials 370600 --from 2023-02-01 --to 2023-01-01").status, 2);
  const Ran shown = ask("register show invoice F1 --pool 370600 --on 2023-12-31 --as json");
  EXPECT_THAT(shown.out, HasSubstr(R"("encounter":"E7")"));
  EXPECT_THAT(shown.out, Not(HasSubstr(kPerson)));
  const std::string payout = " --pool 370600 --by fund --on 2023-05-01 --set source=charity --set day=2023-05-01 ";
  const Ran none =
      ask("register open payout Z1" + payout + "--set bill=H1/E9/2023-04-11 --set amount=1 --set document=A");
  EXPECT_EQ(none.status, 1);
  EXPECT_THAT(none.err, HasSubstr("the books have no bill 'H1/E9/2023-04-11'"));
  ASSERT_EQ(
      ask("register open payout Z1" + payout + "--set bill=H1/E7/2023-04-11 --set amount=400 --set document=A").status,
      0);
  const Ran above = ask("register check payout within-cost --pool 370600 --on 2023-12-31");
  EXPECT_EQ(above.status, 1);
  EXPECT_THAT(above.out, HasSubstr("above the cost"));
  const Ran help = run("supplements 370600 " + std::string(kPerson) + " --on 2023-12-31 --as text");
  EXPECT_EQ(help.status, 1);
  EXPECT_THAT(help.out, HasSubstr("receipts above the cost"));
  EXPECT_THAT(help.out, Not(HasSubstr(kPerson)));
  // A backup keeps what bills used up.
  ASSERT_EQ(run("backup '" + beside("b") + "'").status, 0);
  ASSERT_EQ(yidan_run("restore --db '" + beside("other.db") + "' '" + beside("b") + "'").status, 0);
  const Ran again =
      yidan_run("register list invoice --pool 370600 --on 2023-12-31 --as json --db '" + beside("other.db") + "'");
  EXPECT_THAT(again.out, HasSubstr(R"("entry":"F1")"));
  EXPECT_EQ(yidan_run("verify --db '" + beside("other.db") + "'").status, 0);
}

TEST_F(BooksCommands, ShowHowAPersonStandsAndWhatAPaymentWouldChange) {
  ASSERT_EQ(run("post examples/case-with-record.json").status, 0);
  const std::string who = "371700 37170220220310002X ";
  const Ran standing = run("standing " + who + "--on 2023-06-30 --as text");
  EXPECT_EQ(standing.status, 0) << standing.err;
  EXPECT_THAT(standing.out, HasSubstr("that day: not covered"));
  EXPECT_THAT(standing.out, Not(HasSubstr("37170220220310002X")));
  EXPECT_THAT(run("standing Heze 37170220220310002X").out, HasSubstr(R"("format": "yidan.standing/1")"));
  const Ran supposed = run("standing " + who + R"(--on 2023-06-30 --as text --if "pay 2023 350.00 on 2022-12-15")");
  EXPECT_EQ(supposed.status, 0) << supposed.err;
  EXPECT_THAT(supposed.out, HasSubstr("- that day: not covered"));
  EXPECT_THAT(supposed.out, HasSubstr("+ that day: covered"));
  EXPECT_THAT(supposed.out, HasSubstr("  N3  funds 0.00 → "));
  EXPECT_EQ(run("standing " + who + "--on 2023-06-30 --as text").out, standing.out) << "nothing was written";
  EXPECT_EQ(run("standing " + who + R"(--if "pay much")").status, 2);
  EXPECT_EQ(run("standing 371700 371702199003070011").status, 1);
  EXPECT_EQ(run("standing examples/record-heze.json --on 2023-01-01").status, 2);
}

// Runs a command as in a terminal whose user presses Ctrl-C after a second.
Ran interrupted_run(const std::string& arguments, const std::string& input) {
  const TemporaryFolder folder;
  write_file(folder.path() / "in", input);
  const std::string at = "'" + folder.path().string() + "/";
  const std::string command = "cd '" + in_repository("").string() + "' && (cat " + at + "in'; sleep 3) | " +
                              "LC_ALL=C.UTF-8 env --default-signal=INT timeout --preserve-status -s INT 1 '" +
                              YIDAN_PROGRAM + "' --lang en " + arguments + " > " + at + "out' 2> " + at + "err'";
  const int status = std::system(command.c_str());
  return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, read_file(folder.path() / "out"),
          read_file(folder.path() / "err")};
}

TEST_F(BooksCommands, EndCleanlyWhenInterrupted) {
  ASSERT_EQ(run("post examples/yantai.json").status, 0);
  const Ran posted = interrupted_run("post --jsonl --db '" + db() + "'", visit("k2", "E2") + visit("k3", "E3"));
  EXPECT_EQ(posted.status, 130) << posted.err;
  EXPECT_THAT(posted.err, HasSubstr("2 written, 0 known before, 0 refused\nyidan: interrupted: "));
  EXPECT_THAT(posted.out, HasSubstr("E3"));
  EXPECT_EQ(run("verify").status, 0);
  const Ran settled = interrupted_run("settle --jsonl --as json", "{}\n{}\n{\"format\":");
  EXPECT_EQ(settled.status, 130) << settled.err;
  EXPECT_EQ(split_lines(settled.out).size(), 2U) << "a line that was not whole is not answered";
  EXPECT_THAT(settled.err, HasSubstr("interrupted: 2 were answered"));
  const Ran credited =
      interrupted_run("credit --pool 370600 --month 2023-03 --out '" + beside("credits") + "'", "id,born,status\n");
  EXPECT_EQ(credited.status, 130) << credited.err;
  EXPECT_FALSE(std::filesystem::exists(beside("credits")));
}

TEST(BooksCommandsAlone, SayWhenThereAreNoBooks) {
  const TemporaryFolder folder;
  const std::string db = (folder.path() / "none.db").string();
  for (const char* command : {"balance", "verify", "journal", "ask K", "post examples/yantai.json"}) {
    const Ran ran = yidan_run(std::string(command) + " --lang en --db " + db);
    EXPECT_NE(ran.status, 0) << command;
    EXPECT_THAT(ran.err, HasSubstr("yidan: ")) << command;
  }
  EXPECT_EQ(yidan_run("balance --lang en").status, 2);  // no --db at all
}

}  // namespace
}  // namespace yidan::testing
