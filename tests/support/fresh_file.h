// What a file should be, computed anew from what was told (random_requests.h): the reversed never were, the corrected
// came corrected, all facts were known from the start. Settles with `benefit` and reads bills as JSON, as anybody
// could; nothing of src/books is used.
#pragma once

#include <map>
#include <stdexcept>
#include <string>
#include <vector>

#include "assistance/assist.h"
#include "base/json_canonical.h"
#include "benefit/settle.h"
#include "exchange/bill_writer.h"
#include "exchange/case_reader.h"
#include "exchange/case_standing.h"
#include "exchange/request.h"
#include "exchange/session.h"
#include "standing/account.h"
#include "standing/standing.h"
#include "testing/packs.h"
#include "tests/support/bill_check.h"
#include "tests/support/random_requests.h"

namespace yidan::testing {

using Balances = std::map<std::string, std::int64_t>;  // "fund account party" → fen

class FreshFile {
 public:
  FreshFile(const Memory& memory, const policy::Pool& pool) : memory_(memory), pool_(pool) { fold(); }

  // By entry of the memory; empty for what is no bill, or gone.
  [[nodiscard]] const std::vector<std::string>& bills() const { return bills_; }
  [[nodiscard]] const benefit::Past& past() const { return past_; }
  [[nodiscard]] const Balances& balances() const { return balances_; }
  [[nodiscard]] bool has_account_events() const { return account_events_; }

  // What of a credit comes from the person's own contribution, by the facts as they are now. It is asked when the
  // credit is given and kept with it: facts learnt later move no money once given from one fund to another.
  static Money own_part(const Memory& memory, const policy::Pool& pool, const std::string& content) {
    Memory before = memory;
    before.entries.clear();
    const FreshFile file(before, pool);
    json::Document document;
    const auto value = document.parse(content);
    const Money money = amount(member(*value, "amount"));
    const Month month = *parse_month(scalar(member(*value, "month")));
    const auto person = exchange::person_on(pool, file.facts_, month.first_day());
    const Cover* cover = cover_on(*person, month.first_day());
    if (cover != nullptr && cover->status == Status::retired) return {};
    if (!file.facts_.record) return money;
    const Date known = std::max(month.last_day(), file.facts_.record->events.back().on);
    Money own = money;
    const auto standing = standing::derive(pool, *file.facts_.record, known).value();
    for (const standing::Due& due : standing.dues) {
      if (!due.insured_year && due.month == month && due.part == DuePart::individual) own = std::min(money, due.amount);
    }
    return own;
  }

  // The whole contract instead of the fold: the bills of `yidan settle` for the same case, where it can say the same.
  // It cannot where an account was credited or used between two bills: a case has no such events.
  [[nodiscard]] std::vector<std::string> bills_of_settle() const {
    std::string text = memory_.facts();
    text.pop_back();
    std::vector<std::string> encounters;
    for (const Remembered& entry : memory_.entries) {
      if (!entry.gone && entry.kind == EventKind::settle) encounters.push_back(entry.content);
    }
    text += ",\"encounters\":[" + Memory::joined(encounters) + "]}";
    std::string out;
    exchange::Session session(shipped_policy(), {.steps = exchange::StepDetail::none, .sentences = false},
                              exchange::Form::json);
    (void)session.settle(text, out);
    json::Document document;
    const auto value = document.parse(out);
    std::vector<std::string> bills;
    for (const json::Value& bill : member(*value, "bills")->items()) bills.push_back(json::canonical(bill));
    return bills;
  }

 private:
  void fold() {
    json::Document document;
    const std::string facts = memory_.facts();
    const auto value = document.parse(facts);
    auto read = exchange::read_facts(**value, shipped_policy());
    if (!read) throw std::runtime_error("facts of the memory: " + read.error().message.en);
    facts_ = std::move(*read);
    past_ = benefit::opening_past(pool_, facts_.person, facts_.opening);
    open_accounts();
    for (const Remembered& entry : memory_.entries) take(entry);
    book_dues();
    book_applications();
    std::erase_if(balances_, [](const auto& each) { return each.second == 0; });
  }

  void book(const std::string& place, Money amount) { balances_[place] += amount.in_fen(); }
  void move(const std::string& debit, const std::string& credit, Money amount) {
    book(debit, amount);
    book(credit, Money{} - amount);
  }
  [[nodiscard]] const std::string& name() const { return memory_.file.id; }
  [[nodiscard]] std::string liability() const { return "personal-account account-liability " + name(); }

  void open_accounts() {
    move("personal-account opening-balance ", liability(), facts_.person.account_balance);
    for (const FamilyAccount& each : facts_.person.accounts) {
      move("personal-account opening-balance ", liability() + "/" + std::string(code(each.owner)), each.balance);
    }
  }

  void take(const Remembered& entry) {
    bills_.emplace_back();
    if (entry.gone) return;
    const auto said = exchange::read_content(entry.kind, entry.content, pool_.region);
    if (entry.kind == EventKind::credit) {
      return credit(*std::get<exchange::AccountCredit>(*said).amount, *parse_money(entry.told));
    }
    if (entry.kind == EventKind::use) return use(std::get<exchange::AccountAsk>(*said));
    const auto* encounter = &std::get<Encounter>(*said);
    auto person = exchange::person_on(pool_, facts_, encounter->date);
    auto settled = benefit::settle(pool_, *person, past_, *encounter);
    if (!settled) throw std::runtime_error("an accepted encounter cannot be settled: " + settled.error().message.en);
    past_ = std::move(settled->past);
    constexpr exchange::WriteOptions neutral{.steps = exchange::StepDetail::none, .sentences = false};
    exchange::write_bill(bills_.back(), *person, settled->bill, neutral);
    book_bill(bills_.back(), entry);
    counted_.push_back(std::move(settled->bill));
    facts_.entries.push_back({encounter->id, *encounter});
  }

