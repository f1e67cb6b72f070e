// A roster: the persons whom a unit enrols together, as its employees or, of file custody, in their own names.
#pragma once

#include "contract/person.h"
#include "facts/record.h"

namespace yidan::contract {

struct RosterPerson {
  std::string id;
  Date born;
  std::optional<Sex> sex;
  std::optional<Money> monthly_wage;
  PersonKind kind = PersonKind::ordinary;
};

void admit_roster_number(const Members& members, RosterPerson& person, Reading& reading);

inline constexpr auto kRosterPerson = table<RosterPerson>(
    "roster-person", "名册中的人员", "a person of a roster",
    at<&RosterPerson::id>(number_of_person("id", "人员编号", "the person's number").required()),
    rule<admit_roster_number>(kNumberZh, kNumberEn),
    at<&RosterPerson::born>(day("born", "出生日期", "day of birth").required()),
    at<&RosterPerson::sex>(word<Sex>("sex", "性别", "sex")),
    at<&RosterPerson::monthly_wage>(money("monthly_wage", "月工资", "wage a month")),
    at<&RosterPerson::kind>(word<PersonKind>("person_kind", "人员类别", "kind of person").or_else("\"ordinary\"")));

// `yidan.roster/1`.
[[nodiscard]] const Object& roster_object();

}  // namespace yidan::contract
