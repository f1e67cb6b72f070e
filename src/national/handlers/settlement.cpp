// 2206, 2207, 2208, 5203: a visit is tried, settled, taken back, asked about.
//
// A settlement is the same request to the books as any other; what becomes of the visit is written in the same change.

#include <algorithm>
#include <functional>

#include "exchange/request.h"
#include "national/settlement_output.h"
#include "national/settlement_request.h"
#include "national/transactions.h"
#include "operations/perform.h"

namespace yidan::national {
namespace {

struct Ready {
  KeptVisit kept;
  store::Subject person;
  PersonSeen seen;
  std::vector<FeeDetail> lines;
};

// The batch that is settled; empty: all lines that are open.
std::string_view batch_of(const Reader& asked) { return asked.text("chrg_bchno"); }

// A visit that can be settled as it is asked.
Result<void> make_ready(const Turn& turn, const Reader& asked, Ready& ready) {
  auto kept = visit_of(turn, asked.text("mdtrt_id"), std::string(asked.text("psn_no")));
  if (!kept) return std::unexpected(std::move(kept.error()));
  ready.kept = std::move(*kept);
  if (auto may_come = check_call(ready.kept.visit, turn.envelope.infno); !may_come) return may_come;
  if (asked.has("med_type")) ready.kept.visit.care = asked.text("med_type");
  const auto person = person_of(turn, asked.text("psn_no"), "$.input.data.psn_no");
  if (!person) return std::unexpected(person.error());
  ready.person = *person;
  auto seen = seen_person(turn, *person, ready.kept.visit.begin);
  if (!seen) return std::unexpected(std::move(seen.error()));
  ready.seen = std::move(*seen);
  ready.lines = open_lines(ready.kept.visit, batch_of(asked));
  if (auto right = check_care(ready.kept.visit, asked); !right) return right;
  if (ready.lines.empty()) {
    return std::unexpected(Error{ErrorCode::not_found,
                                 {"该批次没有未结算的费用明细", "no fee line of this batch is open"},
                                 "$.input.data.chrg_bchno"});
  }
  return check_totals(ready.lines, asked, "$.input.data");
}

Result<operations::Answer> perform_text(const Turn& turn, const std::string& text, const operations::Beside& beside) {
  auto asking = exchange::read_asking(text, 1, turn.policy);
  if (!asking.requests) return std::unexpected(std::move(asking.requests.error()));
  return operations::perform(turn.caller, std::move(asking.requests->front()), beside);
}

}  // namespace

Result<std::string> try_settlement(const Turn& turn, const json::Value& input) {
  const Reader asked(*member(input, "data"));
  Ready ready;
  if (auto made = make_ready(turn, asked, ready); !made) return std::unexpected(std::move(made.error()));
  const SettlementRequest request{turn, ready.person, ready.kept.visit, ready.lines, asked};
  const auto answer = perform_text(turn, request_text(request, "trial"), {});
  if (!answer) return std::unexpected(answer.error());
  const auto amounts = amounts_in(answer->text);
  if (!amounts) return std::unexpected(amounts.error());
  return settlement_output(turn, ready.seen, ready.kept.visit, *amounts, {asked.text("insutype"), ""});
}

Result<std::string> settle_visit(const Turn& turn, const json::Value& input) {
  const Reader asked(*member(input, "data"));
  const std::string person_number(asked.text("psn_no"));
  auto earlier = earlier_output(turn, person_number);
  if (!earlier) return std::unexpected(std::move(earlier.error()));
  if (*earlier) return std::move(**earlier);
  Ready ready;
  if (auto made = make_ready(turn, asked, ready); !made) return std::unexpected(std::move(made.error()));
  std::string output;
  const auto beside = [&](const std::string& answer) -> Result<std::vector<store::Part>> {
    // What another call has done with the visit meanwhile counts.
    Ready now;
    if (auto made = make_ready(turn, asked, now); !made) return std::unexpected(std::move(made.error()));
    const auto amounts = amounts_in(answer);
    if (!amounts) return std::unexpected(amounts.error());
    Visit& visit = now.kept.visit;
    const std::string id = number_of('S', turn);
    output = settlement_output(turn, ready.seen, visit, *amounts, {asked.text("insutype"), id});
    visit.settlements.push_back({.id = id,
                                 .encounter = encounter_id(visit),
                                 .message = turn.envelope.msgid,
                                 .key = turn.key,
                                 .insurance = std::string(asked.text("insutype")),
                                 .text = output});
    for (FeeDetail& each : visit.lines) {
      const bool is_settled_now = batch_of(asked).empty() || each.batch == batch_of(asked);
      if (each.settlement.empty() && is_settled_now) each.settlement = id;
    }
    return std::vector{visit_part(turn, now.kept, "settle", output,
                                  {settlement_row(turn, visit, *amounts, {asked.text("insutype"), id}, false)})};
  };
  const SettlementRequest request{turn, ready.person, ready.kept.visit, ready.lines, asked};
  const auto answer = perform_text(turn, request_text(request, "settle"), beside);
  if (!answer) return std::unexpected(answer.error());
  if (!answer->again) return output;
  // The same message came twice at the same time: the other was answered.
  earlier = earlier_output(turn, person_number);
  if (!earlier) return std::unexpected(std::move(earlier.error()));
  return (*earlier).value_or("{}");
}

// Takes a settlement back: the bill is reversed, the lines are open again.
Result<std::string> cancel(const Turn& turn, const CancelAsked& asked) {
  auto earlier = earlier_output(turn, asked.person);
  if (!earlier) return std::unexpected(std::move(earlier.error()));
  if (*earlier) return std::move(**earlier);
  auto kept = visit_of(turn, asked.visit, asked.person);
  if (!kept) return std::unexpected(std::move(kept.error()));
  const auto person = person_of(turn, asked.person, "$.input.data.psn_no");
  if (!person) return std::unexpected(person.error());
  const auto seen = seen_person(turn, *person, kept->visit.begin);
  if (!seen) return std::unexpected(seen.error());
  const auto found = std::ranges::find(kept->visit.settlements, asked.settlement, &Settlement::id);
  if (found == kept->visit.settlements.end() || found->cancelled) {
    return std::unexpected(
        Error{ErrorCode::not_found,
              {"没有可撤销的结算 " + asked.settlement, "there is no settlement " + asked.settlement + " to take back"},
              "$.input.data.setl_id"});
  }
  std::string output;
  const auto beside = [&](const std::string&) -> Result<std::vector<store::Part>> {
    auto now = visit_of(turn, asked.visit, asked.person);
    if (!now) return std::unexpected(std::move(now.error()));
    Visit& visit = now->visit;
    const auto settlement = std::ranges::find(visit.settlements, asked.settlement, &Settlement::id);
    settlement->cancelled = true;
    for (FeeDetail& each : visit.lines) {
      if (each.settlement == asked.settlement) each.settlement.clear();
    }
    const Amounts back = negated(amounts_in_output(settlement->text));
    const std::string id = number_of('S', turn);
    output = settlement_output(turn, *seen, visit, back, {settlement->insurance, id});
    return std::vector{visit_part(turn, *now, "cancel", output,
                                  {settlement_row(turn, visit, back, {settlement->insurance, id}, true)})};
  };
  const auto answer = operations::perform(
      turn.caller,
      exchange::reversal_of(Region(person->pool), person->id, {found->encounter, kept->visit.institution}, turn.key),
      beside);
  if (!answer) return std::unexpected(answer.error());
  if (!answer->again) return output;
  earlier = earlier_output(turn, asked.person);
  if (!earlier) return std::unexpected(std::move(earlier.error()));
  return (*earlier).value_or("{}");
}

Result<std::string> cancel_settlement(const Turn& turn, const json::Value& input) {
  const Reader asked(*member(input, "data"));
  return cancel(turn, {std::string(asked.text("mdtrt_id")), std::string(asked.text("psn_no")),
                       std::string(asked.text("setl_id"))});
}

Result<std::string> show_settlement(const Turn& turn, const json::Value& input) {
  const Reader asked(*member(input, "data"));
  const auto kept = visit_of(turn, asked.text("mdtrt_id"), std::string(asked.text("psn_no")));
  if (!kept) return std::unexpected(kept.error());
  const auto found = std::ranges::find(kept->visit.settlements, asked.text("setl_id"), &Settlement::id);
  if (found != kept->visit.settlements.end()) return found->text;
  return std::unexpected(
      Error{ErrorCode::not_found, {"没有此结算", "there is no such settlement"}, "$.input.data.setl_id"});
}

}  // namespace yidan::national
