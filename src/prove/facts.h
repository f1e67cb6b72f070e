// Facts as a person and an encounter, and as a case that `yidan settle` takes.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "prove/situations.h"

namespace yidan::prove {

struct Told {
  Person person;
  Encounter encounter;
};
// REQUIRES: the result outlives whatever points into it.
[[nodiscard]] Told told(const policy::Pool& pool, Date day, const Facts& facts);

// The amount of a counter before the bill: by the pool's id, or that of `kOfTheDisease`.
struct Opening {
  int counter = policy::kNoCounter;
  std::int64_t amount = 0;
};

// One bill or several of these facts in a row, each of one line of class A; stays follow each other. An admission that
// goes before is a stay of which nothing is in scope; the first bill may be referred from it.
enum class Referred : bool { no, yes };
[[nodiscard]] Case case_of(const policy::Pool& pool, Date day, const Facts& facts,
                           const std::vector<std::int64_t>& amounts, const std::vector<Opening>& opening,
                           Referred referred = Referred::no);

// "in work; inpatient stay, level 3, second admission of the year; destitute".
[[nodiscard]] Text words_of(const Facts& facts);

}  // namespace yidan::prove
