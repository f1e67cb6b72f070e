#include "standing/years.h"

#include <algorithm>

namespace yidan::standing {
namespace {

using policy::Dimension;

// Months that were added to the account of years on a day.
struct Increment {
  Date on;
  int months = 0;
};

class Counter {
 public:
  Counter(const View& view, const Employment& employment) : view_(view), years_(view.standing.years) {
    for (const Contribution& each : employment.contributions()) {
      if (!each.paid) continue;
      counted_.push_back(each.month);
      ++years_.actual_months;
      // What was paid before retirement stands on its day; a later month counts when it is over.
      increments_.push_back({(each.month + 1).first_day(), 1});
    }
    std::ranges::sort(counted_);
  }

  // What was really paid first: deemed months are those that it leaves.
  void read_events() {
    for (const Event& event : view_.events()) {
      if (const auto* transfer = std::get_if<TransferEvent>(&event.what)) read_transfer(event, *transfer);
    }
    for (const Event& event : view_.events()) {
      if (const auto* deemed = std::get_if<DeemedEvent>(&event.what)) {
        read_deemed(event, *deemed);
      } else if (const auto* top_up = std::get_if<TopUpEvent>(&event.what)) {
        years_.topped_up_months += top_up->months;
        increments_.push_back({event.on, top_up->months});
      }
    }
  }

  // The first day, not before retirement, on which the months suffice.
  [[nodiscard]] std::optional<Date> entitled_from(Date retired, int required) {
    std::ranges::stable_sort(increments_, {}, &Increment::on);
    int sum = 0;
    for (const Increment& each : increments_) {
      sum += each.months;
      if (sum >= required) return std::max(retired, each.on);
    }
    return required <= 0 ? std::optional(retired) : std::nullopt;
  }

 private:
  // Months brought from another pool count where the rules say so (SD20-2.3.1.3-b).
  void read_transfer(const Event& event, const TransferEvent& transfer) {
    const policy::Cell* counts = find(view_.rules.employee_transfer, event.on);
    if (counts == nullptr) return;
    const int months = count_once(transfer.months, transfer.span);
    years_.actual_months += months;
    increments_.push_back({event.on, months});
    years_.why.rules[2] = counts->rule;
  }

  // Deemed years need a recognition by human resources that the rules accept (LY-3.2.1-n).
  void read_deemed(const Event& event, const DeemedEvent& deemed) {
    const policy::Cell* earliest = find(view_.rules.employee_deemed_recognised_from, event.on);
    const Date limit = earliest == nullptr ? Date{} : Date::from_days(static_cast<std::int32_t>(earliest->value));
    const bool known = deemed.recognised && *deemed.recognised <= view_.as_of;
    if (!known || (earliest != nullptr && *deemed.recognised < limit)) {
      view_.warn(WarningKind::deemed_not_recognised, &event, {limit}, {earliest});
      return;
    }
    const int months = count_once(deemed.months, deemed.span);
    years_.deemed_months += months;
    increments_.push_back({*deemed.recognised, months});
    if (years_.why.rules[1] == policy::kNoRule) years_.why.rules[1] = rule_of(earliest);
  }

  // The months of the span that are not counted yet, at most `months`; without a span, `months`.
  int count_once(std::optional<int> months, const std::optional<MonthsSpan>& span) {
    if (!span) return months.value_or(0);
    int fresh = 0;
    for (Month month = span->from; month < span->to; ++month) {
      if (months && fresh == *months) break;
      const auto place = std::ranges::lower_bound(counted_, month);
      if (place != counted_.end() && *place == month) continue;
      counted_.insert(place, month);
      ++fresh;
    }
    return fresh;
  }

  const View& view_;
  Years& years_;
  std::vector<Month> counted_;
  std::vector<Increment> increments_;
};

void explain(const View& view, const policy::Cell* required) {
  Years& years = view.standing.years;
  const policy::RuleId deemed = years.why.rules[1];
  const policy::RuleId transferred = years.why.rules[2];
  const policy::Count actual{years.actual_months};
  const policy::Count recognised{years.deemed_months + years.topped_up_months};
  if (required == nullptr) {
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
  Counter counter(view, employment);
  counter.read_events();
  const policy::Cell* required = view.record.sex ? find(view.rules.employee_required_months, Dimension::sex,
                                                        *view.record.sex, employment.retired_on().value_or(view.as_of))
                                                 : nullptr;
  if (required != nullptr) {
    years.required_months = static_cast<int>(required->value);
    const int counted = years.actual_months + years.deemed_months + years.topped_up_months;
    years.missing_months = std::max(0, *years.required_months - counted);
  }
  years.retired = employment.retired_on().has_value();
  if (employment.granted_on()) {
    years.entitled_from = employment.granted_on();
    if (years.missing_months) years.missing_months = 0;
  } else if (years.retired && years.required_months) {
    years.entitled_from = counter.entitled_from(*employment.retired_on(), *years.required_months);
  }
  explain(view, required);
  if (years.retired && !years.entitled_from && years.missing_months && *years.missing_months > 0) {
    view.warn(WarningKind::top_up_not_given, nullptr, {policy::Count{*years.missing_months}},
              {find(view.rules.employee_top_up, view.as_of)});
  }
}

}  // namespace yidan::standing
