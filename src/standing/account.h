// The personal account: monthly credits and uses (readings D01 to D04).
#pragma once

#include <optional>

#include "standing/contributions.h"

namespace yidan::standing {

// The credit of a month, and why.
struct Credit {
  Money amount;
  Reasoning why;
};

// Of who is employed: base × rate by age. Absent when the pool has no rule for the month. Errors: `overflow`.
[[nodiscard]] Result<std::optional<Credit>> credit_of_active(const policy::PeopleRules& rules, Date born,
                                                             Money monthly_wage, Month month);
// Of who enjoys retiree benefits: by years of age, or a fixed amount by age. Absent and errors as above.
[[nodiscard]] Result<std::optional<Credit>> credit_of_retired(const policy::PeopleRules& rules, Date born, Month month);

// Why a use of the account is refused, in the order of precedence; absent when it is allowed. `rule` becomes the cell
// that allows or forbids this use.
[[nodiscard]] std::optional<AccountRefusal> refusal_of_use(const policy::PeopleRules& rules, const AccountUseEvent& use,
                                                           Date on, bool covered_as_employee, Money balance,
                                                           const policy::Cell*& rule);

// Fills the account of the standing. REQUIRES: its cover and years are known.
void keep_account(const View& view, const Employment& employment);

}  // namespace yidan::standing
