#include "national/settlement_output.h"

#include <array>
#include <utility>

#include "base/json_canonical.h"
#include "base/json_writer.h"
#include "operations/settled_rows.h"

namespace yidan::national {
namespace {

// The amounts by which statements are compared.
constexpr std::array<std::pair<StatementColumn, Money Amounts::*>, count_of<StatementColumn>> kStatementColumns{{
    {StatementColumn::total, &Amounts::total},
    {StatementColumn::funds, &Amounts::funds},
    {StatementColumn::basic, &Amounts::basic},
    {StatementColumn::civil_servant, &Amounts::civil_servant},
    {StatementColumn::enterprise, &Amounts::enterprise},
    {StatementColumn::catastrophic, &Amounts::catastrophic},
    {StatementColumn::large_amount, &Amounts::large_amount},
    {StatementColumn::assistance, &Amounts::assistance},
    {StatementColumn::account, &Amounts::account},
    {StatementColumn::cash, &Amounts::cash},
}};

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

store::Row settlement_row(const Visit& visit, const Amounts& amounts, const SettledEntry& settled) {
  reconciliation::Entry entry{.settlement = std::string(settled.as.id),
                              .visit = visit.id,
                              .number = settled.number,
                              .person = visit.person,
                              .message = settled.message,
                              .state = settled.state};
  for (const auto& [column, amount] : kStatementColumns) entry.columns.set(column, amounts.*amount);
  return operations::settled_row(entry, visit.institution, settled.day,
                                 operations::cell_of(settled.as.insurance, clearing_class(visit.care)));
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

Date day_of_output(std::string_view output) {
  json::Document document;
  const auto parsed = document.parse(output);
  const json::Value* info = parsed ? json::find(**parsed, "setlinfo") : nullptr;
  ensure(info != nullptr, "an output that is kept says what was settled");
  const auto day = parse_date(json::text_in(*info, "setl_time").substr(0, 10));
  ensure(day.has_value(), "an output that is kept says when it was settled");
  return *day;
}

Amounts amounts_in_output(std::string_view output) {
  json::Document document;
  const auto parsed = document.parse(output);
  ensure(parsed.has_value(), "an output that is kept is JSON");
  return read_amounts(**parsed);
}

}  // namespace yidan::national
