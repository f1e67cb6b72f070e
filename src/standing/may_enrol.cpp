// Who may be enrolled as a resident.
#include "standing/residents.h"

namespace yidan::standing {

using policy::Cell;
using policy::Dimension;

// Whether a relation keeps the person in the employee scheme on a day: an employer's by the duty to insure, another
// while it is paid for (SD20-2.1.1.2-a: residents are those who are not in the employee scheme).
bool Residents::is_bound(const Relation& relation, Date day) const {
  if (!relation.open_on(day)) return false;
  if (says(find(view_.rules.enrolment_duty, Dimension::employer_kind, relation.kind, day), EnrolDuty::mandatory))
    return true;
  const bool waits = relation.cover_from && *relation.first_payment <= day && day < *relation.cover_from;
  return waits || relation.covers(day);
}

// Who is in the employee scheme, or must be, cannot choose the cheaper one; who lives elsewhere belongs to that city's
// pool. The enrolment is then none, and a warning says so: the record may be right and only the scheme wrong.
bool Residents::may_enrol(const Event& event, const EnrolEvent& enrol) const {
  for (const Relation& relation : employment_.relations()) {
    if (!is_bound(relation, event.on)) continue;
    view_.warn(WarningKind::resident_while_employed, &event, {word(relation.kind)},
               {find(view_.rules.enrolment_duty, Dimension::employer_kind, relation.kind, event.on),
                find(view_.rules.enrolment_residents, event.on)});
    return false;
  }
  if (const auto& entitled = view_.standing.years.entitled_from; entitled && *entitled <= event.on) {
    view_.warn(WarningKind::resident_while_employed, &event, {word(Status::retired)},
               {find(view_.rules.enrolment_residents, event.on)});
    return false;
  }
  const bool elsewhere = enrol.household.known() && enrol.household.city() != view_.pool.region.city();
  if (!elsewhere) return true;
  const Cell* permit = find(view_.rules.enrolment_residence_permit, event.on);
  if (enrol.residence_permit && says(permit, Permission::allowed)) return true;
  view_.warn(WarningKind::household_elsewhere, &event, {}, {permit});
  return false;
}

}  // namespace yidan::standing
