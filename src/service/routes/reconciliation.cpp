// Reconciliation: the statements of institutions, and in what they differ from the books.

#include "operations/reconciliation.h"

#include "service/routes/all.h"

namespace yidan::service {
namespace {

Result<http::Answer> reconciliation(Context& context, const Asked& asked) {
  const auto pool = pool_of(context, asked);
  if (!pool) return std::unexpected(pool.error());
  const Date from = asked.day("from").value_or(context.today());
  const operations::ReconciliationQuery query{.pool = (*pool)->region,
                                              .from = from,
                                              .to = asked.day("to").value_or(from),
                                              .provider = std::string(asked.value("provider")),
                                              .insurance = std::string(asked.value("insurance")),
                                              .clearing = std::string(asked.value("clearing")),
                                              .with_resolved = !asked.flag("open")};
  if (query.to < query.from) {
    return std::unexpected(
        Error{ErrorCode::contradiction,
              {"末日早于首日：请对调或改正", "the last day lies before the first: correct one of them"},
              "query.to"});
  }
  const auto report = operations::reconcile(context.caller(asked), query, always);
  if (!report) return std::unexpected(report.error());
  return json_answer(context, exchange::reconciliation_json(*report, json::Writer::Style::compact));
}

constexpr std::array kReconciliationQuery{
    contract::day("from", "对账单的首日不早于此日；默认今天",
                  "statements that begin on this day or later; today when absent"),
    contract::day("to", "首日不晚于此日；默认同上", "and not later than this day; the same when absent"),
    contract::id("provider", "只看此机构的", "those of this institution"),
    contract::id("insurance", "只看此险种的（insutype）", "those of this insutype"),
    contract::id("clearing", "只看此清算类别的（clr_type）", "those of this clr_type"),
    contract::flag("open", "只列待处理的差异", "open differences alone")};

constexpr Route told(std::string_view path, std::string_view name, std::string_view said, Gist gist) {
  return {.method = "POST",
          .path = path,
          .name = name,
          .part = Part::reconciliation,
          .gist = gist,
          .handler = change,
          .takes = said,
          .gives = "yidan.reconciliation/1",
          .changes = true};
}

constexpr std::array kReconciliationRoutes{
    Route{.method = "GET",
          .path = "/v1/pools/{pool}/reconciliation",
          .name = "reconciliation",
          .part = Part::reconciliation,
          .gist = {"各机构对账单与账册的差异，按现在的账册，待处理的在前",
                   "in what statements differ from the books as they now are, open differences first"},
          .handler = reconciliation,
          .query = kReconciliationQuery,
          .gives = "yidan.reconciliation/1"},
    told("/v1/pools/{pool}/providers/{provider}/statements", "statement", "reconcile",
         {"上报对账单，答以差异", "tell a statement; answered with its differences"}),
    told("/v1/pools/{pool}/providers/{provider}/resolutions", "resolution", "resolve",
         {"说明一处差异为何不再处理", "say why nothing more is done about a difference"}),
};

}  // namespace

std::span<const Route> reconciliation_routes() { return kReconciliationRoutes; }

}  // namespace yidan::service
