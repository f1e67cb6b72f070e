// Requests of the contract as they stand, one or many, and what became of one.

#include <algorithm>
#include <thread>

#include "base/json_canonical.h"
#include "exchange/outcome.h"
#include "operations/decisions.h"
#include "operations/post.h"
#include "operations/reconciliation.h"
#include "operations/registers.h"
#include "service/routes/all.h"

namespace yidan::service {
namespace {

json::Value text_value(std::string_view text) {
  json::Value value;
  value.kind = json::Kind::string;
  value.text = text;
  return value;
}

Error not_one_request() {
  return {ErrorCode::invalid_value,
          {"此处只受理一个请求（yidan.request/1）：案例与名册请发到 /v1/batches",
           "one request (yidan.request/1) is taken here: send cases and rosters to /v1/batches"},
          "$.format"};
}

Result<operations::Answer> perform(const operations::Caller& caller, exchange::Asking asking) {
  if (!asking.requests) return std::unexpected(std::move(asking.requests.error()));
  if (asking.decision) return operations::perform(caller, *asking.decision);
  if (asking.entry) return operations::perform(caller, *asking.entry);
  if (asking.statement) return operations::perform(caller, *asking.statement);
  if (asking.requests->size() != 1) return std::unexpected(not_one_request());
  return operations::perform(caller, std::move(asking.requests->front()));
}

// Where something stands that the request of the contract has as a member: in the path, in a header, or in the body.
std::string place_in_request(const Asked& asked, const std::string& where) {
  if (asked.route->changes && where == "$.key") return "header.Idempotency-Key";
  for (const auto& [name, value] : asked.values) {
    if (where == "$." + std::string(name)) return "path." + std::string(name);
  }
  return where;
}

Error stands_elsewhere(std::string_view name) {
  const std::string member(name);
  return {ErrorCode::duplicate_key,
          {"“" + member + "”已由路径或首部给出：内容中不写",
           "'" + member + "' is given by the path or a header: leave it out of the body"},
          "$." + member};
}

// What is asked by the members that are not the body's, then the body's. REQUIRES: the document outlives it.
Result<exchange::Asking> asking_with(Context& context, const Asked& asked, json::Document& document,
                                     std::vector<json::Member> members) {
  const auto body = exchange::parse(document, asked.request->body, 1);
  if (!body) return std::unexpected(body.error());
  if ((*body)->kind != json::Kind::object) {
    return std::unexpected(
        Error{ErrorCode::wrong_type, {"内容应为一个 JSON 对象", "the body is one JSON object"}, "$"});
  }
  for (const json::Member& each : (*body)->members()) {
    if (std::ranges::find(members, each.key, &json::Member::key) != members.end()) {
      return std::unexpected(stands_elsewhere(each.key));
    }
  }
  std::ranges::copy((*body)->members(), std::back_inserter(members));
  json::Value whole;
  whole.kind = json::Kind::object;
  whole.fields = members.data();
  whole.size = members.size();
  if (auto current = context.desk_is_current(); !current) return std::unexpected(std::move(current.error()));
  return exchange::read_asking(whole, context.policy);
}

Result<http::Answer> perform_with(Context& context, const Asked& asked, std::vector<json::Member> members) {
  json::Document document;
  auto asking = asking_with(context, asked, document, std::move(members));
  if (!asking) return std::unexpected(std::move(asking.error()));
  auto done = perform(context.caller(asked), std::move(*asking));
  if (!done) {
    done.error().where = place_in_request(asked, done.error().where);
    return std::unexpected(std::move(done.error()));
  }
  http::Answer answer{.body = std::move(done->text)};
  if (done->again) answer.headers.push_back({"Idempotency-Replayed", "true"});
  return answer;
}

// A request with its own key, or the one of the header; both must be the same.
Result<http::Answer> request(Context& context, const Asked& asked) {
  json::Document document;
  const auto body = exchange::parse(document, asked.request->body, 1);
  if (!body) return std::unexpected(body.error());
  const json::Value* key = json::find(**body, "key");
  std::vector<json::Member> members;
  if (key == nullptr && !asked.key.empty()) members.push_back({"key", text_value(asked.key)});
  if (key != nullptr && !asked.key.empty() && key->text != asked.key) {
    return std::unexpected(
        Error{ErrorCode::contradiction,
              {"内容中的键与 Idempotency-Key 不同", "the key of the body is not the Idempotency-Key"},
              "$.key"});
  }
  return perform_with(context, asked, std::move(members));
}

// Lines of requests, cases and rosters; a line of answer each.
Result<http::Answer> batch(Context& context, const Asked& asked) {
  std::vector<exchange::Asking> askings;
  std::string_view rest = asked.request->body;
  for (std::size_t line = 1; !rest.empty(); ++line) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const std::string_view text = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (text.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    askings.push_back(exchange::read_asking(text, line, context.policy));
  }
  http::Answer answer{.type = "application/jsonl"};
  const auto posted = operations::post(context.caller(asked), std::move(askings), std::thread::hardware_concurrency(),
                                       false, asked.language, answer.body);
  if (posted.unavailable) return std::unexpected(*posted.unavailable);
  return answer;
}

Result<http::Answer> what_became(Context& context, const Asked& asked) {
  auto text = operations::ask(context.caller(asked), asked.value("key"));
  if (!text) return std::unexpected(std::move(text.error()));
  return http::Answer{.body = std::move(*text)};
}

constexpr std::array kRequestRoutes{
    Route{
        .method = "POST",
        .path = "/v1/requests",
        .name = "request",
        .part = Part::requests,
        .gist = {"一个请求：键写在内容中或 Idempotency-Key", "one request, its key in the body or as Idempotency-Key"},
        .handler = request,
        .takes = "yidan.request/1"},
    Route{.method = "POST",
          .path = "/v1/batches",
          .name = "batch",
          .part = Part::requests,
          .gist = {"多个请求、案例、名册，每行一个；每个各答一行",
                   "requests, cases and rosters, one a line; a line of answer each"},
          .handler = batch,
          .takes = "application/jsonl",
          .gives = "application/jsonl"},
    Route{.method = "GET",
          .path = "/v1/requests/{key...}",
          .name = "request-by-key",
          .part = Part::requests,
          .gist = {"某个键的请求结果如何", "what became of the request with this key"},
          .handler = what_became,
          .reads_little = true},
};

// What the path and the headers say of a request. REQUIRES: `pool` outlives it.
Result<std::vector<json::Member>> members_beside_body(const Context& context, const Asked& asked, std::string& pool) {
  std::vector<json::Member> members{{"format", text_value("yidan.request/1")}, {"do", text_value(asked.route->takes)}};
  if (asked.route->changes) members.push_back({"key", text_value(asked.key)});
  for (const auto& [name, value] : asked.values) {
    if (name == "pool") {
      const auto found = pool_of(context, asked);
      if (!found) return std::unexpected(found.error());
      pool = to_text((*found)->region);
      members.push_back({name, text_value(pool)});
    } else {
      members.push_back({name, text_value(value)});
    }
  }
  return members;
}

}  // namespace

Result<http::Answer> change(Context& context, const Asked& asked) {
  std::string pool;
  auto members = members_beside_body(context, asked, pool);
  if (!members) return std::unexpected(std::move(members.error()));
  return perform_with(context, asked, std::move(*members));
}

Result<operations::Explanation> explained_trial(Context& context, const Asked& asked) {
  std::string pool;
  auto members = members_beside_body(context, asked, pool);
  if (!members) return std::unexpected(std::move(members.error()));
  json::Document document;
  auto asking = asking_with(context, asked, document, std::move(*members));
  if (!asking) return std::unexpected(std::move(asking.error()));
  auto explanation = asking->requests
                         ? operations::explain(context.caller(asked), std::move(asking->requests->front()))
                         : Result<operations::Explanation>(std::unexpected(std::move(asking->requests.error())));
  if (!explanation) explanation.error().where = place_in_request(asked, explanation.error().where);
  return explanation;
}

std::span<const Route> request_routes() { return kRequestRoutes; }

}  // namespace yidan::service
