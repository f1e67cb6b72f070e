#include "national/settlement_output.h"

#include "base/json_canonical.h"
#include "base/json_writer.h"

namespace yidan::national {
namespace {

std::string_view clearing_class(std::string_view care) {
  return care.starts_with("2") ? "21" : care.starts_with("41") ? "41" : "11";
}

}  // namespace

std::string settlement_output(const Turn& turn, const PersonSeen& seen, const Visit& visit, const Amounts& amounts,
                              const SettledAs& as) {
  std::string text;
  json::Writer json(text, json::Writer::Style::compact);
  json.begin_object();
  json.key("setlinfo");
  json.begin_object();
  json.text("mdtrt_id", visit.id);
  if (!as.id.empty()) json.text("setl_id", as.id);
  json.text("psn_no", visit.person);
  json.text("psn_name", kNoName);
  json.text("psn_cert_type", seen.certificate);
  json.text("certno", seen.number);
  json.text("gend", seen.sex);
  json.text("brdy", to_text(seen.born));
  json.text("age", age_text(seen.born, visit.begin));
  json.text("insutype", as.insurance);
  json.text("psn_type", seen.type);
  json.text("cvlserv_flag", "0");
  json.text("setl_time", to_instant_text(turn.now).substr(0, 19));
  json.text("med_type", visit.care);
  write_amounts(json, amounts);
  json.text("balc", to_text(seen.balance - (amounts.account - amounts.family_account)));
  json.text("medins_setl_id", turn.envelope.msgid);
  json.text("clr_optins", to_text(Region(seen.pool)));
  json.text("clr_type", clearing_class(visit.care));
  json.end_object();
  write_funds(json, amounts);
  json.end_object();
  return text;
}

// A row by which the day's settlements of the institution are added up.
store::Row settlement_row(const Turn& turn, const Visit& visit, const Amounts& amounts, const SettledAs& as,
                          std::string_view state) {
  store::Row row{.table = std::string(kSettlementTable),
                 .id = std::string(as.id),
                 .provider = visit.institution,
                 .day = to_text(beijing_day(turn.now)),
                 .care = std::string(as.insurance) + "/" + std::string(clearing_class(visit.care)),
                 .state = std::string(state)};
  json::Writer json(row.data, json::Writer::Style::compact);
  json.begin_object();
  json.text("total", to_text(amounts.total));
  json.text("funds", to_text(amounts.funds));
  json.text("account", to_text(amounts.account));
  json.text("cash", to_text(amounts.cash));
  json.text("visit", visit.id);
  json.text("message", turn.envelope.msgid);
  json.end_object();
  return row;
}

// The amounts of a bill as the books answered it. Errors: a bill that has none, with the reason.
Result<Amounts> amounts_in(std::string_view answer) {
  json::Document document;
  const auto parsed = document.parse(answer);
  const json::Value* bill = parsed ? json::find(**parsed, "bill") : nullptr;
  ensure(bill != nullptr, "a settlement is answered with its bill");
  if (json::text_in(*bill, "status") != code(BillStatus::not_covered)) return amounts_of(*bill);
  return std::unexpected(Error{ErrorCode::not_permitted,
                               {"此人当日没有参保待遇：请先查询（1101），费用由个人负担",
                                "the person is not covered on that day: ask 1101; the cost is the person's"},
                               "$.input.data.psn_no"});
}

Amounts amounts_in_output(std::string_view output) {
  json::Document document;
  const auto parsed = document.parse(output);
  ensure(parsed.has_value(), "an output that is kept is JSON");
  return read_amounts(**parsed);
}

}  // namespace yidan::national
