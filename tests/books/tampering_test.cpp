// Verification proves the books: whatever is changed behind them is found, and the first difference named.

#include <functional>

#include <gtest/gtest.h>

#include "tests/support/counter_desk.h"

namespace yidan {
namespace {

using store::SubjectContents;

// A store whose streams have been changed by somebody: a reader sees the changed ones.
class Tampered final : public store::Store {
 public:
  using Tamper = std::function<void(SubjectContents&)>;
  Tampered(store::Store& behind, Tamper tamper) : behind_(behind), tamper_(std::move(tamper)) {}

  Result<store::State> load(const store::Subject& subject) override { return behind_.load(subject); }
  Result<std::optional<store::Found>> find(std::string_view key) override { return behind_.find(key); }
  Result<std::vector<store::Event>> events(const store::Subject& subject) override { return behind_.events(subject); }
  Result<std::vector<store::Recorded>> history(const store::Subject& subject) override {
    return behind_.history(subject);
  }
  Result<std::vector<store::Row>> rows(const store::Subject& subject) override { return behind_.rows(subject); }
  Result<store::RowPage> rows(const store::RowQuery& query) override { return behind_.rows(query); }
  Result<store::Written> write(store::Change change) override { return behind_.write(change); }
  Result<std::vector<store::Written>> append(std::span<const std::vector<store::Part>> changes) override {
    return behind_.append(changes);
  }
  std::string pseudonym(const store::Subject& subject) const override { return behind_.pseudonym(subject); }
  Result<std::optional<store::Subject>> subject_of(std::string_view pseudonym) override {
    return behind_.subject_of(pseudonym);
  }
  Result<std::int64_t> put_policy(std::string_view digest, std::string_view archive) override {
    return behind_.put_policy(digest, archive);
  }
  Result<PolicyArchive> policy(std::int64_t number) override { return behind_.policy(number); }
  Result<std::optional<std::string>> setting(std::string_view name) override { return behind_.setting(name); }
  Result<void> set(std::string_view name, std::string_view value) override { return behind_.set(name, value); }
  Result<std::vector<store::Committed>> events_after(std::int64_t position, std::size_t limit) override {
    return behind_.events_after(position, limit);
  }
  Result<std::shared_ptr<const store::Envelope>> envelope() override { return behind_.envelope(); }
  Result<void> each_subject(const store::Visitor<SubjectContents>& visit) override {
    return behind_.each_subject([&](const SubjectContents& contents) {
      SubjectContents changed = contents;
      tamper_(changed);
      return visit(changed);
    });
  }
  Result<void> each_posting(const store::Visitor<store::Found>& visit) override { return behind_.each_posting(visit); }
  Result<void> each_backed_up(const store::Visitor<store::BackedUp>& visit) override {
    return behind_.each_backed_up(visit);
  }
  Result<std::vector<store::Balance>> balances(const store::BalanceQuery& query) override {
    return behind_.balances(query);
  }
  Result<std::vector<store::DayBalance>> day_balances() override {
    auto days = behind_.day_balances();
    if (days && day_tamper) day_tamper(*days);
    return days;
  }
  Result<void> sum_up() override { return behind_.sum_up(); }
  Result<store::Counts> counts() override { return behind_.counts(); }
  Result<void> check() override { return behind_.check(); }

  std::function<void(std::vector<store::DayBalance>&)> day_tamper;

