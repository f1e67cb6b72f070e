// Any requests of HTTP to the service, several one after the other between lines of "%%": never a crash and never a
// fault of ours (5xx); a refusal is a problem with its code, what to do, and where one is to look; what was answered
// to a key once is answered again.
//
// A request is as it stands on the wire, without the version: "GET /v1/pools", headers, an empty line, the body.

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/json.h"
#include "base/json_canonical.h"
#include "fuzz/office.h"
#include "service/service.h"

namespace {

using namespace yidan;  // NOLINT
using fuzz::require;

std::string_view cut_line(std::string_view& rest) {
  const std::size_t end = rest.find('\n');
  const std::string_view line = rest.substr(0, end);
  rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  return line;
}

std::string_view cut_request(std::string_view& rest) {
  constexpr std::string_view between = "\n%%\n";
  const std::size_t end = rest.find(between);
  const std::string_view text = rest.substr(0, end);
  rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + between.size());
  return text;
}

// A method is a word: http/connection.cpp lets nothing else through.
std::string word_of(std::string_view text) {
  std::string word;
  for (const char each : text) {
    if ((each >= 'A' && each <= 'Z') || (each >= 'a' && each <= 'z') || each == '-') word += each;
  }
  return word;
}

http::Request request_of(std::string_view text) {
  http::Request request{.peer = "127.0.0.1"};
  const std::string_view first = cut_line(text);
  request.method = word_of(first.substr(0, first.find(' ')));
  if (first.contains(' ')) request.target = first.substr(first.find(' ') + 1);
  while (!text.empty()) {
    const std::string_view line = cut_line(text);
    const std::size_t colon = line.find(": ");
    if (colon == std::string_view::npos) break;
    request.headers.push_back({std::string(line.substr(0, colon)), std::string(line.substr(colon + 2))});
  }
  request.body = text;
  return request;
}

// What is refused by the way alone has no place; a fault in what was sent has one.
void check_problem(const http::Answer& answer) {
  require(answer.type == "application/problem+json");
  json::Document document;
  const auto problem = document.parse(answer.body);
  require(problem.has_value());
  for (const std::string_view name : {"type", "title", "detail", "code", "request"}) {
    require(!json::text_in(**problem, name).empty());
  }
  const std::string_view where = json::text_in(**problem, "where");
  if (answer.status == 400 || answer.status == 415 || answer.status == 422) require(!where.empty());
}

void check(const http::Answer& answer) {
  if (answer.status >= 500) std::fprintf(stderr, "%d: %s\n", answer.status, answer.body.c_str());
  require(answer.status < 500);
  if (answer.status >= 400) check_problem(answer);
  constexpr int most_pieces = 3;
  for (int i = 0; answer.stream && i < most_pieces; ++i) (void)answer.stream->next();
}

// What a service keeps from one input to the next it must not: each has an office of its own, but for those that change
// nothing.
struct Open {
  fuzz::Office office;
  service::Service service;

  explicit Open(bool asks_who)
      : service({.desk = office.desk(),
                 .policy = testing::shipped_policy(),
                 .clock = [this] { return office.next_instant(); },
                 .has_server = false,
                 .asks_who = asks_who,
                 .note =
                     [](std::string_view line) {
                       json::Document document;
                       require(document.parse(line).has_value());
                     }}) {}
};

class Street {
 public:
  http::Answer ask(http::Request request) {
    const bool asks_who = !request.header("Authorization").empty();
    std::optional<Open>& open = asks_who ? guarded_ : unguarded_;
    if (!open) open.emplace(asks_who);
    (void)open->service.is_quick(request);
    return open->service.answer(std::move(request));
  }
  void begin_anew_if_changed() {
    for (std::optional<Open>* each : {&unguarded_, &guarded_}) {
      if (*each && (*each)->office.has_changed()) each->reset();
    }
  }

 private:
  std::optional<Open> unguarded_;
  std::optional<Open> guarded_;
};

void check_again(Street& street, const http::Request& request, const http::Answer& first) {
  if (request.header("Idempotency-Key").empty() || first.status != 200 || request.method != "POST") return;
  if (request.target.starts_with("/fsi")) return;
  const http::Answer again = street.ask(request);
  require(again.status == 200 && again.body == first.body);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static Street street;
  std::string_view rest(reinterpret_cast<const char*>(data), size);
  constexpr int most_requests = 6;
  for (int count = 0; count < most_requests && !rest.empty(); ++count) {
    const http::Request request = request_of(cut_request(rest));
    const http::Answer answer = street.ask(request);
    check(answer);
    check_again(street, request, answer);
  }
  street.begin_anew_if_changed();
  return 0;
}
