// The rules about people of a small sound set of packs (tests/cases/bad/base), and that every table of the shipped
// packs comes from the file of its name.
#include <gtest/gtest.h>

#include "policy/policy.h"
#include "testing/files.h"
#include "testing/packs.h"
#include "testing/values.h"

namespace yidan::policy {
namespace {

using testing::day;

struct FileOf {
  std::string_view id;
  Table PeopleRules::* table;
};

const std::vector<FileOf> kFiles{
    {"indicators.average-wage", &PeopleRules::average_wage},
    {"enrolment.duty", &PeopleRules::enrolment_duty},
    {"enrolment.residents", &PeopleRules::enrolment_residents},
    {"enrolment.residence-permit", &PeopleRules::enrolment_residence_permit},
    {"resident.window", &PeopleRules::resident_window},
    {"resident.window-extension", &PeopleRules::resident_window_extension},
    {"resident.late-wait", &PeopleRules::resident_late_wait},
    {"resident.individual-until", &PeopleRules::resident_individual_until},
    {"resident.newborn-limit", &PeopleRules::resident_newborn_limit},
    {"resident.newborn-cover", &PeopleRules::resident_newborn_cover},
    {"resident.at-once", &PeopleRules::resident_at_once},
    {"resident.after-employee", &PeopleRules::resident_after_employee},
    {"resident.individual", &PeopleRules::resident_individual},
    {"resident.government", &PeopleRules::resident_government},
    {"resident.government-limit", &PeopleRules::resident_government_limit},
    {"resident.subsidy", &PeopleRules::resident_subsidy},
    {"resident.subsidy-rest", &PeopleRules::resident_subsidy_rest},
    {"employee.cover-start", &PeopleRules::employee_cover_start},
    {"employee.base-floor", &PeopleRules::employee_base_floor},
    {"employee.base-ceiling", &PeopleRules::employee_base_ceiling},
    {"employee.flexible-base", &PeopleRules::employee_flexible_base},
    {"employee.employer-rate", &PeopleRules::employee_employer_rate},
    {"employee.person-rate", &PeopleRules::employee_person_rate},
    {"employee.flexible-rate", &PeopleRules::employee_flexible_rate},
    {"employee.separate", &PeopleRules::employee_separate},
    {"employee.required-months", &PeopleRules::employee_required_months},
    {"employee.deemed-recognised-from", &PeopleRules::employee_deemed_recognised_from},
    {"employee.top-up", &PeopleRules::employee_top_up},
    {"employee.transfer", &PeopleRules::employee_transfer},
    {"account.holders", &PeopleRules::account_holders},
    {"account.age-on", &PeopleRules::account_age_on},
    {"account.credit-active", &PeopleRules::account_credit_active},
    {"account.credit-by-age", &PeopleRules::account_credit_by_age},
    {"account.credit-retired", &PeopleRules::account_credit_retired},
    {"account.uses", &PeopleRules::account_uses},
    {"categories.authority", &PeopleRules::categories_authority},
    {"categories.by-reference", &PeopleRules::categories_by_reference},
    {"categories.must-be-insured", &PeopleRules::categories_must_be_insured},
    {"application.window", &PeopleRules::application_window},
    {"application.forward", &PeopleRules::application_forward},
    {"application.once-a-year", &PeopleRules::application_once_a_year},
    {"application.no-overlap", &PeopleRules::application_no_overlap},
    {"application.recognised", &PeopleRules::application_recognised},
};

// The first cell that a table of these dimensions has on any day at which something changes.
const Cell* any_cell(const Table& table) {
  for (const Date first : table.breaks()) {
    for (std::size_t ordinal = 0; ordinal < 12; ++ordinal) {
      Key key;
      for (std::size_t i = 0; i < kDimensions; ++i) {
        const auto dimension = static_cast<Dimension>(i);
        key.set(dimension, std::min(ordinal, size_of(dimension) - 1));
      }
      if (table.uses(Dimension::beneficiary)) key.set(Dimension::beneficiary, 0);
      if (const Cell* cell = table.find(key, first)) return cell;
    }
  }
  return nullptr;
}

TEST(PeopleRules, ComeFromTheFileOfTheirName) {
  for (const FileOf& each : kFiles) {
    std::size_t pools = 0;
    for (const Pool& pool : testing::shipped_policy().pools) {
      const Cell* cell = any_cell(pool.people.*each.table);
      if (cell == nullptr) continue;
      ++pools;
      EXPECT_EQ(pool.rule(cell->rule).id, each.id);
    }
    if (each.id == "resident.window-extension") continue;  // no window has been prolonged yet
    EXPECT_GT(pools, 0U) << "no pool has " << each.id;
  }
}

class SmallSet : public ::testing::Test {
 protected:
  const Policy policy_ = testing::packs_in(testing::in_repository("tests/cases/bad/base")).value();
  const Pool& pool_ = policy_.pools.front();
  const PeopleRules& people_ = pool_.people;
  const Date day_ = day("2021-05-01");

