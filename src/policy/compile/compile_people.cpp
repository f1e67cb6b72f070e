#include "policy/compile/compile_people.h"

#include <algorithm>
#include <set>

#include "policy/parameter_kind.h"

namespace yidan::policy {
namespace {

void report_need(const Parameter& parameter, std::string_view other, Problems& problems) {
  std::string file = std::string(other) + ".yaml";
  file[file.find('.')] = '/';
  problems.add(parameter.at, "未使用的参数“" + parameter.id + "”：没有 " + file + "，请补上它或删去此文件",
               "unused parameter '" + parameter.id + "': there is no " + file + ", add it or delete this file");
}

// Files that do nothing without another one.
void check_needs(const Effective& effective, Problems& problems) {
  for (const ParameterKind& kind : parameter_kinds()) {
    const auto found = effective.parameters.find(kind.id);
    if (found == effective.parameters.end()) continue;
    for (const std::string_view other : kind.needs) {
      if (!other.empty() && !effective.parameters.contains(other)) report_need(*found->second, other, problems);
    }
  }
}

// The two parts of a premium are of one standard: who pays both owes what a notice prints (B05, B06).
void report_two_standards(const Rule& government, const Rule& individual, Problems& problems) {
  const auto year = [](const Rule& rule, const Text& none) {
    return rule.standard_year ? Text{std::to_string(*rule.standard_year), std::to_string(*rule.standard_year)} : none;
  };
  const Text none{"（未注明）", "none"};
  const Text of_one = year(government, none);
  const Text of_other = year(individual, none);
  const std::string where = to_text(individual.at);
  problems.add(government.at,
               "同一参保年度的政府补助与个人缴费（在 " + where + "）不属于同一标准年度（standard_year " + of_one.zh +
                   " 与 " + of_other.zh + "）：请改正其中之一",
               "the government part and the individual part of one insured year (at " + where +
                   ") are of two standards (standard_year " + of_one.en + " and " + of_other.en +
                   "): correct one of them");
}

// On no day is an individual part of one standard owed beside a government part of another.
void check_government_part(const Pool& pool, Problems& problems) {
  const PeopleRules& people = pool.people;
  std::set<Date> days;
  for (const Table* table : {&people.resident_government, &people.resident_individual}) {
    days.insert(table->breaks().begin(), table->breaks().end());
  }
  std::set<RuleId> reported;
  for (const Date day : days) {
    const Cell* government = people.resident_government.find({}, day);
    const Cell* individual = people.resident_individual.find({}, day);
    if (government == nullptr || individual == nullptr) continue;
    const Rule& of_government = pool.rule(government->rule);
    const Rule& of_individual = pool.rule(individual->rule);
    if (of_government.standard_year == of_individual.standard_year) continue;
    if (reported.insert(government->rule).second) report_two_standards(of_government, of_individual, problems);
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
  for (const ParameterKind& kind : parameter_kinds()) {
    if (kind.of_people == nullptr) continue;
    const bool by_age = kind.brackets == Brackets::of_ages;
    people.*kind.of_people = by_age ? builder.build_bands(kind.id, people.bands) : builder.build(kind.id);
  }
  const auto subsidy = effective.parameters.find("resident.subsidy");
  if (subsidy != effective.parameters.end()) people.subsidy_dated_by = subsidy->second->dated_by;
  check_needs(effective, problems);
  check_government_part(pool, problems);
  check_subsidy_rest(pool, problems);
}

}  // namespace yidan::policy
