#include "operations/post.h"

#include <algorithm>
#include <atomic>
#include <map>
#include <mutex>
#include <span>

#include "base/json_writer.h"
#include "base/side_by_side.h"
#include "exchange/outcome.h"
#include "operations/decisions.h"
#include "operations/reconciliation.h"
#include "operations/registers.h"

namespace yidan::operations {
namespace {

std::string refused_text(const std::string& key, const Error& error, Language language) {
  std::string text;
  json::Writer json(text, json::Writer::Style::compact);
  json.begin_object();
  json.text("format", "yidan.refused/1");
  if (!key.empty()) json.text("key", key);
  exchange::write_error(json, error, language);
  json.end_object();
  return text;
}

// Askings of which some are about the same person, and must therefore wait for each other.
using Line = std::vector<std::size_t>;

// `first` is the place of the first of them.
std::vector<Line> lines_of(std::span<const Asking> askings, std::size_t first) {
  std::map<store::Subject, Line> by_file;
  std::vector<Line> lines;
  for (std::size_t i = 0; i < askings.size(); ++i) {
    const auto& requests = askings[i].requests;
    if (requests && !requests->empty()) {
      by_file[file_of(requests->front())].push_back(first + i);
    } else {
      lines.push_back({first + i});
    }
  }
  for (auto& [file, line] : by_file) lines.push_back(std::move(line));
  return lines;
}

class Counter {
 public:
  Counter(const Caller& caller, std::vector<Asking>& askings, bool quiet, Language language)
      : caller_(caller), askings_(askings), quiet_(quiet), language_(language), texts_(askings.size()) {}

  void serve(const Line& line) {
    for (const std::size_t i : line) {
      if (unavailable_) return;
      answer(i);
    }
  }

  Posted hand_over(std::string& out) const {
    for (const std::string& text : texts_) out += text;
    return {done_, again_, refused_, changed_, why_};
  }

 private:
  void answer(std::size_t i) {
    auto& requests = askings_[i].requests;
    if (!requests) return refuse(i, askings_[i].key, requests.error());
    if (askings_[i].decision) return take(i, perform(caller_, *askings_[i].decision));
    if (askings_[i].entry) return take(i, perform(caller_, *askings_[i].entry));
    if (askings_[i].statement) return take(i, perform(caller_, *askings_[i].statement));
    for (Request& request : *requests) {
      const std::string key = request.key;
      const bool tells_facts = request.kind == EventKind::facts;
      auto answer = perform(caller_, std::move(request));
      if (!answer) {
        refuse(i, key, answer.error());
        // A person of whom nothing could be told has no bills.
        if (tells_facts || unavailable_) return;
        continue;
      }
      ++(answer->again ? again_ : done_);
      changed_ += answer->changed;
      if (!quiet_ || answer->changed > 0) texts_[i] += answer->text + "\n";
    }
  }

  void take(std::size_t i, const Result<Answer>& answer) {
    if (!answer) return refuse(i, askings_[i].key, answer.error());
    ++(answer->again ? again_ : done_);
    if (!quiet_) texts_[i] += answer->text + "\n";
  }

  void refuse(std::size_t i, const std::string& key, const Error& error) {
    ++refused_;
    if (error.code == ErrorCode::unavailable || error.code == ErrorCode::damaged) stop(error);
    texts_[i] += refused_text(key, error, language_) + "\n";
  }

  void stop(const Error& why) {
    const std::lock_guard lock(why_mutex_);
    if (!why_) why_ = why;
    unavailable_ = true;
  }

  const Caller& caller_;
  std::vector<Asking>& askings_;
  bool quiet_;
  Language language_;
  std::vector<std::string> texts_;
  std::atomic<std::size_t> done_{0};
  std::atomic<std::size_t> again_{0};
  std::atomic<std::size_t> refused_{0};
  std::atomic<std::size_t> changed_{0};
  std::atomic<bool> unavailable_{false};
  std::mutex why_mutex_;
  std::optional<Error> why_;  // the first of them
};

// A decision is of all persons of its pool, an entry of a register of whoever looks it up, a statement of what was
// settled: what stands before it is done before, what stands behind it after.
void serve_all(Counter& counter, const std::vector<Asking>& askings, unsigned threads) {
  std::size_t begin = 0;
  while (begin < askings.size()) {
    const std::span<const Asking> rest = std::span(askings).subspan(begin);
    const auto next =
        std::ranges::find_if(rest, [](const Asking& each) { return each.decision || each.entry || each.statement; });
    const auto count = static_cast<std::size_t>(next - rest.begin());
    const std::vector<Line> lines = lines_of(rest.first(count), begin);
    side_by_side(threads, lines.size(), [&](std::size_t i) { counter.serve(lines[i]); });
    begin += count;
    if (begin < askings.size()) counter.serve({begin++});
  }
}

}  // namespace

Posted post(const Caller& caller, std::vector<Asking> askings, unsigned threads, bool quiet, Language language,
            std::string& out) {
  Counter counter(caller, askings, quiet, language);
  if (auto read = caller.desk.refresh(); !read) return {.unavailable = std::move(read.error())};
  serve_all(counter, askings, threads);
  return counter.hand_over(out);
}

}  // namespace yidan::operations
