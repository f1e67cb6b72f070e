// 2501 to 2506: what an institution files for its patient, and takes back.
//
// What settlement reads of it is told to the person's file by the request `facts`, as the window would tell it: bills
// of those days are settled again, and the difference is posted. The filing itself is written in the same change.

#include "national/filing.h"

#include <functional>

#include "base/json_writer.h"
#include "exchange/request.h"
#include "national/transactions.h"
#include "operations/perform.h"
#include "operations/permission.h"

namespace yidan::national {
namespace {

constexpr std::string_view kFilingKindOfSubject = "national/filing";
constexpr int kMostAttempts = 20;

struct Filed {
  FilingKind kind = FilingKind::referral;
  std::string person;  // psn_no
  Date from;
  std::string fact{};  // canonical; empty: settlement reads nothing of it
  std::string node{};  // where it was told, "$.input.data"
};

store::Subject filing_subject(std::int32_t pool, std::string_view number) {
  return {.pool = pool, .id = std::string(number), .kind = std::string(kFilingKindOfSubject)};
}

std::string filing_output(std::string_view number) {
  std::string text;
  json::Writer json(text, json::Writer::Style::compact);
  json.begin_object();
  json.key("result");
  json.begin_object();
  json.text("trt_dcla_detl_sn", number);
  json.end_object();
  json.end_object();
  return text;
}

store::Part filing_part(const Turn& turn, const store::Subject& subject, std::int64_t seq, const KeptFiling& filing,
                        std::string key) {
  store::Part part{.subject = subject, .expected = seq, .past = text_of(filing)};
  if (seq == 0) part.facts = "{}";
  part.documents.push_back({"state", part.past});
  part.rows.push_back({.table = "filing",
                       .id = subject.id,
                       .provider = filing.institution,
                       .day = to_text(filing.from),
                       .care = std::string(name_of(filing.kind)),
                       .state = filing.is_taken_back ? "taken-back" : "filed",
                       .data = "{}"});
  part.event = {.seq = seq + 1,
                .kind = filing.is_taken_back ? "take-filing-back" : "file",
                .key = std::move(key),
                .ref = "#" + std::to_string(seq + 1),
                .actor = turn.caller.actor,
                .content = turn.content,
                .answer = filing.is_taken_back ? "{}" : filing_output(subject.id),
                .policy = turn.caller.desk.packs().number,
                .engine = turn.caller.desk.engine()};
  return part;
}

Result<void> may_file(const Turn& turn, const store::Subject& person) {
  return operations::may(turn.caller, Deed::settle,
                         {.pool = person.pool, .person = person.id, .provider = turn.envelope.institution});
}

std::string facts_request(const Turn& turn, const store::Subject& person, std::string_view list,
                          const std::string& facts) {
  std::string text;
  json::Writer json(text, json::Writer::Style::compact);
  json.begin_object();
  json.text("format", "yidan.request/1");
  json.text("pool", to_text(Region(person.pool)));
  json.text("person", person.id);
  json.text("do", "facts");
  json.text("key", turn.key);
  json.key("facts");
  json.begin_object();
  json.key("person");
  json.begin_object();
  json.text("id", person.id);
  json.key(list);
  json.raw(facts);
  json.end_object();
  json.end_object();
  json.end_object();
  return text;
}

// Tells the person's file a list of its facts, and writes the filing with it. `list_of_facts` makes the list of what
// the file says; it is made anew when somebody else has told something meanwhile.
using ListOfFacts = std::function<Result<std::string>(const std::string& facts)>;
Result<void> tell_with(const Turn& turn, const store::Subject& person, std::string_view list, const store::Part& filing,
                       const ListOfFacts& list_of_facts) {
  operations::Caller desk = turn.caller;
  desk.rights = nullptr;  // who may file was asked; what is told follows from the filing
  store::Store& store = turn.caller.desk.store();
  for (int attempt = 0; attempt < kMostAttempts; ++attempt) {
    const auto before = store.load(person);
    if (!before) return std::unexpected(before.error());
    auto facts = list_of_facts(before->facts);
    if (!facts) return std::unexpected(std::move(facts.error()));
    auto asking = exchange::read_asking(facts_request(turn, person, list, *facts), 1, turn.policy);
    if (!asking.requests) return std::unexpected(std::move(asking.requests.error()));
    bool moved = false;
    const auto beside = [&](const std::string&) -> Result<std::vector<store::Part>> {
      const auto now = store.load(person);
      if (!now) return std::unexpected(now.error());
      moved = now->facts != before->facts;
      if (moved) return std::unexpected(busy_visit());
      return std::vector{filing};
    };
    const auto answer = operations::perform(desk, std::move(asking.requests->front()), beside);
    if (answer) return {};
    if (!moved) return std::unexpected(answer.error());
  }
  return std::unexpected(busy_visit());
}

// The place of a fault in the facts is that of the message.
Error placed(Error error, const std::string& node) {
  if (error.where.starts_with("$.facts")) error.where = node;
  return error;
}

Result<std::string> file(const Turn& turn, const Filed& filed) {
  const auto person = person_of(turn, filed.person, filed.node + ".psn_no");
  if (!person) return std::unexpected(person.error());
  if (auto allowed = may_file(turn, *person); !allowed) return std::unexpected(std::move(allowed.error()));
  const store::Subject subject = filing_subject(person->pool, number_of('D', turn));
  store::Store& store = turn.caller.desk.store();
  const auto known = store.load(subject);
  if (!known) return std::unexpected(known.error());
  if (known->seq > 0) return filing_output(subject.id);  // the message came before
  const KeptFiling filing{.kind = filed.kind,
                          .institution = turn.envelope.institution,
                          .person = filed.person,
                          .fact = filed.fact,
                          .from = filed.from};
  const std::string_view list = list_of(filed.kind);
  if (list.empty()) {
    const auto written = store.write(filing_part(turn, subject, 0, filing, turn.key));
    if (!written) return std::unexpected(written.error());
    return filing_output(subject.id);  // also where the same message has come at the same time
  }
  const auto with = [&](const std::string& facts) -> Result<std::string> { return list_with(facts, list, filed.fact); };
  auto told = tell_with(turn, *person, list, filing_part(turn, subject, 0, filing, turn.key), with);
  if (told) return filing_output(subject.id);
  // The same message may have come at the same time.
  const auto now = store.load(subject);
  if (now && now->seq > 0) return filing_output(subject.id);
  return std::unexpected(placed(std::move(told.error()), filed.node));
}

// The end of a period is the first day that is not in it.
void write_period(json::Writer& json, const Reader& told, Date from) {
  json.text("from", to_text(from));
  if (told.has("enddate")) json.text("to", to_text(Date::from_days(told.day("enddate").days() + 1)));
}

Result<void> check_period(const Reader& told, Date from, const std::string& node) {
  if (!told.has("enddate") || told.day("enddate") >= from) return {};
  return std::unexpected(Error{
      ErrorCode::invalid_value, {"结束日期早于开始日期", "the last day lies before the first"}, node + ".enddate"});
}

// What is filed is care elsewhere: a referral within the pool needs no filing.
Result<void> check_elsewhere(const Turn& turn, const Reader& told, const std::string& node) {
  const auto person = person_of(turn, told.text("psn_no"), node + ".psn_no");
  if (!person) return std::unexpected(person.error());
  const policy::Pool* there = pool_of_division(turn.policy, told.text("mdtrtarea_admdvs"));
  if (there == nullptr || there->region.code() != person->pool) return {};
  return std::unexpected(
      Error{ErrorCode::contradiction,
            {"就医地 " + std::string(told.text("mdtrtarea_admdvs")) + " 在参保统筹区内：市内转院不需备案",
             "the division of treatment is of the person's own pool: a referral within it is not filed"},
            node + ".mdtrtarea_admdvs"});
}

Error no_filing(const std::string& number) {
  return {ErrorCode::not_found,
          {"没有本院的备案 " + number, "this institution has no filing " + number},
          "$.input.data.trt_dcla_detl_sn"};
}

struct FoundFiling {
  store::Subject subject;
  std::int64_t seq = 0;
  KeptFiling filing;
};
Result<FoundFiling> find_filing(const Turn& turn, const store::Subject& person, const Reader& asked, FilingKind kind) {
  const std::string number(asked.text("trt_dcla_detl_sn"));
  FoundFiling found{.subject = filing_subject(person.pool, number), .filing = {}};
  const auto state = turn.caller.desk.store().load(found.subject);
  if (!state) return std::unexpected(state.error());
  if (state->seq == 0) return std::unexpected(no_filing(number));
  auto filing = read_filing(state->past);
  if (!filing) return std::unexpected(std::move(filing.error()));
  const bool is_theirs = filing->institution == turn.envelope.institution && filing->person == asked.text("psn_no");
  if (!is_theirs || filing->kind != kind) return std::unexpected(no_filing(number));
  found.seq = state->seq;
  found.filing = std::move(*filing);
  return found;
}

// The same message again is answered as it was; another one hears that it is done.
Result<std::string> taken_back_before(const Turn& turn, const FoundFiling& found) {
  const auto events = turn.caller.desk.store().events(found.subject);
  if (!events) return std::unexpected(events.error());
  if (!events->empty() && events->back().content == turn.content) return "{}";
  return std::unexpected(Error{ErrorCode::not_permitted,
                               {"备案 " + found.subject.id + " 已撤销", "the filing was taken back before"},
                               "$.input.data.trt_dcla_detl_sn"});
}

Result<std::string> take_back(const Turn& turn, const json::Value& input, FilingKind kind) {
  const Reader asked(*member(input, "data"));
  const auto person = person_of(turn, asked.text("psn_no"), "$.input.data.psn_no");
  if (!person) return std::unexpected(person.error());
  if (auto allowed = may_file(turn, *person); !allowed) return std::unexpected(std::move(allowed.error()));
  auto found = find_filing(turn, *person, asked, kind);
  if (!found) return std::unexpected(std::move(found.error()));
  if (found->filing.is_taken_back) return taken_back_before(turn, *found);
  found->filing.is_taken_back = true;
  found->filing.reason = asked.text("memo");
  const store::Part part = filing_part(turn, found->subject, found->seq, found->filing, turn.key);
  const std::string_view list = list_of(kind);
  if (list.empty()) {
    const auto written = turn.caller.desk.store().write(part);
    if (!written) return std::unexpected(written.error());
    return *written == store::Written::done ? Result<std::string>("{}") : std::unexpected(busy_visit());
  }
  const auto without = [&](const std::string& facts) { return list_without(facts, list, found->filing.fact); };
  auto told = tell_with(turn, *person, list, part, without);
  if (told) return "{}";
  auto now = find_filing(turn, *person, asked, kind);
  if (now && now->filing.is_taken_back) return taken_back_before(turn, *now);
  return std::unexpected(placed(std::move(told.error()), "$.input.data"));
}

}  // namespace

Result<std::string> file_referral(const Turn& turn, const json::Value& input) {
  const std::string node = "$.input.refmedin";
  const Reader told(*member(input, "refmedin"));
  const Date from = told.day(told.has("begndate") ? "begndate" : "refl_date");
  if (auto right = check_period(told, from, node); !right) return std::unexpected(std::move(right.error()));
  if (auto right = check_elsewhere(turn, told, node); !right) return std::unexpected(std::move(right.error()));
  const bool is_refused = told.has("hosp_agre_refl_flag") && !told.flag("hosp_agre_refl_flag");
  std::string fact;
  json::Writer json(fact, json::Writer::Style::compact);  // members by name, as canonical text has them
  json.begin_object();
  if (is_refused) json.text("answer", code(FilingAnswer::refused));
  json.text("channel", code(FilingChannel::institution));
  json.text("filed", to_text(told.day("refl_date")));
  json.text("from", to_text(from));
  json.text("place", code(Place::remote_referred));
  json.text("region", told.text("mdtrtarea_admdvs"));
  if (told.has("enddate")) json.text("to", to_text(Date::from_days(told.day("enddate").days() + 1)));
  json.end_object();
  return file(turn, {FilingKind::referral, std::string(told.text("psn_no")), from, std::move(fact), node});
}

Result<std::string> file_chronic(const Turn& turn, const json::Value& input) {
  const std::string node = "$.input.data";
  const Reader told(*member(input, "data"));
  const std::string disease(told.text("opsp_dise_code"));
  if (!parse_word<Disease>(disease)) {
    return std::unexpected(Error{ErrorCode::invalid_value,
                                 {"病种编码 " + disease + " 未知（可用：" + codes_of<Disease>() + "）",
                                  "the disease " + disease + " is not known (there are: " + codes_of<Disease>() + ")"},
                                 node + ".opsp_dise_code"});
  }
  const Date from = told.day("begndate");
  if (auto right = check_period(told, from, node); !right) return std::unexpected(std::move(right.error()));
  std::string fact;
  json::Writer json(fact, json::Writer::Style::compact);
  json.begin_object();
  json.text("disease", disease);
  write_period(json, told, from);
  json.end_object();
  return file(turn, {FilingKind::chronic, std::string(told.text("psn_no")), from, std::move(fact), node});
}

Result<std::string> file_chosen(const Turn& turn, const json::Value& input) {
  const std::string node = "$.input.data";
  const Reader told(*member(input, "data"));
  const Date from = told.day("begndate");
  if (auto right = check_period(told, from, node); !right) return std::unexpected(std::move(right.error()));
  return file(turn,
              {.kind = FilingKind::chosen, .person = std::string(told.text("psn_no")), .from = from, .node = node});
}

Result<std::string> take_referral_back(const Turn& turn, const json::Value& input) {
  return take_back(turn, input, FilingKind::referral);
}
Result<std::string> take_chronic_back(const Turn& turn, const json::Value& input) {
  return take_back(turn, input, FilingKind::chronic);
}
Result<std::string> take_chosen_back(const Turn& turn, const json::Value& input) {
  return take_back(turn, input, FilingKind::chosen);
}

}  // namespace yidan::national
