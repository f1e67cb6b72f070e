#include "policy/compile/compile_people.h"

#include <algorithm>
#include <array>
#include <set>

namespace yidan::policy {
namespace {

struct Member {
  std::string_view id;
  Table PeopleRules::* table;
};

constexpr std::array kMembers{
    Member{"indicators.average-wage", &PeopleRules::average_wage},
    Member{"enrolment.duty", &PeopleRules::enrolment_duty},
    Member{"enrolment.residents", &PeopleRules::enrolment_residents},
    Member{"enrolment.residence-permit", &PeopleRules::enrolment_residence_permit},
    Member{"resident.window", &PeopleRules::resident_window},
    Member{"resident.window-extension", &PeopleRules::resident_window_extension},
    Member{"resident.late-wait", &PeopleRules::resident_late_wait},
    Member{"resident.individual-until", &PeopleRules::resident_individual_until},
    Member{"resident.newborn-limit", &PeopleRules::resident_newborn_limit},
    Member{"resident.newborn-cover", &PeopleRules::resident_newborn_cover},
    Member{"resident.at-once", &PeopleRules::resident_at_once},
    Member{"resident.after-employee", &PeopleRules::resident_after_employee},
    Member{"resident.individual", &PeopleRules::resident_individual},
    Member{"resident.government", &PeopleRules::resident_government},
    Member{"resident.government-limit", &PeopleRules::resident_government_limit},
    Member{"resident.subsidy", &PeopleRules::resident_subsidy},
    Member{"resident.subsidy-rest", &PeopleRules::resident_subsidy_rest},
    Member{"employee.cover-start", &PeopleRules::employee_cover_start},
    Member{"employee.base-floor", &PeopleRules::employee_base_floor},
    Member{"employee.base-ceiling", &PeopleRules::employee_base_ceiling},
    Member{"employee.flexible-base", &PeopleRules::employee_flexible_base},
    Member{"employee.employer-rate", &PeopleRules::employee_employer_rate},
    Member{"employee.person-rate", &PeopleRules::employee_person_rate},
    Member{"employee.flexible-rate", &PeopleRules::employee_flexible_rate},
    Member{"employee.separate", &PeopleRules::employee_separate},
    Member{"employee.required-months", &PeopleRules::employee_required_months},
    Member{"employee.deemed-recognised-from", &PeopleRules::employee_deemed_recognised_from},
    Member{"employee.top-up", &PeopleRules::employee_top_up},
    Member{"employee.transfer", &PeopleRules::employee_transfer},
    Member{"account.holders", &PeopleRules::account_holders},
    Member{"account.age-on", &PeopleRules::account_age_on},
    Member{"account.credit-by-age", &PeopleRules::account_credit_by_age},
    Member{"account.uses", &PeopleRules::account_uses},
    Member{"categories.authority", &PeopleRules::categories_authority},
    Member{"categories.by-reference", &PeopleRules::categories_by_reference},
    Member{"categories.must-be-insured", &PeopleRules::categories_must_be_insured},
    Member{"application.window", &PeopleRules::application_window},
    Member{"application.forward", &PeopleRules::application_forward},
    Member{"application.once-a-year", &PeopleRules::application_once_a_year},
    Member{"application.no-overlap", &PeopleRules::application_no_overlap},
    Member{"application.recognised", &PeopleRules::application_recognised},
};

// Files that do nothing without another one.
struct Need {
  std::string_view id;
  std::string_view other;
};

constexpr std::array kNeeds{
    Need{"resident.window-extension", "resident.window"},     Need{"resident.late-wait", "resident.window"},
    Need{"resident.newborn-cover", "resident.newborn-limit"}, Need{"resident.individual-until", "resident.government"},
    Need{"resident.subsidy-rest", "resident.subsidy"},        Need{"employee.base-floor", "indicators.average-wage"},
    Need{"employee.base-ceiling", "indicators.average-wage"}, Need{"employee.flexible-base", "indicators.average-wage"},
    Need{"account.credit-active", "account.holders"},         Need{"account.credit-by-age", "account.holders"},
    Need{"account.credit-retired", "account.holders"},        Need{"account.credit-active", "account.age-on"},
    Need{"account.credit-by-age", "account.age-on"},          Need{"account.credit-retired", "account.age-on"},
    Need{"application.forward", "application.window"},        Need{"application.once-a-year", "application.window"},
    Need{"application.no-overlap", "application.window"},     Need{"application.recognised", "application.window"},
};

void report_need(const Parameter& parameter, const Need& need, Problems& problems) {
  std::string file = std::string(need.other) + ".yaml";
  file[file.find('.')] = '/';
  problems.add(parameter.at, "未使用的参数“" + parameter.id + "”：没有 " + file + "，请补上它或删去此文件",
               "unused parameter '" + parameter.id + "': there is no " + file + ", add it or delete this file");
}

void check_needs(const Effective& effective, Problems& problems) {
  for (const Need& need : kNeeds) {
    const auto found = effective.parameters.find(need.id);
    if (found == effective.parameters.end() || effective.parameters.contains(need.other)) continue;
    report_need(*found->second, need, problems);
  }
}

void report_government_part(const Pool& pool, const Cell& government, const Cell& individual, const Cell& limit,
                            Date day, Problems& problems) {
  const std::string part = to_text(government.money());
  const std::string other = to_text(individual.money());
  const std::string where = to_text(pool.rule(individual.rule).at);
  const std::string times = std::to_string(limit.value);
  problems.add(pool.rule(government.rule).at,
               "政府补助部分 " + part + " 在 " + to_text(day) + " 超过个人缴费 " + other + "（在 " + where + "）的 " +
                   times + " 倍：请改正其中之一",
               "the government part " + part + " is more than " + times + " times the individual part " + other +
                   " (at " + where + ") on " + to_text(day) + ": correct one of them");
}

// The government part has a limit in terms of the individual part (SD20-2.2.3.3-b).
void check_government_part(const Pool& pool, Problems& problems) {
  const PeopleRules& people = pool.people;
  std::set<Date> days;
  for (const Table PeopleRules::* table : {&PeopleRules::resident_government, &PeopleRules::resident_individual,
                                           &PeopleRules::resident_government_limit}) {
    const std::vector<Date>& breaks = (people.*table).breaks();
    days.insert(breaks.begin(), breaks.end());
  }
  std::set<RuleId> reported;
  for (const Date day : days) {
    const Cell* government = people.resident_government.find({}, day);
    const Cell* individual = people.resident_individual.find({}, day);
    const Cell* limit = people.resident_government_limit.find({}, day);
    if (government == nullptr || individual == nullptr || limit == nullptr) continue;
    if (Exact{government->value} <= Exact{individual->value} * limit->value) continue;
    if (!reported.insert(government->rule).second) continue;
    report_government_part(pool, *government, *individual, *limit, day, problems);
  }
}

bool is_subsidised(const PeopleRules& people, const Key& key) {
  return std::ranges::any_of(people.resident_subsidy.breaks(),
                             [&](Date day) { return people.resident_subsidy.find(key, day) != nullptr; });
}

void report_rest(const Rule& rule, Identity identity, Problems& problems) {
  const std::string name(code(identity));
  problems.add(rule.at,
               "身份“" + name + "”没有参保资助（resident/subsidy.yaml），也就没有余额：请在该文件补一行，或从此行删去",
               "identity '" + name +
                   "' has no subsidy in resident/subsidy.yaml, hence no rest: add a row there, or "
                   "take it out of this one");
}

// Who bears the rest of a subsidy that is never given.
void check_subsidy_rest(const Pool& pool, Problems& problems) {
  const Table& rest = pool.people.resident_subsidy_rest;
  if (pool.people.resident_subsidy.empty() || !rest.uses(Dimension::identity)) return;
  for (std::size_t i = 0; i < count_of<Identity>; ++i) {
    Key key;
    key.set(Dimension::identity, i);
    if (is_subsidised(pool.people, key)) continue;
    for (std::size_t exempt = 0; exempt < count_of<Exemption>; ++exempt) {
      key.set(Dimension::exempt, exempt);
      for (const Date day : rest.breaks()) {
        const Cell* cell = rest.find(key, day);
        if (cell != nullptr) report_rest(pool.rule(cell->rule), static_cast<Identity>(i), problems);
      }
    }
  }
}

}  // namespace

void compile_people(TableBuilder& builder, const Effective& effective, Pool& pool, Problems& problems) {
  PeopleRules& people = pool.people;
  for (const Member& member : kMembers) people.*member.table = builder.build(member.id);
  people.account_credit_active = builder.build_bands("account.credit-active", people.bands);
  people.account_credit_retired = builder.build_bands("account.credit-retired", people.bands);
  const auto subsidy = effective.parameters.find("resident.subsidy");
  if (subsidy != effective.parameters.end()) people.subsidy_dated_by = subsidy->second->dated_by;
  check_needs(effective, problems);
  check_government_part(pool, problems);
  check_subsidy_rest(pool, problems);
}

}  // namespace yidan::policy
