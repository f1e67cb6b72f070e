#include "operations/decisions.h"

#include <algorithm>

#include "operations/decision_part.h"
#include "operations/decision_refusal.h"
#include "operations/draft.h"
#include "operations/permission.h"

namespace yidan::operations {
namespace {

using exchange::DecisionAnswer;
using exchange::DecisionRequest;
using policy::Procedure;

Result<KeptDecision> kept_decision(const Caller& caller, const store::Subject& subject, std::optional<Instant> known) {
  const auto history = caller.desk.store().history(subject);
  if (!history) return std::unexpected(history.error());
  KeptDecision kept{.pool = Region(subject.pool)};
  kept.decision.registration.id = subject.id;
  for (const store::Recorded& each : *history) {
    if (known && each.event.recorded > *known) break;
    if (auto applied = apply_event(each, kept.decision); !applied) return std::unexpected(std::move(applied.error()));
    kept.seq = each.event.seq;
  }
  return kept;
}

DecisionAnswer answer_of(const KeptDecision& kept, const Procedure& definition, Date on) {
  return {.pool = kept.pool,
          .decision = &kept.decision,
          .definition = &definition,
          .state = kept.decision.state_on(on, definition)};
}

// As they stood on a day; what was registered later is left out.
std::vector<DecisionAnswer> answers_of(const std::vector<KeptDecision>& kept, const Procedure& definition, Date on) {
  std::vector<DecisionAnswer> answers;
  for (const KeptDecision& each : kept) {
    DecisionAnswer answer = answer_of(each, definition, on);
    answer.filed_until = on;
    if (answer.state != policy::kNewEntry) answers.push_back(std::move(answer));
  }
  return answers;
}

Result<const policy::DecisionRules*> rules_of(const Caller& caller) {
  const policy::DecisionRules& rules = caller.desk.decision_rules();
  if (rules.procedures.contains("decision")) return &rules;
  return std::unexpected(no_procedures());
}

}  // namespace

Result<KeptDecision> decision_of(const Caller& caller, Region pool, const std::string& id,
                                 std::optional<Instant> known) {
  if (auto allowed = may(caller, Deed::see_registers, {.pool = pool.code()}); !allowed) {
    return std::unexpected(std::move(allowed.error()));
  }
  auto kept = kept_decision(caller, subject_of(pool, id), known);
  if (kept && kept->seq == 0) return std::unexpected(no_such_decision(id));
  return kept;
}

Result<std::vector<KeptDecision>> decisions_of(const Caller& caller, std::int32_t pool, std::optional<Instant> known) {
  if (auto allowed = may(caller, Deed::see_registers, {.pool = pool}); !allowed) {
    return std::unexpected(std::move(allowed.error()));
  }
  std::vector<KeptDecision> list;
  store::RowQuery query{.table = std::string(kDecisionTable), .pool = pool};
  do {
    auto page = caller.desk.store().rows(query);
    if (!page) return std::unexpected(std::move(page.error()));
    for (const store::FoundRow& each : page->rows) {
      auto kept = kept_decision(caller, each.subject, known);
      if (!kept) return std::unexpected(std::move(kept.error()));
      if (kept->seq > 0) list.push_back(std::move(*kept));
    }
    query.after = page->next;
  } while (!query.after.empty());
  std::ranges::stable_sort(list, {}, [](const KeptDecision& each) { return each.pool; });
  return list;
}

Result<std::string> sheet_json(const Caller& caller, const KeptDecision& kept, Date on) {
  const auto rules = rules_of(caller);
  if (!rules) return std::unexpected(rules.error());
  DecisionAnswer answer = answer_of(kept, (*rules)->procedures.at("decision"), on);
  const Date day = std::max(on, kept.decision.registration.from);
  const decisions::Sheet sheet = decisions::sheet_of(kept.decision, **rules, day);
  answer.sheet = &sheet;
  std::optional<audit::GateAnswer> gate;
  if (!kept.decision.registration.draft.empty()) {
    auto made = compiled(laid_over(caller.desk.source(), kept.decision.registration.draft));
    if (!made) return std::unexpected(std::move(made.error()));
    const policy::Pool* pool = made->find(kept.pool);
    if (pool != nullptr) gate = audit::gate(*made, *pool, day);
    if (gate) answer.gate = &*gate;
    return exchange::decision_json(answer);
  }
  return exchange::decision_json(answer);
}

Result<std::string> packs_sheet_json(const policy::Source& packs, Region pool, Date on) {
  const policy::DecisionRules rules = policy::read_decision_rules(packs);
  const auto definition = rules.procedures.find("decision");
  if (definition == rules.procedures.end()) return std::unexpected(no_procedures());
  auto made = compiled(packs);
  if (!made) return std::unexpected(std::move(made.error()));
  KeptDecision kept{.pool = pool};
  decisions::Registration& said = kept.decision.registration;
  for (const policy::EntryKind& each : definition->second.kinds) {
    if (each.whole) said.kind = each.name;
  }
  said.id = to_text(pool);
  said.region = pool;
  said.from = on;
  const policy::Pool& found = *made->find(pool);
  decisions::Sheet sheet{.on = on, .checks = decisions::checks_of_packs(found, rules, on), .earliest = {}};
  const audit::GateAnswer gate = audit::gate(*made, found, on);
  if (gate.is_open() && !sheet.has(Grade::violation)) sheet.earliest = on;
  DecisionAnswer answer = answer_of(kept, definition->second, on);
  answer.sheet = &sheet;
  answer.gate = &gate;
  return exchange::decision_json(answer);
}

Result<std::string> register_json(const Caller& caller, const std::vector<KeptDecision>& kept, Date on) {
  const auto rules = rules_of(caller);
  if (!rules) return std::unexpected(rules.error());
  return exchange::decisions_json(on, answers_of(kept, (*rules)->procedures.at("decision"), on));
}

Result<std::string> register_csv(const Caller& caller, const std::vector<KeptDecision>& kept, Date on,
                                 Language language) {
  const auto rules = rules_of(caller);
  if (!rules) return std::unexpected(rules.error());
  return exchange::decisions_csv(answers_of(kept, (*rules)->procedures.at("decision"), on), language);
}

std::vector<Adopted> adopt_all(const Caller& caller, Date on) {
  std::vector<Adopted> all;
  // Nothing that anybody writes lies before.
  const Date first = *Date::of(1900, 1, 1);
  for (const policy::Pool& pool : caller.desk.packs().policy->pools) {
    if (!caller.desk.active_packs(pool.region.code()).empty()) continue;
    DecisionRequest request{.pool = pool.region, .told = decisions::Activation{.on = on, .since = first, .draft = {}}};
    request.content = R"({"activation":{"on":")" + to_text(on) + R"(","since":")" + to_text(first) +
                      R"("},"do":"activate","pool":")" + to_text(pool.region) + "\"}";
    request.key = to_text(pool.region) + "/adoption/" + to_text(on) + "/" + caller.desk.packs().digest.substr(0, 16);
    all.push_back({pool.region, perform(caller, request)});
  }
  return all;
}

Result<audit::GateAnswer> gate_of(const policy::Source& packs, const GateAsked& asked) {
  auto made = compiled(laid_over(packs, asked.draft));
  if (!made) return std::unexpected(std::move(made.error()));
  const policy::Pool* pool = made->find(asked.pool);
  if (pool == nullptr) {
    return std::unexpected(refused(ErrorCode::not_found, "政策包中没有这个统筹区", "the packs have no such pool"));
  }
  return audit::gate(*made, *pool, asked.on);
}

}  // namespace yidan::operations
