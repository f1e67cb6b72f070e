// Properties of the books over random requests about several persons, each named after its rule in the semantics. A
// failure prints its seed; YIDAN_BOOKS_FILES sets how many files are tried.

#include <cstdlib>
#include <regex>

#include <gtest/gtest.h>

#include "base/json_canonical.h"
#include "books/file.h"
#include "books/past_text.h"
#include "testing/packs.h"
#include "tests/support/fresh_file.h"

namespace yidan {
namespace {

using testing::Balances;
using testing::Counter;
using testing::FreshFile;
using testing::Memory;
using testing::Said;
using testing::Sent;

std::uint64_t file_count() {
  const char* asked = std::getenv("YIDAN_BOOKS_FILES");
  return asked == nullptr ? 90 : std::strtoull(asked, nullptr, 10);
}

std::string as_text(const store::Part& change) {
  std::string text = std::to_string(change.expected) + " " + change.event.kind + " " + change.event.key + " " +
                     change.event.ref + " " + change.event.content + " " + change.event.answer + " " +
                     std::to_string(change.event.policy) + " " + change.event.engine + "\n" +
                     change.facts.value_or("no facts") + "\n" + change.past + "\n";
  for (const store::Document& document : change.documents) text += document.name + "\n" + document.text + "\n";
  for (const store::Row& row : change.rows)
    text += row.table + " " + row.id + " " + row.provider + " " + row.day + " " + row.care + " " + row.state + " " +
            row.due + " " + row.data + "\n";
  for (const store::Entry& entry : change.entries)
    text += Counter::name_of(entry) + " " + std::to_string(entry.amount) + "\n";
  return text;
}

// What was known after an event: its instant, and every bill.
struct Known {
  store::Instant at = 0;
  std::vector<books::BillVersion> bills;
};

// One person at the counter, with all that was answered.
class Visitor {
 public:
  Visitor(Counter& counter, testing::Choices& choices, const policy::Pool& pool, const std::string& person)
      : counter_(counter), pool_(pool), maker_(choices, pool, person) {
    hand_in(maker_.begin());
  }

  void go_on() { hand_in(maker_.next()); }

  [[nodiscard]] const store::Subject& file() const { return maker_.memory().file; }
  [[nodiscard]] const Memory& memory() const { return maker_.memory(); }
  [[nodiscard]] const policy::Pool& pool() const { return pool_; }
  [[nodiscard]] const std::vector<Sent>& sent() const { return maker_.accepted(); }
  [[nodiscard]] const std::vector<std::string>& answers() const { return answers_; }
  [[nodiscard]] const std::vector<Known>& known() const { return known_; }
  [[nodiscard]] std::size_t refused() const { return refused_; }

 private:
  void hand_in(const Sent& request) {
    const auto before = counter_.store().load(file());
    if (maker_.is_entry()) {
      compare_both_ways(request, *before);
      try_first(request, *before);
    }
    const Said answer = counter_.ask_for(request.key, request.members);
    if (!answer.done) {
      ++refused_;
      ASSERT_EQ(counter_.store().load(file()).value(), *before) << answer.text;
      ASSERT_NE(answer.error, ErrorCode::damaged) << answer.text;
      return;
    }
    const auto bills = counter_.bills(file());
    std::string told;
    if (const testing::Remembered* entry = maker_.tells_of(); entry != nullptr) {
      told = entry->kind == EventKind::credit
                 ? to_text(FreshFile::own_part(maker_.memory(), pool_, entry->content))
                 : std::string(testing::bill_within(counter_.bill(file(), entry->id, entry->provider).text));
    }
    maker_.accept(told);
    answers_.push_back(answer.text);
    known_.push_back({counter_.store().events(file())->back().recorded, bills});
  }

