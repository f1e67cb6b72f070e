// The largest value that an expression can take: asked as a row of yes-or-no questions, so that the last "no" is the
// proof. An optimiser's word would have to be checked in the same way.
#pragma once

#include "prove/solver.h"

namespace yidan::prove {

struct Most {
  std::int64_t value = 0;            // reached by `inputs`; 0 where nothing above 0 is possible
  std::vector<std::int64_t> inputs;  // empty: nothing above 0 was found
  bool certain = false;              // nothing larger is possible
};
// REQUIRES: the question has a model wherever the expression is not above 0, or none at all.
[[nodiscard]] Most most_of(Remembering& solver, const Question& question, const Linear& objective,
                           std::int64_t above = 0);

}  // namespace yidan::prove
