// Books to test with: a store, a desk, and a counter at which requests are handed in as JSON.
#pragma once

#include <atomic>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "books/stored_bill.h"
#include "operations/perform.h"
#include "operations/post.h"
#include "operations/rebuild.h"
#include "operations/reconciliation.h"
#include "operations/registers.h"
#include "operations/verify.h"
#include "testing/files.h"
#include "testing/packs.h"

namespace yidan::testing {

// Counts on by itself, so that instants differ.
inline store::Clock counting_clock() {
  auto time = std::make_shared<std::atomic<store::Instant>>(1'700'000'000'000'000);
  return [time] { return time->fetch_add(1'000); };
}

inline std::unique_ptr<operations::Desk> open_desk(store::Store& store) {
  auto desk =
      operations::Desk::open(store, shipped_policy(), shipped_packs(), "test", operations::Desk::Purpose::writing);
  if (!desk) throw std::runtime_error(desk.error().message.en);
  if (const auto open = (*desk)->remove_gate(); !open) throw std::runtime_error(open.error().message.en);
  return std::move(*desk);
}

// The bill within the text of a version, without its receipt; of no text it is empty.
inline std::string_view bill_within(std::string_view text) {
  constexpr std::string_view before = R"("bill":)";
  constexpr std::string_view after = R"(,"receipt":)";
  if (text.empty()) return {};
  const std::size_t from = text.find(before) + before.size();
  return text.substr(from, text.rfind(after) - from);
}

// A copy of a store's answer that says no more than a test compares.
struct Said {
  std::string text;  // the answer, or code and English message of the error
  bool done = false;
  bool again = false;
  ErrorCode error = ErrorCode::syntax;
  std::string where = {};
};

inline Said said(const Result<operations::Answer>& answer) {
  if (answer) return {answer->text, true, answer->again};
  return {
      std::string(code_of(answer.error().code)) + ": " + answer.error().message.en + " [" + answer.error().where + "]",
      false, false, answer.error().code, answer.error().where};
}

class Counter {
 public:
  explicit Counter(const std::string& url = "memory:") {
    auto opened = store::open(url, store::Access::create, counting_clock());
    if (!opened) throw std::runtime_error(opened.error().message.en);
    store_ = std::move(*opened);
    desk_ = open_desk(*store_);
  }

  [[nodiscard]] store::Store& store() { return *store_; }
  [[nodiscard]] operations::Desk& desk() { return *desk_; }

  // The members of a request but format and key: R"("pool":"370600","person":"P","do":…)".
  Said ask_for(const std::string& key, const std::string& members) {
    return hand_in(R"({"format":"yidan.request/1","key":")" + key + "\"," + members + "}");
  }
  // A whole request.
  Said hand_in(const std::string& text) {
    const auto asking = operations::read_asking(text, 1, shipped_policy());
    if (!asking.requests) return said(Result<operations::Answer>(std::unexpected(asking.requests.error())));
    if (asking.entry) return said(operations::perform(operations::Caller(*desk_, "Li"), *asking.entry));
    if (asking.statement) return said(operations::perform(operations::Caller(*desk_, "Li"), *asking.statement));
    return said(operations::perform(*desk_, asking.requests->front()));
  }

  [[nodiscard]] operations::Verified verified() {
    const auto verified = operations::verify(*desk_, always);
    if (!verified) throw std::runtime_error(verified.error().message.en);
    return *verified;
  }

  // The last version of every bill, in the order of their entries.
  [[nodiscard]] std::vector<books::BillVersion> bills(const store::Subject& file) {
    auto bills = books::stored_bills(*store_->rows(file), *store_->history(file));
    if (!bills) throw std::runtime_error("rows and documents do not belong together");
    return *bills;
  }
  // The first of that number, or that of a provider.
  [[nodiscard]] books::BillVersion bill(const store::Subject& file, const std::string& encounter,
                                        const std::optional<std::string>& provider = {}) {
    for (const books::BillVersion& each : bills(file)) {
      if (each.encounter == encounter && (!provider || each.provider == *provider)) return each;
    }
    throw std::runtime_error("no bill of " + encounter);
  }

  // What stands at a place of the books: "fund account party", over all events of the file.
  [[nodiscard]] std::map<std::string, std::int64_t> balances(const store::Subject& file) {
    std::map<std::string, std::int64_t> sums;
    const auto walked = store_->each_posting([&](const store::Found& posting) -> Result<void> {
      if (posting.subject != file) return {};
      for (const store::Entry& entry : posting.recorded.entries) sums[name_of(entry)] += entry.amount;
      return {};
    });
    if (!walked) throw std::runtime_error(walked.error().message.en);
    std::erase_if(sums, [](const auto& each) { return each.second == 0; });
    return sums;
  }
  static std::string name_of(const store::Entry& entry) {
    return entry.fund + " " + entry.account + " " + entry.party + (entry.route.empty() ? "" : " by " + entry.route);
  }

 private:
  std::unique_ptr<store::Store> store_;
  std::unique_ptr<operations::Desk> desk_;
};

}  // namespace yidan::testing
