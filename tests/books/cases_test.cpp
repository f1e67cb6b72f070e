// The cases of tests/cases/books: what happened to a person, request by request, and what the books must say after
// each, reckoned by hand from the documents. tests/cases/README.md has their form.

#include <memory>
#include <set>

#include <gtest/gtest.h>

#include "base/temporary_folder.h"
#include "exchange/bill_writer.h"
#include "store/postgres/private_postgres.h"
#include "tests/support/books_case.h"
#include "tests/support/counter_desk.h"
#include "tests/support/part_check.h"

namespace yidan::testing {
namespace {

// A case that is being played in books of its own.
class PlayedBooks {
 public:
  PlayedBooks(const BooksCase& of, const std::string& url) : case_(of), counter_(url) {}

  void play() {
    for (const BooksStep& step : case_.steps) {
      SCOPED_TRACE(step.at + ": " + step.operation);
      if (step.operation == "drafts") {
        ASSERT_TRUE(counter_.desk().let_drafts_move_money(step.said.text == "true"));
      } else {
        perform(step);
      }
    }
  }

  // Whatever happened, the books are what their events make of them, and every clause of the case has worked.
  void expect_sound() {
    const auto verified = counter_.verified();
    EXPECT_FALSE(verified.difference) << verified.difference->what.en;
    for (const std::string& clause : case_.clauses) {
      EXPECT_TRUE(clauses_.contains(clause)) << "no bill in the books has cited " << clause;
    }
  }

 private:
  using Sums = std::map<std::string, std::int64_t>;

  void perform(const BooksStep& step) {
    const store::Subject file{std::stoi(step.pool), step.person};
    const Sums before = balances(file);
    const auto counts = *counter_.store().counts();
    const Said said = counter_.hand_in(request_of(step, digest(step.as_in_trial)));
    if (said.done) answers_[step.key] = said.text;
    const YamlNode* refused = step.then.find("refused");
    EXPECT_EQ(said.done, refused == nullptr) << said.text;
    if (!said.done) {
      EXPECT_EQ(*counter_.store().counts(), counts) << "what is refused writes nothing";
    }
    expect_bills_add_up(file);
    if (said.done && !case_.clauses.empty()) note_clauses(file);
    Sums posted = balances(file);
    for (const auto& [place, sum] : before) posted[place] -= sum;
    std::erase_if(posted, [](const auto& each) { return each.second == 0; });
    for (const auto& [what, expected] : step.then.entries) check(what.text, expected, said, file, posted);
  }

  void check(const std::string& what, const YamlNode& expected, const Said& said, const store::Subject& file,
             const Sums& posted) {
    if (what == "refused") {
      check_refusal(expected, said);
    } else if (what == "answer") {
      check_answer(expected, said.text);
    } else if (what == "again") {
      EXPECT_EQ(expected.text, said.again ? "true" : "false") << "the key was known before";
    } else if (what == "bills") {
      check_bills(expected, file);
    } else if (what == "posts") {
      check_sums("posts", expected, posted);
      EXPECT_EQ(count_of_sums(expected), posted.size()) << "posts names every entry; it was " << shown(posted);
    } else if (what == "balances") {
      check_sums("balances", expected, balances(file));
    } else if (what == "events") {
      EXPECT_EQ(expected.text, std::to_string(counter_.store().load(file)->seq));
    } else if (what == "year") {
      check_year(expected, file);
    } else {
      ADD_FAILURE() << "unknown expectation '" << what
                    << "': there are answer, refused, again, bills, posts, balances, events, year";
    }
  }

  static void report(const PartCheck& check) {
    for (const std::string& difference : check.differences()) ADD_FAILURE() << difference;
  }

  static void check_refusal(const YamlNode& expected, const Said& said) {
    PartCheck check;
    const auto same = [&](const std::string& key, const YamlNode& value) {
      if (key == "code") return check.same("code", value.text, said.done ? "done" : std::string(code_of(said.error)));
      if (key == "where") return check.same("where", value.text, said.where);
      if (key == "says") {
        EXPECT_NE(said.text.find(value.text), std::string::npos) << said.text;
        return;
      }
      ADD_FAILURE() << "a refusal has code, where and says, not '" << key << "'";
    };
    if (expected.kind == YamlNode::Kind::scalar) same("code", expected);
    for (const auto& [key, value] : expected.entries) same(key.text, value);
    report(check);
    if (!check.differences().empty()) ADD_FAILURE() << said.text;
  }

  static void check_answer(const YamlNode& expected, const std::string& text) {
    json::Document document;
    const auto answer = document.parse(text);
    ASSERT_TRUE(answer) << text;
    PartCheck check;
    check.compare("answer", expected, *answer);
    report(check);
  }

  // Of each bill that is named, what is named of it, as it now stands in the books.
  void check_bills(const YamlNode& expected, const store::Subject& file) {
    for (const auto& [encounter, part] : expected.entries) {
      const books::BillVersion bill = counter_.bill(file, encounter.text);
      const std::map<std::string, std::string> columns{{"status", bill.status},
                                                       {"total", to_text(Money::fen(bill.total))},
                                                       {"scope", to_text(Money::fen(bill.policy_scope))},
                                                       {"fund", to_text(Money::fen(bill.fund_total))},
                                                       {"account", to_text(Money::fen(bill.account))},
                                                       {"cash", to_text(Money::fen(bill.cash))}};
      for (const auto& [key, value] : part.entries) {
        const auto found = columns.find(key.text);
        ASSERT_NE(found, columns.end()) << "a bill has status, total, scope, fund, account, cash, not " << key.text;
        EXPECT_EQ(value.text, found->second) << encounter.text << "." << key.text;
      }
    }
  }

