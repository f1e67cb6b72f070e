#include "exchange/assistance_writer.h"

#include <algorithm>
#include <vector>

#include "contract/assistance.h"
#include "exchange/outcome.h"

namespace yidan::exchange {
namespace {

using assistance::Application;
using assistance::CountedBill;

template <json::KeyText kName>
constexpr json::Key assistance_key = contract::kKey<contract::kAssistanceFields, kName>;
template <json::KeyText kName>
constexpr json::Key application_key = contract::kKey<contract::kApplicationFields, kName>;
template <json::KeyText kName>
constexpr json::Key window_key = contract::kKey<contract::kWindowFields, kName>;
template <json::KeyText kName>
constexpr json::Key counted_bill_key = contract::kKey<contract::kCountedBillFields, kName>;
template <json::KeyText kName>
constexpr json::Key application_reason_key = contract::kKey<contract::kApplicationReasonFields, kName>;

class AssistanceWriter {
 public:
  AssistanceWriter(std::string& out, const policy::Pool& pool, const Case& facts, const AssistanceOptions& options)
      : json_(out, options.style), pool_(pool), facts_(facts), options_(options) {}

  void write(std::span<const Application> applications) {
    json_.begin_object();
    json_.text(assistance_key<"format">, "yidan.assistance/1");
    json_.text(assistance_key<"person">, facts_.person.id);
    json_.text(assistance_key<"pool">, to_text(facts_.pool));
    json_.key(assistance_key<"applications">);
    json_.begin_array();
    for (const Application& application : applications) write(application);
    json_.end_array();
    json_.end_object();
  }

 private:
  void money(json::Key key, Money value) { json_.fixed(key, value.in_fen(), 2); }
  template <class E>
  void reason(E why) {
    json_.key(application_key<"reason">);
    json_.begin_object();
    json_.text(application_reason_key<"code">, code(why));
    json_.text(application_reason_key<"text">, options_.language == Language::zh ? word(why).zh : word(why).en);
    json_.end_object();
  }

  void write(const Application& application) {
    json_.begin_object();
    json_.text(application_key<"on">, to_text(application.applied));
    json_.text(application_key<"status">, application.refusal ? "refused" : "granted");
    if (application.refusal) reason(*application.refusal);
    if (application.recognised) json_.text(application_key<"recognised">, to_text(*application.recognised));
    if (!application.refusal) {
      write_window(application);
      money(application_key<"deductible">, application.rules.deductible);
      json_.text(application_key<"ratio">, to_text(application.rules.rate(0)));
      if (application.rules.has_cap) money(application_key<"limit">, application.rules.cap);
      json_.key(application_key<"bills">);
      json_.begin_array();
      for (const CountedBill& bill : application.bills) write(bill);
      json_.end_array();
      money(application_key<"base_total">, application.base_total);
      money(application_key<"paid">, application.paid);
      json_.text(application_key<"basis">, code(application.basis));
      if (application.policy_status == PolicyStatus::draft)
        json_.text(application_key<"policy_status">, code(application.policy_status));
    }
    write_clauses(application);
    json_.end_object();
  }

  void write_window(const Application& application) {
    json_.key(application_key<"window">);
    json_.begin_array();
    for (const Period& period : application.window) {
      json_.begin_object();
      json_.text(window_key<"from">, to_text(period.from));
      json_.text(window_key<"to">, to_text(period.to));
      json_.end_object();
    }
    json_.end_array();
  }

  void write(const CountedBill& bill) {
    const CaseEntry& entry = facts_.entries[bill.entry];
    json_.begin_object();
    json_.text(counted_bill_key<"encounter">, entry.id);
    json_.text(counted_bill_key<"rule_date">, to_text(entry.encounter->date));
    json_.key(counted_bill_key<"counts">);
    json_.boolean(!bill.reason);
    if (bill.reason) {
      reason(*bill.reason);
    } else {
      money(counted_bill_key<"base">, bill.base);
      money(counted_bill_key<"accumulated">, bill.accumulated);
      money(counted_bill_key<"above_deductible">, bill.result.counted);
      money(counted_bill_key<"paid">, bill.result.paid);
    }
    json_.end_object();
  }

  void write_clauses(const Application& application) {
    std::vector<std::string_view> clauses;
    for (const policy::RuleId rule : application.because) {
      for (const std::string& clause : pool_.rule(rule).clauses) {
        if (std::ranges::find(clauses, clause) == clauses.end()) clauses.emplace_back(clause);
      }
    }
    json_.key(application_key<"clauses">);
    json_.begin_array();
    for (const std::string_view clause : clauses) json_.string(clause);
    json_.end_array();
  }

  json::Writer json_;
  const policy::Pool& pool_;
  const Case& facts_;
  const AssistanceOptions& options_;
};

}  // namespace

void write_assistance(std::string& out, const policy::Pool& pool, const Case& facts,
                      std::span<const Application> applications, const AssistanceOptions& options) {
  AssistanceWriter(out, pool, facts, options).write(applications);
}

void write_rejected_assistance(std::string& out, const Error& error, const AssistanceOptions& options) {
  json::Writer json(out, options.style);
  json.begin_object();
  json.text(assistance_key<"format">, "yidan.assistance/1");
  json.text(assistance_key<"status">, "rejected");
  write_error(json, error, options.language);
  json.key(assistance_key<"applications">);
  json.begin_array();
  json.end_array();
  json.end_object();
}

}  // namespace yidan::exchange
