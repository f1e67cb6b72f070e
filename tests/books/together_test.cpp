// Many at the counter at once: requests about the same few persons from eight threads. Afterwards the books are sound,
// every answer that was given is the one that is kept, and each file is the fold of what was accepted, in the order in
// which it was. YIDAN_BOOKS_TOGETHER sets how many requests a thread makes.

#include <cstdlib>
#include <thread>

#include <gtest/gtest.h>

#include "testing/packs.h"
#include "tests/support/fresh_file.h"

namespace yidan {
namespace {

using testing::Choices;
using testing::Counter;
using testing::FreshFile;
using testing::Memory;
using testing::Remembered;
using testing::Said;

constexpr std::size_t kPersons = 3;
constexpr std::size_t kThreads = 8;

std::size_t requests_of_a_thread() {
  const char* asked = std::getenv("YIDAN_BOOKS_TOGETHER");
  return asked == nullptr ? 25 : std::strtoull(asked, nullptr, 10);
}

std::string person_of(std::size_t number) { return "P" + std::to_string(number % kPersons); }

std::string random_visit(const std::string& id, Choices& choices) {
  const std::string amount = to_text(testing::random_amount(choices));
  return R"({"care":"outpatient","date":"2023-03-05","id":")" + id + R"(","lines":[{"amount":")" + amount +
         R"(","class":"A"}],"provider":{"designated":["outpatient"],"id":"H","level":2},"use_account":true})";
}

// What a thread asks next: mostly settlements of its own, and changes of anybody's.
std::string next_request(Choices& choices, std::size_t thread, std::size_t number) {
  const std::string about = R"("pool":"370600","person":")" + person_of(choices.pick(kPersons)) + R"(","do":")";
  const std::string own = "E" + std::to_string(thread) + "-" + std::to_string(number);
  const std::string other =
      "E" + std::to_string(choices.pick(kThreads)) + "-" + std::to_string(choices.pick(number + 1));
  switch (choices.pick(6)) {
    case 0:
      return about + R"(reverse","encounter":")" + other + "\"";
    case 1:
      return about + "correct\",\"encounter\":" + random_visit(other, choices);
    case 2:
      return about + R"(use","use":{"on":"2023-03-06","amount":"1.00","use":"pharmacy"})";
    default:
      return about + "settle\",\"encounter\":" + random_visit(choices.one_in(5) ? other : own, choices);
  }
}

// What a file was told, by its own events: the memory from which a fresh one is made.
Memory memory_of(Counter& counter, const store::Subject& file) {
  Memory memory{.file = file};
  memory.person["account_balance"] = "\"900.00\"";
  memory.person["coverage"] = R"([{"scheme":"employee","status":"retired","from":"2010-01-01"}])";
  const auto history = counter.store().history(file);
  const auto bill_then = [&history](std::int64_t seq, const std::string& encounter) {
    std::string last;
    const std::string named = "\"encounter\":\"" + encounter + "\"";
    for (const store::Recorded& recorded : *history) {
      for (const store::Document& document : recorded.documents) {
        if (recorded.event.seq > seq || !document.name.starts_with("bill/") || !document.text.contains(named)) continue;
        last = testing::bill_within(document.text);
      }
    }
    return last;
  };
  const auto events = counter.store().events(file);
  for (const store::Event& event : *events) {
    json::Document document;
    const std::string id = testing::scalar(testing::member(*document.parse(event.content), "id"));
    if (event.kind == "settle") {
      memory.entries.push_back({EventKind::settle, event.key, id, event.content, bill_then(event.seq, id), "H"});
    } else if (event.kind == "use") {
      memory.entries.push_back({EventKind::use, event.key, {}, event.content, {}, {}});
    } else if (event.kind == "correct") {
      Remembered& entry = *memory.find(id);
      entry.content = event.content;
      entry.told = bill_then(event.seq, id);
    } else if (event.kind == "reverse") {
      memory.find(testing::scalar(testing::member(*document.parse(event.content), "encounter")))->gone = true;
    }
  }
  return memory;
}

struct Given {
  std::string key;
  std::string answer;
};

void ask_many(Counter& counter, std::size_t thread, std::vector<Given>& given) {
  Choices choices(thread + 1);
  std::string key;
  std::string request;
  for (std::size_t i = 0; i < requests_of_a_thread(); ++i) {
    const bool repeats = i > 0 && choices.one_in(4);
    if (!repeats) request = next_request(choices, thread, i);
    if (!repeats) key = choices.one_in(10) ? "shared" : "T" + std::to_string(thread) + "-" + std::to_string(i);
    const Said answer = counter.ask_for(key, request);
    if (answer.done) given.push_back({key, answer.text});
    EXPECT_TRUE(answer.done || (answer.error != ErrorCode::damaged && answer.error != ErrorCode::unavailable))
        << answer.text;
  }
}

void stand_together(const std::string& url) {
  Counter counter(url);
  for (std::size_t i = 0; i < kPersons; ++i) {
    ASSERT_TRUE(counter
                    .ask_for("f" + person_of(i), R"("pool":"370600","person":")" + person_of(i) +
                                                     R"(","do":"facts","facts":{"person":{"account_balance":"900.00",)"
                                                     R"("coverage":[{"scheme":"employee","status":"retired",)"
                                                     R"("from":"2010-01-01"}]}})")
                    .done);
  }
  std::array<std::vector<Given>, kThreads> given;
  {
    std::vector<std::jthread> threads;
    for (std::size_t i = 0; i < kThreads; ++i) threads.emplace_back([&, i] { ask_many(counter, i, given[i]); });
  }
  for (const auto& list : given) {
    for (const Given& each : list) ASSERT_EQ(*operations::ask(counter.desk(), each.key), each.answer);
  }
  const auto verified = counter.verified();
  ASSERT_FALSE(verified.difference) << verified.difference->what.en;
  for (std::size_t i = 0; i < kPersons; ++i) {
    const Memory memory = memory_of(counter, {370600, person_of(i)});
    const FreshFile fresh(memory, testing::shipped_pool(370600));
    for (std::size_t k = 0; k < memory.entries.size(); ++k) {
      if (memory.entries[k].id.empty()) continue;
      const books::BillVersion bill = counter.bill(memory.file, memory.entries[k].id, memory.entries[k].provider);
      if (memory.entries[k].gone) {
        EXPECT_EQ(bill.status, "reversed");
      } else {
        EXPECT_EQ(testing::bill_within(bill.text), fresh.bills()[k]);
      }
    }
    EXPECT_EQ(counter.balances(memory.file), fresh.balances());
  }
}

TEST(BooksTogether, L8_EightThreadsAtTheCounterLeaveTheFoldOfWhatWasAccepted) { stand_together("memory:"); }

TEST(BooksTogether, L8_EightThreadsOnADatabaseToo) {
  const TemporaryFolder folder;
  stand_together("sqlite:" + (folder.path() / "books.db").string());
}

}  // namespace
}  // namespace yidan