  // What a bill does not leave to the person is paid by somebody.
  void expect_bills_add_up(const store::Subject& file) {
    for (const books::BillVersion& bill : counter_.bills(file)) {
      if (bill.status == "reversed") continue;
      EXPECT_EQ(bill.total, bill.fund_total + bill.account + bill.cash) << bill.encounter;
    }
  }

  // An account that is nobody's has no name behind it.
  Sums balances(const store::Subject& file) {
    Sums named;
    for (const auto& [full, sum] : counter_.balances(file)) {
      std::string place = full;
      if (const std::size_t gap = place.find("  "); gap != std::string::npos) place.erase(gap, 1);
      if (place.ends_with(' ')) place.pop_back();
      named[place] = sum;
    }
    return named;
  }
  static std::size_t count_of_sums(const YamlNode& expected) {
    std::size_t count = 0;
    for (const auto& [fund, sums] : expected.entries) count += sums.entries.size();
    return count;
  }
  static std::string shown(const Sums& sums) {
    std::string text;
    for (const auto& [place, sum] : sums) text += "\n  " + place + ": " + to_text(Money::fen(sum));
    return text;
  }
  static void check_sums(const std::string& what, const YamlNode& expected, const Sums& actual) {
    for (const auto& [fund, sums] : expected.entries) {
      for (const auto& [account, sum] : sums.entries) {
        const std::string place = fund.text + " " + account.text;
        const auto found = actual.find(place);
        EXPECT_EQ(sum.text, to_text(Money::fen(found == actual.end() ? 0 : found->second)))
            << what << " of " << place << "; all:" << shown(actual);
      }
    }
  }

  // The bills of a year, made again from the events.
  void check_year(const YamlNode& expected, const store::Subject& key) {
    const auto file = operations::rebuild(counter_.desk(), key);
    ASSERT_TRUE(file) << file.error().message.en;
    for (const auto& [year, bills] : expected.entries) {
      std::string text;
      for (const auto& slot : file->slots()) {
        if (!std::holds_alternative<Encounter>(slot.said)) continue;
        if (std::to_string(books::day_of(slot.said).year()) != year.text) continue;
        text += (text.empty() ? "" : ",") + slot.bill.core;
      }
      json::Document document;
      const std::string list = "[" + text + "]";
      const auto parsed = document.parse(list);
      ASSERT_TRUE(parsed) << list;
      PartCheck check;
      check.compare("year " + year.text, bills, *parsed);
      report(check);
    }
  }

  // What the bills of the file now rest on.
  void note_clauses(const store::Subject& key) {
    const auto file = operations::rebuild(counter_.desk(), key);
    ASSERT_TRUE(file) << file.error().message.en;
    for (const auto& slot : file->slots()) {
      if (!slot.folded || !slot.folded->bill) continue;
      std::string text;
      exchange::write_bill(text, slot.folded->person, *slot.folded->bill, {});
      json::Document document;
      const auto bill = document.parse(text);
      ASSERT_TRUE(bill) << text;
      clauses_.merge(cited(**bill));
    }
  }

  // The digest in the answer to an earlier trial; any other text stands for itself.
  std::string digest(const std::string& trial) {
    const auto answer = answers_.find(trial);
    if (answer == answers_.end()) return trial;
    json::Document document;
    const auto parsed = document.parse(answer->second);
    return scalar(member(*parsed, "trial"));
  }

  const BooksCase& case_;
  Counter counter_;
  std::map<std::string, std::string> answers_;
  std::set<std::string> clauses_;  // cited by some bill at some time
};

class BooksFiles : public ::testing::TestWithParam<std::filesystem::path> {
 protected:
  static void play(const std::string& url) {
    const BooksCase books = read_books_case(GetParam());
    EXPECT_FALSE(books.title.empty()) << "a case has a title";
    EXPECT_FALSE(books.semantics.empty()) << "a case says of which rules of the semantics it is";
    PlayedBooks played(books, url);
    played.play();
    played.expect_sound();
  }
};

TEST_P(BooksFiles, ComeToWhatWasReckoned) { play("memory:"); }

TEST_P(BooksFiles, ComeToTheSameInSqlite) {
  const TemporaryFolder folder;
  play("sqlite:" + folder.in("books.db"));
}

std::vector<std::filesystem::path> books_files() { return list_files(in_repository("tests/cases/books"), ".yaml"); }

INSTANTIATE_TEST_SUITE_P(Books, BooksFiles, ::testing::ValuesIn(books_files()),
                         [](const auto& file) { return test_name(file.param); });

// A database takes more than a second to make; what a server might do otherwise than a file, three cases show: bills
// that change later, money on a route between funds, refusals.
class BooksFilesOnAServer : public BooksFiles {};

TEST_P(BooksFilesOnAServer, ComeToTheSame) { play(store::testing::PrivatePostgres::instance().new_database()); }

INSTANTIATE_TEST_SUITE_P(
    Books, BooksFilesOnAServer,
    ::testing::Values(in_repository("tests/cases/books/reversal-of-the-bill-that-bore-the-deductible.yaml"),
                      in_repository("tests/cases/books/premium-subsidy-goes-back-with-the-record-that-said-so.yaml"),
                      in_repository("tests/cases/books/refused-request-leaves-its-key-free.yaml")),
    [](const auto& file) { return test_name(file.param); });

}  // namespace
}  // namespace yidan::testing
