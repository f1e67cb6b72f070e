#include "standing/employment.h"

#include <algorithm>

namespace yidan::standing {

using policy::Dimension;

namespace {

// Who has no employer, and therefore pays all and month by month.
bool pays_alone(EmployerKind kind) { return kind == EmployerKind::flexible || kind == EmployerKind::file_custody; }

}  // namespace

bool Relation::is_flexible() const { return pays_alone(kind); }

bool Relation::covers(Date day) const {
  return std::ranges::any_of(covered, [day](const Period& each) { return each.contains(day); });
}

std::optional<Money> Relation::wage_in(Month month) const {
  std::optional<Money> wage;
  for (const Wage& each : wages) {
    if (each.from <= month && each.monthly) wage = each.monthly;
  }
  return wage;
}

Month Relation::last_month() const {
  // The month of retirement has no contribution; the month of leaving has.
  return by_retirement ? Month::of(ended) + -1 : Month::of(ended);
}

Employment::Employment(const View& view, Date closed_from) : view_(view), closed_from_(closed_from) {
  // Each step needs all of the one before: a payment can belong to a month only when the months of every relation are
  // known, and whether a relation is the first depends on the payments of all earlier ones.
  read_events();
  list_months();
  match_payments();
  presume_payments();
  for (std::size_t i = 0; i < relations_.size(); ++i) start_cover(i);
  for (std::size_t i = 0; i < relations_.size(); ++i) cover_months(i);
}

void Employment::read_events() {
  for (const Event& event : view_.events()) {
    if (const auto* employ = std::get_if<EmployEvent>(&event.what)) {
      open(event, employ->kind, employ);
    } else if (const auto* enrol = std::get_if<EnrolEvent>(&event.what)) {
      if (enrol->scheme != Scheme::employee) continue;
      if (enrol->status == Status::retired) {
        if (!granted_on_) granted_on_ = event.on;
        retire(event.on);
      } else {
        const bool flexible = enrol->status == Status::flexible;
        open(event, flexible ? EmployerKind::flexible : EmployerKind::enterprise, nullptr);
      }
    } else if (const auto* leaving = std::get_if<LeaveEvent>(&event.what)) {
      leave(event, *leaving);
    } else if (std::holds_alternative<RetireEvent>(event.what)) {
      retire(event.on);
    }
  }
}

// The open relation of which an event speaks that opens none. The same employer again tells a new wage. To be enrolled
// into the scheme and to be employed are two tellings of one relation, in either order: the enrolment has no employer
// until a contract names one, and adds nothing to a contract that is known.
Relation* Employment::known_already(EmployerKind kind, const EmployEvent* employ) {
  for (Relation& relation : relations_) {
    if (relation.ended != Date::never()) continue;
    const bool alike = relation.is_flexible() == pays_alone(kind);
    const bool same = employ == nullptr ? alike : relation.employer == employ->employer && relation.kind == kind;
    if (same || (relation.by_enrolment && alike)) return &relation;
  }
  return nullptr;
}

void Employment::open(const Event& event, EmployerKind kind, const EmployEvent* employ) {
  Relation* relation = known_already(kind, employ);  // which may be told more of at any time
  if (relation == nullptr) {
    if (event.on >= closed_from_) return;
    relation = &relations_.emplace_back();
    relation->kind = kind;
    relation->event = &event;
    relation->opened = event.on;
    relation->by_enrolment = true;
  }
  if (employ == nullptr) return;
  if (relation->by_enrolment) {
    relation->by_enrolment = false;
    relation->employer = employ->employer;
    relation->kind = kind;
    relation->person_kind = employ->person_kind;
  }
  relation->wages.push_back({Month::of(event.on), employ->monthly_wage});
}

void Employment::leave(const Event& event, const LeaveEvent& leave) {
  for (Relation& relation : relations_) {
    if (relation.ended != Date::never()) continue;
    if (!leave.employer.empty() && leave.employer != relation.employer) continue;
    relation.ended = event.on;
    return;
  }
  view_.warn(WarningKind::leave_without_relation, &event, {event.on});
}

void Employment::retire(Date day) {
  if (!retired_on_) retired_on_ = day;
  for (Relation& relation : relations_) {
    if (relation.ended != Date::never()) continue;
    relation.ended = day;
    relation.by_retirement = true;
  }
}

// To the month in which it ends; still open: to that of the as-of day, or further where it was paid in advance.
Month Employment::horizon(const Relation& relation) const {
  Month last = Month::of(view_.as_of);
  if (relation.ended != Date::never()) last = relation.last_month();
  for (const Event& event : view_.events()) {
    const auto* pay = std::get_if<PayEvent>(&event.what);
    if (relation.ended == Date::never() && pay != nullptr && pay->month) last = std::max(last, *pay->month);
  }
  return last;
}

// A month counts once, however many employers there are: it is the earlier relation's. A warning says so once for a
// relation, not for each of its months.
void Employment::list_months() {
  for (std::size_t i = 0; i < relations_.size(); ++i) {
    const Relation& relation = relations_[i];
    const Month last = horizon(relation);
    bool shared = false;
    const std::size_t earlier = contributions_.size();
    for (Month month = Month::of(relation.opened); month <= last; ++month) {
      if (view_.record.born > month.last_day()) continue;
      const auto same = [month](const Contribution& other) { return other.month == month; };
      if (std::any_of(contributions_.begin(), contributions_.begin() + static_cast<std::ptrdiff_t>(earlier), same)) {
        if (!shared) view_.warn(WarningKind::two_employers, relation.event, {month});
        shared = true;
      } else {
        contributions_.push_back({.month = month, .relation = i});
      }
    }
  }
  std::ranges::stable_sort(contributions_, {}, &Contribution::month);
  for (Contribution& each : contributions_) each.owed = owed_for(view_.rules, relations_[each.relation], each.month);
}

void Employment::match_payments() {
  for (const Event& event : view_.events()) {
    const auto* pay = std::get_if<PayEvent>(&event.what);
    if (pay == nullptr || !pay->month) continue;
    const auto found = std::ranges::lower_bound(contributions_, *pay->month, {}, &Contribution::month);
    if (found == contributions_.end() || found->month != *pay->month) {
      view_.warn(WarningKind::pay_without_enrolment, &event, {*pay->month, pay->amount});
      continue;
    }
    found->amount += pay->amount;
    found->listed = &event;
    const MonthlyOwed& owed = found->owed;
    const bool known = owed.known == MonthlyOwed::Known::yes;
    if (!found->whole_on && (!known || found->amount >= owed.sum())) found->whole_on = event.on;
    if (found->paid || (known && found->amount < owed.person)) continue;
    found->paid = true;
    found->paid_on = event.on;
    Relation& relation = relations_[found->relation];
    relation.first_payment = std::min(relation.first_payment.value_or(event.on), event.on);
    relation.first_paid = std::min(relation.first_paid.value_or(found->month), found->month);
  }
}

// One payment by an employer opens those of the relation; two or more, or who pays alone: the months that are listed
// (decision 0014, P7).
void Employment::presume_payments() {
  for (std::size_t i = 0; i < relations_.size(); ++i) {
    if (!relations_[i].first_paid || relations_[i].is_flexible()) continue;
    const auto of_this = [i](const Contribution& each) { return each.relation == i && each.listed != nullptr; };
    if (std::ranges::count_if(contributions_, of_this) != 1) continue;
    const Month last_known = std::max(Month::of(view_.as_of), *relations_[i].first_paid);
    for (Contribution& each : contributions_) {
      if (each.relation != i || each.paid || each.month < *relations_[i].first_paid || each.month > last_known)
        continue;
      each.paid = each.presumed = true;
      each.paid_on = each.month.first_day();
    }
  }
}

// REQUIRES: all earlier relations have their payments; they decide whether this one is the first. A relation continued
// from another pool is no first one: what was paid there is told by the transfer alone.
void Employment::start_cover(std::size_t index) {
  Relation& relation = relations_[index];
  if (relation.ended != Date::never()) {
    relation.cover_until = relation.by_retirement ? relation.ended : (relation.last_month() + 1).first_day();
  }
  if (!relation.first_payment) return;
  const bool transferred = std::ranges::any_of(view_.events(), [&relation](const Event& event) {
    return std::holds_alternative<TransferEvent>(event.what) && event.on <= relation.opened;
  });
  const bool paid_before = std::any_of(relations_.begin(), relations_.begin() + static_cast<std::ptrdiff_t>(index),
                                       [](const Relation& earlier) { return earlier.first_payment.has_value(); });
  relation.is_first = !transferred && !paid_before;
  const Joining joining = relation.is_first ? Joining::first : Joining::again;
  relation.cover_rule = find(view_.rules.employee_cover_start, Dimension::joining, joining, relation.opened);
  const bool at_once = says(relation.cover_rule, CoverStart::at_once) || relation.cover_rule == nullptr;
  const Date earliest = at_once ? relation.opened : (Month::of(*relation.first_payment) + 1).first_day();
  relation.cover_from = std::max(earliest, relation.first_paid->first_day());
}

// The days of the months that are paid; the month of the as-of day, while it is not over, is taken like the one before.
void Employment::cover_months(std::size_t index) {
  Relation& relation = relations_[index];
  if (!relation.cover_from) return;
  const Month now = Month::of(view_.as_of);
  const bool now_is_over = now.last_day() <= view_.as_of;
  bool before = false;
  const auto add = [&relation](Period period) {
    period.from = std::max(period.from, *relation.cover_from);
    period.to = std::min(period.to, relation.cover_until);
    if (period.from >= period.to) return;
    if (!relation.covered.empty() && relation.covered.back().to == period.from) {
      relation.covered.back().to = period.to;
    } else {
      relation.covered.push_back(period);
    }
  };
  for (const Contribution& each : contributions_) {
    if (each.relation != index) continue;
    const bool not_due = each.month > now || (each.month == now && !now_is_over);
    before = each.paid || (not_due && before);
    if (before) add({each.month.first_day(), (each.month + 1).first_day()});
  }
  // Nothing overdue: what is open goes on, and what retirement ended lasts until that day.
  if (before && relation.covered.empty()) add({*relation.cover_from, relation.cover_until});
  if (before && !relation.covered.empty())
    relation.covered.back().to = std::max(relation.covered.back().to, relation.cover_until);
}

}  // namespace yidan::standing
