#include "books/entry.h"

#include <algorithm>

#include "benefit/settle.h"
#include "exchange/case_standing.h"
#include "facts/life.h"
#include "standing/account.h"
#include "standing/standing.h"

namespace yidan::books {
namespace {

using exchange::AccountAsk;
using exchange::AccountCredit;

constexpr std::string_view kOfEncounter = "e:";  // what the names of their events begin with

template <class... Cases>
struct Overloaded : Cases... {
  using Cases::operator()...;
};

bool covered_as_employee(const Person& person, Date day) {
  const Cover* cover = cover_on(person, day);
  return cover != nullptr && cover->scheme == Scheme::employee;
}

Result<Folded> fold_encounter(const policy::Pool& pool, Folded folded, const Encounter& encounter) {
  auto settled = benefit::settle(pool, folded.person, std::move(folded.past), encounter);
  if (!settled) return std::unexpected(std::move(settled.error()));
  folded.past = std::move(settled->past);
  folded.bill = std::move(settled->bill);
  return folded;
}

// What the rules give for a month on the record.
struct ByRule {
  std::optional<Money> credit;  // absent when they give nothing
  std::optional<Money> own;     // what the person contributes for the month
  bool retired = false;         // enjoys retiree benefits in it
};

Result<ByRule> by_rule(const policy::Pool& pool, const Case& facts, Month month) {
  ByRule found;
  if (!facts.record) return found;
  const auto& events = facts.record->events;
  const Date known = events.empty() ? month.last_day() : std::max(month.last_day(), events.back().on);
  const auto standing = standing::derive(pool, *facts.record, known);
  if (!standing) return std::unexpected(standing.error());
  const auto& entitled = standing->years.entitled_from;
  found.retired = entitled && Month::of(*entitled) <= month;
  for (const standing::AccountEntry& entry : standing->account.entries) {
    if (entry.kind == standing::AccountEntry::Kind::credit && entry.month == month) found.credit = entry.amount;
  }
  for (const standing::Due& due : standing->dues) {
    if (!due.insured_year && due.month == month && due.part == DuePart::individual) found.own = due.amount;
  }
  return found;
}

bool holds_account(const policy::Pool& pool, Status status, Date day) {
  const policy::Table& holders = pool.people.account_holders;
  if (holders.empty()) return true;
  policy::Key key;
  key.set(policy::Dimension::status, static_cast<std::size_t>(status));
  const policy::Cell* cell = holders.find(key, day);
  return cell != nullptr && cell->is(Holding::account);
}

Result<Money> credited_amount(const ByRule& rule, const AccountCredit& credit) {
  if (!credit.amount && !rule.credit) {
    return std::unexpected(Error{ErrorCode::missing,
                                 {"档案与规则推不出该月划入额：请写明 amount",
                                  "record and rules give no credit for the month: state the 'amount'"},
                                 ".amount"});
  }
  if (credit.amount && rule.credit && *credit.amount != *rule.credit) {
    const std::string amount = yidan::to_text(*rule.credit);
    return std::unexpected(Error{ErrorCode::contradiction,
                                 {"按规则该月应划入 " + amount + " 元，与所写不符：改正 amount 或不写",
                                  "by the rules " + amount +
                                      " is credited for the month: correct the 'amount' or "
                                      "leave it out"},
                                 ".amount"});
  }
  return credit.amount ? *credit.amount : *rule.credit;
}

// A retired person contributes nothing; without a record, what is credited to a person in work is taken as their own.
Money own_part(Money amount, const ByRule& rule, bool retired) {
  if (retired) return {};
  return std::min(amount, rule.own.value_or(amount));
}

Result<Folded> fold_credit(const policy::Pool& pool, const Case& facts, Folded folded, const AccountCredit& credit) {
  const Date day = credit.month.first_day();
  const auto rule = by_rule(pool, facts, credit.month);
  if (!rule) return std::unexpected(rule.error());
  const auto amount = credited_amount(*rule, credit);
  if (!amount) return std::unexpected(amount.error());
  // What the record credits needs no cover: the first month that is contributed for gives cover from the next, and the
  // person's part of it is theirs all the same (YT-2.2.1-a).
  const Cover* cover = cover_on(folded.person, day);
  const bool holds = cover != nullptr && cover->scheme == Scheme::employee && holds_account(pool, cover->status, day);
  if (!rule->credit && !holds) {
    return std::unexpected(Error{ErrorCode::not_permitted,
                                 {"该月没有个人账户：当月初不是有个人账户的职工参保人",
                                  "there is no personal account in that month: not covered as an employee with an "
                                  "account on its first day"},
                                 ".month"});
  }
  const bool retired = rule->credit ? rule->retired : cover->status == Status::retired;
  folded.credited = *amount;
  folded.own = own_part(*amount, *rule, retired);
  folded.past.account_balance += *amount;
  return folded;
}

Folded fold_use(const policy::Pool& pool, Folded folded, const AccountAsk& ask) {
  const policy::Cell* rule = nullptr;
  folded.refusal = standing::refusal_of_use(pool.people, ask.use, ask.on, covered_as_employee(folded.person, ask.on),
                                            folded.past.account_balance, rule);
  if (folded.refusal) return folded;
  folded.used = ask.use.amount;
  folded.past.account_balance -= ask.use.amount;
  return folded;
}

Error money_does_not_fit() {
  return {ErrorCode::overflow,
          {"账户余额超出 64 位分的范围：请检查金额",
           "the balance of the account does not fit 64 bits of fen: check the amount"},
          ".amount"};
}

}  // namespace

Result<Folded> fold(const policy::Pool& pool, const Case& facts, benefit::Past past, const Content& content) {
  auto person = exchange::person_on(pool, facts, day_of(content));
  if (!person) {
    person.error().where.clear();
    return std::unexpected(std::move(person.error()));
  }
  Folded folded{.past = std::move(past), .person = std::move(*person)};
  try {
    return std::visit(
        Overloaded{[&](const Encounter& each) { return fold_encounter(pool, std::move(folded), each); },
                   [&](const AccountCredit& each) { return fold_credit(pool, facts, std::move(folded), each); },
                   [&](const AccountAsk& each) -> Result<Folded> { return fold_use(pool, std::move(folded), each); },
                   [&](const auto&) -> Result<Folded> { return std::move(folded); }},
        content);
  } catch (const Overflow&) {
    return std::unexpected(money_does_not_fit());
  }
}

Result<void> check_life(const Case& facts, const Content& content) {
  const Life life = life_of(facts);
  // Of the month of birth the day of birth counts.
  const auto day_in = [&life](Month month) {
    return std::max(month.first_day(), std::min(life.born.value_or(month.first_day()), month.last_day()));
  };
  return std::visit(
      Overloaded{[&](const Encounter& each) { return check_days(life, each); },
                 [&](const AccountCredit& each) {
                   return check_day(life, day_in(each.month), {"划入月份", "the month of the credit"}, ".month");
                 },
                 [&](const AccountAsk& each) { return check_day(life, each.on, {"使用日", "the use"}, ".on"); },
                 [](const auto&) -> Result<void> { return {}; }},
      content);
}

Part part_of(const Folded& folded, const Content& content, const Payments& told, const std::string& person) {
  if (folded.bill) {
    return {position_of(payments_of(*folded.bill), told, std::get<Encounter>(content).provider.id, person),
            folded.bill->policy_status == PolicyStatus::draft};
  }
  if (!folded.credited.is_zero()) return {position_of_credit(folded.own, folded.credited - folded.own, person)};
  return {position_of_use(folded.used, person)};
}

Date day_of(const Content& content) {
  return std::visit(Overloaded{[](const Encounter& encounter) { return encounter.date; },
                               [](const AccountCredit& credit) { return credit.month.first_day(); },
                               [](const AccountAsk& ask) { return ask.on; }, [](const auto&) { return Date(); }},
                    content);
}

std::string ref_of(const Content& content) {
  return std::visit(Overloaded{[](const Encounter& encounter) { return std::string(kOfEncounter) + encounter.id; },
                               [](const AccountCredit& credit) { return "c:" + to_text(credit.month); },
                               [](const auto&) { return std::string(); }},
                    content);
}

std::string row_named(std::string_view ref) { return std::string(ref.substr(kOfEncounter.size())); }

bool needs_whole_file(const Case& facts, const benefit::Past& past, const Content& content) {
  const auto* encounter = std::get_if<Encounter>(&content);
  if (encounter != nullptr) {
    if (!encounter->referred_from.empty()) return true;
    if (benefit::may_repeat(benefit::claim_of(*encounter), past.claims)) return true;
  }
  return facts.record && has_application(*facts.record);
}

}  // namespace yidan::books
