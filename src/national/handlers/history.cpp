// 5201, 5202, 5205, 5206: what an institution has had of a person, and what the person's year has used up.

#include <algorithm>
#include <map>
#include <utility>

#include "base/json_canonical.h"
#include "base/json_writer.h"
#include "calendar/month.h"
#include "national/amounts.h"
#include "national/line_reader.h"
#include "national/person_seen.h"
#include "national/settlement_request.h"
#include "national/transactions.h"
#include "operations/permission.h"
#include "operations/person_file.h"

namespace yidan::national {
namespace {

// The visits of a person at this institution that begin on these days, in their order.
Result<std::vector<Visit>> visits_between(const Turn& turn, const Reader& asked) {
  const std::string number(asked.text("psn_no"));
  const auto person = person_of(turn, number, "$.input.data.psn_no");
  if (!person) return std::unexpected(person.error());
  auto allowed = operations::may(turn.caller, Deed::see_bills,
                                 {.pool = person->pool, .person = person->id, .provider = turn.envelope.institution});
  if (!allowed) return std::unexpected(std::move(allowed.error()));
  store::RowQuery query{.table = std::string(kVisitedTable),
                        .pool = person->pool,
                        .provider = visited_provider(turn.envelope.institution, number),
                        .from = to_text(asked.day("begntime")),
                        .to = to_text(asked.day("endtime")),
                        .limit = 1000};
  std::vector<Visit> visits;
  do {
    const auto page = turn.caller.desk.store().rows(query);
    if (!page) return std::unexpected(page.error());
    for (const store::FoundRow& each : page->rows) {
      auto kept = visit_of(turn, each.subject.id, number);
      if (!kept) return std::unexpected(std::move(kept.error()));
      visits.push_back(std::move(kept->visit));
    }
    query.after = page->next;
  } while (!query.after.empty());
  return visits;
}

void write_visit(json::Writer& json, const Visit& visit) {
  json.begin_object();
  json.text("mdtrt_id", visit.id);
  json.text("psn_no", visit.person);
  json.text("insutype", visit.insurance);
  json.text("begntime", to_text(visit.begin));
  if (visit.end) json.text("endtime", to_text(*visit.end));
  if (!visit.care.empty()) json.text("med_type", visit.care);
  if (!visit.number.empty()) json.text("ipt_otp_no", visit.number);
  if (!visit.disease.empty()) json.text("dise_codg", visit.disease);
  json.text("fixmedins_code", visit.institution);
  json.text("vali_flag", visit.is_closed ? "0" : "1");
  json.end_object();
}

// What was told last of the diagnoses of a visit, as it was told; empty: nothing.
Result<std::string> diagnoses_told(const Turn& turn, const store::Subject& visit) {
  const auto events = turn.caller.desk.store().events(visit);
  if (!events) return std::unexpected(events.error());
  std::string told;
  for (const store::Event& each : *events) {
    json::Document document;
    const auto content = document.parse(each.content);
    const json::Value* list = content ? json::find(**content, "diseinfo") : nullptr;
    if (list != nullptr && list->kind == json::Kind::array) told = json::canonical(*list);
  }
  return told;
}

// By insurance, then by the code of what is counted. Counts are whole, amounts are fen.
struct Used {
  std::map<std::string, std::int64_t> counts{};
  std::map<std::string, Money> amounts{};
};
using UsedByInsurance = std::map<std::string, Used>;

std::string insurance_on(const Person& person, Date day) {
  const auto covers = [day](const Cover& each) { return each.period.contains(day); };
  const auto cover = std::ranges::find_if(person.coverage, covers);
  return cover == person.coverage.end() ? std::string() : std::string(insurance_type(cover->scheme));
}

void add_bill(const books::Slot& slot, UsedByInsurance& used) {
  const auto& encounter = std::get<Encounter>(slot.said);
  const benefit::Bill& bill = *slot.folded->bill;
  Used& of = used[insurance_on(slot.folded->person, bill.rule_date)];
  const std::string care = "_BIZ" + std::string(medical_type(encounter.care));
  ++of.counts["C0000" + care];
  of.amounts["F0000" + care] += bill.amounts.total;
  for (const benefit::LayerPayment& each : bill.layers) {
    if (!each.paid.is_zero()) of.amounts["D" + std::string(fund_pay_type(each.benefit->fund)) + care] += each.paid;
  }
  if (!bill.account.is_zero()) of.amounts["D" + std::string(kAccountPayType) + care] += bill.account;
}

Result<Month> month_asked(const Reader& asked) {
  const std::string text(asked.text("cum_ym"));
  const auto month = text.size() == 6 ? parse_month(text.substr(0, 4) + "-" + text.substr(4))
                                      : Result<Month>(std::unexpected(Error{}));
  if (month) return month;
  return std::unexpected(Error{ErrorCode::invalid_value,
                               {"累计年月（cum_ym）应为六位数字，如 202303", "cum_ym is six digits: 202303"},
                               "$.input.data.cum_ym"});
}

void write_used(json::Writer& json, const UsedByInsurance& used, Month month) {
  const std::string text = to_text(month);
  const auto row = [&](const std::string& insurance, const std::string& code, const std::string& value) {
    json.begin_object();
    json.text("insutype", insurance);
    json.text("year", text.substr(0, 4));
    json.text("cum_ym", text.substr(0, 4) + text.substr(5));
    json.text("cum_type_code", code);
    json.text("cum", value);
    json.end_object();
  };
  for (const auto& [insurance, of] : used) {
    for (const auto& [code, count] : of.counts) row(insurance, code, std::to_string(count));
    for (const auto& [code, amount] : of.amounts) row(insurance, code, to_text(amount));
  }
}

// An object with one list.
template <class Write>
std::string output_of_list(std::string_view node, Write write) {
  std::string text;
  json::Writer json(text, json::Writer::Style::compact);
  json.begin_object();
  json.key(node);
  json.begin_array();
  write(json);
  json.end_array();
  json.end_object();
  return text;
}

}  // namespace

Result<std::string> show_visits(const Turn& turn, const json::Value& input) {
  const Reader asked(*member(input, "data"));
  const auto visits = visits_between(turn, asked);
  if (!visits) return std::unexpected(visits.error());
  return output_of_list("mdtrtinfo", [&](json::Writer& json) {
    for (const Visit& each : *visits) {
      const bool is_asked = (!asked.has("med_type") || each.care.starts_with(asked.text("med_type"))) &&
                            (!asked.has("mdtrt_id") || each.id == asked.text("mdtrt_id"));
      if (is_asked) write_visit(json, each);
    }
  });
}

Result<std::string> show_diagnoses(const Turn& turn, const json::Value& input) {
  const Reader asked(*member(input, "data"));
  const auto kept = visit_of(turn, asked.text("mdtrt_id"), std::string(asked.text("psn_no")));
  if (!kept) return std::unexpected(kept.error());
  const auto told = diagnoses_told(turn, kept->subject);
  if (!told) return std::unexpected(told.error());
  return R"({"diseinfo":)" + (told->empty() ? "[]" : *told) + "}";
}

Result<std::string> show_chronic_care(const Turn& turn, const json::Value& input) {
  const Reader asked(*member(input, "data"));
  const auto visits = visits_between(turn, asked);
  if (!visits) return std::unexpected(visits.error());
  return output_of_list("data", [&](json::Writer& json) {
    for (const Visit& visit : *visits) {
      if (!visit.care.starts_with(medical_type(Care::chronic))) continue;
      for (const FeeDetail& line : visit.lines) {
        if (!line.settlement.empty()) write_settled_line(json, visit, line);
      }
    }
  });
}

Result<std::string> show_used(const Turn& turn, const json::Value& input) {
  const Reader asked(*member(input, "data"));
  const auto person = person_of(turn, asked.text("psn_no"), "$.input.data.psn_no");
  if (!person) return std::unexpected(person.error());
  const auto month = month_asked(asked);
  if (!month) return std::unexpected(month.error());
  // How far the year is used up is a part of how the person stands, and names no other institution's bill.
  auto allowed = operations::may(turn.caller, Deed::see_standing, {.pool = person->pool, .person = person->id});
  if (!allowed) return std::unexpected(std::move(allowed.error()));
  operations::Caller desk = turn.caller;
  desk.rights = nullptr;
  desk.trail = nullptr;  // it was noted just now
  const auto file = operations::file_of(desk, {person->pool, person->id, {}}, Deed::see_bills);
  if (!file) return std::unexpected(file.error());
  UsedByInsurance used;
  for (const books::Slot& slot : file->slots()) {
    if (!std::holds_alternative<Encounter>(slot.said) || !slot.folded || !slot.folded->bill) continue;
    const benefit::Bill& bill = *slot.folded->bill;
    const Month of = Month::of(bill.rule_date);
    const bool is_of_year = to_text(of).substr(0, 4) == to_text(*month).substr(0, 4) && of <= *month;
    if (bill.status == BillStatus::settled && is_of_year) add_bill(slot, used);
  }
  return output_of_list("cuminfo", [&](json::Writer& json) { write_used(json, used, *month); });
}

}  // namespace yidan::national
