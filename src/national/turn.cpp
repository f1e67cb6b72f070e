#include "national/turn.h"

#include <algorithm>

#include "base/digest.h"
#include "base/json_canonical.h"
#include "base/json_writer.h"
#include "operations/permission.h"

namespace yidan::national {
namespace {

Error nobody(const std::string& place) {
  return {ErrorCode::not_found,
          {"没有此人员编号（psn_no）：请先以 1101 查询", "there is nobody of this psn_no: ask 1101 first"},
          place};
}

std::string message_provider(const std::string& institution, std::string_view msgid) {
  return institution + "/" + std::string(msgid);
}

// By `state` of the message's row.
Error msgid_is_spent(std::string_view state) {
  const Text text = state == kReversed    ? Text{"该报文已被 2601 冲正：请以新的 msgid 重新发起",
                                              "this message was reversed by 2601: begin anew with another msgid"}
                    : state == kCancelled ? Text{"该报文的结算已撤销：请以新的 msgid 重新发起",
                                                 "the settlement of this message was taken back: begin anew with "
                                                 "another msgid"}
                                          : Text{"msgid 已用于此人同一交易的其他内容：请换 msgid",
                                                 "the msgid was used for other content of this transaction: use "
                                                 "another one"};
  return {ErrorCode::conflict, text, "$.msgid"};
}

// What the event of the message answered, on the subject that has its row.
Result<std::optional<std::string>> answer_in(const Turn& turn, const store::Subject& subject) {
  const auto found = turn.caller.desk.store().find(turn.key);
  if (!found) return std::unexpected(found.error());
  if (!*found) return std::nullopt;
  // Of a settlement the person's part has the key first: the visit has what was answered.
  if ((*found)->subject.kind == kVisitKind) return (*found)->recorded.event.answer;
  const auto events = turn.caller.desk.store().events(subject);
  if (!events) return std::unexpected(events.error());
  const auto event = std::ranges::find(*events, turn.key, &store::Event::key);
  return event == events->end() ? std::nullopt : std::optional(event->answer);
}

}  // namespace

store::Row message_row(const Turn& turn, const Message& message, std::string_view visit) {
  store::Row row{.table = std::string(kMessageTable),
                 .id = message.id + "/" + message.infno + "/" + std::string(visit),
                 .provider = message_provider(turn.envelope.institution, message.id),
                 .day = to_text(beijing_day(turn.now)),
                 .state = std::string(message.state)};
  json::Writer json(row.data, json::Writer::Style::compact);
  json.begin_object();
  json.text("key", message.key);
  json.text("infno", message.infno);
  json.text("person", message.person);
  json.end_object();
  return row;
}

store::Part message_part(const Turn& turn, std::int32_t pool, const Message& message, std::string_view did) {
  store::Part part{.subject = {.pool = pool,
                               .id = message_provider(turn.envelope.institution, message.id) + "/" + message.infno +
                                     "/" + message.person,
                               .kind = std::string(kMessageKind)}};
  part.facts = "{}";
  part.past = "{}";
  part.documents.push_back({"state", part.past});
  part.event = {.seq = 1,
                .kind = std::string(did),
                .key = turn.key,
                .ref = "#1",
                .actor = turn.caller.actor,
                .content = turn.content,
                .answer = "{}",
                .policy = turn.caller.desk.packs().number,
                .engine = turn.caller.desk.engine()};
  return part;
}

std::string visited_provider(std::string_view institution, std::string_view person_number) {
  return std::string(institution) + "/" + std::string(person_number);
}

store::Subject mapping_subject(const Turn& turn, std::string_view own) {
  return {.id = turn.envelope.institution + "/" + std::string(own), .kind = "national/mapping"};
}

const policy::Pool* pool_of_division(const policy::Policy& policy, std::string_view division) {
  constexpr std::size_t digits = 6;
  constexpr std::size_t of_city = 4;
  if (division.size() != digits) return nullptr;
  for (const policy::Pool& each : policy.pools) {
    const std::string region = to_text(each.region);
    const bool is_city = region.ends_with("00");
    if (region == division || (is_city && region.substr(0, of_city) == division.substr(0, of_city))) return &each;
  }
  return nullptr;
}

Error busy_visit() {
  return {ErrorCode::unavailable,
          {"该就诊正由他人办理：请以同一报文重发", "somebody else is at this visit: send it again"},
          {}};
}

Result<store::Subject> person_of(const Turn& turn, std::string_view number, const std::string& place) {
  const auto found = turn.caller.desk.store().subject_of(number);
  if (!found) return std::unexpected(found.error());
  if (!*found || (*found)->kind != store::kPerson) return std::unexpected(nobody(place));
  return **found;
}

Result<std::optional<std::string>> answered_meanwhile(const Turn& turn) {
  const auto messages = messages_of(turn, turn.envelope.msgid);
  if (!messages) return std::unexpected(messages.error());
  for (const store::FoundRow& each : *messages) {
    json::Document document;
    const auto data = document.parse(each.row.data);
    if (!data || json::text_in(**data, "key") != turn.key || each.row.state != kDone) continue;
    return answer_in(turn, each.subject);
  }
  return std::nullopt;
}

Result<KeptVisit> visit_of(const Turn& turn, std::string_view id, const std::string& person_number) {
  const auto person = person_of(turn, person_number, "$.input.data.psn_no");
  if (!person) return std::unexpected(person.error());
  KeptVisit kept{.subject = {.pool = person->pool, .id = std::string(id), .kind = std::string(kVisitKind)}};
  const auto state = turn.caller.desk.store().load(kept.subject);
  if (!state) return std::unexpected(state.error());
  const Error unknown{ErrorCode::not_found,
                      {"没有就诊 " + std::string(id), "there is no visit " + std::string(id)},
                      "$.input.data.mdtrt_id"};
  if (state->seq == 0) return std::unexpected(unknown);
  auto visit = read_visit(state->past);
  if (!visit) return std::unexpected(std::move(visit.error()));
  if (visit->institution != turn.envelope.institution) return std::unexpected(unknown);  // it is no business of theirs
  if (visit->person != person_number) {
    return std::unexpected(
        Error{ErrorCode::contradiction,
              {"就诊 " + visit->id + " 不是此人的", "the visit " + visit->id + " is of another person"},
              "$.input.data.psn_no"});
  }
  kept.seq = state->seq;
  kept.visit = std::move(*visit);
  return kept;
}

store::Part visit_part(const Turn& turn, const KeptVisit& kept, std::string_view did, std::string output,
                       std::vector<store::Row> more) {
  const Visit& visit = kept.visit;
  store::Part part{.subject = kept.subject, .expected = kept.seq, .past = text_of(visit)};
  part.event = {.seq = kept.seq + 1,
                .kind = std::string(did),
                .key = turn.key,
                .ref = "#" + std::to_string(kept.seq + 1),
                .actor = turn.caller.actor,
                .content = turn.content,
                .answer = std::move(output),
                .policy = turn.caller.desk.packs().number,
                .engine = turn.caller.desk.engine()};
  if (kept.seq == 0) part.facts = "{}";
  part.documents.push_back({"state", part.past});
  part.rows = std::move(more);
  part.rows.push_back({.table = "visit",
                       .id = visit.id,
                       .provider = visit.institution,
                       .day = to_text(visit.begin),
                       .care = visit.care,
                       .state = visit.is_closed              ? "closed"
                                : visit.settled() != nullptr ? "settled"
                                                             : "open",
                       .data = "{}"});
  part.rows.push_back({.table = std::string(kVisitedTable),
                       .id = visit.id,
                       .provider = visited_provider(visit.institution, visit.person),
                       .day = to_text(visit.begin),
                       .care = visit.care,
                       .state = visit.is_closed ? "closed" : "open",
                       .data = "{}"});
  part.rows.push_back(message_row(turn, {turn.envelope.msgid, turn.envelope.infno, visit.person, turn.key}, visit.id));
  return part;
}

Result<std::vector<store::FoundRow>> messages_of(const Turn& turn, std::string_view msgid) {
  const auto page = turn.caller.desk.store().rows(
      {.table = std::string(kMessageTable), .provider = message_provider(turn.envelope.institution, msgid)});
  if (!page) return std::unexpected(page.error());
  return page->rows;
}

Result<std::optional<std::string>> earlier_output(const Turn& turn, const std::string& person_number) {
  const auto messages = messages_of(turn, turn.envelope.msgid);
  if (!messages) return std::unexpected(messages.error());
  for (const store::FoundRow& each : *messages) {
    json::Document document;
    const auto data = document.parse(each.row.data);
    if (!data || json::text_in(**data, "infno") != turn.envelope.infno) continue;
    if (json::text_in(**data, "person") != person_number) continue;
    if (each.row.state != kDone) return std::unexpected(msgid_is_spent(each.row.state));
    if (json::text_in(**data, "key") == turn.key) {
      return answer_in(turn, each.subject);
    }
    return std::unexpected(msgid_is_spent(kDone));
  }
  return std::nullopt;
}

Result<std::string> change_visit(const Turn& turn, std::string_view id, const std::string& person_number,
                                 std::string_view did, const ChangeVisit& change) {
  constexpr int most_attempts = 20;
  for (int attempt = 0; attempt < most_attempts; ++attempt) {
    auto earlier = earlier_output(turn, person_number);
    if (!earlier) return std::unexpected(std::move(earlier.error()));
    if (*earlier) return std::move(**earlier);
    auto kept = visit_of(turn, id, person_number);
    if (!kept) return std::unexpected(std::move(kept.error()));
    if (auto may_come = check_call(kept->visit, turn.envelope.infno); !may_come) {
      return std::unexpected(std::move(may_come.error()));
    }
    auto output = change(kept->visit);
    if (!output) return output;
    const auto written = turn.caller.desk.store().write(visit_part(turn, *kept, did, *output));
    if (!written) return std::unexpected(written.error());
    if (*written == store::Written::done) return output;
  }
  return std::unexpected(busy_visit());
}

std::string number_of(char letter, const Turn& turn) {
  constexpr std::size_t digits = 19;
  return letter + digest_of({turn.key}).substr(0, digits);
}

}  // namespace yidan::national
