#include "standing/timeline.h"

#include <algorithm>

namespace yidan::standing {
namespace {

using policy::Count;
using policy::Dimension;

// Covers overlap (a contract begins while a resident's year runs), yet on a day only one of them pays. Therefore all of
// them are laid down as candidates first, and then one is chosen between any two days on which something changes: what
// counts cannot depend on the order in which covers were found, and every day has exactly one answer (P1).
class Timeline {
 public:
  Timeline(const View& view, const Employment& employment, const Residents& residents)
      : view_(view), employment_(employment), residents_(residents), years_(view.standing.years) {}

  void draw() {
    collect_employee_cover();
    collect_resident_cover();
    choose_cover();
    find_gaps();
  }

 private:
  // A cover before it is known which one counts on a day. `year` keeps insured years of residents apart, which follow
  // each other without a gap and yet have each their own premium and reason.
  struct Candidate {
    CoverSpan span;
    int year = 0;
  };

  void collect_employee_cover() {
    for (const Relation& relation : employment_.relations()) {
      const Saying saying = relation.is_first ? Saying::cover_first_relation : Saying::cover_later_relation;
      const policy::Cell* duty =
          find(view_.rules.enrolment_duty, Dimension::employer_kind, relation.kind, relation.opened);
      const Date from = relation.cover_from.value_or(relation.opened);
      const Reasoning why = relation.is_first
                                ? because(saying, {relation.cover_rule, duty}, {*relation.first_payment, from})
                                : because(saying, {relation.cover_rule, duty}, {from});
      for (const Period& covered : relation.covered) {
        // Who is entitled as retired is covered as retired.
        const Date to = std::min(covered.to, years_.entitled_from.value_or(Date::never()));
        if (covered.from < to) add({Scheme::employee, relation.status(), {covered.from, to}, why}, 0);
      }
    }
    if (!years_.entitled_from) return;
    // The sentence says on what the right rests: months that were counted here, or a retirement that the record begins
    // with and whose months nobody has told us.
    const bool granted = employment_.granted_on() == years_.entitled_from;
    Reasoning why = years_.why;
    if (granted) {
      why = because(Saying::cover_retired_granted, {}, {*years_.entitled_from});
      why.rules = years_.why.rules;
    } else {
      why.saying = Saying::cover_retired;
      const int counted = years_.actual_months + years_.deemed_months + years_.topped_up_months;
      why.arguments = {Count{counted}, Count{years_.required_months.value_or(0)}};
    }
    add({Scheme::employee, Status::retired, {*years_.entitled_from, Date::never()}, why}, 0);
  }

  void collect_resident_cover() {
    for (const InsuredYear& year : residents_.years()) {
      if (!year.cover_from) continue;
      add({Scheme::resident, year.status, {*year.cover_from, first_of_year(year.year + 1)}, year.cover_why}, year.year);
    }
  }

  void add(const CoverSpan& span, int year) {
    candidates_.push_back({span, year});
    days_.push_back(span.period.from);
    days_.push_back(span.period.to);
  }

  // The employee scheme's counts before the resident one's; of two of a scheme the one that began later.
  [[nodiscard]] const Candidate* candidate_on(Date day) const {
    const Candidate* best = nullptr;
    for (const Candidate& each : candidates_) {
      if (!each.span.period.contains(day)) continue;
      const bool better = best == nullptr || each.span.scheme < best->span.scheme ||
                          (each.span.scheme == best->span.scheme && each.span.period.from >= best->span.period.from);
      if (better) best = &each;
    }
    return best;
  }

  void choose_cover() {
    std::ranges::sort(days_);
    days_.erase(std::ranges::unique(days_).begin(), days_.end());
    int last_year = 0;
    for (std::size_t i = 0; i + 1 < days_.size(); ++i) {
      const Candidate* candidate = candidate_on(days_[i]);
      if (candidate == nullptr) continue;
      auto& cover = view_.standing.cover;
      const CoverSpan& span = candidate->span;
      const bool goes_on = !cover.empty() && cover.back().period.to == days_[i] && cover.back().scheme == span.scheme &&
                           cover.back().status == span.status && last_year == candidate->year;
      if (goes_on) {
        cover.back().period.to = days_[i + 1];
      } else {
        cover.push_back({span.scheme, span.status, {days_[i], days_[i + 1]}, span.why});
      }
      last_year = candidate->year;
    }
  }

  void find_gaps() {
    const auto& cover = view_.standing.cover;
    if (view_.events().empty()) return;  // before the first event nothing is known, not even that there is no cover
    const Date tomorrow = Date::from_days(view_.as_of.days() + 1);
    Date day = view_.events().front().on;
    if (!cover.empty()) day = std::min(day, cover.front().period.from);  // a newborn's, from birth
    for (const CoverSpan& span : cover) {
      if (day < span.period.from) fill_gap({day, span.period.from});
      day = std::max(day, span.period.to);
      if (day == Date::never()) return;
    }
    if (day >= tomorrow) return;
    // What comes after the as-of day is not known: the last gap is open.
    fill_gap({day, tomorrow});
    view_.standing.gaps.back().period.to = Date::never();
  }

