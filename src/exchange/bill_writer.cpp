#include "exchange/bill_writer.h"

#include "benefit/explain.h"
#include "contract/bill.h"
#include "exchange/bill_reason.h"
#include "exchange/number_warnings.h"
#include "exchange/outcome.h"

namespace yidan::exchange {
namespace {

using benefit::Bill;
using contract::kKey;

template <json::KeyText kName>
constexpr json::Key bills_key = kKey<contract::kBillsFields, kName>;
template <json::KeyText kName>
constexpr json::Key bill_key = kKey<contract::kBillFields, kName>;
template <json::KeyText kName>
constexpr json::Key reason_key = kKey<contract::kReasonFields, kName>;
template <json::KeyText kName>
constexpr json::Key amount_key = kKey<contract::kAmountFields, kName>;
template <json::KeyText kName>
constexpr json::Key layer_key = kKey<contract::kLayerFields, kName>;
template <json::KeyText kName>
constexpr json::Key warning_key = kKey<contract::kBillWarningFields, kName>;
template <json::KeyText kName>
constexpr json::Key step_key = kKey<contract::kStepFields, kName>;

template <class Name>
void write_money(json::Writer& json, const Name& key, Money value) {
  json.fixed(key, value.in_fen(), 2);
}

class BillWriter {
 public:
  BillWriter(std::string& out, const WriteOptions& options) : json_(out, options.style), options_(options) {}

  void write_case(const Case& facts, std::span<const Bill> bills) {
    json_.begin_object();
    json_.plain(bills_key<"format">, "yidan.bill/1");
    json_.text(bills_key<"person">, facts.person.id);
    json_.plain(bills_key<"pool">, to_text(facts.pool));
    json_.key(bills_key<"bills">);
    json_.begin_array();
    if (options_.doubts) doubts_ = number_doubts(facts.person);
    for (std::size_t i = 0; i < bills.size(); ++i) {
      const bool is_named = !bills[i].repeated.empty();  // hardly ever
      write_bill(facts.person, bills[i], is_named ? "$.encounters[" + std::to_string(i) + "]" : std::string());
    }
    json_.end_array();
    json_.end_object();
  }

  void write_one(const Person& person, const Bill& bill) {
    if (options_.doubts) doubts_ = number_doubts(person);
    write_bill(person, bill, "$.encounter");
  }

  void write_rejected(const Error& error) {
    json_.begin_object();
    json_.plain(bills_key<"format">, "yidan.bill/1");
    json_.plain(bills_key<"status">, code(BillStatus::rejected));
    exchange::write_error(json_, error, options_.language);
    json_.key(bills_key<"bills">);
    json_.begin_array();
    json_.end_array();
    json_.end_object();
  }

 private:
  template <class Name>
  void money(const Name& key, Money value) {
    write_money(json_, key, value);
  }

  // `place` is that of the encounter in what was sent.
  void write_bill(const Person& person, const Bill& bill, const std::string& place) {
    json_.begin_object();
    json_.text(bill_key<"encounter">, bill.encounter);
    if (bill.status == BillStatus::rejected) {
      json_.plain(bill_key<"status">, code(bill.status));
      exchange::write_error(json_, *bill.error, options_.language);
      json_.end_object();
      return;
    }
    json_.plain(bill_key<"rule_date">, to_text(bill.rule_date));
    json_.plain(bill_key<"status">, code(bill.status));
    write_reason(person, bill);
    json_.plain(bill_key<"basis">, code(bill.basis));
    json_.plain(bill_key<"policy_status">, code(bill.policy_status));
    json_.key(bill_key<"amounts">);
    write_amounts(json_, bill.amounts);
    write_layers(bill);
    write_payers(bill);
    write_counters(bill);
    write_warnings(bill, place);
    if (options_.steps != StepDetail::none) write_steps(bill);
    json_.end_object();
  }

  void write_reason(const Person& person, const Bill& bill) {
    if (!bill.reason) return;
    json_.key(bill_key<"reason">);
    json_.begin_object();
    json_.text(reason_key<"code">, bill.reason->word.code);
    if (options_.sentences) json_.text(reason_key<"text">, reason_text(person, bill, options_.language));
    write_clauses(reason_clauses(person, bill));
    json_.end_object();
    if (bill.covered_from) json_.plain(bill_key<"covered_from">, to_text(*bill.covered_from));
  }

  void write_layers(const Bill& bill) {
    json_.key(bill_key<"layers">);
    json_.begin_array();
    for (const benefit::LayerPayment& layer : bill.layers) {
      json_.begin_object();
      json_.plain(layer_key<"layer">, code(layer.benefit->layer));
      json_.plain(layer_key<"fund">, code(layer.benefit->fund));
      json_.text(layer_key<"benefit">, layer.benefit->id);
      money(layer_key<"base">, layer.base);
      money(layer_key<"first_self_pay">, layer.first_self_pay);
      money(layer_key<"deductible">, layer.deductible);
      money(layer_key<"paid">, layer.paid);
      money(layer_key<"burden">, layer.burden);
      json_.end_object();
    }
    json_.end_array();
  }

