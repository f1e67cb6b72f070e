#include "books/answer.h"

#include "base/digest.h"
#include "base/json_writer.h"
#include "books/file.h"

namespace yidan::books {
namespace {

class AnswerWriter {
 public:
  explicit AnswerWriter(std::string& out) : json_(out, json::Writer::Style::compact) {}

  void write(const Folded* entry, const File* file, const Decision& decision, const Asked& asked) {
    const store::Change& change = decision.change;
    json_.begin_object();
    json_.text("format", "yidan.done/1");
    json_.text("pool", to_text(Region(change.file.pool)));
    json_.text("person", change.file.person);
    json_.text("did", code(asked.kind));
    if (entry != nullptr) write_entry(*entry);
    if (!decision.changed.empty()) write_changes(decision.changed);
    if (file != nullptr && !file->applications().empty()) write_applications(*file);
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

  void write_applications(const File& file) {
    json_.key("applications");
    json_.begin_array();
    for (const assistance::Application& application : file.applications()) {
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

std::string answer_text(const File& file, const Decision& decision, const Asked& asked) {
  const bool is_entry = asked.kind == EventKind::credit || asked.kind == EventKind::use;
  const Folded* entry = is_entry && file.slots().back().folded ? &*file.slots().back().folded : nullptr;
  std::string text;
  AnswerWriter(text).write(entry, &file, decision, asked);
  return text;
}

std::string answer_text(const Folded& folded, const Decision& decision, const Asked& asked) {
  std::string text;
  AnswerWriter(text).write(&folded, nullptr, decision, asked);
  return text;
}

Error no_file() {
  return {ErrorCode::not_found,
          {"账册中没有该人员：请先用 facts 登记", "the books have no such person: tell the facts first ('facts')"},
          "$.person"};
}

}  // namespace yidan::books