  // Money once given stays as it was given: `own` of it came from the person's contribution.
  void credit(Money money, Money own) {
    account_events_ = true;
    const Money pooled = money - own;
    past_.account_balance += money;
    move("personal-account account-credit ", liability(), own);
    move("employee-pooled account-credit ", "employee-pooled due-to-fund personal-account by account-credit", pooled);
    move("personal-account due-from-fund employee-pooled by account-credit", liability(), pooled);
  }

  void use(const exchange::AccountAsk& said) {
    account_events_ = true;
    const auto* ask = &said;
    const auto person = exchange::person_on(pool_, facts_, ask->on);
    const Cover* cover = cover_on(*person, ask->on);
    const policy::Cell* rule = nullptr;
    const bool covered = cover != nullptr && cover->scheme == Scheme::employee;
    if (standing::refusal_of_use(pool_.people, ask->use, ask->on, covered, past_.account_balance, rule)) return;
    past_.account_balance -= ask->use.amount;
    move(liability(), "personal-account person-payable " + name(), ask->use.amount);
  }

  // Who bears what of a bill, by "fund account party".
  Balances borne(std::string_view text) const {
    json::Document document;
    const auto value = document.parse(text);
    Balances result;
    for (const json::Value& layer : member(*value, "layers")->items()) {
      result[scalar(member(&layer, "fund")) + " benefit-expense " + scalar(member(&layer, "layer"))] +=
          amount(member(&layer, "paid")).in_fen();
    }
    const json::Value* owners = member(*value, "account_by_owner");
    if (owners == nullptr) {
      result[liability()] += amount(member(*value, "account")).in_fen();
      return result;
    }
    for (const json::Member& each : owners->members()) {
      const std::string party = each.key == "self" ? "" : "/" + std::string(each.key);
      result[liability() + party] += amount(&each.value).in_fen();
    }
    return result;
  }

  // In two movements, so that the books' own rule (differences, and whose they are) is not copied here: the person is
  // owed what the bill now grants, and pays with it what the provider was told.
  void book_bill(const std::string& now, const Remembered& entry) {
    for (const auto& [place, fen] : borne(now)) {
      const std::string fund = place.substr(0, place.find(' '));
      move(place, fund + " person-payable " + name(), Money::fen(fen));
    }
    for (const auto& [place, fen] : borne(entry.told)) {
      const std::string fund = place.substr(0, place.find(' '));
      move(fund + " person-payable " + name(), fund + " provider-payable " + entry.provider, Money::fen(fen));
    }
  }

  // Presumed months have dues and no payment: nobody has paid them, so nothing is booked.
  void book_dues() {
    if (!facts_.record || facts_.record->events.empty()) return;
    const auto standing = standing::derive(pool_, *facts_.record, facts_.record->events.back().on).value();
    std::map<std::string, Money> own;  // of employees, by month
    for (const standing::Due& due : standing.dues) {
      if (!due.paid_on || due.presumed) continue;
      if (due.insured_year) {
        book_premium(due);
        continue;
      }
      const bool individual = due.part == DuePart::individual;
      if (individual) own[to_text(due.month)] += due.amount;
      const std::string fund = individual ? "personal-account" : "employee-pooled";
      move(fund + " receipts-held " + name(), fund + " contribution-income " + std::string(code(due.payer)),
           due.amount);
    }
    for (const Event& event : facts_.record->events) {
      const auto* pay = std::get_if<PayEvent>(&event.what);
      if (pay != nullptr && pay->insured_year) receive("resident-pooled", pay->amount);
      if (pay == nullptr || !pay->month) continue;
      const Money part = std::min(own[to_text(*pay->month)], pay->amount);
      receive("personal-account", part);
      receive("employee-pooled", pay->amount - part);
    }
  }
  void receive(const std::string& fund, Money money) {
    move(fund + " treasury-deposit ", fund + " receipts-held " + name(), money);
  }

  void book_premium(const standing::Due& due) {
    const std::string payer(code(due.payer));
    const std::string income = "resident-pooled contribution-income " + payer;
    if (due.payer == Payer::person) {
      move("resident-pooled receipts-held " + name(), income, due.amount);
    } else if (due.payer == Payer::assistance) {
      move("assistance premium-subsidy ", "assistance due-to-fund resident-pooled by premium-subsidy", due.amount);
      move("resident-pooled due-from-fund assistance by premium-subsidy", income, due.amount);
    } else {
      move("resident-pooled subsidy-receivable " + payer, income, due.amount);
    }
  }

  // On the facts as they are after all bills: an application is never decided on what was known half-way.
  void book_applications() {
    if (!facts_.record) return;
    Date last;
    for (const benefit::Bill& bill : counted_) last = std::max(last, bill.rule_date);
    auto person = exchange::person_on(pool_, facts_, last);
    Case facts = facts_;
    facts.person = std::move(*person);
    const auto applications = assistance::decide(pool_, *facts.record, facts, counted_).value();
    for (const auto& application : applications) {
      move("assistance benefit-expense assistance", "assistance person-payable " + name(), application.paid);
    }
  }

  const Memory& memory_;
  const policy::Pool& pool_;
  Case facts_;
  benefit::Past past_;
  std::vector<std::string> bills_;
  std::vector<benefit::Bill> counted_;
  Balances balances_;
  bool account_events_ = false;
};

}  // namespace yidan::testing