 private:
  store::Store& behind_;
  Tamper tamper_;
};

struct TamperedDocument {
  const char* name;
  std::int64_t event;  // that is named
  const char* says;    // in English
  Tampered::Tamper tamper;
};

// Of what stands beside and below the events.
std::vector<TamperedDocument> kinds_of_documents() {
  return {
      {"a byte of a bill", 2, "bill 'E1' differs",
       [](SubjectContents& file) { file.events.at(1).documents.at(0).text[200] ^= 1; }},
      {"a byte of a receipt", 2, "bill 'E1' differs",
       [](SubjectContents& file) { *(file.events.at(1).documents.at(0).text.end() - 4) ^= 1; }},
      {"a byte of the steps", 2, "the steps of bill 'E1'",
       [](SubjectContents& file) { file.events.at(1).documents.at(1).text[3] ^= 1; }},
      {"the name of a document", 2, "its name",
       [](SubjectContents& file) { file.events.at(1).documents.at(0).name = "bill/9"; }},
      {"the data of a row", 4, "the columns of bill 'E2'", [](SubjectContents& file) { ++file.rows.at(1).data[12]; }},
      {"the provider's column", 4, "the columns of bill 'E2'",
       [](SubjectContents& file) { file.rows.at(1).provider += "x"; }},
      {"the day's column", 4, "the columns of bill 'E2'",
       [](SubjectContents& file) { file.rows.at(1).day = "2023-03-06"; }},
      {"the care's column", 4, "the columns of bill 'E2'", [](SubjectContents& file) { file.rows.at(1).care = "x"; }},
      {"the state's column", 4, "the columns of bill 'E1'",
       [](SubjectContents& file) { file.rows.at(0).state = "settled"; }},
      {"a deadline", 4, "the columns of bill 'E2'", [](SubjectContents& file) { file.rows.at(1).due = "2023-03-06"; }},
      {"a row that is gone", 4, "the columns of bill 'E2'",
       [](SubjectContents& file) { file.rows.erase(file.rows.begin() + 1); }},
      {"a row too many", 4, "of no event",
       [](SubjectContents& file) {
         file.rows.push_back(file.rows.back());
         file.rows.back().id = "E9";
       }},
      {"a bill that is gone", 3, "the event has 0 bills",
       [](SubjectContents& file) { file.events.at(2).documents.clear(); }},
      {"a bill too many", 4, "the event has 3 bills",
       [](SubjectContents& file) {
         auto& documents = file.events.at(3).documents;
         documents.push_back({"bill/99", "x"});
         documents.push_back({"steps/99", "x"});
       }},
  };
}

std::vector<TamperedDocument> kinds() {
  std::vector<TamperedDocument> all = kinds_of_documents();
  const std::vector<TamperedDocument> others{
      {"an amount", 2, "do not balance", [](SubjectContents& file) { ++file.events.at(1).entries.front().amount; }},
      {"two amounts", 2, "the posting differ",
       [](SubjectContents& file) {
         ++file.events.at(1).entries.at(0).amount;
         --file.events.at(1).entries.at(1).amount;
       }},
      {"a party", 2, "the posting differ", [](SubjectContents& file) { file.events.at(1).entries.at(1).party += "x"; }},
      {"a posting that is gone", 2, "the posting differ",
       [](SubjectContents& file) { file.events.at(1).entries.clear(); }},
      {"the facts", 4, "the facts", [](SubjectContents& file) { file.state.facts[20] ^= 1; }},
      {"what is left behind", 4, "the state", [](SubjectContents& file) { file.state.past[13] ^= 1; }},
      {"the facts that were told", 1, "the answer differs",
       [](SubjectContents& file) {
         std::string& content = file.events.at(0).event.content;
         content.replace(content.find("1200.00"), 7, "1200.01");
       }},
      {"a line of an encounter", 2, "bill 'E1' differs",
       [](SubjectContents& file) {
         std::string& content = file.events.at(1).event.content;
         content.replace(content.find("1000.00"), 7, "1000.01");
       }},
      {"an answer", 4, "the answer", [](SubjectContents& file) { file.events.at(3).event.answer[60] ^= 1; }},
      {"a key", 2, "bill 'E1' differs", [](SubjectContents& file) { file.events.at(1).event.key += "x"; }},
      {"the program", 3, "bill 'E2' differs", [](SubjectContents& file) { file.events.at(2).event.engine += "x"; }},
      {"a ref", 3, "the ref", [](SubjectContents& file) { file.events.at(2).event.ref += "x"; }},
      {"an event that is gone", 3, "gap", [](SubjectContents& file) { file.events.erase(file.events.begin() + 1); }},
      {"the last event gone", 0, "gap", [](SubjectContents& file) { file.events.pop_back(); }},
      {"two events the other way round", 3, "gap",
       [](SubjectContents& file) { std::swap(file.events.at(1), file.events.at(2)); }},
      {"two events in each other's place", 2, "cannot be decided again",
       [](SubjectContents& file) {
         std::swap(file.events.at(1).event.seq, file.events.at(3).event.seq);
         std::swap(file.events.at(1).event.recorded, file.events.at(3).event.recorded);
         std::swap(file.events.at(1), file.events.at(3));
       }},
      {"a time", 3, "times",
       [](SubjectContents& file) { file.events.at(2).event.recorded = file.events.at(1).event.recorded; }},
  };
  all.insert(all.end(), others.begin(), others.end());
  return all;
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
  for (const TamperedDocument& kind : kinds()) {
    SCOPED_TRACE(kind.name);
    Tampered tampered(counter.store(), kind.tamper);
    const auto verified = operations::verify(*testing::open_desk(tampered), always);
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

TEST(BooksTampering, ASumOfADayThatIsOffIsFound) {
  testing::Counter counter;
  ASSERT_TRUE(counter
                  .ask_for("1", R"("pool":"370600","person":"P","do":"facts","facts":{"person":{"account_balance":)"
                                R"("1200.00","coverage":[{"scheme":"employee","status":"retired",)"
                                R"("from":"2010-01-01"}]}})")
                  .done);
  Tampered tampered(counter.store(), [](SubjectContents&) {});
  const auto desk = testing::open_desk(tampered);
  EXPECT_FALSE(operations::verify(*desk, always)->difference);
  tampered.day_tamper = [](std::vector<store::DayBalance>& days) { ++days.at(0).balance.credit; };
  EXPECT_TRUE(operations::verify(*desk, always)->difference);
  tampered.day_tamper = [](std::vector<store::DayBalance>& days) { ++days.at(0).day; };
  EXPECT_TRUE(operations::verify(*desk, always)->difference);
}

}  // namespace
}  // namespace yidan