  // A gap is cut where its reason may change, and put together again where it did not: a person without cover for two
  // reasons in turn is told both.
  void fill_gap(Period gap) {
    const auto breaks = breaks_within(gap);
    int last_year = 0;
    const std::size_t first = view_.standing.gaps.size();
    for (std::size_t i = 0; i + 1 < breaks.size(); ++i) {
      int year = 0;
      Gap next{{breaks[i], breaks[i + 1]}, CoverReason::not_enrolled, {}};
      next.reason = reason_on(breaks[i], year, next.why);
      auto& gaps = view_.standing.gaps;
      if (gaps.size() > first && gaps.back().reason == next.reason && last_year == year) {
        gaps.back().period.to = next.period.to;
      } else {
        gaps.push_back(next);
      }
      last_year = year;
    }
  }

  // The days on which the reason may change.
  [[nodiscard]] std::vector<Date> breaks_within(Period gap) const {
    std::vector<Date> days{gap.from, gap.to};
    const auto add = [&days, gap](Date day) {
      if (gap.from < day && day < gap.to) days.push_back(day);
    };
    for (const Relation& relation : employment_.relations()) {
      add(relation.opened);
      add(relation.cover_until);
      if (relation.cover_from) add(*relation.cover_from);
    }
    for (const InsuredYear& year : residents_.years()) {
      add(first_of_year(year.year));
      add(first_of_year(year.year + 1));
      add(year.enrolled.from);
      add(year.enrolled.to);
    }
    if (employment_.retired_on()) add(*employment_.retired_on());
    std::ranges::sort(days);
    days.erase(std::ranges::unique(days).begin(), days.end());
    return days;
  }

  // In the order in which a person would have had cover: as retired, as employed, as a resident. The first of these
  // that the person is in says what is missing; who is in none has left, or was never enrolled.
  CoverReason reason_on(Date day, int& year, Reasoning& why) const {
    if (years_.retired && *employment_.retired_on() <= day && !(years_.entitled_from && *years_.entitled_from <= day)) {
      why = reason_when_retired(day);
      return CoverReason::unpaid;
    }
    for (const Relation& relation : employment_.relations()) {
      if (relation.opened <= day && day < relation.cover_until) return reason_in_relation(relation, day, why);
    }
    for (const InsuredYear& insured : residents_.years()) {
      if (insured.year != day.year() || !insured.enrolled.contains(day)) continue;
      year = insured.year;
      why = insured.gap_why;
      return insured.waits ? CoverReason::waiting_period : CoverReason::unpaid;
    }
    return reason_outside(day, why);
  }

  // Short of months, and by how many; or short on the day of retirement and no longer.
  [[nodiscard]] Reasoning reason_when_retired(Date day) const {
    const Count counted{years_.actual_months + years_.deemed_months + years_.topped_up_months};
    const Count required{years_.required_months.value_or(0)};
    Reasoning why = reason_rule(CoverReason::unpaid, Saying::gap_retired_short, day);
    why.arguments = {counted, required, Count{years_.missing_months.value_or(0)}};
    if (!years_.required_months) {
      why.saying = Saying::gap_retired_unknown;
    } else if (years_.entitled_from) {
      why.saying = Saying::gap_retired_late;
      why.arguments = {Count{years_.months_when_retired}, required, *years_.entitled_from};
    }
    why.rules[1] = years_.why.rules[0];
    return why;
  }

  CoverReason reason_in_relation(const Relation& relation, Date day, Reasoning& why) const {
    if (!relation.cover_from) {
      why = reason_rule(CoverReason::unpaid, Saying::gap_employee_unpaid, day);
      why.arguments = {relation.opened};
      return CoverReason::unpaid;
    }
    if (day < *relation.cover_from) {
      why = relation.is_first ? because(Saying::gap_employee_waiting, {relation.cover_rule},
                                        {*relation.first_payment, *relation.cover_from})
                              : because(Saying::gap_employee_again, {relation.cover_rule}, {*relation.cover_from});
      return CoverReason::waiting_period;
    }
    why = reason_rule(CoverReason::suspended, Saying::gap_suspended, day);
    why.arguments = {Month::of(day)};
    return CoverReason::suspended;
  }

  // Who had cover as an employee has left; a resident's ends with its year by itself, which is no leaving.
  CoverReason reason_outside(Date day, Reasoning& why) const {
    Date last;
    for (const Relation& relation : employment_.relations()) {
      if (!relation.covered.empty() && relation.covered.back().to <= day)
        last = std::max(last, relation.covered.back().to);
    }
    if (last != Date{}) {
      why = reason_rule(CoverReason::left, Saying::gap_left, day);
      why.arguments = {Date::from_days(last.days() - 1)};
      return CoverReason::left;
    }
    const auto later = residents_.enrolled_for_later(day);
    why =
        reason_rule(CoverReason::not_enrolled, later ? Saying::gap_enrolled_for_later : Saying::gap_not_enrolled, day);
    if (later) why.arguments = {Count{*later}};
    return CoverReason::not_enrolled;
  }

  [[nodiscard]] Reasoning reason_rule(CoverReason reason, Saying saying, Date day) const {
    return because(saying, {find(view_.pool.cover_reasons, Dimension::reason, reason, day)});
  }

  const View& view_;
  const Employment& employment_;
  const Residents& residents_;
  const Years& years_;
  std::vector<Candidate> candidates_;
  std::vector<Date> days_;
};

}  // namespace

void draw_timeline(const View& view, const Employment& employment, const Residents& residents) {
  Timeline(view, employment, residents).draw();
}

}  // namespace yidan::standing
