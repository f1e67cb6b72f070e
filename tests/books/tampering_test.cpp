// Verification proves the books: whatever is changed behind them is found, and the first difference named.

#include <functional>

#include <gtest/gtest.h>

#include "tests/support/counter_desk.h"

namespace yidan {
namespace {

using store::FileContents;

// A store whose files have been changed by somebody: a reader sees the changed ones.
class Tampered final : public store::Store {
 public:
  using Tamper = std::function<void(FileContents&)>;
  Tampered(store::Store& behind, Tamper tamper) : behind_(behind), tamper_(std::move(tamper)) {}

  Result<store::State> load(const store::FileKey& file) override { return behind_.load(file); }
  Result<std::optional<store::Found>> find(std::string_view key) override { return behind_.find(key); }
  Result<std::vector<store::Event>> events(const store::FileKey& file) override { return behind_.events(file); }
  Result<std::vector<store::BillVersion>> bills(const store::FileKey& file) override { return behind_.bills(file); }
  Result<std::vector<store::BillVersion>> bills_of(const store::FileKey& file, std::int64_t version) override {
    return behind_.bills_of(file, version);
  }
  Result<store::Written> write(const store::Change& change) override { return behind_.write(change); }
  Result<std::int64_t> put_policy(std::string_view digest, std::string_view archive) override {
    return behind_.put_policy(digest, archive);
  }
  Result<PolicyArchive> policy(std::int64_t number) override { return behind_.policy(number); }
  Result<std::optional<std::string>> setting(std::string_view name) override { return behind_.setting(name); }
  Result<void> set(std::string_view name, std::string_view value) override { return behind_.set(name, value); }
  Result<void> each_file(const store::Visitor<FileContents>& visit) override {
    return behind_.each_file([&](const FileContents& contents) {
      FileContents changed = contents;
      tamper_(changed);
      return visit(changed);
    });
  }
  Result<void> each_posting(const store::Visitor<store::JournalPosting>& visit) override {
    return behind_.each_posting(visit);
  }
  Result<std::vector<store::Balance>> balances(const store::BalanceQuery& query) override {
    return behind_.balances(query);
  }
  Result<store::Counts> counts() override { return behind_.counts(); }
  Result<void> check() override { return behind_.check(); }

