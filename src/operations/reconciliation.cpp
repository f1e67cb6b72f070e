#include "operations/reconciliation.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <utility>

#include "base/digest.h"
#include "base/json_canonical.h"
#include "base/json_writer.h"
#include "operations/permission.h"
#include "operations/settled_rows.h"
#include "operations/told_statements.h"

namespace yidan::operations {
namespace {

using exchange::JudgedDifference;
using exchange::StatementReport;
using exchange::StatementRequest;
using reconciliation::Difference;
using reconciliation::Scope;
using store::Written;

store::Subject statement_subject(const Scope& scope) {
  return {.pool = scope.pool.code(),
          .id = scope.provider + "/" + to_text(scope.from) + "/" + to_text(scope.to) + "/" +
                cell_of(scope.insurance, scope.clearing),
          .kind = std::string(kStatementKind)};
}

Error no_statement(const Scope& scope) {
  return {ErrorCode::not_found,
          {"机构 " + scope.provider + " 没有上报 " + to_text(scope.from) + " 的这份对账单",
           scope.provider + " has told no such statement of " + to_text(scope.from)},
          "$.from"};
}

Error no_difference(const std::string& settlement) {
  return {ErrorCode::not_found,
          {"结算 " + settlement + " 没有差异：可能已经自行消失，请重新查看",
           "there is no difference in the settlement " + settlement + ": it may have gone by itself, look again"},
          "$.settlement"};
}

Error busy_statement() {
  return {
      ErrorCode::unavailable, {"该对账单正由他人办理：请重试", "somebody else is at this statement: try again"}, "$"};
}

// A difference as it is: when anything of it changes, it is another one.
std::string digest_of_difference(const Difference& difference) {
  std::string text;
  json::Writer json(text, json::Writer::Style::compact);
  json.begin_object();
  json.text("cause", code(difference.cause));
  for (const auto* side : {&difference.ours, &difference.theirs}) {
    json.key(side == &difference.ours ? "ours" : "theirs");
    json.begin_object();
    if (*side) {
      json.text("state", code((*side)->state));
      exchange::write_columns(json, (*side)->columns);
    }
    json.end_object();
  }
  json.end_object();
  return digest_of({text}).substr(0, 32);
}

// What was done with a difference, and which event did it.
struct KeptResolution {
  std::string difference;  // the digest
  std::int64_t event = 0;
};

// What a statement's stream comes to.
struct KeptStatement {
  std::int64_t seq = 0;                              // of the last event
  std::int64_t told = 0;                             // of the event that told it
  std::map<std::string, KeptResolution> resolved{};  // by settlement
  std::vector<store::Event> events{};

