#include "standing/account.h"

#include <algorithm>

#include "money/overflow.h"

namespace yidan::standing {
namespace {

using policy::Cell;
using policy::Count;
using policy::Dimension;

// An age on the day on which it counts (D01), the last of the month or 1 January of its year, and on the other of them.
struct Age {
  int counting = 0;
  int otherwise = 0;
  const Cell* day = nullptr;  // the rule that says which

  // The rule, where it made a difference: an amount that is the same on either day does not rest on it.
  [[nodiscard]] const Cell* day_if(bool differs) const { return differs ? day : nullptr; }
};

Age age_of(const policy::PeopleRules& rules, Date born, Month month) {
  Age age{.day = find(rules.account_age_on, month.first_day())};
  const int at_end = age_on(born, month.last_day());
  const int at_start = std::max(0, age_on(born, first_of_year(month.year())));
  const bool by_start = says(age.day, AgeDay::year_start);
  age.counting = by_start ? at_start : at_end;
  age.otherwise = by_start ? at_end : at_start;
  return age;
}

const Cell& band_for(const policy::PeopleRules& rules, const Cell& cell, int age) {
  return policy::cell_for_age(rules.bands[cell.index()], age);
}

std::optional<Credit> active_credit(const policy::PeopleRules& rules, Date born, Money monthly_wage, Month month) {
  const Cell* table = find(rules.account_credit_active, month.first_day());
  if (table == nullptr) return std::nullopt;
  const Age age = age_of(rules, born, month);
  const Cell& rate = band_for(rules, *table, age.counting);
  const Cell* day_rule = age.day_if(&rate != &band_for(rules, *table, age.otherwise));
  const Clamped clamped = clamp_wage(rules, monthly_wage, month);
  return Credit{clamped.base.share(rate.rate()),
                because(Saying::credit_active, {&rate, day_rule, clamped.bound, clamped.wage},
                        {Count{age.counting}, clamped.base.rounded(), rate.rate()})};
}

std::optional<Credit> retired_credit(const policy::PeopleRules& rules, Date born, Month month) {
  const Date day = month.first_day();
  const Age age = age_of(rules, born, month);
  if (const Cell* table = find(rules.account_credit_retired, day)) {
    const Cell& fixed = band_for(rules, *table, age.counting);
    const Cell* day_rule = age.day_if(&fixed != &band_for(rules, *table, age.otherwise));
    return Credit{fixed.money(), because(Saying::credit_retired, {&fixed, day_rule}, {Count{age.counting}})};
  }
  const Cell* by_age = find(rules.account_credit_by_age, day);
  if (by_age == nullptr) return std::nullopt;
  const Money amount = round_half_up(exact(by_age->money(), kWhole) * age.counting);
  return Credit{amount, because(Saying::credit_by_age, {by_age, age.day_if(age.counting != age.otherwise)},
                                {Count{age.counting}, by_age->money()})};
}

class Keeper {
 public:
  Keeper(const View& view, const Employment& employment)
      : view_(view), rules_(view.rules), employment_(employment), account_(view.standing.account) {}

  void run() {
    account_.opening = view_.record.account_balance;
    credit_active();
    credit_retired();
    std::ranges::stable_sort(account_.entries, [](const AccountEntry& a, const AccountEntry& b) {
      return a.on != b.on ? a.on < b.on : a.month < b.month;
    });
    use();
    if (missing_rule_) view_.warn(WarningKind::no_credit_rule, nullptr, {*missing_rule_});
  }

 private:
  [[nodiscard]] bool holds(Status status, Date day) const {
    return says(find(rules_.account_holders, Dimension::status, status, day), Holding::account);
  }

  void credit_active() {
    const auto& entitled = view_.standing.years.entitled_from;
    for (const Contribution& each : employment_.contributions()) {
      const Relation& relation = employment_.relations()[each.relation];
      const Date first = each.month.first_day();
      if (!each.paid || each.month > Month::of(view_.as_of) || !holds(relation.status(), first)) continue;
      if (entitled && each.month >= Month::of(*entitled)) continue;
      const auto wage = relation.wage_in(each.month);
      if (!wage || relation.person_kind != PersonKind::ordinary) continue;
      add(active_credit(rules_, view_.record.born, *wage, each.month), relation.status(), each.month,
          std::max(first, *each.paid_on));
    }
  }

