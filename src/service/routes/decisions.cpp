// Decisions on the values of the packs: registered, filed, approved, put into force.

#include "operations/decisions.h"

#include "service/routes/all.h"

namespace yidan::service {
namespace {

Result<http::Answer> decisions(Context& context, const Asked& asked) {
  const auto pool = pool_of(context, asked);
  if (!pool) return std::unexpected(pool.error());
  const auto caller = context.caller(asked);
  const auto kept = operations::decisions_of(caller, (*pool)->region.code(), asked.instant("known"));
  if (!kept) return std::unexpected(kept.error());
  auto text = operations::register_json(caller, *kept, asked.day("on").value_or(context.today()));
  if (!text) return std::unexpected(std::move(text.error()));
  return json_answer(context, std::move(*text));
}

Result<http::Answer> decision(Context& context, const Asked& asked) {
  const auto pool = pool_of(context, asked);
  if (!pool) return std::unexpected(pool.error());
  const auto caller = context.caller(asked);
  const auto kept =
      operations::decision_of(caller, (*pool)->region, std::string(asked.value("decision")), asked.instant("known"));
  if (!kept) return std::unexpected(kept.error());
  auto text = operations::sheet_json(caller, *kept, asked.day("on").value_or(context.today()));
  if (!text) return std::unexpected(std::move(text.error()));
  return json_answer(context, std::move(*text));
}

constexpr std::array kDecisionQuery{on_day(), as_known()};

constexpr Route act(std::string_view path, std::string_view name, std::string_view said, Gist gist) {
  return {.method = "POST",
          .path = path,
          .name = name,
          .part = Part::decisions,
          .gist = gist,
          .handler = change,
          .takes = said,
          .gives = "yidan.decision/1",
          .changes = true};
}

constexpr std::array kDecisionRoutes{
    Route{.method = "GET",
          .path = "/v1/pools/{pool}/decisions",
          .name = "decisions",
          .part = Part::decisions,
          .gist = {"决策登记册", "the register of decisions"},
          .handler = decisions,
          .query = kDecisionQuery,
          .gives = "yidan.decisions/1"},
    Route{.method = "GET",
          .path = "/v1/pools/{pool}/decisions/{decision}",
          .name = "decision",
          .part = Part::decisions,
          .gist = {"一项决策：还缺什么，最早何日可行", "one decision: what is missing, the earliest lawful day"},
          .handler = decision,
          .query = kDecisionQuery,
          .gives = "yidan.decision/1"},
    act("/v1/pools/{pool}/decisions", "decide", "decide", {"登记决策", "register a decision"}),
    act("/v1/pools/{pool}/decisions/{decision}/filings", "file", "file", {"备案", "file it"}),
    act("/v1/pools/{pool}/decisions/{decision}/approvals", "approve", "approve", {"请示获准", "have it approved"}),
    act("/v1/pools/{pool}/decisions/{decision}/activations", "activate", "activate", {"启用", "put it into force"}),
    act("/v1/pools/{pool}/activations", "adopt", "activate",
        {"启用整个统筹区的政策包", "put all packs of a pool into force"}),
    act("/v1/pools/{pool}/decisions/{decision}/withdrawals", "withdraw", "withdraw", {"撤回", "withdraw it"}),
};

}  // namespace

std::span<const Route> decision_routes() { return kDecisionRoutes; }

}  // namespace yidan::service
