// A person as the national interface sees them.
#pragma once

#include <string>
#include <string_view>

#include "national/turn.h"
#include "operations/standing.h"

namespace yidan::national {

// The books have no names: it is said where one has to stand.
inline constexpr std::string_view kNoName = "未登记";

struct PersonSeen {
  std::int32_t pool = 0;
  std::string number;
  std::string_view certificate;  // psn_cert_type
  std::string_view sex;          // gend
  std::string_view type;         // psn_type on the day; empty: not covered
  std::string_view insurance;    // insutype on the day; empty: not covered
  Date born;
  Money balance;  // of their own account, now
};

// Errors: those of operations::standing_of.
[[nodiscard]] Result<PersonSeen> seen_person(const Turn& turn, const store::Subject& person, Date day);
[[nodiscard]] PersonSeen seen_in(const store::Subject& person, const operations::PersonStanding& standing, Date day);

[[nodiscard]] std::string_view person_type(Status status);

// What 1101 says of a scheme: "310", "390".
[[nodiscard]] std::string_view insurance_type(Scheme scheme);

// Errors, at `place`: `contradiction`: an employee is to be settled as a resident, or the other way round. Who is not
// covered, or by which supplement, is told elsewhere.
[[nodiscard]] Result<void> check_insurance(const PersonSeen& seen, std::string_view insurance,
                                           const std::string& place);

// "45.5": in years, cut off behind one decimal.
[[nodiscard]] std::string age_text(Date born, Date day);

}  // namespace yidan::national
