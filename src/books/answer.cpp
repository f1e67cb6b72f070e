#include "books/answer.h"

#include "base/digest.h"
#include "base/json_writer.h"
#include "books/entry.h"
#include "books/first_program.h"

namespace yidan::books {
namespace {

class AnswerWriter {
 public:
  explicit AnswerWriter(std::string& out) : json_(out, json::Writer::Style::compact) {}

  void write(const Decision& decision, const Outcome& outcome, const Asked& asked) {
    const store::Part& change = decision.change;
    json_.begin_object();
    json_.text("format", "yidan.done/1");
    json_.text("pool", to_text(Region(change.subject.pool)));
    json_.text("person", change.subject.id);
    json_.text("did", code(asked.kind));
    if (outcome.entry != nullptr) write_entry(*outcome.entry);
    if (!outcome.changed.empty()) write_changes(outcome.changed);
    if (outcome.applications != nullptr && !outcome.applications->empty()) write_applications(*outcome.applications);
    if (!outcome.odd.empty() && asked.engine != kFirstProgram) write_warnings(outcome.odd);
    write_posting(decision.posting);
    json_.key("receipt");
    json_.begin_object();
    json_.key("event");
    json_.number(change.event.seq);
    json_.text("key", asked.key);
    json_.text("packs", asked.policy.digest);
    json_.text("engine", asked.engine);
    json_.text("inputs", digest_of({asked.content}));
    json_.end_object();
    json_.end_object();
  }

 private:
  void money(std::string_view key, Money value) { json_.fixed(key, value.in_fen(), 2); }

  void write_entry(const Folded& entry) {
    if (!entry.credited.is_zero()) money("credited", entry.credited);
    if (!entry.used.is_zero()) money("used", entry.used);
    if (entry.refusal) json_.text("refused", code(*entry.refusal));
    if (!entry.bill) money("account_balance", entry.past.account_balance);
  }

  void before_and_after(std::string_view key, Money before, Money after) {
    if (before == after) return;
    json_.key(key);
    json_.begin_object();
    money("before", before);
    money("after", after);
    json_.end_object();
  }

  void write_changes(const std::vector<BillChange>& changes) {
    json_.key("bills");
    json_.begin_array();
    for (const BillChange& change : changes) {
      json_.begin_object();
      json_.text("encounter", change.encounter);
      before_and_after("fund_total", change.fund_before, change.fund_after);
      before_and_after("account", change.account_before, change.account_after);
      before_and_after("cash", change.cash_before, change.cash_after);
      json_.end_object();
    }
    json_.end_array();
  }

  void write_applications(const std::vector<assistance::Application>& applications) {
    json_.key("applications");
    json_.begin_array();
    for (const assistance::Application& application : applications) {
      json_.begin_object();
      json_.text("applied", to_text(application.applied));
      if (application.refusal) {
        json_.text("refused", code(*application.refusal));
      } else {
        money("base", application.base_total);
        money("paid", application.paid);
      }
      json_.text("basis", code(application.basis));
      json_.text("policy_status", code(application.policy_status));
      json_.end_object();
    }
    json_.end_array();
  }

  void write_warnings(const std::vector<Oddity>& odd) {
    json_.key("warnings");
    json_.begin_array();
    for (const Oddity& each : odd) {
      json_.begin_object();
      json_.text("code", each.code);
      if (!each.where.empty()) json_.text("where", each.where);
      json_.end_object();
    }
    json_.end_array();
  }

  void write_posting(const ledger::Position& posting) {
    json_.key("posting");
    json_.begin_array();
    for (const ledger::Entry& entry : posting.entries()) {
      json_.begin_object();
      json_.text("fund", code(entry.place.fund));
      json_.text("account", code(entry.place.account));
      if (!entry.place.party.empty()) json_.text("party", entry.place.party);
      if (entry.place.route) json_.text("route", code(*entry.place.route));
      const bool debit = entry.amount > Money{};
      money(debit ? "debit" : "credit", debit ? entry.amount : Money{} - entry.amount);
      json_.end_object();
    }
    json_.end_array();
  }

  json::Writer json_;
};

}  // namespace

std::string answer_text(const Decision& decision, const Outcome& outcome, const Asked& asked) {
  std::string text;
  AnswerWriter(text).write(decision, outcome, asked);
  return text;
}

}  // namespace yidan::books
