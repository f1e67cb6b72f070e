#include "contract/roster.h"

#include "contract/answer.h"

namespace yidan::contract {

void admit_roster_number(const Members& members, RosterPerson& person, Reading&) {
  person.id = person_number_of(*members.value(0), members.place("id"));
}

const Object& roster_object() {
  static constexpr std::array rules{
      Gist{"一人只列一次；名册有误则整份不收", "a person stands once; a roster with a fault is refused whole"}};
  static const std::array fields{
      format<"yidan.roster/1">(),
      pool().required(),
      text("unit", "集体参保的单位，如档案托管单位", "the unit that enrols them, for example a custodian of files")
          .required(),
      word<EmployerKind>("employer_kind", "单位类型", "kind of employer").required(),
      day("on", "参保日", "the day of enrolment").required(),
      object(kObject<kRosterPerson>, "persons", "人员", "the persons").many().required()};
  static const Object object{"yidan.roster/1", {"单位集体参保名册", "a roster of a unit's persons"}, fields, rules};
  return object;
}

}  // namespace yidan::contract
