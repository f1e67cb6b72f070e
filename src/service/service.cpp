#include "service/service.h"

#include <algorithm>
#include <chrono>

#include "base/digest.h"
#include "base/json_writer.h"
#include "base/text.h"
#include "service/bearer.h"
#include "service/problem.h"
#include "service/route.h"
#include "service/signature.h"

namespace yidan::service {
namespace {

// The first language of the list that is one of ours.
Language language_asked(const http::Request& request) {
  const std::string_view wanted = request.header("Accept-Language");
  const std::size_t english = wanted.find("en");
  return english != std::string_view::npos && english < wanted.find("zh") ? Language::en : Language::zh;
}

bool is_plain_word(std::string_view text) {
  constexpr std::string_view plain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._";
  return !text.empty() && text.size() <= 64 && text.find_first_not_of(plain) == std::string_view::npos;
}

bool has_header(const http::Answer& answer, std::string_view name) {
  return std::ranges::find(answer.headers, name, &http::Header::name) != answer.headers.end();
}

bool is_json_type(std::string_view type) {
  type = type.substr(0, type.find(';'));
  return type.empty() || type == "application/json" || type == "application/jsonl" ||
         type == "application/x-www-form-urlencoded";  // what curl says of a body when it is told nothing
}

}  // namespace

struct Service::Way {
  Instant began = 0;
  Told told;
  const Route* route = nullptr;
};

Service::Service(const Setup& setup)
    : context_{setup.desk, setup.policy, setup.clock},
      has_server_(setup.has_server),
      asks_who_(setup.asks_who),
      note_(setup.note),
      console_(setup.console),
      matching_(routes()),
      number_(random_key().substr(0, 12)) {}

http::Answer Service::answer(http::Request request) {
  Way way{.began = context_.clock(), .told = {language_asked(request), {}, &context_.policy.clauses}};
  const std::string_view given = request.header("X-Request-Id");
  way.told.request = is_plain_word(given) ? std::string(given) : number_ + "-" + std::to_string(++count_);
  http::Answer answer = answer_matched(way, request);
  finish(way, request, answer);
  return answer;
}

http::Answer Service::answer_matched(Way& way, const http::Request& request) {
  const auto target = http::read_target(request.target);
  Matching::Found found = target ? matching_.find(request.method, *target) : Matching::Found{};
  if (found.route == nullptr && !found.methods.empty()) {
    const std::string methods = joined(found.methods, ", ");
    http::Answer answer = way_problem(405, "method-not-allowed",
                                      {"此路径只接受 " + methods, "this path takes " + methods + " alone"}, way.told);
    answer.headers.push_back({"Allow", methods});
    return answer;
  }
  if (found.route == nullptr) {
    auto page = console_ != nullptr && target ? console_->answer(request, *target) : std::nullopt;
    if (page) return std::move(*page);
    return way_problem(404, "no-such-route",
                       {"没有此路径：见 /openapi.json", "there is no such path: see /openapi.json"}, way.told);
  }
  way.route = found.route;
  if (found.route->has_body() && !is_json_type(request.header("Content-Type"))) {
    return way_problem(415, "unsupported-media-type", {"内容应为 application/json", "the body is application/json"},
                       way.told, "header.Content-Type");
  }
  if (!request.header("Content-Encoding").empty()) {
    return way_problem(415, "unsupported-media-type", {"内容不得压缩", "the body is not to be compressed"}, way.told,
                       "header.Content-Encoding");
  }
  Asked asked{.route = found.route,
              .request = &request,
              .values = std::move(found.values),
              .key = std::string(request.header("Idempotency-Key")),
              .request_number = way.told.request,
              .language = way.told.language};
  if (auto read = read_query(*found.route, *target, asked.values); !read) return problem(read.error(), way.told);
  if (found.route->changes && asked.key.empty()) {
    return problem(
        {ErrorCode::missing,
         {"改变账册的请求须带 Idempotency-Key：以后凭它查询或重发",
          "a request that changes something has an Idempotency-Key: by it one asks later, or sends it again"},
         "header.Idempotency-Key"},
        way.told);
  }
  RequestTrail trail(context_.trail, way.told.request);
  asked.trail = &trail;
  http::Answer refusal;
  if (!identify(asked, way, refusal)) return refusal;
  if (auto right = check_signature(asked); !right) return problem(right.error(), way.told);
  auto answer = found.route->handler(context_, asked);
  if (!answer) return problem(answer.error(), way.told);
  return std::move(*answer);
}

bool Service::identify(Asked& asked, const Way& way, http::Answer& refusal) {
  if (!asks_who_ || asked.route->is_open) return true;
  const std::string_view token = bearer_token(*asked.request);
  if (!token.empty()) {
    auto rights = context_.sessions.rights_of(token, context_.clock());
    if (!rights) {
      refusal = problem(rights.error(), way.told);
      return false;
    }
    asked.rights = std::move(*rights);
  }
  if (asked.rights) return true;
  refusal = way_problem(
      401, "unauthenticated",
      token.empty() ? Text{"请先登录（POST /v1/login），以 Authorization: Bearer 带上凭证",
                           "log in first (POST /v1/login), and bring the token as Authorization: Bearer"}
                    : Text{"凭证无效或已过期：请重新登录", "the token is not valid, or no longer: log in again"},
      way.told, "header.Authorization");
  refusal.headers.push_back({"WWW-Authenticate", "Bearer"});
  return false;
}

Result<void> Service::check_signature(Asked& asked) {
  if (!asked.rights || asked.rights->provider.empty()) return {};
  const Instant now = context_.clock();
  auto signer = context_.sessions.signer_of(asked.rights->provider, now);
  if (!signer) return std::unexpected(std::move(signer.error()));
  asked.signer = std::move(*signer);
  const auto found = is_signed(*asked.request, *asked.signer, now);
  if (!found) return std::unexpected(found.error());
  asked.is_signed = *found;
  // A message of the national interface may be signed within; who may only look at things need not sign.
  const bool may_change = asked.route->method != "GET" && asked.route->part != Part::users;
  if (*found || !asked.signer->required || !may_change || asked.route->part == Part::national) return {};
  return std::unexpected(operations::unsigned_message(*asked.signer, std::string(kSignaturePlace)));
}

namespace {

// Whether what the client has is what it would get: then it need not be sent again (RFC 9110, 13.1.2).
bool is_known_there(const http::Request& request, std::string_view tag) {
  const std::string_view known = request.header("If-None-Match");
  return known == "*" || known.contains(tag);
}

// Marks what a GET gives by its content; says 304 to whoever has it already.
void mark_content(const http::Request& request, http::Answer& answer) {
  if (answer.status != 200 || answer.stream != nullptr) return;
  constexpr std::size_t digits = 32;
  const std::string tag = "\"" + sha256(answer.body).substr(0, digits) + "\"";
  answer.headers.push_back({"ETag", tag});
  if (!is_known_there(request, tag)) return;
  answer.status = 304;
  answer.type.clear();
  answer.body.clear();
}

}  // namespace

void Service::finish(const Way& way, const http::Request& request, http::Answer& answer) {
  answer.headers.push_back({"X-Request-Id", way.told.request});
  answer.headers.push_back({"X-Content-Type-Options", "nosniff"});
  // What everybody may see may be kept, and is asked about again; nobody keeps what is of persons.
  const bool is_open = way.route != nullptr && way.route->is_open && way.route->is_read();
  if (!has_header(answer, "Cache-Control")) {
    answer.headers.push_back({"Cache-Control", is_open ? "no-cache" : "no-store"});
  }
  if (way.route != nullptr && way.route->is_read()) mark_content(request, answer);
  const std::chrono::microseconds taken(context_.clock() - way.began);
  context_.metrics.count(way.route, answer.status, taken);
  if (has_header(answer, "Idempotency-Replayed")) context_.metrics.count_replayed();
  if (!note_) return;
  std::string line;
  json::Writer json(line, json::Writer::Style::compact);
  json.begin_object();
  json.text("time", to_instant_text(context_.clock()));
  json.text("request", way.told.request);
  json.text("method", request.method);
  json.text("route", way.route == nullptr ? "none" : way.route->name);
  json.key("status");
  json.number(answer.status);
  json.key("us");
  json.number(taken.count());
  json.key("bytes_in");
  json.number(static_cast<long long>(request.body.size()));
  json.key("bytes_out");
  json.number(static_cast<long long>(answer.body.size()));
  json.end_object();
  note_(line + "\n");
}

bool Service::is_quick(const http::Request& request) const {
  constexpr std::size_t most = std::size_t{64} << 10U;  // bytes: a case of a million lines takes seconds
  if (request.body.size() > most) return false;
  const auto target = http::read_target(request.target);
  const auto found = target ? matching_.find(request.method, *target) : Matching::Found{};
  return found.route == nullptr || found.route->quick || (found.route->reads_little && !has_server_);
}

http::Answer Service::refuse(http::Unread why) const {
  const Told told{Language::zh, "-"};
  http::Answer answer;
  switch (why) {
    case http::Unread::malformed:
      answer = way_problem(400, "malformed-request", {"不是有效的 HTTP 请求", "the request is no HTTP"}, told);
      break;
    case http::Unread::long_header:
      answer = way_problem(431, "header-too-large",
                           {"请求行或首部过长", "the request line or its headers are too long"}, told);
      break;
    case http::Unread::long_body:
      answer = way_problem(413, "too-large", {"内容过长", "the body is too long"}, told);
      break;
    case http::Unread::too_many_bodies:
      answer =
          way_problem(503, "busy", {"服务繁忙：请稍后以同一键重发", "the service is busy: send it again later"}, told);
      break;
  }
  answer.closes = true;
  return answer;
}

}  // namespace yidan::service
