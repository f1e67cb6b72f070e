// 2601: a message whose outcome its sender does not know is to be as if it had never come, whether it came or not.

#include <algorithm>
#include <array>

#include "base/json_canonical.h"
#include "base/json_writer.h"
#include "national/transactions.h"

namespace yidan::national {
namespace {

// Transactions that settle.
constexpr std::array<std::string_view, 3> kSettlements{"2102", "2207", "2304"};

// The message never came: whenever it does, it is refused.
Result<std::string> refuse_when_it_comes(const Turn& turn, const store::Subject& person, const Reader& asked) {
  const std::string msgid(asked.text("omsgid"));
  const std::string infno(asked.text("oinfno"));
  const std::string provider = turn.envelope.institution + "/" + msgid;
  store::Part part{.subject = {.pool = person.pool, .id = provider + "/" + infno, .kind = std::string(kReversedKind)}};
  const auto state = turn.caller.desk.store().load(part.subject);
  if (!state) return std::unexpected(state.error());
  if (state->seq > 0) return "{}";  // it was told before
  part.facts = "{}";
  part.past = "{}";
  part.documents.push_back({"state", part.past});
  part.event = {.seq = 1,
                .kind = "reverse-message",
                .key = turn.key,
                .ref = "#1",
                .actor = turn.caller.actor,
                .content = turn.content,
                .answer = "{}",
                .policy = turn.caller.desk.packs().number,
                .engine = turn.caller.desk.engine()};
  store::Row row{.table = std::string(kMessageTable),
                 .id = msgid + "/" + infno + "/-",
                 .provider = provider,
                 .day = to_text(beijing_day(turn.now)),
                 .state = "reversed"};
  json::Writer json(row.data, json::Writer::Style::compact);
  json.begin_object();
  json.text("key", "");
  json.text("infno", infno);
  json.text("person", asked.text("psn_no"));
  json.end_object();
  part.rows.push_back(std::move(row));
  const auto written = turn.caller.desk.store().write(part);
  if (!written) return std::unexpected(written.error());
  return "{}";
}

}  // namespace

Result<std::string> reverse_message(const Turn& turn, const json::Value& input) {
  const Reader asked(*member(input, "data"));
  const std::string number(asked.text("psn_no"));
  if (std::ranges::find(kSettlements, asked.text("oinfno")) == kSettlements.end()) {
    return std::unexpected(
        Error{ErrorCode::not_permitted,
              {"2601 冲正结算（2102、2207、2304）；其他交易请用各自的撤销交易",
               "2601 reverses settlements (2102, 2207, 2304); other transactions have one that takes them back"},
              "$.input.data.oinfno"});
  }
  const auto person = person_of(turn, number, "$.input.data.psn_no");
  if (!person) return std::unexpected(person.error());
  const auto messages = messages_of(turn, asked.text("omsgid"));
  if (!messages) return std::unexpected(messages.error());
  for (const store::FoundRow& each : *messages) {
    if (each.subject.kind != kVisitKind) continue;
    const auto kept = visit_of(turn, each.subject.id, number);
    if (!kept) continue;  // the same msgid of another person
    const auto settled = std::ranges::find_if(kept->visit.settlements, [&](const Settlement& settlement) {
      return settlement.message == asked.text("omsgid");
    });
    if (settled == kept->visit.settlements.end()) continue;
    if (settled->cancelled) return "{}";
    auto cancelled = cancel(turn, {kept->visit.id, number, settled->id});
    if (!cancelled) return cancelled;
    return "{}";
  }
  return refuse_when_it_comes(turn, *person, asked);
}

}  // namespace yidan::national
