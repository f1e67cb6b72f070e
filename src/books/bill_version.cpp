#include "books/bill_version.h"

#include "base/json_writer.h"
#include "books/first_program.h"
#include "books/steps_text.h"
#include "exchange/bill_writer.h"

namespace yidan::books {
namespace {

// The first program said nothing of numbers in doubt.
constexpr exchange::WriteOptions neutral(std::string_view engine) {
  return {.steps = exchange::StepDetail::none, .sentences = false, .doubts = engine != kFirstProgram};
}
constexpr std::string_view kReversed = "reversed";

std::string settled_text(const store::Subject& file, std::string_view core, const Receipt& receipt) {
  std::string text;
  text.reserve(core.size() + 512);
  json::Writer json(text, json::Writer::Style::compact);
  json.begin_object();
  json.text("format", "yidan.settled/1");
  json.text("pool", to_text(Region(file.pool)));
  json.text("person", file.id);
  json.key("bill");
  json.raw(core);
  exchange::write_receipt(json, receipt);
  json.end_object();
  return text;
}

std::string credential_of(std::optional<Credential> credential) {
  return credential ? std::string(code(*credential)) : std::string();
}

std::string bill_core(const Person& person, const benefit::Bill& bill, std::string_view engine) {
  std::string core;
  constexpr std::size_t usual_bill = 1024;
  core.reserve(usual_bill);
  exchange::write_bill(core, person, bill, neutral(engine));
  return core;
}

}  // namespace

KeptBill kept_bill(const Person& person, const Encounter& encounter, const benefit::Bill& bill,
                   std::string_view engine) {
  const Paperwork paperwork = encounter.paperwork.value_or(Paperwork{});
  return {.core = bill_core(person, bill, engine),
          .version = {.encounter = bill.encounter,
                      .provider = encounter.provider.id,
                      .care = std::string(code(encounter.care)),
                      .rule_date = to_text(bill.rule_date),
                      .status = std::string(code(bill.status)),
                      .policy_status = std::string(code(bill.policy_status)),
                      .total = bill.amounts.total.in_fen(),
                      .policy_scope = bill.amounts.policy_scope.in_fen(),
                      .fund_total = bill.fund_total.in_fen(),
                      .account = bill.account.in_fen(),
                      .cash = bill.cash.in_fen(),
                      .credential = credential_of(paperwork.credential),
                      .failed = credential_of(paperwork.failed),
                      .mobile_payment = paperwork.mobile_payment,
                      .telemedicine = paperwork.telemedicine,
                      .steps = steps_text(bill)}};
}

KeptBill reversed_bill(const KeptBill& last) {
  KeptBill reversed{.version = {.encounter = last.version.encounter,
                                .row = last.version.row,
                                .provider = last.version.provider,
                                .care = last.version.care,
                                .rule_date = last.version.rule_date,
                                .status = std::string(kReversed),
                                .policy_status = last.version.policy_status,
                                .steps = "[]"}};
  json::Writer json(reversed.core, json::Writer::Style::compact);
  json.begin_object();
  json.text("encounter", last.version.encounter);
  json.text("rule_date", last.version.rule_date);
  json.text("status", kReversed);
  json.end_object();
  return reversed;
}

void sign(KeptBill& bill, const store::Subject& file, std::int64_t entry, const Receipt& receipt) {
  bill.version.entry = entry;
  bill.version.version = receipt.event;
  bill.version.text = settled_text(file, bill.core, receipt);
}

}  // namespace yidan::books
