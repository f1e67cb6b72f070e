#include "service/jobs/work.h"

#include <algorithm>

#include "audit/audit.h"
#include "calendar/instant.h"
#include "exchange/audit_writer.h"
#include "exchange/cost_report.h"
#include "exchange/proof_writer.h"
#include "operations/draft_cost.h"
#include "operations/elsewhere.h"
#include "operations/experience.h"
#include "operations/numbers.h"
#include "operations/reconciliation.h"
#include "operations/verify.h"
#include "policy/load.h"
#include "prove/proof.h"

namespace yidan::service {
namespace {

operations::Caller unnoted(const operations::Caller& caller) {
  operations::Caller copy = caller;
  copy.trail = nullptr;
  return copy;
}

Error is_no_policy(const std::vector<policy::Problem>& problems) {
  constexpr std::size_t most = 20;
  Text all;
  for (const policy::Problem& each : std::span(problems).first(std::min(most, problems.size()))) {
    all.zh += "\n" + to_text(each, Language::zh);
    all.en += "\n" + to_text(each, Language::en);
  }
  const std::string count = std::to_string(problems.size());
  return {ErrorCode::invalid_value,
          {"草案不能编译，问题 " + count + " 个：" + all.zh, "the draft does not compile, problems: " + count + all.en},
          "$.draft"};
}

std::vector<Property> properties_of(const exchange::ProofAsked& asked) {
  if (!asked.properties.empty()) return asked.properties;
  std::vector<Property> all;
  for (std::size_t i = 0; i < count_of<Property>; ++i) {
    const auto each = static_cast<Property>(i);
    if (each != Property::not_worse || asked.than) all.push_back(each);
  }
  return all;
}

}  // namespace

Work audit_work(const operations::Caller& caller, const policy::Policy& policy, std::vector<const policy::Pool*> pools,
                Date on, bool with_bills) {
  return [caller = unnoted(caller), &policy, pools = std::move(pools), on,
          with_bills](const Going& going) -> Result<std::string> {
    std::vector<audit::Experience> experiences(pools.size());
    if (with_bills) {
      // It is pools that are counted, not the persons who are gone through before.
      auto found = operations::experience_of(caller, pools, [&](std::int64_t) { return going.go_on(0); });
      if (!found) return std::unexpected(std::move(found.error()));
      experiences = std::move(*found);
    }
    going.expect(static_cast<std::int64_t>(pools.size()));
    std::string text;
    json::Writer json(text, json::Writer::Style::compact);
    json.begin_array();
    for (std::size_t i = 0; i < pools.size(); ++i) {
      exchange::write_audit(json, policy, audit::audit(policy, *pools[i], on, experiences[i]));
      if (auto on_and_on = going.go_on(static_cast<std::int64_t>(i + 1)); !on_and_on) {
        return std::unexpected(std::move(on_and_on.error()));
      }
    }
    json.end_array();
    return text;
  };
}

Work proof_work(const policy::Policy& policy, const exchange::ProofAsked& asked, Date on,
                std::function<Instant()> clock) {
  return [&policy, asked, on, clock = std::move(clock)](const Going& going) -> Result<std::string> {
    constexpr Instant microseconds = 1000;  // of a millisecond
    const prove::Target target{policy, *asked.pool, on};
    std::optional<prove::Target> than;
    if (asked.than) than.emplace(prove::Target{policy, *asked.pool, *asked.than});
    auto report = prove::prove(target, than, properties_of(asked), [&] { return clock() / microseconds; }, going.go_on);
    if (!report) return std::unexpected(std::move(report.error()));
    if (asked.than) report->than = to_text(*asked.than);
    std::string text;
    json::Writer json(text, json::Writer::Style::compact);
    exchange::write_proof(json, *report);
    return text;
  };
}

Result<Work> cost_work(const operations::Caller& caller, const exchange::CostAsked& asked, Date on) {
  auto laid = policy::laid_over(caller.desk.source(), asked.draft, asked.pool->folder);
  if (!laid) return std::unexpected(Error{ErrorCode::invalid_value, std::move(laid.error().message), "$.draft"});
  auto compiled = policy::load_policy(*laid);
  if (!compiled) return std::unexpected(is_no_policy(compiled.error()));
  return [caller = unnoted(caller), pool = asked.pool, year = asked.year.value_or(on.year()), on,
          draft =
              std::make_shared<const policy::Policy>(std::move(*compiled))](const Going& going) -> Result<std::string> {
    const operations::CostQuery query{.pool = pool->region, .year = year, .draft = draft.get(), .on = on};
    const auto found = operations::cost_of_draft(caller, query, going.go_on);
    if (!found) return std::unexpected(found.error());
    return exchange::cost_json({pool, "draft", on, &found->cost, found->capacity, found->not_settled, found->in_force});
  };
}

Work elsewhere_work(const operations::Caller& caller, const exchange::ElsewhereAsked& asked) {
  return [caller = unnoted(caller), asked](const Going& going) -> Result<std::string> {
    const auto found = operations::elsewhere(caller, {asked.pool->region, asked.from, asked.to}, going.go_on);
    if (!found) return std::unexpected(found.error());
    return operations::shown_to(caller, exchange::elsewhere_json(*found));
  };
}

Work reconciliation_work(const operations::Caller& caller, const exchange::ReconciliationAsked& asked) {
  return [caller = unnoted(caller), asked](const Going& going) -> Result<std::string> {
    const operations::ReconciliationQuery query{
        .pool = asked.pool->region, .from = asked.from, .to = asked.to, .with_untold = true};
    const auto found = operations::reconcile(caller, query, going.go_on);
    if (!found) return std::unexpected(found.error());
    return exchange::reconciliation_json(*found, json::Writer::Style::compact);
  };
}

Work verification_work(const operations::Caller& caller, Language language) {
  return [caller = unnoted(caller), language](const Going& going) -> Result<std::string> {
    const auto verified = operations::verify(caller, going.go_on);
    if (!verified) return std::unexpected(verified.error());
    return operations::verified_json(*verified, language);
  };
}

}  // namespace yidan::service
