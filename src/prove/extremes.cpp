#include "prove/extremes.h"

#include <algorithm>

namespace yidan::prove {

Most most_of(Remembering& solver, const Question& question, const Linear& objective, std::int64_t above) {
  Most most{.value = above};
  const auto is_more = [&](std::int64_t than) {
    Question asked = question;
    asked.clauses.push_back({greater(objective, than)});
    const Answer& answer = solver.ask(asked);
    if (answer.decided == Decided::possible) {
      most.inputs = answer.inputs;
      most.value = value_of(objective, question.program.evaluate(answer.inputs));
    }
    return answer.decided;
  };
  // Upwards in growing steps until nothing is that much, then in halves between.
  std::int64_t step = 0;
  for (;;) {
    const Decided decided = is_more(most.value + step);
    if (decided == Decided::undecided) return most;
    if (decided == Decided::impossible) break;
    step = step == 0 ? 1 : step * 8;
  }
  if (most.inputs.empty()) {
    most.certain = true;
    return most;
  }
  std::int64_t most_possible = most.value + step;
  while (most.value < most_possible) {
    const std::int64_t middle = most.value + (most_possible - most.value) / 2;
    const Decided decided = is_more(middle);
    if (decided == Decided::undecided) return most;
    if (decided == Decided::impossible) most_possible = middle;
  }
  most.certain = true;
  return most;
}

}  // namespace yidan::prove
