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
    enrolments_.push_back({&event, event.on, insured_year_of(event, *enrol), enrol->status});
  }
}

// Who must be in the employee scheme cannot choose the cheaper one; who lives elsewhere belongs to that city's pool.
// The enrolment is then none, and a warning says so: the record may be right and only the scheme wrong.
bool Residents::may_enrol(const Event& event, const EnrolEvent& enrol) const {
  for (const Relation& relation : employment_.relations()) {
    const Cell* duty = find(view_.rules.enrolment_duty, Dimension::employer_kind, relation.kind, event.on);
    if (!relation.open_on(event.on) || !says(duty, EnrolDuty::mandatory)) continue;
    view_.warn(WarningKind::resident_while_employed, &event, {word(relation.kind)},
               {duty, find(view_.rules.enrolment_residents, event.on)});
    return false;
  }
  const bool elsewhere = enrol.household.known() && enrol.household.city() != view_.pool.region.city();
  if (!elsewhere) return true;
  const Cell* permit = find(view_.rules.enrolment_residence_permit, event.on);
  if (enrol.residence_permit && says(permit, Permission::allowed)) return true;
  view_.warn(WarningKind::household_elsewhere, &event, {}, {permit});
  return false;
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

bool Residents::joined_employees(const Event& enrolment, Date before) const {
  const auto& entitled = view_.standing.years.entitled_from;
  if (entitled && Period{enrolment.on, before}.contains(*entitled)) return true;
  return std::ranges::any_of(employment_.relations(), [&](const Relation& relation) {
    return relation.event > &enrolment && relation.opened < before;
  });
}

// The enrolments that are for the year or go on into it: until an employee relation begins, and in that year. The
// latest decides, the first says since when.
std::optional<Residents::Enrolment> Residents::enrolment_for(int year) const {
  std::optional<Enrolment> found;
  for (const Enrolment& enrolment : enrolments_) {
    if (enrolment.year > year) continue;
    const bool ended = enrolment.year < year && joined_employees(*enrolment.event, first_of_year(year));
    if (ended) continue;
    const Date since = found ? found->since : enrolment.since;
    found = enrolment;
    found->since = since;
  }
  return found;
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
  for (const int year : asked) {
    if (const auto enrolment = enrolment_for(year)) assess(year, *enrolment);
  }
}

// The day of payment decides what is owed (a subsidy, a late surcharge), and what is owed decides whether it was paid:
// `settle_payments` finds the day on which both agree. Without one the premium is charged as of the last day it could
// have been paid, or the as-of day.
void Residents::assess(int year, const Enrolment& enrolment) {
  const bool newborn_status = enrolment.status == Status::newborn;
  const int birth_year = view_.record.born.year();
  const bool first_year = year == birth_year || (year == enrolment.year && year == birth_year + 1);
  const PremiumCase premium{year, newborn_status && first_year, newborn_status && year <= enrolment.year + 1};
  InsuredYear insured;
  insured.year = year;
  insured.status = newborn_status && year > enrolment.year ? Status::child : enrolment.status;
  insured.enrolled = enrolment.since;
  insured.paid_on = settle_payments(premium, enrolment);
  const Date charge_day = insured.paid_on.value_or(std::min(view_.as_of, last_of_year(year)));
  const Charge charge = premiums_.charge(premium, charge_day);
  if (charge.individual == nullptr) view_.warn(WarningKind::no_standard, nullptr, {Count{year}});
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
    if (day > last_payable(premium)) {
      view_.warn(WarningKind::pay_too_late, &event, {Count{premium.year}, pay->amount});
    } else {
      payments.push_back({day, pay->amount, &event});
    }
  }
  return payments;
}

// The days on which what is paid, or what is owed, may change: the person may have paid all on one of them.
std::vector<Date> Residents::days_of_change(const std::vector<Payment>& payments, Date ready) const {
  std::vector<Date> days{ready};
  for (const Payment& payment : payments) days.push_back(payment.day);
  if (!identities_.all().empty()) {
    for (const Held& held : identities_.all()) days.push_back(held.period.from);
    for (const Date day : view_.rules.resident_subsidy.breaks()) days.push_back(day);
    for (const Date day : view_.rules.resident_subsidy_rest.breaks()) days.push_back(day);
  }
  std::ranges::sort(days);
  days.erase(std::ranges::unique(days).begin(), days.end());
  return days;
}

