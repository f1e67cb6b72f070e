// The rules about people: enrolment, premiums, cover, contributory years, the personal account, applications.
//
// Each member is the table of the pack file of the same name (`resident/window` is `resident_window`). A table of words
// holds, as the cell's value, the ordinal of the enum named beside it. docs/people.md says what each rule does and on
// which day it is looked up. A table that a pool does not have is empty.
#pragma once

#include <vector>

#include "policy/table.h"
#include "terms/people.h"

namespace yidan::policy {

// A value for ages from `from` on; sorted, the first from 0.
struct Band {
  int from = 0;
  Cell cell;
};
using Bands = std::vector<Band>;

struct PeopleRules {
  Table average_wage;  // indicators/average-wage: yuan/year

  Table enrolment_duty;              // by employer_kind: EnrolDuty
  Table enrolment_residents;         // presence: residents may join
  Table enrolment_residence_permit;  // Permission

  Table resident_window;            // Window
  Table resident_window_extension;  // a date, as days
  Table resident_late_wait;         // months
  Table resident_individual_until;  // YearDay
  Table resident_newborn_limit;     // months
  Table resident_newborn_cover;     // by timing: NewbornStart
  Table resident_at_once;           // by identity: presence
  Table resident_after_employee;    // months
  Table resident_individual;        // yuan/year
  Table resident_government;        // yuan/year
  Table resident_government_limit;  // times the individual part
  Table resident_subsidy;           // by identity: yuan/year; kind `none` is the whole premium ("full")
  DatedBy subsidy_dated_by = DatedBy::insured_year;
  Table resident_subsidy_rest;  // by identity, exempt: Payer

  Table employee_cover_start;             // by entry: CoverStart
  Table employee_base_floor;              // percent
  Table employee_base_ceiling;            // percent
  Table employee_flexible_base;           // percent
  Table employee_employer_rate;           // by employer_kind: percent
  Table employee_person_rate;             // percent
  Table employee_flexible_rate;           // percent
  Table employee_separate;                // by person_kind: presence
  Table employee_required_months;         // by sex: months
  Table employee_deemed_recognised_from;  // a date, as days
  Table employee_top_up;                  // presence: the amount is given by no document
  Table employee_transfer;                // presence: months brought from elsewhere count

  Table account_holders;         // by status: Holding
  Table account_age_on;          // AgeDay
  Table account_credit_active;   // cells hold the index of `bands`, whose cells are rates
  Table account_credit_by_age;   // yuan a month for each year of age
  Table account_credit_retired;  // cells hold the index of `bands`, whose cells are yuan a month
  std::vector<Bands> bands;
  Table account_uses;  // by use, beneficiary: Permission

  Table categories_authority;        // by identity: Recogniser
  Table categories_by_reference;     // presence: others in special difficulty by county order
  Table categories_must_be_insured;  // by identity: presence

  Table application_window;       // months before the month of application
  Table application_forward;      // Forward
  Table application_once_a_year;  // presence
  Table application_no_overlap;   // presence
  Table application_recognised;   // presence: civil affairs must have found the conditions met
};

// The cell of the band for an age.
[[nodiscard]] const Cell& cell_for_age(const Bands& bands, int age);

}  // namespace yidan::policy
