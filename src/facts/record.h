// A person's record: what happened, event by event. Facts only; `standing` derives what the law makes of them.
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "calendar/month.h"
#include "facts/person.h"
#include "terms/people.h"

namespace yidan {

// Joins a scheme. `insured_year` is of a resident; `household` is the region of household registration, if it matters.
struct EnrolEvent {
  Scheme scheme = Scheme::resident;
  Status status = Status::adult;
  std::optional<int> insured_year;
  Region household;
  bool residence_permit = false;

  bool operator==(const EnrolEvent&) const = default;
};
// A premium for an insured year, or a month's contribution of an employee: exactly one of the two.
struct PayEvent {
  std::optional<int> insured_year;
  std::optional<Month> month;
  Money amount;

  bool operator==(const PayEvent&) const = default;
};
// Recognised in a category; `exempt` from the premium by policy (JN-3.3-b); `order`: of the county government that
// treats other persons in special difficulty like this category (JN-2-i).
struct IdentityEvent {
  Identity category = Identity::none;
  Period period;
  bool exempt = false;
  std::string order;

  bool operator==(const IdentityEvent&) const = default;
};
struct EmployEvent {
  std::string employer;
  EmployerKind kind = EmployerKind::enterprise;
  std::optional<Money> monthly_wage;
  PersonKind person_kind = PersonKind::ordinary;

  bool operator==(const EmployEvent&) const = default;
};
struct LeaveEvent {
  std::string employer;  // empty: the one that is open

  bool operator==(const LeaveEvent&) const = default;
};
struct RetireEvent {
  bool operator==(const RetireEvent&) const = default;
};
// Months counted as contribution: a number, a span of months [from, to), or both.
struct MonthsSpan {
  Month from;
  Month to;

  bool operator==(const MonthsSpan&) const = default;
};
struct DeemedEvent {
  std::optional<int> months;
  std::optional<MonthsSpan> span;
  std::optional<Date> recognised;

  bool operator==(const DeemedEvent&) const = default;
};
struct TopUpEvent {
  int months = 0;
  std::optional<Money> amount;

  bool operator==(const TopUpEvent&) const = default;
};
struct TransferEvent {
  std::optional<int> months;
  std::optional<MonthsSpan> span;
  Region from_pool;

  bool operator==(const TransferEvent&) const = default;
};
struct AccountUseEvent {
  Money amount;
  AccountUse use = AccountUse::outpatient;
  Beneficiary beneficiary = Beneficiary::self;

  bool operator==(const AccountUseEvent&) const = default;
};
// Application of a patient impoverished by illness; recognised (or refused) by the civil affairs department (JN-4.3-c).
struct ApplyEvent {
  std::optional<Date> recognised;
  bool refused = false;

  bool operator==(const ApplyEvent&) const = default;
};

// On its day the person was alive; nothing comes after it.
struct DeathEvent {
  bool operator==(const DeathEvent&) const = default;
};
// Takes back an event that was told wrongly: the one of this kind and day; of several the `number`th, as written.
struct WithdrawEvent {
  EventName what = EventName::pay;
  Date of;
  std::optional<int> number;

  bool operator==(const WithdrawEvent&) const = default;
};

struct Event {
  Date on;
  std::size_t place = 0;  // in the list as written, for "events[3]"
  std::variant<EnrolEvent, PayEvent, IdentityEvent, EmployEvent, LeaveEvent, RetireEvent, DeemedEvent, TopUpEvent,
               TransferEvent, AccountUseEvent, ApplyEvent, DeathEvent, WithdrawEvent>
      what;
  std::optional<Date> withdrawn = std::nullopt;  // from this day on it is known not to have been

  [[nodiscard]] bool is_withdrawn(Date known) const { return withdrawn && *withdrawn <= known; }
};

struct Record {
  Region pool;
  std::string person;
  Date born;
  std::optional<Sex> sex;
  Money account_balance;  // of the account before the first event
  std::optional<Date> as_of;
  std::vector<Event> events;  // by day; those of one day as written
  bool out_of_order = false;  // they were not written so
};

// Whether somebody applied for assistance.
[[nodiscard]] inline bool has_application(const Record& record) {
  return std::ranges::any_of(record.events,
                             [](const Event& event) { return std::holds_alternative<ApplyEvent>(event.what); });
}

// The day of death, where it is told.
[[nodiscard]] inline std::optional<Date> died_on(const Record& record, Date known = Date::never()) {
  const auto death = std::ranges::find_if(record.events, [known](const Event& event) {
    return std::holds_alternative<DeathEvent>(event.what) && !event.is_withdrawn(known);
  });
  return death == record.events.end() ? std::nullopt : std::optional(death->on);
}

}  // namespace yidan
