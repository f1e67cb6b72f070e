// Persons in a word: insured(Status::retired), and what they hold besides.
#pragma once

#include <string_view>

#include "facts/person.h"
#include "testing/values.h"

namespace yidan::testing {

// Long before every boundary of the packs: cover and identities of whom a test says no more.
inline constexpr std::string_view kLongAgo = "2010-01-01";

inline Person insured(Status status, Period period = from(kLongAgo)) {
  Person person;
  person.coverage = {{scheme_of(status), status, period}};
  return person;
}

inline Person retired() { return insured(Status::retired); }

}  // namespace yidan::testing
