// 2206, 2207, 2208, 5203: a visit is tried, settled, taken back, asked about.
//
// A settlement is the same request to the books as any other; what becomes of the visit is written in the same change.

#include <algorithm>
#include <functional>

#include "base/json_canonical.h"
#include "base/json_writer.h"
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
  ready.lines = open_lines(ready.kept.visit, batch_of(asked));
  if (auto right = check_care(ready.kept.visit, asked); !right) return right;
  if (ready.lines.empty()) {
    return std::unexpected(Error{ErrorCode::not_found,
                                 {"该批次没有未结算的费用明细", "no fee line of this batch is open"},
                                 "$.input.data.chrg_bchno"});
  }
  return check_totals(ready.lines, asked, "$.input.data");
}

// How its person stands, account and all. It goes through the person's whole history: once a settlement is enough.
Result<void> see_person(const Turn& turn, const Reader& asked, Ready& ready) {
  auto seen = seen_person(turn, ready.person, ready.kept.visit.begin);
  if (!seen) return std::unexpected(std::move(seen.error()));
  ready.seen = std::move(*seen);
  return check_insurance(ready.seen, asked.text("insutype"), "$.input.data.insutype");
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
  if (auto seen = see_person(turn, asked, ready); !seen) return std::unexpected(std::move(seen.error()));
  const SettlementRequest request{turn, ready.person, ready.kept.visit, ready.lines, asked};
  const auto answer = perform_text(turn, request_text(request, "trial"), {});
  if (!answer) return std::unexpected(answer.error());
  const auto amounts = amounts_in(answer->text);
  if (!amounts) return std::unexpected(amounts.error());
  return settlement_output(turn, ready.seen, ready.kept.visit, *amounts, {asked.text("insutype"), ""});
}