  void credit_retired() {
    const auto& entitled = view_.standing.years.entitled_from;
    if (!entitled || !holds(Status::retired, *entitled)) return;
    for (Month month = Month::of(*entitled); month <= Month::of(view_.as_of); ++month) {
      add(retired_credit(rules_, view_.record.born, month), Status::retired, month, month.first_day());
    }
  }

  void add(std::optional<Credit> credit, Status status, Month month, Date on) {
    if (!credit) {
      if (!missing_rule_) missing_rule_ = month;
      return;
    }
    credit->why.rules.back() = rule_of(find(rules_.account_holders, Dimension::status, status, month.first_day()));
    account_.entries.push_back(
        {.kind = AccountEntry::Kind::credit, .on = on, .month = month, .amount = credit->amount, .why = credit->why});
  }

  // Runs through credits and uses in the order of days; a use comes after the credits of its day.
  void use() {
    std::vector<AccountEntry> entries;
    std::size_t next = 0;
    Money balance = account_.opening;
    const auto credit_until = [&](Date day) {
      for (; next < account_.entries.size() && account_.entries[next].on <= day; ++next) {
        balance += account_.entries[next].amount;
        entries.push_back(account_.entries[next]);
      }
    };
    for (const Event& event : view_.events()) {
      const auto* use = std::get_if<AccountUseEvent>(&event.what);
      if (use == nullptr) continue;
      credit_until(event.on);
      entries.push_back(decide(*use, event.on, balance));
    }
    credit_until(Date::never());
    account_.entries = std::move(entries);
    account_.balance = balance;
  }

  AccountEntry decide(const AccountUseEvent& use, Date on, Money& balance) const {
    AccountEntry entry{.kind = AccountEntry::Kind::refused,
                       .on = on,
                       .amount = use.amount,
                       .use = use.use,
                       .beneficiary = use.beneficiary};
    const Cell* rule = nullptr;
    const auto refusal = refusal_of_use(rules_, use, on, covered_as_employee(on), balance, rule);
    if (!refusal) {
      balance -= use.amount;
      entry.kind = AccountEntry::Kind::debit;
      entry.why = because(Saying::debit, {rule}, {word(use.use), word(use.beneficiary), balance});
      return entry;
    }
    entry.refusal = *refusal;
    entry.why = because(Saying::refused, {rule}, {word(use.use), word(use.beneficiary), word(entry.refusal), balance});
    return entry;
  }

  [[nodiscard]] bool covered_as_employee(Date day) const {
    return std::ranges::any_of(view_.standing.cover, [day](const CoverSpan& span) {
      return span.scheme == Scheme::employee && span.period.contains(day);
    });
  }

  const View& view_;
  const policy::PeopleRules& rules_;
  const Employment& employment_;
  Account& account_;
  std::optional<Month> missing_rule_;
};

}  // namespace

Result<std::optional<Credit>> credit_of_active(const policy::PeopleRules& rules, Date born, Money monthly_wage,
                                               Month month) {
  return unless_overflow(sums_do_not_fit(), "$", [&] { return active_credit(rules, born, monthly_wage, month); });
}

Result<std::optional<Credit>> credit_of_retired(const policy::PeopleRules& rules, Date born, Month month) {
  return unless_overflow(sums_do_not_fit(), "$", [&] { return retired_credit(rules, born, month); });
}

std::optional<AccountRefusal> refusal_of_use(const policy::PeopleRules& rules, const AccountUseEvent& use, Date on,
                                             bool covered_as_employee, Money balance, const Cell*& rule) {
  policy::Key key;
  key.set(Dimension::use, static_cast<std::size_t>(use.use));
  key.set(Dimension::beneficiary, static_cast<std::size_t>(use.beneficiary));
  rule = rules.account_uses.empty() ? nullptr : rules.account_uses.find(key, on);
  if (!says(rule, Permission::allowed)) return AccountRefusal::not_allowed;
  if (!covered_as_employee) return AccountRefusal::not_covered;
  if (use.amount > balance) return AccountRefusal::insufficient;
  return std::nullopt;
}

void keep_account(const View& view, const Employment& employment) { Keeper(view, employment).run(); }

}  // namespace yidan::standing
