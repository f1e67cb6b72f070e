#include "benefit/stay_deductible.h"

#include <algorithm>

namespace yidan::benefit {
namespace {

using policy::kNoCounter;

bool counts_continuously(const policy::Pool& pool, Date day) {
  return pool.continuous_deductible.find({}, day) != nullptr;
}

}  // namespace

StayDeductible::StayDeductible(const policy::Pool& pool, const policy::Benefit& benefit, const Situation& situation,
                               const Encounter& encounter, Past& past, YearState& year)
    : pool_(pool), benefit_(benefit), situation_(situation), encounter_(encounter), past_(past), year_(year) {
  if (benefit.deductible.empty()) return;
  if (benefit.counters.deductible != kNoCounter) {
    absorbed_ = year.counters[static_cast<std::size_t>(benefit.counters.deductible)];
  }
  if (benefit.deductible_kind != policy::DeductibleKind::per_stay) return;
  if (benefit.is_treatment(situation.care, situation.disease)) {
    const auto id = benefit.counters.treatment_deductible[static_cast<std::size_t>(*situation.disease)];
    treatment_ = &year.counters[static_cast<std::size_t>(id)];
    absorbed_ = *treatment_;
    return;
  }
  per_stay_ = true;
  const auto index = static_cast<std::size_t>(&benefit - pool.benefits.data());
  order_ = static_cast<std::size_t>(std::min(year.admissions[index], 2));
  if (const Course* course = find_course()) {
    order_ = course->order;
    absorbed_ = course->absorbed;
  }
}

Course* StayDeductible::find_course() const {
  const bool continuous = !encounter_.referred_from.empty() && counts_continuously(pool_, situation_.day);
  const auto found = std::ranges::find_if(past_.courses, [&](const Course& course) {
    if (course.benefit != &benefit_) return false;
    return (!encounter_.stay.empty() && course.stay == encounter_.stay) ||
           (continuous && course.encounter == encounter_.referred_from);
  });
  return found == past_.courses.end() ? nullptr : &*found;
}

void StayDeductible::use(Money deductible) {
  if (treatment_ != nullptr) *treatment_ += deductible;
  if (!per_stay_) return;
  Course* course = find_course();
  if (course == nullptr) {
    ++year_.admissions[static_cast<std::size_t>(&benefit_ - pool_.benefits.data())];
    if (encounter_.stay.empty() && !counts_continuously(pool_, situation_.day)) return;
    course = &past_.courses.emplace_back(
        Course{.encounter = {}, .stay = {}, .benefit = &benefit_, .absorbed = {}, .order = order_});
  }
  course->absorbed += deductible;
  course->encounter = encounter_.id;
  course->stay = encounter_.stay;
}

}  // namespace yidan::benefit
