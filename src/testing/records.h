// Records of events in a line each: what a test of standings tells of a person.
//
//   record_of("1990-03-07", {enrol("2021-11-03", Status::adult, 2022), pay("2021-11-20", 2022, "320.00")})
#pragma once

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "facts/record.h"
#include "testing/values.h"

namespace yidan::testing {

template <class What>
Event on(std::string_view date, What what) {
  return {.on = day(date), .what = std::move(what)};
}

inline Event enrol(std::string_view date, Status status, std::optional<int> year = std::nullopt) {
  return on(date, EnrolEvent{.scheme = scheme_of(status), .status = status, .insured_year = year});
}
// A premium, and a month's contribution.
inline Event pay(std::string_view date, int year, std::string_view amount) {
  return on(date, PayEvent{.insured_year = year, .month = {}, .amount = money(amount)});
}
inline Event pay(std::string_view date, std::string_view of, std::string_view amount) {
  return on(date, PayEvent{.insured_year = {}, .month = month(of), .amount = money(amount)});
}
inline Event identity(std::string_view date, Identity category, Period period, bool exempt = false) {
  return on(date, IdentityEvent{.category = category, .period = period, .exempt = exempt, .order = {}});
}
inline Event employ(std::string_view date, std::string_view wage, std::string_view employer = "U1",
                    EmployerKind kind = EmployerKind::enterprise) {
  EmployEvent event{.employer = std::string(employer), .kind = kind};
  if (!wage.empty()) event.monthly_wage = money(wage);
  return on(date, std::move(event));
}
inline Event leave(std::string_view date, std::string_view employer = "") {
  return on(date, LeaveEvent{.employer = std::string(employer)});
}
inline Event retire(std::string_view date) { return on(date, RetireEvent{}); }
inline Event top_up(std::string_view date, int months) { return on(date, TopUpEvent{.months = months, .amount = {}}); }
inline Event deemed(std::string_view date, int months, std::string_view recognised = "") {
  DeemedEvent event{.months = months, .span = {}, .recognised = {}};
  if (!recognised.empty()) event.recognised = day(recognised);
  return on(date, event);
}
// Months [from, to) brought from another pool, at most `months` of them.
inline Event transfer(std::string_view date, std::string_view from, std::string_view to,
                      std::optional<int> months = std::nullopt) {
  return on(date, TransferEvent{.months = months, .span = MonthsSpan{month(from), month(to)}, .from_pool = {}});
}
inline Event spend(std::string_view date, std::string_view amount, AccountUse use = AccountUse::pharmacy,
                   Beneficiary whom = Beneficiary::self) {
  return on(date, AccountUseEvent{.amount = money(amount), .use = use, .beneficiary = whom});
}
// `recognised`: by the civil affairs department on this day; empty: not.
inline Event apply(std::string_view date, std::string_view recognised = "", bool refused = false) {
  ApplyEvent event{.recognised = {}, .refused = refused};
  if (!recognised.empty()) event.recognised = day(recognised);
  return on(date, event);
}

inline Event death(std::string_view date) { return on(date, DeathEvent{}); }

// Events by day, as a reader hands them over.
inline Record record_of(std::string_view born, std::vector<Event> events, std::optional<Sex> sex = Sex::male) {
  Record record;
  record.person = "P";
  record.born = day(born);
  record.sex = sex;
  for (std::size_t i = 0; i < events.size(); ++i) events[i].place = i;
  std::ranges::stable_sort(events, {}, &Event::on);
  record.events = std::move(events);
  return record;
}

}  // namespace yidan::testing
