#include "operations/decision_part.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "base/json_canonical.h"
#include "base/json_writer.h"
#include "operations/decisions.h"

namespace yidan::operations {
namespace {

using decisions::Decision;
using exchange::DecisionRequest;

Error damaged(const store::Event& event) {
  const std::string number = std::to_string(event.seq);
  return {ErrorCode::damaged,
          {"决策的第 " + number + " 个事项已损坏：请从备份恢复",
           "event " + number + " of a decision is damaged: restore from a backup"},
          {}};
}

std::string outcome_text(const Outcome& outcome) {
  std::string text;
  json::Writer json(text, json::Writer::Style::compact);
  json.begin_object();
  json.text("filing", outcome.filing);
  json.text("packs", outcome.packs);
  json.text("to", outcome.to);
  json.end_object();
  return text;
}

// What goes on from the events so far: the state, and every move that led there.
std::string past_text(const Decision& decision) {
  std::string text;
  json::Writer json(text, json::Writer::Style::compact);
  json.begin_array();
  for (const decisions::Move& each : decision.moves) {
    json.begin_object();
    json.text("act", code(each.act));
    json.text("day", to_text(each.day));
    json.text("to", each.to);
    json.end_object();
  }
  json.end_array();
  return text;
}

// What names the decision of an adoption, which registers nothing.
constexpr std::string_view kAdoption = "adoption";

void adopt(const store::Event& event, const DecisionRequest& request, Decision& decision) {
  if (!decision.moves.empty() || event.kind != code(DecisionAct::activate)) return;
  const auto& said = std::get<decisions::Activation>(request.told);
  decision.registration.kind = kAdoption;
  decision.registration.region = request.pool;
  decision.registration.issued = said.on;
  decision.registration.from = said.since.value_or(said.on);
  decision.registration.draft = said.draft;
}

// Whether all that a draft changes are rows for a time, which the packs themselves end.
bool ends_by_itself(const decisions::DraftFiles& draft) {
  return std::ranges::all_of(draft, [](const auto& file) { return file.first.ends_with(".temporary.yaml"); });
}

template <class T>
bool same_rows(const std::vector<store::Row>& kept, const T& made) {
  if (kept.size() != made.size()) return false;
  return std::ranges::all_of(kept, [&](const store::Row& row) {
    const auto found = made.find({row.table, row.id});
    return found != made.end() && found->second == row;
  });
}

}  // namespace

store::Subject filing_subject(const DecisionRequest& request) {
  std::string id;
  if (const auto* filing = std::get_if<decisions::FilingTold>(&request.told)) id = filing->number;
  if (const auto* approval = std::get_if<decisions::Approval>(&request.told)) {
    id = approval->number.empty() ? to_text(request.pool) + "/" + request.decision + "/" + to_text(approval->approved)
                                  : approval->number;
  }
  return {.pool = request.pool.province() * 10000, .id = std::move(id), .kind = std::string(kFilingKind)};
}

void write_decision(const Decision& decision, const Outcome& outcome, store::Part& part) {
  part.past = past_text(decision);
  part.documents.push_back({"outcome", outcome_text(outcome)});
  const decisions::Registration& said = decision.registration;
  store::Row row{
      .table = std::string(kDecisionTable), .id = part.subject.id, .day = to_text(said.from), .state = outcome.to};
  json::Writer json(row.data, json::Writer::Style::compact);
  json.begin_object();
  json.text("kind", said.kind);
  json.text("since", to_text(decision.moves.back().day));
  json.end_object();
  part.rows.push_back(std::move(row));
  if (outcome.packs.empty()) return;
  const decisions::Activation& put = *decision.activation;
  part.rows.push_back({.table = std::string(kActivationTable),
                       .id = part.subject.id,
                       .day = to_text(put.since.value_or(put.on)),
                       .state = outcome.packs,
                       .due = said.until && !ends_by_itself(said.draft) ? to_text(*said.until) : std::string(),
                       .data = "{}"});
}

void write_filing(const DecisionRequest& request, const Outcome& outcome, store::Part& part) {
  part.past = outcome.filing;
  part.documents.push_back({"outcome", outcome_text(outcome)});
  store::Row row{.table = std::string(kFilingTable),
                 .id = part.subject.id,
                 .day = to_text(day_of(request.told)),
                 .state = outcome.filing};
  json::Writer json(row.data, json::Writer::Style::compact);
  json.begin_object();
  json.text("decision", request.decision);
  json.text("pool", to_text(request.pool));
  json.end_object();
  part.rows.push_back(std::move(row));
}

Result<Outcome> outcome_of(const store::Recorded& recorded) {
  for (const store::Document& each : recorded.documents) {
    if (each.name != "outcome") continue;
    json::Document document;
    const auto value = document.parse(each.text);
    if (!value) break;
    return Outcome{.to = std::string(json::text_in(**value, "to")),
                   .filing = std::string(json::text_in(**value, "filing")),
                   .packs = std::string(json::text_in(**value, "packs"))};
  }
  return std::unexpected(damaged(recorded.event));
}

Result<DecisionRequest> apply_event(const store::Recorded& recorded, Decision& decision) {
  auto outcome = outcome_of(recorded);
  if (!outcome) return std::unexpected(std::move(outcome.error()));
  auto request = exchange::read_decision_content(recorded.event.content);
  if (!request) return std::unexpected(damaged(recorded.event));
  adopt(recorded.event, *request, decision);
  decision.apply(request->told, outcome->to, outcome->filing);
  return request;
}

Result<std::optional<std::string>> difference_of(const store::SubjectContents& kept) {
  Decision decision;
  decision.registration.id = kept.subject.id;
  std::map<std::pair<std::string, std::string>, store::Row> rows;
  std::string past;
  std::string facts;
  for (const store::Recorded& recorded : kept.events) {
    auto request = apply_event(recorded, decision);
    if (!request) return std::unexpected(std::move(request.error()));
    const auto outcome = outcome_of(recorded);
    store::Part part{.subject = kept.subject};
    if (kept.subject.kind == kFilingKind) {
      write_filing(*request, *outcome, part);
    } else {
      write_decision(decision, *outcome, part);
    }
    if (part.documents != recorded.documents) return "outcome";
    for (const store::Row& row : part.rows) rows[{row.table, row.id}] = row;
    past = part.past;
    if (recorded.event.seq == 1 || recorded.event.kind == code(DecisionAct::decide)) facts = recorded.event.content;
  }
  if (kept.state.facts != facts) return "facts";
  if (kept.state.past != past) return "past";
  if (!same_rows(kept.rows, rows)) return "rows";
  return std::nullopt;
}

}  // namespace yidan::operations
