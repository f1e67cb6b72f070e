// Whoever decides whether a program has values that make its clauses hold. Which solver does it stands in one file.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "prove/expression.h"

namespace yidan::prove {

struct Question {
  Program program;
  std::vector<std::vector<Positive>> clauses;  // all hold, of each one comparison at least
  Numbers numbers = Numbers::whole;
  bool whole_bill = false;  // several layers at once: larger than what a layer asks
};

enum class Decided : std::uint8_t { impossible, possible, undecided };

struct Answer {
  Decided decided = Decided::undecided;
  std::vector<std::int64_t> inputs;  // of what is possible, in the order of the inputs; of exact numbers rounded down
  std::string why;                   // of what is undecided
};

class Solver {
 public:
  Solver() = default;
  Solver(const Solver&) = delete;
  Solver& operator=(const Solver&) = delete;
  virtual ~Solver() = default;

  // The answer to the text that `question` is as SMT-LIB.
  [[nodiscard]] virtual Answer ask(const Question& question, const std::string& text) = 0;
};

// Z3, which gives a question up after that long.
[[nodiscard]] std::unique_ptr<Solver> z3_solver(unsigned milliseconds);

// Asks each question once: what differs in the names of counters alone is one question.
class Remembering {
 public:
  explicit Remembering(Solver& solver) : solver_(solver) {}

  const Answer& ask(const Question& question);
  [[nodiscard]] const std::map<std::string, Answer>& asked() const { return asked_; }

 private:
  Solver& solver_;
  std::map<std::string, Answer> asked_;
};

}  // namespace yidan::prove