  static Key key(Dimension dimension, std::size_t ordinal) {
    Key key;
    key.set(dimension, ordinal);
    return key;
  }
  template <class E>
  static Key key(Dimension dimension, E value) {
    return key(dimension, static_cast<std::size_t>(value));
  }
};

TEST_F(SmallSet, HoldsDaysNumbersAndAmounts) {
  const Window window = people_.resident_window.find({}, day_)->window();
  EXPECT_EQ(window.opens.in(2021), day("2021-09-01"));
  EXPECT_EQ(window.closes.in(2021), day("2021-12-31"));
  EXPECT_EQ(people_.resident_individual_until.find({}, day_)->year_day().in(2021), day("2021-06-30"));
  EXPECT_EQ(people_.resident_window_extension.find({}, day_)->value, day("2022-03-31").days());
  EXPECT_EQ(people_.resident_late_wait.find({}, day_)->value, 1);
  EXPECT_EQ(people_.resident_government_limit.find({}, day_)->value, 2);
  EXPECT_EQ(people_.resident_individual.find({}, day_)->money(), Money::yuan(320));
  EXPECT_EQ(people_.employee_base_ceiling.find({}, day_)->rate(), Rate::percent(300));
  EXPECT_EQ(people_.average_wage.find({}, day_)->money(), Money::yuan(69'136));
  EXPECT_EQ(people_.resident_window.find({}, day("2019-12-31")), nullptr);
}

TEST_F(SmallSet, HoldsWordsAsTheOrdinalsOfTheirEnums) {
  const auto duty = [&](EmployerKind kind) {
    return static_cast<EnrolDuty>(people_.enrolment_duty.find(key(Dimension::employer_kind, kind), day_)->value);
  };
  EXPECT_EQ(duty(EmployerKind::institution), EnrolDuty::mandatory);
  EXPECT_EQ(duty(EmployerKind::file_custody), EnrolDuty::voluntary);
  Key use = key(Dimension::use, AccountUse::pharmacy);
  use.set(Dimension::beneficiary, static_cast<std::size_t>(Beneficiary::spouse));
  EXPECT_EQ(static_cast<Permission>(people_.account_uses.find(use, day_)->value), Permission::allowed);
  use.set(Dimension::beneficiary, static_cast<std::size_t>(Beneficiary::other));
  EXPECT_EQ(people_.account_uses.find(use, day_), nullptr);
}

TEST_F(SmallSet, HoldsSubsidiesWithTheDayThatDecides) {
  EXPECT_EQ(people_.subsidy_dated_by, DatedBy::insured_year);
  const Cell* full = people_.resident_subsidy.find(key(Dimension::identity, Identity::destitute), day_);
  EXPECT_EQ(full->kind, Cell::Kind::none);
  EXPECT_EQ(pool_.rule(full->rule).value.text, "full");
  const Key minimum_living = key(Dimension::identity, Identity::minimum_living);
  EXPECT_EQ(people_.resident_subsidy.find(minimum_living, day_)->money(), Money::yuan(96));
  EXPECT_EQ(static_cast<Payer>(people_.resident_subsidy_rest.find(minimum_living, day_)->value), Payer::person);
  EXPECT_EQ(people_.resident_subsidy.find(key(Dimension::identity, Identity::none), day_), nullptr);
}

TEST_F(SmallSet, HoldsCreditsByAge) {
  const auto credit = [&](const Table& table, int age) -> const Cell& {
    return cell_for_age(people_.bands[static_cast<std::size_t>(table.find({}, day_)->value)], age);
  };
  EXPECT_EQ(credit(people_.account_credit_active, 34).rate(), Rate::percent(2));
  EXPECT_EQ(credit(people_.account_credit_active, 35).rate(), Rate::ppm(25'000));
  EXPECT_EQ(credit(people_.account_credit_retired, 69).money(), Money::yuan(80));
  EXPECT_EQ(credit(people_.account_credit_retired, 70).money(), Money::yuan(100));
  const Rule& rule = pool_.rule(credit(people_.account_credit_retired, 70).rule);
  EXPECT_EQ(rule.key.text, "age_from=70");
  EXPECT_EQ(rule.key.age_from, 70);
  EXPECT_EQ(rule.value.text, "2.5% of average-pension = 100.00");
  EXPECT_EQ(rule.value.share, Rate::ppm(25'000));
  EXPECT_EQ(rule.value.indicator, "average-pension");
  EXPECT_EQ(rule.value.money(), Money::yuan(100));
  EXPECT_EQ(rule.clauses, (std::vector<std::string>{"YT-2.2.1-l", "YT-2.2.1-m"}));
}

}  // namespace
}  // namespace yidan::policy
