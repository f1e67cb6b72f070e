#include "benefit/stay_deductible.h"

#include <algorithm>

namespace yidan::benefit {
namespace {

using policy::kNoCounter;

policy::RuleId continuous_rule(const policy::Pool& pool, Date day) {
  const policy::Cell* cell = pool.continuous_deductible.find({}, day);
  return cell == nullptr ? policy::kNoRule : cell->rule;
}

bool counts_continuously(const policy::Pool& pool, Date day) { return continuous_rule(pool, day) != policy::kNoRule; }

bool holds(const std::vector<std::string>& ids, const std::string& id) {
  return std::ranges::find(ids, id) != ids.end();
}

bool is_of(const StayNumber& stay, const Encounter& encounter) {
  return stay.number == encounter.stay && stay.provider == encounter.provider.id;
}

bool has_bills_of(const Course& course, const Encounter& encounter) {
  return !encounter.stay.empty() &&
         std::ranges::any_of(course.stays, [&](const StayNumber& stay) { return is_of(stay, encounter); });
}

Period days_of(const Encounter& encounter) { return {encounter.admitted.value_or(encounter.date), encounter.date}; }

// Whether they overlap, or one begins on the day of the other's end or on the next.
bool adjoin(const Period& a, const Period& b) {
  return a.from.days() <= b.to.days() + 1 && b.from.days() <= a.to.days() + 1;
}

Error number_given_before(const StayNumber& stay) {
  const std::string from = to_text(stay.days.from);
  const std::string to = to_text(stay.days.to);
  return {ErrorCode::contradiction,
          {"住院编号“" + stay.number + "”该机构已用于 " + from + " 至 " + to +
               " 的住院，日期与本次不相接：分段结算应属同一次住院，另一次住院请用另一编号",
           "the institution gave stay number '" + stay.number + "' to the stay from " + from + " to " + to +
               ", to which these days do not adjoin: interim bills are of one stay; give another stay another number"},
          ".stay"};
}

}  // namespace

Result<void> check_stay_number(const Encounter& encounter, const Past& past) {
  if (encounter.stay.empty()) return {};
  for (const Course& course : past.courses) {
    for (const StayNumber& stay : course.stays) {
      if (!is_of(stay, encounter) || adjoin(stay.days, days_of(encounter))) continue;
      return std::unexpected(number_given_before(stay));
    }
  }
  return {};
}

StayDeductible::StayDeductible(const policy::Pool& pool, const policy::Benefit& benefit, const Situation& situation,
                               const Encounter& encounter, Past& past, YearState& year)
    : pool_(pool), situation_(situation), encounter_(encounter), past_(past), year_(year) {
  if (benefit.deductible.empty()) return;
  if (benefit.counters.deductible != kNoCounter) {
    absorbed_ = year.counters[static_cast<std::size_t>(benefit.counters.deductible)];
  }
  if (benefit.deductible_kind != policy::DeductibleKind::per_stay) return;
  // A treatment has no stay to which the deductible could belong: it is borne once a year and disease (decision 0007).
  if (benefit.is_treatment(situation.care, situation.disease)) {
    const auto id = benefit.counters.treatment_deductible[static_cast<std::size_t>(*situation.disease)];
    treatment_ = &year.counters[static_cast<std::size_t>(id)];
    absorbed_ = *treatment_;
    return;
  }
  per_stay_ = true;
  // The tables know the first, the second and any later stay.
  order_ = std::min<std::size_t>(year.admissions, 2);
  // What goes on is no new admission: it keeps the order with which it began, also across the turn of the year.
  if (const Course* course = find_course()) {
    order_ = course->order;
    absorbed_ = course->absorbed;
    limit_ = course->limit;
    is_interim_ = has_bills_of(*course, encounter);
    if (holds(course->encounters, encounter.referred_from)) continued_by_ = continuous_rule(pool, situation.day);
  }
}

std::optional<std::size_t> StayDeductible::order_without_referral() const {
  if (continued_by_ == policy::kNoRule || is_interim_) return std::nullopt;
  return std::min<std::size_t>(year_.admissions, 2);
}

// The stay's own id says more than a referral does.
Course* StayDeductible::find_course() const {
  for (Course& course : past_.courses) {
    if (has_bills_of(course, encounter_)) return &course;
  }
  if (encounter_.referred_from.empty() || !counts_continuously(pool_, situation_.day)) return nullptr;
  const auto referring = std::ranges::find_if(
      past_.courses, [&](const Course& course) { return holds(course.encounters, encounter_.referred_from); });
  return referring == past_.courses.end() ? nullptr : &*referring;
}

void StayDeductible::use(Money deductible) {
  if (treatment_ != nullptr) *treatment_ += deductible;
  if (!per_stay_) return;
  Course* course = find_course();
  if (course == nullptr) {
    ++year_.admissions;
    // Nothing can continue a stay that has no id and that no referral may name: it need not be remembered.
    if (encounter_.stay.empty() && !counts_continuously(pool_, situation_.day)) return;
    course = &past_.courses.emplace_back(Course{.order = order_});
  }
  // The sum over the whole course: a referral to a higher level owes only what its own deductible has more.
  course->absorbed += deductible;
  course->limit = limit_;
  course->encounters.push_back(encounter_.id);
  if (encounter_.stay.empty()) return;
  note_stay(course->stays, {encounter_.provider.id, encounter_.stay, days_of(encounter_)});
}

}  // namespace yidan::benefit