 private:
  store::Store& behind_;
  Tamper tamper_;
};

struct Kind {
  const char* name;
  std::int64_t event;  // that is named
  const char* says;    // in English
  Tampered::Tamper tamper;
};

std::vector<Kind> kinds() {
  return {
      {"a byte of a bill", 2, "bill 'E1' differs", [](FileContents& file) { file.bills.at(0).text[200] ^= 1; }},
      {"a byte of a receipt", 2, "bill 'E1' differs",
       [](FileContents& file) { *(file.bills.at(0).text.end() - 4) ^= 1; }},
      {"a byte of the steps", 2, "the steps of bill 'E1'", [](FileContents& file) { file.bills.at(0).steps[3] ^= 1; }},
      {"the fund's column", 3, "the columns of bill 'E2'", [](FileContents& file) { ++file.bills.at(1).fund_total; }},
      {"the cash column", 3, "the columns of bill 'E2'", [](FileContents& file) { --file.bills.at(1).cash; }},
      {"the status column", 3, "the columns of bill 'E2'", [](FileContents& file) { file.bills.at(1).status = "x"; }},
      {"a bill that is gone", 3, "the event has 0 bills",
       [](FileContents& file) { file.bills.erase(file.bills.begin() + 1); }},
      {"a bill too many", 4, "of no event",
       [](FileContents& file) {
         file.bills.push_back(file.bills.back());
         file.bills.back().version = 99;
       }},
      {"an amount", 2, "do not balance", [](FileContents& file) { ++file.postings.at(1).front().amount; }},
      {"two amounts", 2, "the posting differ",
       [](FileContents& file) {
         ++file.postings.at(1).at(0).amount;
         --file.postings.at(1).at(1).amount;
       }},
      {"a party", 2, "the posting differ", [](FileContents& file) { file.postings.at(1).at(1).party += "x"; }},
      {"a posting that is gone", 2, "the posting differ", [](FileContents& file) { file.postings.at(1).clear(); }},
      {"the facts", 4, "the facts", [](FileContents& file) { file.state.facts[20] ^= 1; }},
      {"what is left behind", 4, "the state", [](FileContents& file) { file.state.past[13] ^= 1; }},
      {"the facts that were told", 1, "the answer differs",
       [](FileContents& file) {
         std::string& content = file.events.at(0).content;
         content.replace(content.find("1200.00"), 7, "1200.01");
       }},
      {"a line of an encounter", 2, "bill 'E1' differs",
       [](FileContents& file) {
         std::string& content = file.events.at(1).content;
         content.replace(content.find("1000.00"), 7, "1000.01");
       }},
      {"an answer", 4, "the answer", [](FileContents& file) { file.events.at(3).answer[60] ^= 1; }},
      {"a key", 2, "bill 'E1' differs", [](FileContents& file) { file.events.at(1).key += "x"; }},
      {"the program", 3, "bill 'E2' differs", [](FileContents& file) { file.events.at(2).engine += "x"; }},
      {"a ref", 3, "the ref", [](FileContents& file) { file.events.at(2).ref += "x"; }},
      {"an event that is gone", 3, "gap",
       [](FileContents& file) {
         file.events.erase(file.events.begin() + 1);
         file.postings.erase(file.postings.begin() + 1);
       }},
      {"the last event gone", 0, "gap",
       [](FileContents& file) {
         file.events.pop_back();
         file.postings.pop_back();
         std::erase_if(file.bills, [](const store::BillVersion& bill) { return bill.version == 4; });
       }},
      {"two events the other way round", 3, "gap",
       [](FileContents& file) {
         std::swap(file.events.at(1), file.events.at(2));
         std::swap(file.postings.at(1), file.postings.at(2));
       }},
      {"two events in each other's place", 2, "cannot be decided again",
       [](FileContents& file) {
         std::swap(file.events.at(1).seq, file.events.at(3).seq);
         std::swap(file.events.at(1).recorded, file.events.at(3).recorded);
         std::swap(file.events.at(1), file.events.at(3));
         std::swap(file.postings.at(1), file.postings.at(3));
       }},
      {"a time", 3, "times", [](FileContents& file) { file.events.at(2).recorded = file.events.at(1).recorded; }},
  };
}

TEST(BooksTampering, EveryKindIsFoundAndTheFirstDifferenceNamed) {
  testing::Counter counter;
  const std::string about = R"("pool":"370600","person":"P","do":)";
  const auto visit = [&](const std::string& id) {
    return about + R"("settle","encounter":{"id":")" + id +
           R"(","care":"outpatient","date":"2023-03-05","provider":{"id":"H","level":2,"designated":["outpatient"]},)"
           R"("lines":[{"class":"A","amount":"1000.00"}]})";
  };
  ASSERT_TRUE(counter
                  .ask_for("1", about + R"("facts","facts":{"person":{"account_balance":"1200.00","coverage":)"
                                        R"([{"scheme":"employee","status":"retired","from":"2010-01-01"}]}})")
                  .done);
  ASSERT_TRUE(counter.ask_for("2", visit("E1")).done);
  ASSERT_TRUE(counter.ask_for("3", visit("E2")).done);
  ASSERT_TRUE(counter.ask_for("4", about + R"("reverse","encounter":"E1")").done);
  ASSERT_FALSE(counter.verified().difference);
  for (const Kind& kind : kinds()) {
    SCOPED_TRACE(kind.name);
    Tampered tampered(counter.store(), kind.tamper);
    const auto verified = operations::verify(*testing::open_desk(tampered), [](std::int64_t) {});
    if (!verified) {
      ADD_FAILURE() << verified.error().message.en;
      continue;
    }
    if (!verified->difference) {
      ADD_FAILURE() << "not found";
      continue;
    }
    EXPECT_EQ(verified->difference->seq, kind.event) << verified->difference->what.en;
    EXPECT_NE(verified->difference->what.en.find(kind.says), std::string::npos) << verified->difference->what.en;
  }
}

}  // namespace
}  // namespace yidan
