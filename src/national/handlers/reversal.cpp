// 2601: a message whose outcome its sender does not know is to be as if it had never come, whether it came or not.

#include <algorithm>
#include <array>
#include <optional>

#include "base/json_canonical.h"
#include "national/transactions.h"

namespace yidan::national {
namespace {

// Transactions that settle.
constexpr std::array<std::string_view, 3> kSettlements{"2102", "2207", "2304"};

// The message never came: whenever it does, it is refused. Absent: it came at this moment.
Result<std::optional<std::string>> refuse_when_it_comes(const Turn& turn, const store::Subject& person,
                                                        const Reader& asked) {
  const Message message{.id = std::string(asked.text("omsgid")),
                        .infno = std::string(asked.text("oinfno")),
                        .person = std::string(asked.text("psn_no")),
                        .state = kReversed};
  auto part = message_part(turn, person.pool, message, "reverse-message");
  part.rows.push_back(message_row(turn, message, "-"));
  const auto written = turn.caller.desk.store().write(part);
  if (!written) return std::unexpected(written.error());
  if (*written == store::Written::stale) return std::nullopt;
  return "{}";
}

// The visit that the message settled, and the settlement. Absent: it settled none.
struct Settled {
  std::string visit;
  Settlement settlement;
};
std::optional<Settled> settled_by(const Turn& turn, const std::string& person, std::string_view msgid,
                                  std::string_view infno, const std::vector<store::FoundRow>& messages) {
  for (const store::FoundRow& each : messages) {
    if (each.subject.kind != kVisitKind) continue;
    const auto kept = visit_of(turn, each.subject.id, person);
    if (!kept) continue;  // the same msgid of another person
    const auto found = std::ranges::find_if(kept->visit.settlements, [&](const Settlement& settlement) {
      return settlement.message == msgid && settlement.infno == infno;
    });
    if (found != kept->visit.settlements.end()) return Settled{kept->visit.id, *found};
  }
  return std::nullopt;
}

bool was_told_before(const std::string& person, std::string_view infno, const std::vector<store::FoundRow>& messages) {
  return std::ranges::any_of(messages, [&](const store::FoundRow& each) {
    json::Document document;
    const auto data = document.parse(each.row.data);
    return each.row.state == kReversed && data && json::text_in(**data, "person") == person &&
           json::text_in(**data, "infno") == infno;
  });
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
  constexpr int most_attempts = 20;
  for (int attempt = 0; attempt < most_attempts; ++attempt) {
    const auto messages = messages_of(turn, asked.text("omsgid"));
    if (!messages) return std::unexpected(messages.error());
    if (was_told_before(number, asked.text("oinfno"), *messages)) return "{}";
    if (const auto settled = settled_by(turn, number, asked.text("omsgid"), asked.text("oinfno"), *messages)) {
      if (settled->settlement.cancelled) return "{}";
      auto cancelled = cancel(turn, {settled->visit, number, settled->settlement.id, true});
      if (cancelled) return "{}";
      if (cancelled.error().code != ErrorCode::not_found) return cancelled;
      continue;  // a 2208 was quicker
    }
    const auto refused = refuse_when_it_comes(turn, *person, asked);
    if (!refused) return std::unexpected(refused.error());
    if (*refused) return **refused;
  }
  return std::unexpected(busy_visit());
}

}  // namespace yidan::national