namespace {

enum class Moved : bool { no, yes };

// `moved`: the visit was changed while its bill was made; it is to be settled as it is now.
Result<std::string> settle_once(const Turn& turn, const Reader& asked, Moved& moved) {
  const std::string person_number(asked.text("psn_no"));
  auto earlier = earlier_output(turn, person_number);
  if (!earlier) return std::unexpected(std::move(earlier.error()));
  if (*earlier) return std::move(**earlier);
  Ready ready;
  if (auto made = make_ready(turn, asked, ready); !made) return std::unexpected(std::move(made.error()));
  std::string output;
  const auto beside = [&](const std::string& answer) -> Result<std::vector<store::Part>> {
    // What another call has done meanwhile counts: 2601 with the message, any with the visit. A visit that is as it
    // was is as ready as it was.
    if (const auto known = earlier_output(turn, person_number); !known) return std::unexpected(known.error());
    const auto now = visit_of(turn, asked.text("mdtrt_id"), person_number);
    if (!now) return std::unexpected(now.error());
    moved = now->seq == ready.kept.seq ? Moved::no : Moved::yes;
    if (moved == Moved::yes) return std::unexpected(busy_visit());
    // Here, in the person's turn: the balance that is told is the one from which the account pays.
    if (auto seen = see_person(turn, asked, ready); !seen) return std::unexpected(std::move(seen.error()));
    const auto amounts = amounts_in(answer);
    if (!amounts) return std::unexpected(amounts.error());
    KeptVisit kept = ready.kept;  // a copy: this may be decided more than once
    Visit& visit = kept.visit;
    const std::string id = number_of('S', turn);
    const SettledAs as{asked.text("insutype"), id};
    output = settlement_output(turn, ready.seen, visit, *amounts, as);
    const auto row = settlement_row(visit, *amounts, {as, turn.envelope.msgid, beijing_day(turn.now)});
    visit.settlements.push_back({.id = id,
                                 .encounter = encounter_id(visit),
                                 .message = turn.envelope.msgid,
                                 .infno = turn.envelope.infno,
                                 .key = turn.key,
                                 .insurance = std::string(asked.text("insutype")),
                                 .text = output});
    for (FeeDetail& each : visit.lines) {
      const bool is_settled_now = batch_of(asked).empty() || each.batch == batch_of(asked);
      if (each.settlement.empty() && is_settled_now) each.settlement = id;
    }
    const Message message{turn.envelope.msgid, turn.envelope.infno, person_number, turn.key};
    return std::vector{visit_part(turn, kept, "settle", output, {row}),
                       message_part(turn, ready.person.pool, message, "settle")};
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

Error nothing_to_cancel(const CancelAsked& asked) {
  return {ErrorCode::not_found,
          {"没有可撤销的结算 " + asked.settlement, "there is no settlement " + asked.settlement + " to take back"},
          "$.input.data.setl_id"};
}

// Null when there is none that stands.
Settlement* standing_settlement(Visit& visit, std::string_view id) {
  const auto found = std::ranges::find(visit.settlements, id, &Settlement::id);
  return found == visit.settlements.end() || found->cancelled ? nullptr : &*found;
}

// The visit without the settlement, whose lines are open again; `output` is what is answered.
store::Part cancelled_part(const Turn& turn, const PersonSeen& seen, KeptVisit& kept, Settlement& settlement,
                           bool is_reversal, std::string& output) {
  Visit& visit = kept.visit;
  settlement.cancelled = true;
  for (FeeDetail& each : visit.lines) {
    if (each.settlement == settlement.id) each.settlement.clear();
  }
  const Amounts was = amounts_in_output(settlement.text);
  const Amounts back = negated(was);
  const std::string id = number_of('S', turn);
  output = settlement_output(turn, seen, visit, back, {settlement.insurance, id});
  // What was reversed is as if it had never come, so the row of the settlement itself changes.
  const SettledAs as{settlement.insurance, settlement.id};
  auto row =
      is_reversal
          ? settlement_row(visit, was, {as, settlement.message, day_of_output(settlement.text), EntryState::reversed})
          : settlement_row(visit, back, {as, turn.envelope.msgid, beijing_day(turn.now), EntryState::taken_back, id});
  const Message message{.id = settlement.message,
                        .infno = settlement.infno,
                        .person = visit.person,
                        .key = settlement.key,
                        .state = is_reversal ? kReversed : kCancelled};
  return visit_part(turn, kept, "cancel", output, {std::move(row), message_row(turn, message, visit.id)});
}

}  // namespace

Result<std::string> settle_visit(const Turn& turn, const json::Value& input) {
  const Reader asked(*member(input, "data"));
  constexpr int most_attempts = 20;
  for (int attempt = 0; attempt < most_attempts; ++attempt) {
    Moved moved = Moved::no;
    auto output = settle_once(turn, asked, moved);
    if (output || moved == Moved::no) return output;
  }
  return std::unexpected(busy_visit());
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
  const Settlement* found = standing_settlement(kept->visit, asked.settlement);
  if (found == nullptr) return std::unexpected(nothing_to_cancel(asked));
  std::string output;
  const auto beside = [&](const std::string&) -> Result<std::vector<store::Part>> {
    auto now = visit_of(turn, asked.visit, asked.person);
    if (!now) return std::unexpected(std::move(now.error()));
    Settlement* settlement = standing_settlement(now->visit, asked.settlement);
    if (settlement == nullptr) return std::unexpected(nothing_to_cancel(asked));
    const auto seen = seen_person(turn, *person, now->visit.begin);
    if (!seen) return std::unexpected(seen.error());
    return std::vector{cancelled_part(turn, *seen, *now, *settlement, asked.is_reversal, output)};
  };
  const auto answer = operations::perform(
      turn.caller,
      exchange::reversal_of(Region(person->pool), person->id, {found->encounter, kept->visit.institution}, turn.key),
      beside);
  if (!answer) {
    // Where somebody else was quicker, the books have no bill to take back.
    auto now = visit_of(turn, asked.visit, asked.person);
    const bool is_gone = now && standing_settlement(now->visit, asked.settlement) == nullptr;
    return std::unexpected(is_gone ? nothing_to_cancel(asked) : answer.error());
  }
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

namespace {

// As it was answered, and whether it was taken back since: whoever asks may not know.
std::string shown_settlement(const Settlement& settlement) {
  json::Document document;
  const auto parsed = document.parse(settlement.text);
  ensure(parsed.has_value(), "an output that is kept is JSON");
  std::string text;
  json::Writer json(text, json::Writer::Style::compact);
  json.begin_object();
  for (const json::Member& node : (*parsed)->members()) {
    json.key(node.key);
    if (node.key != "setlinfo") {
      json.raw(json::canonical(node.value));
      continue;
    }
    json.begin_object();
    for (const json::Member& each : node.value.members()) {
      json.key(each.key);
      json.raw(json::canonical(each.value));
    }
    json.text("refd_setl_flag", settlement.cancelled ? "1" : "0");
    json.end_object();
  }
  json.end_object();
  return text;
}

}  // namespace

Result<std::string> show_settlement(const Turn& turn, const json::Value& input) {
  const Reader asked(*member(input, "data"));
  const auto kept = visit_of(turn, asked.text("mdtrt_id"), std::string(asked.text("psn_no")));
  if (!kept) return std::unexpected(kept.error());
  const auto found = std::ranges::find(kept->visit.settlements, asked.text("setl_id"), &Settlement::id);
  if (found != kept->visit.settlements.end()) return shown_settlement(*found);
  return std::unexpected(
      Error{ErrorCode::not_found, {"没有此结算", "there is no such settlement"}, "$.input.data.setl_id"});
}

}  // namespace yidan::national