  // The way without the file's events says the same as the one with them.
  void compare_both_ways(const Sent& request, const store::State& state) {
    const auto read =
        operations::read_asking(R"({"format":"yidan.request/1","key":")" + request.key + "\"," + request.members + "}",
                                1, testing::shipped_policy());
    ASSERT_TRUE(read.requests);
    const operations::Request& asked = read.requests->front();
    const books::Asked question = books::asked_by(asked, counter_.desk().packs(), "test");
    const auto fast = books::decide_next(file(), state, question);
    if (fast && !*fast) return;  // the whole file is needed
    const auto slow = operations::rebuild(counter_.desk(), file())->apply(question);
    if (!slow) {  // that an id or a month was used before is the store's to say
      if (slow.error().code == ErrorCode::duplicate_id || slow.error().code == ErrorCode::conflict) return;
      ASSERT_FALSE(fast);
      ASSERT_EQ(fast.error().message.en, slow.error().message.en);
      return;
    }
    ASSERT_TRUE(fast) << fast.error().message.en;
    std::string quick = as_text((*fast)->change);
    if (const auto again = slow->change.event.ref.find('#'); again != 0 && again != std::string::npos) return;
    ASSERT_EQ(quick, as_text(slow->change));
    ASSERT_EQ((*fast)->posting, slow->posting);
    ASSERT_EQ((*fast)->rests_on_draft, slow->rests_on_draft);
    ASSERT_EQ((*fast)->day, slow->day);
  }

  // A trial writes nothing.
  void try_first(const Sent& request, const store::State& state) {
    const std::size_t at = request.members.find("\"do\":\"settle\"");
    if (at == std::string::npos) return;
    std::string members = request.members;
    members.replace(at, std::string_view("\"do\":\"settle\"").size(), "\"do\":\"trial\"");
    (void)counter_.ask_for("trial of " + request.key, members);
    ASSERT_EQ(counter_.store().load(file()).value(), state);
  }