// The first day on which the payments reach what the person owes on that day; who owes nothing has paid once the
// window is open.
std::optional<Date> Residents::settle_payments(const PremiumCase& premium, const Enrolment& enrolment) const {
  const auto payments = payments_for(premium, enrolment.since);
  const auto window = window_of(premium.year);
  const Date ready = window ? std::max(enrolment.since, window->opens) : enrolment.since;
  const Date latest = std::min(view_.as_of, last_payable(premium));
  std::optional<Date> paid_on;
  for (const Date day : days_of_change(payments, ready)) {
    if (day > latest) break;
    Money sum;
    bool paid_today = false;
    for (const Payment& payment : payments) {
      if (payment.day <= day) sum += payment.amount;
      paid_today = paid_today || payment.day == day;
    }
    const bool any = !payments.empty() && payments.front().day <= day;
    if (!any && day < ready) continue;
    const Charge charge = premiums_.charge(premium, day);
    const bool enough = charge.individual != nullptr && sum >= charge.owed_by_person();
    // Our own figure must not refuse anybody: where it is not cited, a payment is one.
    if (enough || (paid_today && !premiums_.is_cited(charge))) {
      paid_on = day;
      break;
    }
  }
  check_amount(premium, paid_on, payments);
  return paid_on;
}

void Residents::check_amount(const PremiumCase& premium, std::optional<Date> paid_on,
                             const std::vector<Payment>& payments) const {
  if (payments.empty()) return;
  const Charge charge = premiums_.charge(premium, paid_on.value_or(payments.back().day));
  if (!premiums_.is_cited(charge)) return;
  Money sum;
  for (const Payment& payment : payments) sum += payment.amount;
  const Money owed = charge.owed_by_person();
  if (sum == owed) return;
  view_.warn(sum < owed ? WarningKind::pay_short : WarningKind::pay_over, payments.back().event,
             {Count{premium.year}, sum, owed}, {charge.individual});
}

// Enrolled for the year within the months allowed after the last day of employee cover (SD42-2-l, reading B04).
bool Residents::after_employee(int year, Date paid, Date& last_day, const Cell*& rule) const {
  for (const Enrolment& enrolment : enrolments_) {
    if (enrolment.year != year || enrolment.since > paid) continue;
    rule = find(view_.rules.resident_after_employee, enrolment.since);
    const auto last = last_employed_day(enrolment.since);
    if (rule == nullptr || !last || add_months(*last, rule->count()) < enrolment.since) continue;
    last_day = *last;
    return true;
  }
  return false;
}

// The last day of the employee cover that had begun by `day`; none while its end is not known.
std::optional<Date> Residents::last_employed_day(Date day) const {
  std::optional<Date> last;
  for (const Relation& relation : employment_.relations()) {
    for (const Period& covered : relation.covered) {
      if (covered.from > day || covered.to == Date::never()) continue;
      last = std::max(last.value_or(covered.from), Date::from_days(covered.to.days() - 1));
    }
  }
  return last;
}

// Rule 1: true when the newborn's own rule decides.
bool Residents::start_newborn(const Charge& charge, InsuredYear& year) const {
  const auto limit = premiums_.newborn_limit(charge.day);
  const Cell* limit_rule = find(view_.rules.resident_newborn_limit, charge.day);
  const auto timing = limit && charge.day <= *limit ? NewbornTiming::within : NewbornTiming::after;
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

// The rules in their precedence: a newborn's own, then payment within the window, then what frees from waiting (an
// identity, leaving the employee scheme), then the waiting period. The first that applies decides and is cited.
void Residents::start_cover(const PremiumCase& premium, const Charge& charge, InsuredYear& year) const {
  const Date paid = charge.day;
  const auto window = window_of(premium.year);
  Date last_employed;
  const Cell* after_rule = nullptr;
  if (charge.newborn && start_newborn(charge, year)) {
    // decided
  } else if (!window || paid <= window->closes) {
    year.cover_from = paid;
    year.cover_why =
        because(Saying::cover_in_window, {window ? window->rule : nullptr},
                {paid, Count{premium.year}, window ? window->opens : paid, window ? window->closes : paid});
  } else if (charge.at_once != nullptr) {
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
  // No rule reaches out of the insured year, in either direction.
  year.cover_from = std::max({*year.cover_from, first_of_year(premium.year), view_.record.born});
  if (*year.cover_from > last_of_year(premium.year)) year.cover_from.reset();
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
    if (year.enrolled <= day && year.year > day.year()) return year.year;
  }
  return std::nullopt;
}

void Residents::warn_of_unmatched_payments() const {
  for (const Event& event : view_.events()) {
    const auto* pay = std::get_if<PayEvent>(&event.what);
    if (pay == nullptr || !pay->insured_year) continue;
    if (std::ranges::find(years_, *pay->insured_year, &InsuredYear::year) != years_.end()) continue;
    view_.warn(WarningKind::pay_without_enrolment, &event, {Count{*pay->insured_year}, pay->amount});
  }
}

}  // namespace yidan::standing
