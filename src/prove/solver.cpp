#include "prove/solver.h"

namespace yidan::prove {

const Answer& Remembering::ask(const Question& question) {
  std::string text = question.program.smtlib(question.clauses, question.numbers);
  const auto found = asked_.find(text);
  if (found != asked_.end()) return found->second;
  Answer answer = solver_.ask(question, text);
  return asked_.emplace(std::move(text), std::move(answer)).first->second;
}

}  // namespace yidan::prove