  Counter& counter_;
  const policy::Pool& pool_;
  testing::RequestMaker maker_;
  std::vector<std::string> answers_;
  std::vector<Known> known_;
  std::size_t refused_ = 0;
};

using FilesCheck = std::function<void(Counter&, Visitor&)>;

// Three persons in one store, their requests interleaved; then the check of each.
void for_random_files(const FilesCheck& check) {
  constexpr std::size_t persons = 3;
  for (std::uint64_t seed = 1; seed * persons <= file_count() && !::testing::Test::HasFailure(); ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    testing::Choices choices(seed);
    Counter counter;
    ASSERT_TRUE(counter.desk().let_drafts_move_money(true));
    std::vector<std::unique_ptr<Visitor>> visitors;
    for (std::size_t i = 0; i < persons; ++i) {
      const policy::Pool& pool = testing::shipped_policy().pools[choices.pick(testing::shipped_policy().pools.size())];
      visitors.push_back(std::make_unique<Visitor>(counter, choices, pool, "P" + std::to_string(i)));
    }
    for (std::size_t count = 8 + choices.pick(40); count > 0; --count) visitors[choices.pick(persons)]->go_on();
    for (const auto& visitor : visitors) {
      if (!visitor->answers().empty()) check(counter, *visitor);
    }
  }
}

TEST(Books, L8_TheBillsAreThoseOfAFileInWhichTheReversedNeverWere) {
  std::size_t bills = 0;
  for_random_files([&](Counter& counter, Visitor& visitor) {
    const FreshFile fresh(visitor.memory(), visitor.pool());
    const auto& entries = visitor.memory().entries;
    for (std::size_t i = 0; i < entries.size(); ++i) {
      if (entries[i].kind != EventKind::settle) continue;
      const books::BillVersion bill = counter.bill(visitor.file(), entries[i].id, entries[i].provider);
      if (entries[i].gone) {
        ASSERT_EQ(bill.status, "reversed");
        continue;
      }
      ASSERT_EQ(testing::bill_within(bill.text), fresh.bills()[i]);
      ++bills;
    }
    ASSERT_EQ(counter.store().load(visitor.file())->past, books::to_text(fresh.past(), visitor.pool()));
  });
  RecordProperty("bills", std::to_string(bills));
  EXPECT_GT(bills, file_count());
}

TEST(Books, L8_TheBillsAreThoseOfSettleWhereThereIsNoRecordAndNoUse) {
  std::size_t files = 0;
  for_random_files([&](Counter& counter, Visitor& visitor) {
    if (visitor.memory().by_record) return;
    const FreshFile fresh(visitor.memory(), visitor.pool());
    if (fresh.has_account_events()) return;
    std::vector<std::string> bills;
    for (const books::BillVersion& bill : counter.bills(visitor.file())) {
      if (bill.status == "reversed") continue;
      json::Document document;
      const std::string text(testing::bill_within(bill.text));
      bills.push_back(json::canonical(**document.parse(text)));
    }
    auto settled = fresh.bills_of_settle();
    for (std::string& bill : settled) {
      if (bill.contains(R"("status":"rejected")")) return;  // a referral from a reversed stay is none
      // The books were sent one encounter, not a list of them.
      bill = std::regex_replace(bill, std::regex(R"(\$\.encounters\[[0-9]+\])"), "$$.encounter");
    }
    ASSERT_EQ(bills, settled);
    ++files;
  });
  EXPECT_GT(files, file_count() / 40);
}

TEST(Books, K1_ThePostingsAreWhatTheBillsSay) {
  for_random_files([](Counter& counter, Visitor& visitor) {
    const FreshFile fresh(visitor.memory(), visitor.pool());
    ASSERT_EQ(counter.balances(visitor.file()), fresh.balances());
    const auto liability = fresh.balances().find("personal-account account-liability " + visitor.file().id);
    const std::int64_t balance = liability == fresh.balances().end() ? 0 : -liability->second;
    ASSERT_EQ(balance, fresh.past().account_balance.in_fen());
  });
}

TEST(Books, K3_EveryPostingSumsToZeroInEveryFund) {
  for_random_files([](Counter& counter, Visitor& visitor) {
    const auto walked = counter.store().each_posting([&](const store::Found& posting) -> Result<void> {
      if (posting.subject != visitor.file()) return {};
      std::map<std::string, std::int64_t> sums;
      for (const store::Entry& entry : posting.recorded.entries) sums[entry.fund] += entry.amount;
      for (const auto& [fund, sum] : sums) EXPECT_EQ(sum, 0) << fund << " in event " << posting.recorded.event.seq;
      return {};
    });
    ASSERT_TRUE(walked);
  });
}

TEST(Books, M6_TheBillsAsKnownEarlierAreTheBillsOfThen) {
  for_random_files([](Counter& counter, Visitor& visitor) {
    for (const Known& known : visitor.known()) {
      const auto file = operations::rebuild(counter.desk(), visitor.file(), known.at);
      ASSERT_TRUE(file);
      std::vector<books::BillVersion> bills;
      for (const books::Slot& slot : file->slots()) {
        if (slot.bill.version.entry != 0) bills.push_back(slot.bill.version);
      }
      ASSERT_EQ(bills, known.bills);
    }
  });
}

TEST(Books, K3_ARepeatedRequestGetsTheFirstAnswer) {
  std::size_t refused = 0;
  std::size_t done = 0;
  for_random_files([&](Counter& counter, Visitor& visitor) {
    refused += visitor.refused();
    done += visitor.sent().size();
    const auto counts = counter.store().counts();
    for (std::size_t i = visitor.sent().size(); i-- > 0;) {
      const Sent& sent = visitor.sent()[i];
      const Said again = counter.ask_for(sent.key, sent.members);
      ASSERT_TRUE(again.done && again.again) << again.text;
      ASSERT_EQ(again.text, visitor.answers()[i]);
      ASSERT_EQ(*operations::ask(counter.desk(), sent.key), visitor.answers()[i]);
      const Said other = counter.ask_for(sent.key, R"("pool":")" + to_text(Region(visitor.file().pool)) +
                                                       R"(","person":"P9","do":"reverse","encounter":"E1")");
      ASSERT_EQ(other.error, ErrorCode::conflict);
    }
    ASSERT_EQ(*counter.store().counts(), *counts);
  });
  EXPECT_GT(done, refused);
}

TEST(Books, K3_VerificationFindsNothing) {
  for_random_files([](Counter& counter, Visitor& visitor) {
    if (visitor.file().id != "P0") return;
    const auto verified = counter.verified();
    ASSERT_FALSE(verified.difference) << verified.difference->what.en << " in " << verified.difference->file.id
                                      << " event " << verified.difference->seq;
    const auto counts = *counter.store().counts();
    ASSERT_EQ(verified.counts,
              (operations::Proved{counts.subjects, counts.events, counts.documents / 2, counts.entries}));
  });
}

}  // namespace
}  // namespace yidan
