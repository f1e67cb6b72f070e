#include "exchange/bill_writer.h"

#include "benefit/explain.h"
#include "exchange/bill_reason.h"
#include "exchange/outcome.h"

namespace yidan::exchange {
namespace {

using benefit::Bill;

class BillWriter {
 public:
  BillWriter(std::string& out, const WriteOptions& options) : json_(out, options.style), options_(options) {}

  void write_case(const Case& facts, std::span<const Bill> bills) {
    json_.begin_object();
    json_.text("format", "yidan.bill/1");
    json_.text("person", facts.person.id);
    json_.text("pool", to_text(facts.pool));
    json_.key("bills");
    json_.begin_array();
    for (const Bill& bill : bills) write_bill(facts.person, bill);
    json_.end_array();
    json_.end_object();
  }

  void write_one(const Person& person, const Bill& bill) { write_bill(person, bill); }

  void write_rejected(const Error& error) {
    json_.begin_object();
    json_.text("format", "yidan.bill/1");
    json_.text("status", code(BillStatus::rejected));
    exchange::write_error(json_, error, options_.language);
    json_.key("bills");
    json_.begin_array();
    json_.end_array();
    json_.end_object();
  }

 private:
  void money(std::string_view key, Money value) { json_.fixed(key, value.in_fen(), 2); }

  void write_bill(const Person& person, const Bill& bill) {
    json_.begin_object();
    json_.text("encounter", bill.encounter);
    if (bill.status == BillStatus::rejected) {
      json_.text("status", code(bill.status));
      exchange::write_error(json_, *bill.error, options_.language);
      json_.end_object();
      return;
    }
    json_.text("rule_date", to_text(bill.rule_date));
    json_.text("status", code(bill.status));
    write_reason(person, bill);
    json_.text("basis", code(bill.basis));
    json_.text("policy_status", code(bill.policy_status));
    write_amounts(bill.amounts);
    write_layers(bill);
    write_payers(bill);
    write_counters(bill);
    if (options_.steps != StepDetail::none) write_steps(bill);
    json_.end_object();
  }

  void write_reason(const Person& person, const Bill& bill) {
    if (!bill.reason) return;
    json_.key("reason");
    json_.begin_object();
    json_.text("code", bill.reason->word.code);
    if (options_.sentences) json_.text("text", reason_text(person, bill, options_.language));
    write_clauses(reason_clauses(person, bill));
    json_.end_object();
    if (bill.covered_from) json_.text("covered_from", to_text(*bill.covered_from));
  }

  void write_amounts(const benefit::ScopeAmounts& amounts) {
    json_.key("amounts");
    json_.begin_object();
    money("total", amounts.total);
    money("not_payable", amounts.not_payable);
    money("outside_catalogue", amounts.outside_catalogue);
    money("over_limit", amounts.over_limit);
    money("self_pay_first", amounts.self_pay_first);
    money("policy_scope", amounts.policy_scope);
    json_.end_object();
  }

  void write_layers(const Bill& bill) {
    json_.key("layers");
    json_.begin_array();
    for (const benefit::LayerPayment& layer : bill.layers) {
      json_.begin_object();
      json_.text("layer", code(layer.benefit->layer));
      json_.text("fund", code(layer.benefit->fund));
      json_.text("benefit", layer.benefit->id);
      money("base", layer.base);
      money("first_self_pay", layer.first_self_pay);
      money("deductible", layer.deductible);
      money("paid", layer.paid);
      money("burden", layer.burden);
      json_.end_object();
    }
    json_.end_array();
  }

  void write_payers(const Bill& bill) {
    money("fund_total", bill.fund_total);
    money("account", bill.account);
    const bool by_family = bill.account != bill.account_by_owner[0];
    if (by_family) {
      json_.key("account_by_owner");
      json_.begin_object();
      for (std::size_t i = 0; i < count_of<AccountOwner>; ++i) {
        if (!bill.account_by_owner[i].is_zero()) money(code(static_cast<AccountOwner>(i)), bill.account_by_owner[i]);
      }
      json_.end_object();
    }
    money("cash", bill.cash);
    if (bill.deposit_waived) {
      json_.key("deposit_waived");
      json_.boolean(true);
    }
  }

  void write_counters(const Bill& bill) {
    json_.key("counters");
    json_.begin_object();
    for (std::size_t i = 0; i < bill.counters.size(); ++i) {
      if (!bill.counters[i].is_zero()) money(bill.pool->counter_names[i], bill.counters[i]);
    }
    json_.end_object();
  }

  void write_clauses(const std::vector<std::string_view>& clauses) {
    json_.key("clauses");
    json_.begin_array();
    for (const std::string_view clause : clauses) json_.string(clause);
    json_.end_array();
  }

  void write_steps(const Bill& bill) {
    json_.key("steps");
    json_.begin_array();
    for (const benefit::Step& step : bill.steps) {
      json_.begin_object();
      json_.text("rule", benefit::rule_id(step, *bill.pool));
      write_clauses(benefit::clauses_of(step, *bill.pool));
      json_.text("basis", code(benefit::basis_of(step, *bill.pool)));
      json_.text("policy_status", code(benefit::policy_status_of(step, *bill.pool)));
      json_.key("inputs");
      json_.begin_array();
      for (std::size_t i = 0; i < step.inputs; ++i) {
        if (step.arguments[i].kind == benefit::Argument::Kind::nothing) continue;
        json_.string(step.arguments[i].kind == benefit::Argument::Kind::word
                         ? std::string(step.arguments[i].word->code)
                         : benefit::to_text(step.arguments[i], options_.language));
      }
      json_.end_array();
      money("output", step.output);
      if (options_.steps == StepDetail::full) json_.text("text", benefit::explain(step, options_.language));
      json_.end_object();
    }
    json_.end_array();
  }

  json::Writer json_;
  const WriteOptions& options_;
};

}  // namespace

void write_bills(std::string& out, const Case& facts, std::span<const Bill> bills, const WriteOptions& options) {
  BillWriter(out, options).write_case(facts, bills);
}

void write_bill(std::string& out, const Person& person, const Bill& bill, const WriteOptions& options) {
  BillWriter(out, options).write_one(person, bill);
}

void write_rejected_case(std::string& out, const Error& error, const WriteOptions& options) {
  BillWriter(out, options).write_rejected(error);
}

}  // namespace yidan::exchange
