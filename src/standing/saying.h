// What a standing says about a finding: one word a sentence; the sentences themselves stand in narrate.cpp.
#pragma once

#include <cstddef>
#include <cstdint>

namespace yidan::standing {

enum class Saying : std::uint8_t {
  none,
  cover_first_relation,   // first payment on, cover from
  cover_later_relation,   // cover from
  cover_retired,          // months that count, months required
  cover_retired_granted,  // day
  cover_in_window,        // paid on, insured year, first and last day of the window
  cover_without_window,   // paid on, insured year
  cover_late,             // paid on, window's end, months of waiting
  cover_late_no_waiting,  // paid on, window's end
  cover_at_once,          // paid on, identity
  cover_after_employee,   // paid on, last day contributed for, months
  cover_newborn_birth,    // paid on, born, months
  cover_newborn_payment,  // paid on, born, months
  cover_newborn_late,     // paid on, months
  gap_not_enrolled,
  gap_enrolled_for_later,  // insured year for which the person is enrolled
  gap_resident_unpaid,     // insured year
  gap_resident_paid_on,    // insured year, paid on
  gap_resident_waiting,    // insured year, paid on, window's end, months
  gap_resident_too_late,   // insured year, paid on
  gap_newborn_waiting,     // insured year, paid on, months
  gap_employee_unpaid,     // day the relation opened
  gap_employee_waiting,    // first payment on, cover from
  gap_employee_again,      // cover from
  gap_suspended,           // first month that is not paid
  gap_left,                // last day of employee cover
  gap_retired_short,       // months that count, months required, months missing
  gap_retired_late,        // months that counted at retirement, months required, entitled from
  gap_retired_unknown,     // months that count
  due_employee,            // base (rounded for reading), rate
  due_employer,            // base, rate, employer kind
  due_flexible,            // base, rate
  due_individual,          // individual part
  due_individual_rest,     // individual part, subsidy
  due_county,              // individual part, subsidy
  due_assistance,          // individual part, identity
  due_government,          // government part
  due_government_late,     // government part, last day of the individual part alone
  subsidy_full,            // identity
  subsidy_fixed,           // identity, fixed amount, individual part
  credit_active,           // age, base, rate
  credit_by_age,           // age, yuan a year of age
  credit_retired,          // age
  debit,                   // use, beneficiary, balance after
  refused,                 // use, beneficiary, refusal, balance
  years,                   // actual, deemed, required, missing
  years_granted,           // actual, deemed
  years_unknown,           // actual, deemed
  identity,                // identity
  identity_by_order,       // identity
  warning,                 // the warning's own arguments
};
inline constexpr std::size_t kSayings = static_cast<std::size_t>(Saying::warning) + 1;

}  // namespace yidan::standing