  void write_payers(const Bill& bill) {
    money(bill_key<"fund_total">, bill.fund_total);
    if (!bill.supplement.is_zero()) money(bill_key<"enterprise_supplement">, bill.supplement);
    money(bill_key<"account">, bill.account);
    const bool by_family = bill.account != bill.account_by_owner[0];
    if (by_family) {
      json_.key(bill_key<"account_by_owner">);
      json_.begin_object();
      for (std::size_t i = 0; i < count_of<AccountOwner>; ++i) {
        if (!bill.account_by_owner[i].is_zero()) money(code(static_cast<AccountOwner>(i)), bill.account_by_owner[i]);
      }
      json_.end_object();
    }
    money(bill_key<"cash">, bill.cash);
    if (bill.deposit_waived) {
      json_.key(bill_key<"deposit_waived">);
      json_.boolean(true);
    }
    if (bill.reimbursed_later) {
      json_.key(bill_key<"reimbursed_later">);
      json_.boolean(true);
    }
  }

  void write_counters(const Bill& bill) {
    json_.key(bill_key<"counters">);
    json_.begin_object();
    for (std::size_t i = 0; i < bill.counters.size(); ++i) {
      if (!bill.counters[i].is_zero()) money(bill.pool->counter_names[i], bill.counters[i]);
    }
    json_.end_object();
  }

  void write_warnings(const Bill& bill, const std::string& place) {
    if (doubts_.empty() && bill.repeated.empty()) return;
    json_.key(bill_key<"warnings">);
    json_.begin_array();
    for (const NumberDoubt doubt : doubts_) {
      json_.begin_object();
      json_.plain(warning_key<"code">, code(doubt));
      if (options_.sentences) json_.text(warning_key<"text">, sentence_of(doubt, options_.language));
      json_.plain(warning_key<"where">, "$.person.id");
      json_.end_object();
    }
    for (const benefit::Repeated& each : bill.repeated) write_repeated(each, place);
    json_.end_array();
  }

  void write_repeated(const benefit::Repeated& repeated, const std::string& place) {
    json_.begin_object();
    json_.plain(warning_key<"code">, code(repeated.kind));
    if (options_.sentences) json_.text(warning_key<"text">, sentence_of(repeated).in(options_.language));
    json_.plain(warning_key<"where">, place);
    json_.text(warning_key<"encounter">, repeated.encounter.id);
    if (!repeated.encounter.provider.empty()) json_.text(warning_key<"provider">, repeated.encounter.provider);
    json_.end_object();
  }

  void write_clauses(const std::vector<std::string_view>& clauses) {
    json_.key(reason_key<"clauses">);
    json_.begin_array();
    for (const std::string_view clause : clauses) json_.string(clause);
    json_.end_array();
  }

  void write_steps(const Bill& bill) {
    json_.key(bill_key<"steps">);
    json_.begin_array();
    for (const benefit::Step& step : bill.steps) {
      json_.begin_object();
      json_.text(step_key<"rule">, benefit::rule_id(step, *bill.pool));
      write_clauses(benefit::clauses_of(step, *bill.pool));
      json_.plain(step_key<"basis">, code(benefit::basis_of(step, *bill.pool)));
      json_.plain(step_key<"policy_status">, code(benefit::policy_status_of(step, *bill.pool)));
      if (benefit::is_unfiled(step, *bill.pool)) {
        json_.key(step_key<"unfiled">);
        json_.boolean(true);
      }
      json_.key(step_key<"inputs">);
      json_.begin_array();
      for (std::size_t i = 0; i < step.inputs; ++i) {
        if (step.arguments[i].kind == benefit::Argument::Kind::nothing) continue;
        json_.string(step.arguments[i].kind == benefit::Argument::Kind::word
                         ? std::string(step.arguments[i].word->code)
                         : benefit::to_text(step.arguments[i], options_.language));
      }
      json_.end_array();
      money(step_key<"output">, step.output);
      if (options_.steps == StepDetail::full) json_.text(step_key<"text">, benefit::explain(step, options_.language));
      json_.end_object();
    }
    json_.end_array();
  }

  json::Writer json_;
  const WriteOptions& options_;
  std::vector<NumberDoubt> doubts_;  // of the person whose bills they are
};

}  // namespace

void write_amounts(json::Writer& json, const benefit::ScopeAmounts& amounts) {
  json.begin_object();
  write_money(json, amount_key<"total">, amounts.total);
  write_money(json, amount_key<"not_payable">, amounts.not_payable);
  write_money(json, amount_key<"outside_catalogue">, amounts.outside_catalogue);
  write_money(json, amount_key<"over_limit">, amounts.over_limit);
  write_money(json, amount_key<"self_pay_first">, amounts.self_pay_first);
  write_money(json, amount_key<"policy_scope">, amounts.policy_scope);
  json.end_object();
}

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
