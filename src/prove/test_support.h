// What the tests of the proofs share: the day on which most of them ask.
#pragma once

#include "testing/values.h"

namespace yidan::prove {

inline const Date kDay = testing::day("2023-06-01");

}  // namespace yidan::prove