  [[nodiscard]] const store::Event& event(std::int64_t number) const {
    return events[static_cast<std::size_t>(number - 1)];
  }
};

std::string past_of(const KeptStatement& kept) {
  std::string text;
  json::Writer json(text, json::Writer::Style::compact);
  json.begin_object();
  json.key("told");
  json.number(kept.told);
  json.key("resolved");
  json.begin_array();
  for (const auto& [settlement, resolution] : kept.resolved) {
    json.begin_object();
    json.text("settlement", settlement);
    json.text("difference", resolution.difference);
    json.key("event");
    json.number(resolution.event);
    json.end_object();
  }
  json.end_array();
  json.end_object();
  return text;
}

std::int64_t number_in(const json::Value& object, std::string_view name) {
  const json::Value* value = json::find(object, name);
  if (value == nullptr || value->kind != json::Kind::number) return 0;
  std::int64_t number = 0;
  std::from_chars(value->text.data(), value->text.data() + value->text.size(), number);
  return number;
}

// `seq` 0: there is none.
Result<KeptStatement> load_statement(store::Store& store, const store::Subject& subject) {
  const auto state = store.load(subject);
  if (!state) return std::unexpected(state.error());
  KeptStatement kept{.seq = state->seq};
  if (kept.seq == 0) return kept;
  json::Document document;
  const auto past = document.parse(state->past);
  auto events = store.events(subject);
  if (!events) return std::unexpected(std::move(events.error()));
  kept.events = std::move(*events);
  const auto is_there = [&kept](std::int64_t event) {
    return event > 0 && std::cmp_less_equal(event, kept.events.size());
  };
  if (past) kept.told = number_in(**past, "told");
  if (!past || !is_there(kept.told)) return std::unexpected(damaged_statement(subject));
  if (const json::Value* list = json::find(**past, "resolved")) {
    for (const json::Value& each : list->items()) {
      const KeptResolution resolution{std::string(json::text_in(each, "difference")), number_in(each, "event")};
      if (!is_there(resolution.event)) return std::unexpected(damaged_statement(subject));
      kept.resolved[std::string(json::text_in(each, "settlement"))] = resolution;
    }
  }
  return kept;
}

std::string reason_in(const store::Event& event) {
  json::Document document;
  const auto content = document.parse(event.content);
  return content ? std::string(json::text_in(**content, "reason")) : std::string();
}

void put_open_first(StatementReport& report) {
  std::ranges::stable_partition(report.differences, [](const JudgedDifference& each) { return !each.resolved; });
}

// The two sides, and which of their differences somebody has resolved.
Result<Compared> held_against(store::Store& store, const Scope& scope, const KeptStatement& kept,
                              std::vector<reconciliation::Entry> theirs) {
  auto ours = settled_entries(store, scope);
  if (!ours) return std::unexpected(std::move(ours.error()));
  Compared compared{.ours = std::move(*ours), .theirs = std::move(theirs), .report = {.scope = scope}};
  auto found = reconciliation::differences(compared.ours, compared.theirs);
  StatementReport& report = compared.report;
  report.ours = std::ranges::count_if(
      compared.ours, [](const reconciliation::Entry& each) { return each.state != EntryState::reversed; });
  report.theirs = static_cast<std::int64_t>(compared.theirs.size());
  for (Difference& each : found) {
    JudgedDifference judged{.difference = std::move(each)};
    const auto resolution = kept.resolved.find(judged.difference.settlement);
    if (resolution != kept.resolved.end() && resolution->second.difference == digest_of_difference(judged.difference)) {
      const store::Event& event = kept.event(resolution->second.event);
      judged.resolved = exchange::Resolution{event.actor, reason_in(event), event.recorded};
    }
    report.differences.push_back(std::move(judged));
  }
  put_open_first(report);
  return compared;
}

// The statement as it was told last.
Result<Compared> held_against(store::Store& store, const Scope& scope, const KeptStatement& kept) {
  const store::Event& told = kept.event(kept.told);
  auto theirs = exchange::entries_in(told.content);
  if (!theirs) return std::unexpected(std::move(theirs.error()));
  auto compared = held_against(store, scope, kept, std::move(*theirs));
  if (compared) compared->report.told = told.recorded;
  return compared;
}

class ActingOnStatement {
 public:
  ActingOnStatement(const Caller& caller, const StatementRequest& request)
      : caller_(caller), store_(caller.desk.store()), request_(request), subject_(statement_subject(request.scope)) {}

  Result<Answer> run() {
    const auto turn = caller_.desk.turn(subject_);
    constexpr int most_attempts = 20;
    for (int attempt = 0; attempt < most_attempts; ++attempt) {
      auto earlier = earlier_answer();
      if (!earlier) return std::unexpected(std::move(earlier.error()));
      if (*earlier) return std::move(**earlier);
      auto part = decide();
      if (!part) return std::unexpected(std::move(part.error()));
      const auto written = store_.write(*part);
      if (!written) return std::unexpected(written.error());
      if (*written == Written::done) return Answer{.text = std::move(part->event.answer)};
    }
    return std::unexpected(busy_statement());
  }

 private:
  Result<std::optional<Answer>> earlier_answer() {
    const auto found = store_.find(request_.key);
    if (!found) return std::unexpected(found.error());
    if (!*found) return std::nullopt;
    const store::Event& event = (*found)->recorded.event;
    if ((*found)->subject != subject_ || event.content != request_.content) {
      return std::unexpected(key_used_for_something_else(request_.key));
    }
    return Answer{.text = event.answer, .again = true};
  }

  Result<store::Part> decide() {
    auto kept = load_statement(store_, subject_);
    if (!kept) return std::unexpected(std::move(kept.error()));
    const bool is_told = request_.act == ReconciliationAct::reconcile;
    if (!is_told && kept->seq == 0) return std::unexpected(no_statement(request_.scope));
    auto compared = is_told ? held_against(store_, request_.scope, *kept, request_.lines)
                            : held_against(store_, request_.scope, *kept);
    if (!compared) return std::unexpected(std::move(compared.error()));
    if (is_told) {
      kept->told = kept->seq + 1;
    } else if (auto done = resolve(*kept, compared->report); !done) {
      return std::unexpected(std::move(done.error()));
    }
    return part_of(*kept, std::move(compared->report));
  }

