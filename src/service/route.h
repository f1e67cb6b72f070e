// A route of the service: what is asked by which method and path, what it takes and gives, and who answers.
//
// The table of routes is the one place where the interface stands: requests are matched and checked by it, the OpenAPI
// document is made from it, and so are the rights of roles.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "contract/field.h"
#include "http/message.h"
#include "service/asked.h"

namespace yidan::service {

using contract::Field;
using contract::Gist;

// Under which heading a route stands in the documents.
enum class Part : std::uint8_t {
  settlement,
  persons,
  requests,
  books,
  policy,
  registers,
  decisions,
  jobs,
  reconciliation,
  national,
  users,
  system
};
inline constexpr std::array<Word, 12> kParts{{
    {"settlement", "试算：不涉及账册", "settling without books"},
    {"persons", "人员：结算、登记、账户、状态", "persons: settlements, facts, accounts, standing"},
    {"requests", "请求：按键提交与查询", "requests: sent and asked about by key"},
    {"books", "账册：试算表、日记账、动态", "the books: balances, journal, feed"},
    {"policy", "政策：某日有效的规则、变化、核查", "the policy: what is in force, what changed, audit"},
    {"registers", "登记册与任务", "registers and tasks"},
    {"decisions", "决策与备案", "decisions and filings"},
    {"jobs", "作业：核查、证明、测算、核对", "jobs: audits, proofs, costs, verification"},
    {"reconciliation", "对账：机构的对账单、差异", "reconciliation: statements of institutions, differences"},
    {"national", "国家接口（infno）", "the national interface (infno)"},
    {"users", "登录、用户与审计轨迹", "logging in, users, the trail"},
    {"system", "系统", "the system itself"},
}};

struct Context;
using Handler = Result<http::Answer> (*)(Context& context, const Asked& asked);

struct Route {
  std::string_view method;
  std::string_view path;  // "/v1/pools/{pool}/persons/{person}"; a last "{key...}" takes all that follows
  std::string_view name;  // "settle": of the operation, for documents, metrics and logs
  Part part = Part::system;
  Gist gist;
  Handler handler = nullptr;
  std::span<const Field> query{};
  // The body: a format of the contract ("yidan.case/1"), or the word of a `do`, whose other members it has; empty:
  // none.
  std::string_view takes{};
  // The answer: a format, or a media type ("text/plain"); empty: JSON of no fixed form.
  std::string_view gives{};
  std::string_view streams{};                    // the media type of an answer that goes on, where it can
  const contract::Object* gives_part = nullptr;  // in place of a format: a part of one
  const contract::Object* takes_part = nullptr;  // the same of the body
  bool is_open = false;                          // nobody has to be logged in
  bool changes = false;                          // needs an Idempotency-Key
  bool quick = false;                            // waits for nothing: answered at once
  bool reads_little = false;                     // the same where the books are in this program, and need no server

  bool is_silent = false;    // gives nothing: 204
  bool is_accepted = false;  // gives what is not done yet: 202

  // The same with more said of it.
  [[nodiscard]] constexpr Route asking(std::span<const Field> parameters) const {
    Route route = *this;
    route.query = parameters;
    return route;
  }
  [[nodiscard]] constexpr Route taking(const contract::Object& body) const {
    Route route = *this;
    route.takes_part = &body;
    return route;
  }
  [[nodiscard]] constexpr Route giving(std::string_view format) const {
    Route route = *this;
    route.gives = format;
    return route;
  }
  [[nodiscard]] constexpr Route giving_nothing() const {
    Route route = *this;
    route.is_silent = true;
    return route;
  }
  [[nodiscard]] constexpr Route open() const {
    Route route = *this;
    route.is_open = true;
    return route;
  }

  [[nodiscard]] bool is_read() const { return method == "GET"; }
  [[nodiscard]] bool has_body() const { return !takes.empty() || takes_part != nullptr; }
};

// All there are.
[[nodiscard]] std::span<const Route> routes();

// The names in braces: "pool", "person".
[[nodiscard]] std::vector<std::string_view> path_parameters(std::string_view path);

// What is said of a parameter of a path, whichever path it is.
[[nodiscard]] const Field& path_field(std::string_view name);

}  // namespace yidan::service
