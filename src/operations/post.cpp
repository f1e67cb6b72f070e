#include "operations/post.h"

#include <algorithm>
#include <atomic>
#include <map>
#include <mutex>
#include <thread>

#include "base/json_canonical.h"
#include "base/json_writer.h"
#include "exchange/outcome.h"

namespace yidan::operations {
namespace {

std::string refused_text(const std::string& key, const Error& error, Language language) {
  std::string text;
  json::Writer json(text, json::Writer::Style::compact);
  const auto member = [&json](std::string_view name, std::string_view value) {
    json.key(name);
    json.string(value);
  };
  json.begin_object();
  member("format", "yidan.refused/1");
  if (!key.empty()) member("key", key);
  json.key("error");
  json.begin_object();
  member("code", code_of(error.code));
  member("message", error.message.in(language));
  member("where", error.where);
  json.end_object();
  json.end_object();
  return text;
}

// Askings of which some are about the same person, and must therefore wait for each other.
using Line = std::vector<std::size_t>;

std::vector<Line> lines_of(const std::vector<Asking>& askings) {
  std::map<store::FileKey, Line> by_file;
  std::vector<Line> lines;
  for (std::size_t i = 0; i < askings.size(); ++i) {
    const auto& requests = askings[i].requests;
    if (requests && !requests->empty()) {
      by_file[requests->front().file].push_back(i);
    } else {
      lines.push_back({i});
    }
  }
  for (auto& [file, line] : by_file) lines.push_back(std::move(line));
  return lines;
}

class Counter {
 public:
  Counter(Desk& desk, const std::vector<Asking>& askings, bool quiet, Language language)
      : desk_(desk), askings_(askings), quiet_(quiet), language_(language), texts_(askings.size()) {}

  void serve(const Line& line) {
    for (const std::size_t i : line) {
      if (unavailable_) return;
      answer(i);
    }
  }

  Posted hand_over(std::string& out) const {
    for (const std::string& text : texts_) out += text;
    return {done_, again_, refused_, why_};
  }

 private:
  void answer(std::size_t i) {
    const auto& requests = askings_[i].requests;
    if (!requests) return refuse(i, {}, requests.error());
    for (const Request& request : *requests) {
      auto answer = perform(desk_, request);
      if (!answer) {
        refuse(i, request.key, answer.error());
        // A person of whom nothing could be told has no bills.
        if (request.kind == EventKind::facts || unavailable_) return;
        continue;
      }
      ++(answer->again ? again_ : done_);
      if (!quiet_) texts_[i] += answer->text + "\n";
    }
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

  Desk& desk_;
  const std::vector<Asking>& askings_;
  bool quiet_;
  Language language_;
  std::vector<std::string> texts_;
  std::atomic<std::size_t> done_{0};
  std::atomic<std::size_t> again_{0};
  std::atomic<std::size_t> refused_{0};
  std::atomic<bool> unavailable_{false};
  std::mutex why_mutex_;
  std::optional<Error> why_;  // the first of them
};

}  // namespace

Asking read_asking(std::string_view text, std::size_t first_line, const policy::Policy& policy) {
  json::Document document;
  const auto value = exchange::parse(document, text, first_line);
  if (!value) return {std::unexpected(value.error())};
  const json::Value* format = json::find(**value, "format");
  if (format != nullptr && format->text == "yidan.case/1") return {requests_of_case(**value, policy)};
  auto request = read_request(**value, policy);
  if (!request) return {std::unexpected(std::move(request.error()))};
  return {std::vector<Request>{std::move(*request)}};
}

Posted post(Desk& desk, const std::vector<Asking>& askings, unsigned threads, bool quiet, Language language,
            std::string& out) {
  Counter counter(desk, askings, quiet, language);
  const std::vector<Line> lines = lines_of(askings);
  std::atomic<std::size_t> next{0};
  const auto serve = [&] {
    for (std::size_t i = next++; i < lines.size(); i = next++) counter.serve(lines[i]);
  };
  {
    std::vector<std::jthread> others;
    const std::size_t wanted = std::min<std::size_t>(threads, lines.size());
    for (std::size_t i = 1; i < wanted; ++i) others.emplace_back(serve);
    serve();
  }
  return counter.hand_over(out);
}

}  // namespace yidan::operations
