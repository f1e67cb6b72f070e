// The policy: what is in force, what changed, whether it keeps within its bounds, on what it rests.

#include "audit/audit.h"
#include "base/json_writer.h"
#include "contract/formats.h"
#include "exchange/audit_writer.h"
#include "exchange/rules_page.h"
#include "policy/report/indicators.h"
#include "policy/report/report.h"
#include "service/routes/all.h"

namespace yidan::service {
namespace {

Date day_asked(const Context& context, const Asked& asked) { return asked.day("on").value_or(context.today()); }

Result<http::Answer> pools(Context& context, const Asked&) {
  http::Answer answer;
  json::Writer json(answer.body, json::Writer::Style::compact);
  json.begin_object();
  json.text("format", "yidan.pools/1");
  json.key("pools");
  json.begin_array();
  for (const policy::Pool& each : context.policy.pools) {
    json.begin_object();
    json.text("pool", to_text(each.region));
    json.text("zh", each.name.zh);
    json.text("en", each.name.en);
    json.end_object();
  }
  json.end_array();
  json.end_object();
  return answer;
}

Result<http::Answer> in_force(Context& context, const Asked& asked) {
  const auto pool = pool_of(context, asked);
  if (!pool) return std::unexpected(pool.error());
  return http::Answer{.body = policy::show_json(**pool, day_asked(context, asked), asked.language)};
}

Result<http::Answer> changes(Context& context, const Asked& asked) {
  const auto pool = pool_of(context, asked);
  if (!pool) return std::unexpected(pool.error());
  return http::Answer{.type = "text/plain; charset=utf-8",
                      .body = policy::diff_text(**pool, *asked.day("from"), *asked.day("until"), asked.language)};
}

Result<http::Answer> audit(Context& context, const Asked& asked) {
  const auto pool = pool_of(context, asked);
  if (!pool) return std::unexpected(pool.error());
  http::Answer answer;
  json::Writer json(answer.body, json::Writer::Style::compact);
  exchange::write_audit(json, context.policy, audit::audit(context.policy, **pool, day_asked(context, asked)));
  return answer;
}

Result<http::Answer> explained(Context& context, const Asked& asked) {
  const auto pool = pool_of(context, asked);
  if (!pool) return std::unexpected(pool.error());
  const auto page = exchange::rules_page_of(**pool, day_asked(context, asked));
  if (!page) return std::unexpected(page.error());
  return http::Answer{.body = rules_page_json(*page)};
}

Result<http::Answer> indicators(Context& context, const Asked& asked) {
  const auto pool = pool_of(context, asked);
  if (!pool) return std::unexpected(pool.error());
  return http::Answer{.body = policy::indicators_json(**pool, day_asked(context, asked), asked.language)};
}

Result<http::Answer> documents(Context& context, const Asked& asked) {
  const auto cited = policy::citations(context.policy, context.desk.source());
  return http::Answer{.body = policy::documents_json(context.policy, cited, asked.language)};
}

Result<http::Answer> clause(Context& context, const Asked& asked) {
  auto text = policy::clause_json(context.policy, asked.value("clause"), asked.language);
  if (text) return http::Answer{.body = std::move(*text)};
  text.error().where = "path.clause";
  return std::unexpected(std::move(text.error()));
}

Result<http::Answer> schema(Context&, const Asked& asked) {
  const contract::Format* format = contract::find_format(asked.value("name"));
  if (format == nullptr) {
    return std::unexpected(Error{ErrorCode::not_found,
                                 {"没有这种格式：见 /openapi.json", "there is no such format: see /openapi.json"},
                                 "path.name"});
  }
  return http::Answer{.type = "application/schema+json", .body = contract::schema_of(*format)};
}

constexpr std::array kDayQuery{on_day()};
constexpr std::array kDaysQuery{contract::day("from", "前一日", "the first day").required(),
                                contract::day("until", "后一日", "the second day").required()};

constexpr std::array kPolicyRoutes{
    Route{.method = "GET",
          .path = "/v1/pools",
          .name = "pools",
          .part = Part::policy,
          .gist = {"统筹区", "the pools"},
          .handler = pools,
          .gives = "yidan.pools/1",
          .is_open = true,
          .quick = true},
    Route{.method = "GET",
          .path = "/v1/pools/{pool}/policy",
          .name = "policy",
          .part = Part::policy,
          .gist = {"某日有效的规则，逐条附依据", "what is in force on a day, clause by clause"},
          .handler = in_force,
          .query = kDayQuery,
          .gives = "yidan.policy/1",
          .is_open = true},
    Route{.method = "GET",
          .path = "/v1/pools/{pool}/policy/changes",
          .name = "policy-changes",
          .part = Part::policy,
          .gist = {"两日之间的变化", "what changed between two days"},
          .handler = changes,
          .query = kDaysQuery,
          .gives = "text/plain",
          .is_open = true},
    Route{.method = "GET",
          .path = "/v1/pools/{pool}/policy/audit",
          .name = "policy-audit",
          .part = Part::policy,
          .gist = {"与省清单逐条核对", "the pool against the bounds of the provincial list"},
          .handler = audit,
          .query = kDayQuery,
          .gives = "yidan.audit/1",
          .is_open = true},
    Route{.method = "GET",
          .path = "/v1/pools/{pool}/policy/explanation",
          .name = "policy-explanation",
          .part = Part::policy,
          .gist = {"某日的待遇，说给参保人听：标准、举例、变化、问答",
                   "the rules of a day in plain words: amounts, examples, changes, questions"},
          .handler = explained,
          .query = kDayQuery,
          .gives = "yidan.explanation/1",
          .is_open = true},
    Route{.method = "GET",
          .path = "/v1/pools/{pool}/policy/indicators",
          .name = "policy-indicators",
          .part = Part::policy,
          .gist = {"统计指标：公布于何时、自何日起用、缺哪些年份",
                   "the indicators: when they were published, from when they apply, which years are missing"},
          .handler = indicators,
          .query = kDayQuery,
          .gives = "yidan.indicators/1",
          .is_open = true},
    Route{.method = "GET",
          .path = "/v1/policy/documents",
          .name = "documents",
          .part = Part::policy,
          .gist = {"登记的政策文件", "the documents of the register"},
          .handler = documents,
          .gives = "yidan.documents/1",
          .is_open = true},
    Route{.method = "GET",
          .path = "/v1/policy/clauses/{clause}",
          .name = "clause",
          .part = Part::policy,
          .gist = {"一条条款的大意和出处", "the gist of a clause, and where it stands"},
          .handler = clause,
          .gives = "yidan.clause/1",
          .is_open = true,
          .quick = true},
    Route{.method = "GET",
          .path = "/v1/schemas/{name...}",
          .name = "schema",
          .part = Part::policy,
          .gist = {"一种格式的 JSON Schema", "the JSON Schema of a format"},
          .handler = schema,
          .gives = "application/schema+json",
          .is_open = true,
          .quick = true},
};

}  // namespace

std::span<const Route> policy_routes() { return kPolicyRoutes; }

}  // namespace yidan::service
