#include "standing/residents.h"

#include <algorithm>
#include <set>

namespace yidan::standing {

using policy::Cell;
using policy::Count;
using policy::Dimension;

namespace {

// The last day of the year; a premium buys nothing after it.
Date last_of_year(int year) { return Month::of(year, 12).last_day(); }

}  // namespace

Residents::Residents(const View& view, const Identities& identities, const Employment& employment)
    : view_(view), identities_(identities), employment_(employment), premiums_(view, identities) {
  read_enrolments();
  assess_years();
  warn_of_unmatched_payments();
}

void Residents::read_enrolments() {
  for (const Event& event : view_.events()) {
    const auto* enrol = std::get_if<EnrolEvent>(&event.what);
    if (enrol == nullptr || enrol->scheme != Scheme::resident || !may_enrol(event, *enrol)) continue;
    enrolments_.push_back({&event, event.on, insured_year_of(event, *enrol), enrol->status, taken_on(event)});
  }
}

// The window of a year opens in the year before: its rule is the one of that year's last day, so that a rule that
// begins with the insured year does not change the window in which that year was paid.
std::optional<Residents::Window> Residents::window_of(int year) const {
  const Cell* rule = find(view_.rules.resident_window, last_of_year(year - 1));
  if (rule == nullptr) return std::nullopt;
  const policy::Window days = rule->window();
  Window window{days.opens.in(year - 1), days.closes.in(days.closes.month < days.opens.month ? year : year - 1), rule};
  if (const Cell* extended = find(view_.rules.resident_window_extension, first_of_year(year))) {
    window.closes = extended->date();
    window.rule = extended;
  }
  return window;
}

// Without a year said: who enrols while the next year is being collected means the next one.
int Residents::insured_year_of(const Event& event, const EnrolEvent& enrol) const {
  if (enrol.insured_year) return *enrol.insured_year;
  if (enrol.status == Status::newborn) {
    const auto limit = premiums_.newborn_limit(event.on);
    return limit && event.on <= *limit ? view_.record.born.year() : event.on.year();
  }
  const auto next = window_of(event.on.year() + 1);
  const bool collecting = next && next->opens <= event.on && event.on <= next->closes;
  return collecting ? event.on.year() + 1 : event.on.year();
}

// The first day after the enrolment on which the employee scheme takes the person: a relation with the duty to insure
// begins, the cover of another, or the right to retiree benefits (P8).
Date Residents::taken_on(const Event& enrolment) const {
  Date taken = Date::never();
  const auto& entitled = view_.standing.years.entitled_from;
  if (entitled && *entitled >= enrolment.on) taken = *entitled;
  for (const Relation& relation : employment_.relations()) {
    const Cell* duty = find(view_.rules.enrolment_duty, Dimension::employer_kind, relation.kind, relation.opened);
    if (says(duty, EnrolDuty::mandatory)) {
      if (relation.event > &enrolment) taken = std::min(taken, relation.opened);
      continue;
    }
    for (const Period& covered : relation.covered) {
      if (covered.from > enrolment.on) taken = std::min(taken, covered.from);
    }
  }
  return taken;
}

// Whether the enrolment is for the year or goes on into it, and the year's premium is the person's: nobody owes it once
// the employee scheme has taken the person, unless it was paid before. What was paid counts until employee cover
// begins; a year that begins in it has no days left for the premium.
bool Residents::stands_in(int year, const Enrolment& enrolment) const {
  if (enrolment.year > year) return false;
  if (enrolment.taken > last_of_year(year)) return true;
  const Date begins = first_of_year(year);
  const auto& entitled = view_.standing.years.entitled_from;
  if (entitled && *entitled <= begins) return false;
  for (const Relation& relation : employment_.relations()) {
    if (relation.covers(begins)) return false;
  }
  const auto paid_on = settle_payments(premium_of(year, enrolment), enrolment).paid_on;
  return paid_on && *paid_on < enrolment.taken;
}

// Every year from the first enrolment on is looked at, also without an event in it: an enrolment goes on, and a premium
// is owed for each year. Years after the as-of day only where somebody enrolled or paid for them.
void Residents::assess_years() {
  if (enrolments_.empty()) return;
  std::set<int> asked;
  int first = enrolments_.front().year;
  for (const Enrolment& enrolment : enrolments_) {
    first = std::min(first, enrolment.year);
    asked.insert(enrolment.year);
  }
  for (const Event& event : view_.events()) {
    const auto* pay = std::get_if<PayEvent>(&event.what);
    if (pay != nullptr && pay->insured_year) asked.insert(*pay->insured_year);
  }
  for (int year = first; year <= view_.as_of.year(); ++year) asked.insert(year);
  for (const int year : asked) assess(year);
}

// Of the enrolments that stand the latest decides, and the first says since when. One that does not leaves the days on
// which the premium was still awaited, and nothing to owe.
void Residents::assess(int year) {
  std::optional<Enrolment> found;
  for (const Enrolment& enrolment : enrolments_) {
    if (stands_in(year, enrolment)) {
      const Date since = found ? found->since : enrolment.since;
      found = enrolment;
      found->since = since;
    } else if (enrolment.year <= year && enrolment.taken > first_of_year(year)) {
      InsuredYear awaited{.year = year, .enrolled = {enrolment.since, enrolment.taken}, .owed = false};
      explain_gap(awaited);
      years_.push_back(awaited);
    }
  }
  if (found) charge(year, *found);
}

PremiumCase Residents::premium_of(int year, const Enrolment& enrolment) const {
  const bool newborn_status = enrolment.status == Status::newborn;
  const int birth_year = view_.record.born.year();
  const bool first_year = year == birth_year || (year == enrolment.year && year == birth_year + 1);
  return {year, newborn_status && first_year, newborn_status && year <= enrolment.year + 1};
}

// The day of payment decides what is owed (a subsidy, a late surcharge), and what is owed decides whether it was paid:
// `settle_payments` finds the day on which both agree. Without one the premium is charged as of the last day it could
// have been paid, or the as-of day.
void Residents::charge(int year, const Enrolment& enrolment) {
  const PremiumCase premium = premium_of(year, enrolment);
  const Settled settled = settle_payments(premium, enrolment);
  InsuredYear insured;
  insured.year = year;
  insured.status = enrolment.status == Status::newborn && year > enrolment.year ? Status::child : enrolment.status;
  insured.enrolled = {enrolment.since};
  insured.paid_on = settled.paid_on;
  const Date charge_day = insured.paid_on.value_or(std::min(view_.as_of, last_payable(premium)));
  const Charge charge = premiums_.charge(premium, charge_day);
  if (charge.individual == nullptr) view_.warn(WarningKind::no_standard, nullptr, {Count{year}});
  warn_of_late_payments(premium, enrolment.since);
  check_amount(premium, charge, settled);
  premiums_.add_dues(premium, charge, insured.paid_on);
  if (insured.paid_on) start_cover(premium, charge, insured);
  explain_gap(insured);
  years_.push_back(insured);
}

// A premium buys nothing after its year; a newborn's of the year of birth, nothing after the months that are allowed.
Date Residents::last_payable(const PremiumCase& premium) const {
  const Date year_end = last_of_year(premium.year);
  if (!premium.newborn || premium.year != view_.record.born.year()) return year_end;
  return std::max(year_end, premiums_.newborn_limit(year_end).value_or(year_end));
}

// The payments for the year that count, by the day from which they do.
std::vector<Residents::Payment> Residents::payments_for(const PremiumCase& premium, Date enrolled) const {
  std::vector<Payment> payments;
  for (const Event& event : view_.events()) {
    const auto* pay = std::get_if<PayEvent>(&event.what);
    if (pay == nullptr || pay->insured_year != premium.year) continue;
    const Date day = std::max(event.on, enrolled);
    if (day <= last_payable(premium)) payments.push_back({day, pay->amount, &event});
  }
  return payments;
}

void Residents::warn_of_late_payments(const PremiumCase& premium, Date enrolled) const {
  for (const Event& event : view_.events()) {
    const auto* pay = std::get_if<PayEvent>(&event.what);
    if (pay == nullptr || pay->insured_year != premium.year) continue;
    if (std::max(event.on, enrolled) > last_payable(premium))
      view_.warn(WarningKind::pay_too_late, &event, {Count{premium.year}, pay->amount});
  }
}

// The days on which what is paid, or what is owed, may change: the person may have paid all on one of them.
std::vector<Date> Residents::days_of_change(const std::vector<Payment>& payments, Date ready) const {
  std::vector<Date> days{ready};
  for (const Payment& payment : payments) days.push_back(payment.day);
  const auto change_with = [&days](const policy::Table& table) {
    days.insert(days.end(), table.breaks().begin(), table.breaks().end());
  };
  const auto& rules = view_.rules;
  change_with(rules.resident_individual_until);
  change_with(rules.resident_newborn_limit);
  if (!identities_.all().empty()) {
    for (const Held& held : identities_.all()) {
      days.push_back(held.period.from);
      if (held.period.to != Date::never()) days.push_back(held.period.to);  // another of lower rank may then count
    }
    change_with(rules.resident_subsidy);
    change_with(rules.resident_subsidy_rest);
    change_with(rules.resident_at_once);
  }
  std::ranges::sort(days);
  days.erase(std::ranges::unique(days).begin(), days.end());
  return days;
}

// The first day on which the payments reach what the person owes on that day; who owes nothing has paid once the
// window is open. Where no document gives a standard, a payment is taken as it is.
Residents::Settled Residents::settle_payments(const PremiumCase& premium, const Enrolment& enrolment) const {
  Settled settled{.payments = payments_for(premium, enrolment.since), .paid_on = {}};
  const auto window = window_of(premium.year);
  const Date ready = window ? std::max(enrolment.since, window->opens) : enrolment.since;
  const Date latest = std::min(view_.as_of, last_payable(premium));
  for (const Date day : days_of_change(settled.payments, ready)) {
    if (day > latest) break;
    Money sum;
    bool paid_today = false;
    for (const Payment& payment : settled.payments) {
      if (payment.day <= day) sum += payment.amount;
      paid_today = paid_today || payment.day == day;
    }
    const bool any = !settled.payments.empty() && settled.payments.front().day <= day;
    if (!any && day < ready) continue;
    const Charge charge = premiums_.charge(premium, day);
    if (charge.individual == nullptr ? paid_today : sum >= charge.owed_by_person()) {
      settled.paid_on = day;
      break;
    }
  }
  return settled;
}

// Too little is said whatever the standard rests on, for it buys nothing (P7); too much only where it is cited.
void Residents::check_amount(const PremiumCase& premium, const Charge& charge, const Settled& settled) const {
  if (settled.payments.empty() || charge.individual == nullptr) return;
  Money sum;
  for (const Payment& payment : settled.payments) sum += payment.amount;
  const Money owed = charge.owed_by_person();
  const bool over = settled.paid_on.has_value();
  if (sum == owed || (over && !premiums_.is_cited(charge))) return;
  view_.warn(over ? WarningKind::pay_over : WarningKind::pay_short, settled.payments.back().event,
             {Count{premium.year}, sum, owed}, {charge.individual});
}

// Enrolled for the year within the months allowed after the last month that was contributed for as an employee
// (SD42-2-l, reading B04), by an enrolment that no later relation has ended (P8).
bool Residents::after_employee(int year, Date paid, Date& last_day, const Cell*& rule) const {
  for (const Enrolment& enrolment : enrolments_) {
    if (enrolment.year != year || enrolment.since > paid || enrolment.taken <= paid) continue;
    rule = find(view_.rules.resident_after_employee, enrolment.since);
    const auto last = last_contributed_day(enrolment.since);
    if (rule == nullptr || !last || add_months(*last, rule->count()) < enrolment.since) continue;
    last_day = *last;
    return true;
  }
  return false;
}

// The last day of the last month that was paid and had begun by `day`.
std::optional<Date> Residents::last_contributed_day(Date day) const {
  std::optional<Date> last;
  for (const Contribution& each : employment_.contributions()) {
    if (each.paid && each.month.first_day() <= day) last = each.month.last_day();
  }
  return last;
}

NewbornTiming Residents::timing_of(const PremiumCase& premium, Date paid) const {
  const auto limit = premiums_.newborn_limit(paid);
  if (!limit || paid > *limit) return NewbornTiming::after;
  const bool for_year_of_birth = premium.year == view_.record.born.year();
  return for_year_of_birth && paid.year() > premium.year ? NewbornTiming::next_year : NewbornTiming::within;
}

// True when the newborn's own rule decides.
bool Residents::start_newborn(const Charge& charge, NewbornTiming timing, InsuredYear& year) const {
  const Cell* limit_rule = find(view_.rules.resident_newborn_limit, charge.day);
  const Cell* rule = find(view_.rules.resident_newborn_cover, Dimension::timing, timing, charge.day);
  const policy::Count months{limit_rule == nullptr ? 0 : limit_rule->count()};
  if (says(rule, NewbornStart::birth)) {
    year.cover_from = view_.record.born;
    year.cover_why = because(Saying::cover_newborn_birth, {rule, limit_rule}, {charge.day, view_.record.born, months});
  } else if (says(rule, NewbornStart::payment)) {
    year.cover_from = charge.day;
    year.cover_why =
        because(Saying::cover_newborn_payment, {rule, limit_rule}, {charge.day, view_.record.born, months});
  } else if (says(rule, NewbornStart::next_month)) {
    year.cover_from = (Month::of(charge.day) + 1).first_day();
    year.waits = true;
    year.cover_why = because(Saying::cover_newborn_late, {rule, limit_rule}, {charge.day, months});
    year.gap_why = because(Saying::gap_newborn_waiting, {rule}, {Count{year.year}, charge.day, months});
  } else {
    return false;
  }
  return true;
}

// The rules in their precedence: a newborn's within its months, then payment within the window, a newborn's later, then
// what frees from waiting (an identity, leaving the employee scheme), then the waiting period. The first that applies
// decides and is cited.
void Residents::choose_start(const PremiumCase& premium, const Charge& charge, InsuredYear& year) const {
  const Date paid = charge.day;
  const auto window = window_of(premium.year);
  Date last_employed;
  const Cell* after_rule = nullptr;
  const auto timing = timing_of(premium, paid);
  if (charge.newborn && timing != NewbornTiming::after && start_newborn(charge, timing, year)) return;
  if (!window) {
    year.cover_from = paid;
    year.cover_why = because(Saying::cover_without_window, {}, {paid, Count{premium.year}});
    return;
  }
  if (paid <= window->closes) {
    year.cover_from = paid;
    year.cover_why =
        because(Saying::cover_in_window, {window->rule}, {paid, Count{premium.year}, window->opens, window->closes});
    return;
  }
  if (charge.newborn && timing == NewbornTiming::after && start_newborn(charge, timing, year)) return;
  if (charge.at_once != nullptr) {
    year.cover_from = paid;
    year.cover_why = because(Saying::cover_at_once, {charge.at_once_rule}, {paid, word(charge.at_once->category)});
  } else if (after_employee(premium.year, paid, last_employed, after_rule)) {
    year.cover_from = paid;
    year.cover_why =
        because(Saying::cover_after_employee, {after_rule}, {paid, last_employed, Count{after_rule->count()}});
  } else if (const Cell* wait = find(view_.rules.resident_late_wait, paid)) {
    year.cover_from = add_months(paid, wait->count());
    year.waits = true;
    year.cover_why = because(Saying::cover_late, {wait, window->rule}, {paid, window->closes, Count{wait->count()}});
    year.gap_why = because(Saying::gap_resident_waiting, {wait, window->rule},
                           {Count{premium.year}, paid, window->closes, Count{wait->count()}});
  } else {
    year.cover_from = paid;
    year.cover_why = because(Saying::cover_late_no_waiting, {window->rule}, {paid, window->closes});
  }
}

void Residents::start_cover(const PremiumCase& premium, const Charge& charge, InsuredYear& year) const {
  choose_start(premium, charge, year);
  // No rule reaches out of the insured year, in either direction.
  year.cover_from = std::max({*year.cover_from, first_of_year(premium.year), view_.record.born});
  if (*year.cover_from <= last_of_year(premium.year)) return;
  year.cover_from.reset();
  if (!year.waits) return;
  year.gap_why.saying = Saying::gap_resident_too_late;
  year.gap_why.arguments = {Count{premium.year}, charge.day};
}

void Residents::explain_gap(InsuredYear& year) const {
  if (year.waits) return;
  policy::Key key;
  key.set(Dimension::reason, static_cast<std::size_t>(CoverReason::unpaid));
  const Cell* unpaid = view_.pool.cover_reasons.find(key, first_of_year(year.year));
  const Cell* standard = find(view_.rules.resident_individual, first_of_year(year.year));
  year.gap_why = year.paid_on ? because(Saying::gap_resident_paid_on, {unpaid}, {Count{year.year}, *year.paid_on})
                              : because(Saying::gap_resident_unpaid, {unpaid, standard}, {Count{year.year}});
}

std::optional<int> Residents::enrolled_for_later(Date day) const {
  for (const InsuredYear& year : years_) {
    if (year.enrolled.contains(day) && year.year > day.year()) return year.year;
  }
  return std::nullopt;
}

void Residents::warn_of_unmatched_payments() const {
  for (const Event& event : view_.events()) {
    const auto* pay = std::get_if<PayEvent>(&event.what);
    if (pay == nullptr || !pay->insured_year) continue;
    const auto owed = [pay](const InsuredYear& year) { return year.owed && year.year == *pay->insured_year; };
    if (std::ranges::any_of(years_, owed)) continue;
    view_.warn(WarningKind::pay_without_enrolment, &event, {Count{*pay->insured_year}, pay->amount});
  }
}

}  // namespace yidan::standing