  Result<void> resolve(KeptStatement& kept, StatementReport& report) {
    const auto found = std::ranges::find(report.differences, request_.settlement, [](const JudgedDifference& each) {
      return std::string_view(each.difference.settlement);
    });
    if (found == report.differences.end()) return std::unexpected(no_difference(request_.settlement));
    kept.resolved[request_.settlement] = {digest_of_difference(found->difference), kept.seq + 1};
    found->resolved = exchange::Resolution{caller_.actor, request_.reason};
    put_open_first(report);
    return {};
  }

  store::Part part_of(const KeptStatement& kept, StatementReport report) {
    const Scope& scope = request_.scope;
    store::Part part{.subject = subject_, .expected = kept.seq, .past = past_of(kept)};
    if (kept.seq == 0) part.facts = "{}";
    part.documents.push_back({"state", part.past});
    part.rows.push_back({.table = std::string(kStatementTable),
                         .id = "statement",
                         .provider = scope.provider,
                         .day = to_text(scope.from),
                         .care = cell_of(scope.insurance, scope.clearing),
                         .state = report.open() == 0 ? "equal" : "differs",
                         .data = R"({"to":")" + to_text(scope.to) + R"("})"});
    part.event = {.seq = kept.seq + 1,
                  .kind = std::string(code(request_.act)),
                  .key = request_.key,
                  .ref = "#" + std::to_string(kept.seq + 1),
                  .actor = caller_.actor,
                  .content = request_.content,
                  .policy = caller_.desk.packs().number,
                  .engine = caller_.desk.engine()};
    exchange::ReconciliationReport answer{.pool = caller_.desk.packs().policy->find(scope.pool), .did = request_.act};
    answer.statements.push_back(std::move(report));
    part.event.answer = exchange::reconciliation_json(answer, json::Writer::Style::compact);
    return part;
  }

  const Caller& caller_;
  store::Store& store_;
  const StatementRequest& request_;
  store::Subject subject_;
};

Result<Compared> compared_as_told(store::Store& store, const Scope& scope) {
  const auto kept = load_statement(store, statement_subject(scope));
  if (!kept) return std::unexpected(kept.error());
  if (kept->seq == 0) return std::unexpected(no_statement(scope));
  return held_against(store, scope, *kept);
}

}  // namespace

Result<Answer> perform(const Caller& caller, const StatementRequest& request) {
  const Whom whom{.pool = request.scope.pool.code(), .provider = request.scope.provider};
  if (auto allowed = may(caller, Deed::reconcile, whom); !allowed) return std::unexpected(std::move(allowed.error()));
  auto answer = ActingOnStatement(caller, request).run();
  if (answer && caller.desk.is_ungated()) mark_ungated(answer->text);
  return answer;
}

Result<Compared> compare(const Caller& caller, const Scope& scope) {
  const Whom whom{.pool = scope.pool.code(), .provider = scope.provider};
  auto allowed = may(caller, Deed::see_reconciliation, whom);
  if (!allowed) return std::unexpected(std::move(allowed.error()));
  return compared_as_told(caller.desk.store(), scope);
}

Result<exchange::ReconciliationReport> reconcile(const Caller& caller, const ReconciliationQuery& query,
                                                 const GoOn& go_on) {
  const Whom whom{.pool = query.pool.code(), .provider = query.provider};
  auto allowed = may(caller, Deed::see_reconciliation, whom);
  if (!allowed) return std::unexpected(std::move(allowed.error()));
  const auto scopes = scopes_asked(caller.desk.store(), query);
  if (!scopes) return std::unexpected(scopes.error());
  exchange::ReconciliationReport report{.pool = caller.desk.packs().policy->find(query.pool)};
  std::int64_t done = 0;
  for (const Scope& each : *scopes) {
    auto compared = compared_as_told(caller.desk.store(), each);
    if (!compared) return std::unexpected(std::move(compared.error()));
    auto& differences = compared->report.differences;
    if (!query.with_resolved)
      std::erase_if(differences, [](const auto& judged) { return judged.resolved.has_value(); });
    report.statements.push_back(std::move(compared->report));
    if (auto on = go_on(++done); !on) return std::unexpected(std::move(on.error()));
  }
  std::ranges::stable_partition(report.statements, [](const StatementReport& each) { return each.open() != 0; });
  if (query.with_untold) {
    auto silent = untold_of(caller.desk.store(), query, go_on);
    if (!silent) return std::unexpected(std::move(silent.error()));
    report.untold = std::move(*silent);
  }
  return report;
}

}  // namespace yidan::operations
