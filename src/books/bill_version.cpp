#include "books/bill_version.h"

#include "base/json_writer.h"
#include "books/steps_text.h"
#include "exchange/bill_writer.h"

namespace yidan::books {
namespace {

constexpr exchange::WriteOptions kNeutral{.steps = exchange::StepDetail::none, .sentences = false};
constexpr std::string_view kReversed = "reversed";

std::string settled_text(const store::FileKey& file, std::string_view core, const Receipt& receipt) {
  std::string text;
  text.reserve(core.size() + 512);
  json::Writer json(text, json::Writer::Style::compact);
  json.begin_object();
  json.text("format", "yidan.settled/1");
  json.text("pool", to_text(Region(file.pool)));
  json.text("person", file.person);
  json.key("bill");
  json.raw(core);
  json.key("receipt");
  json.begin_object();
  json.key("event");
  json.number(receipt.event);
  json.text("key", receipt.key);
  json.text("packs", receipt.packs);
  json.text("engine", receipt.engine);
  json.text("inputs", receipt.inputs);
  json.end_object();
  json.end_object();
  return text;
}

std::string bill_core(const Person& person, const benefit::Bill& bill) {
  std::string core;
  constexpr std::size_t usual_bill = 1024;
  core.reserve(usual_bill);
  exchange::write_bill(core, person, bill, kNeutral);
  return core;
}

}  // namespace

store::BillVersion bill_version(const store::FileKey& file, const Person& person, const benefit::Bill& bill,
                                const Receipt& receipt) {
  return {.encounter = bill.encounter,
          .rule_date = to_text(bill.rule_date),
          .status = std::string(code(bill.status)),
          .policy_status = std::string(code(bill.policy_status)),
          .total = bill.amounts.total.in_fen(),
          .policy_scope = bill.amounts.policy_scope.in_fen(),
          .fund_total = bill.fund_total.in_fen(),
          .account = bill.account.in_fen(),
          .cash = bill.cash.in_fen(),
          .text = settled_text(file, bill_core(person, bill), receipt),
          .steps = steps_text(bill)};
}

std::string_view bill_within(std::string_view text) {
  constexpr std::string_view before = R"("bill":)";
  constexpr std::string_view after = R"(,"receipt":)";
  if (text.empty()) return {};
  const std::size_t from = text.find(before) + before.size();
  return text.substr(from, text.rfind(after) - from);
}

store::BillVersion reversed_version(const store::FileKey& file, const store::BillVersion& last,
                                    const Receipt& receipt) {
  std::string core;
  json::Writer json(core, json::Writer::Style::compact);
  json.begin_object();
  json.text("encounter", last.encounter);
  json.text("rule_date", last.rule_date);
  json.text("status", kReversed);
  json.end_object();
  return {.encounter = last.encounter,
          .rule_date = last.rule_date,
          .status = std::string(kReversed),
          .policy_status = last.policy_status,
          .text = settled_text(file, core, receipt),
          .steps = "[]"};
}

}  // namespace yidan::books
