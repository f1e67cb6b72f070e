// What earlier bills of a person have left behind: counters by year, stays, balances. Semantics writes it `year`.
//
// Settlement takes the past by value and returns the past after the bill; a person's years are a fold (L7). A rejected
// encounter leaves no trace.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "benefit/claim.h"
#include "facts/case.h"
#include "facts/person.h"
#include "money/money.h"
#include "policy/policy.h"

namespace yidan::benefit {

// The counters of one insurance year, in the order of the pool's counter names.
struct YearState {
  int year = 0;
  std::vector<Money> counters;
  std::size_t admissions = 0;  // stays settled so far, of either scheme
};

// A stay that is settled in parts, by the number that its institution gave it. Another institution's equal number is
// another stay.
struct StayNumber {
  std::string provider;
  std::string number;
  Period days;  // from the first admission to the last discharge settled so far

  bool operator==(const StayNumber&) const = default;
};

// Adds a bill of a stay: to the days of the stay of that number, or as a further one.
void note_stay(std::vector<StayNumber>& stays, StayNumber bill);

// A settled stay that bears its deductible once: later interim bills and referrals continue it (B13, reading C11).
struct Course {
  std::vector<std::string> encounters;  // every bill of the course: a referral may name any of them
  std::vector<StayNumber> stays;        // those with interim bills
  Money absorbed;
  std::size_t order = 0;       // 0 for the first stay of its year
  std::optional<Money> limit;  // of `absorbed`, after a referral: no stay bears more than it would without one (C11)
};

struct Past {
  std::vector<YearState> years;
  std::vector<Course> courses;
  std::vector<Period> stays;  // settled so far: from admission up to discharge (B10)
  std::vector<Claim> claims;  // by which a claim that comes again is known
  Money account_balance;
  std::vector<FamilyAccount> accounts;  // in the order in which they pay

  // The state of a year; an empty one is made when there is none.
  YearState& year(int year, const policy::Pool& pool);
};

// The past before the first encounter. REQUIRES: the opening counters are ones of the pool.
[[nodiscard]] Past opening_past(const policy::Pool& pool, const Person& person,
                                const std::vector<OpeningCounter>& opening);

}  // namespace yidan::benefit
