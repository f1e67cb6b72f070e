#include "standing/years.h"

#include <algorithm>

namespace yidan::standing {
namespace {

using policy::Dimension;

// Later than every month.
constexpr Month kNoEnd = Month::of(9999, 12);

struct Sum {
  int actual = 0;
  int deemed = 0;
  int topped_up = 0;

  [[nodiscard]] int all() const { return actual + deemed + topped_up; }
};

class Counter {
 public:
  Counter(const View& view, const Employment& employment) : view_(view), employment_(employment) {}

  // What counts on `day`: what was paid, brought or recognised by then, of the months before `end`. What was really
  // paid comes first; deemed months are those that it leaves.
  [[nodiscard]] Sum count_by(Date day, Month end = kNoEnd) const {
    Sum sum;
    std::vector<Month> counted;
    for (const Contribution& each : employment_.contributions()) {
      if (each.paid && (each.month + 1).first_day() <= day && each.month < end) counted.push_back(each.month);
    }
    sum.actual = static_cast<int>(counted.size());
    for (const Event& event : view_.events()) {
      const auto* transfer = std::get_if<TransferEvent>(&event.what);
      if (transfer != nullptr && event.on <= day && find(view_.rules.employee_transfer, event.on) != nullptr)
        sum.actual += count_once(counted, transfer->months, transfer->span, end);
    }
    for (const Event& event : view_.events()) {
      const auto* deemed = std::get_if<DeemedEvent>(&event.what);
      const auto* top_up = std::get_if<TopUpEvent>(&event.what);
      if (deemed != nullptr && is_recognised(event, *deemed) && *deemed->recognised <= day)
        sum.deemed += count_once(counted, deemed->months, deemed->span, end);
      if (top_up != nullptr && event.on <= day) sum.topped_up += top_up->months;
    }
    return sum;
  }

  // The first day, not before retirement, on which the months suffice.
  [[nodiscard]] std::optional<Date> entitled_from(Date retired, int required) const {
    std::vector<Date> days{retired};
    for (const Contribution& each : employment_.contributions()) {
      if (each.paid && each.month >= Month::of(retired)) days.push_back((each.month + 1).first_day());
    }
    for (const Event& event : view_.events()) {
      if (const auto* deemed = std::get_if<DeemedEvent>(&event.what)) {
        if (deemed->recognised) days.push_back(*deemed->recognised);
      } else if (std::holds_alternative<TransferEvent>(event.what) || std::holds_alternative<TopUpEvent>(event.what)) {
        days.push_back(event.on);
      }
    }
    std::ranges::sort(days);
    for (const Date day : days) {
      if (day >= retired && day <= view_.as_of && count_by(day).all() >= required) return day;
    }
    return std::nullopt;
  }

  // Deemed years need a recognition by human resources that the rules accept (LY-3.2.1-n), known by the as-of day.
  [[nodiscard]] bool is_recognised(const Event& event, const DeemedEvent& deemed) const {
    if (!deemed.recognised || *deemed.recognised > view_.as_of) return false;
    const policy::Cell* earliest = recognition_rule(event);
    return earliest == nullptr || *deemed.recognised >= earliest->date();
  }

  [[nodiscard]] const policy::Cell* recognition_rule(const Event& event) const {
    return find(view_.rules.employee_deemed_recognised_from, event.on);
  }

 private:
  // The months of the span before `end` that are not counted yet, at most `months`; without a span, `months`.
  static int count_once(std::vector<Month>& counted, std::optional<int> months, const std::optional<MonthsSpan>& span,
                        Month end) {
    if (!span) return months.value_or(0);
    int fresh = 0;
    for (Month month = span->from; month < std::min(span->to, end); ++month) {
      if (months && fresh == *months) break;
      const auto place = std::ranges::lower_bound(counted, month);
      if (place != counted.end() && *place == month) continue;
      counted.insert(place, month);
      ++fresh;
    }
    return fresh;
  }

  const View& view_;
  const Employment& employment_;
};

// Names the rules behind what was counted, and warns of what was not.
void note_rules(const View& view, const Counter& counter) {
  Years& years = view.standing.years;
  for (const Event& event : view.events()) {
    const auto* deemed = std::get_if<DeemedEvent>(&event.what);
    if (std::holds_alternative<TransferEvent>(event.what)) {
      years.why.rules[2] = rule_of(find(view.rules.employee_transfer, event.on));
    }
    if (deemed == nullptr) continue;
    const policy::Cell* rule = counter.recognition_rule(event);
    if (counter.is_recognised(event, *deemed)) {
      years.why.rules[1] = rule_of(rule);
    } else {
      const Date limit = rule == nullptr ? Date{} : rule->date();
      view.warn(WarningKind::deemed_not_recognised, &event, {limit}, {rule});
    }
  }
}

void explain(const View& view, const policy::Cell* required, bool granted) {
  Years& years = view.standing.years;
  const policy::RuleId deemed = years.why.rules[1];
  const policy::RuleId transferred = years.why.rules[2];
  const policy::Count actual{years.actual_months};
  const policy::Count recognised{years.deemed_months + years.topped_up_months};
  if (granted) {
    years.why = because(Saying::years_granted, {required}, {actual, recognised});
  } else if (required == nullptr) {
    years.why = because(Saying::years_unknown, {}, {actual, recognised});
  } else {
    years.why =
        because(Saying::years, {required},
                {actual, recognised, policy::Count{*years.required_months}, policy::Count{*years.missing_months}});
  }
  years.why.rules[1] = deemed;
  years.why.rules[2] = transferred;
}

}  // namespace

void count_years(const View& view, const Employment& employment) {
  Years& years = view.standing.years;
  const Counter counter(view, employment);
  const auto retired_on = employment.retired_on();
  const policy::Cell* required = view.record.sex ? find(view.rules.employee_required_months, Dimension::sex,
                                                        *view.record.sex, retired_on.value_or(view.as_of))
                                                 : nullptr;
  if (required != nullptr) years.required_months = required->count();
  years.retired = retired_on.has_value();
  if (retired_on) years.months_when_retired = counter.count_by(*retired_on).all();
  if (years.retired && years.required_months) {
    years.entitled_from = counter.entitled_from(*retired_on, *years.required_months);
  }
  const auto granted = employment.granted_on();
  if (granted) years.entitled_from = std::min(*granted, years.entitled_from.value_or(*granted));
  // What is paid after the right to retiree benefits counts no more (P9).
  const Sum sum = counter.count_by(Date::never(), years.entitled_from ? Month::of(*years.entitled_from) : kNoEnd);
  years.actual_months = sum.actual;
  years.deemed_months = sum.deemed;
  years.topped_up_months = sum.topped_up;
  if (required != nullptr) years.missing_months = granted ? 0 : std::max(0, *years.required_months - sum.all());
  note_rules(view, counter);
  explain(view, required, granted.has_value());
  if (years.retired && !years.entitled_from && years.missing_months && *years.missing_months > 0) {
    view.warn(WarningKind::top_up_not_given, nullptr, {policy::Count{*years.missing_months}},
              {find(view.rules.employee_top_up, view.as_of)});
  }
}

}  // namespace yidan::standing
