// Z3 saves us a decision procedure for linear arithmetic over whole numbers. It reads the text that is exported, so
// that another solver that is given the text is asked the same.
#include <z3++.h>

#include "prove/solver.h"

namespace yidan::prove {
namespace {

class Z3Solver final : public Solver {
 public:
  explicit Z3Solver(unsigned milliseconds) : milliseconds_(milliseconds) {}

  Answer ask(const Question& question, const std::string& text) override {
    try {
      return answer(question, text);
    } catch (const z3::exception& problem) {
      return {Decided::undecided, {}, problem.msg()};
    }
  }

 private:
  Answer answer(const Question& question, const std::string& text) {
    z3::solver solver(context_, z3::solver::simple());
    z3::params options(context_);
    options.set("timeout", milliseconds_);
    options.set("arith.solver", 2U);
    options.set("ctrl_c", false);  // an interruption is the command's, which ends after the question
    solver.set(options);
    solver.from_string(text.c_str());
    switch (solver.check()) {
      case z3::unsat:
        return {Decided::impossible, {}, {}};
      case z3::unknown:
        return {Decided::undecided, {}, solver.reason_unknown()};
      case z3::sat:
        break;
    }
    return {Decided::possible, values(solver.get_model(), question), {}};
  }

  std::vector<std::int64_t> values(const z3::model& model, const Question& question) {
    std::vector<std::int64_t> inputs;
    for (const Variable variable : question.program.inputs()) {
      const std::string name = "v" + std::to_string(variable);
      const z3::expr constant =
          question.numbers == Numbers::whole ? context_.int_const(name.c_str()) : context_.real_const(name.c_str());
      const z3::expr value = model.eval(constant, true);
      std::int64_t number = 0;
      if (question.numbers == Numbers::whole) {
        if (!value.is_numeral_i64(number)) throw z3::exception("a value does not fit 64 bits");
      } else {
        std::int64_t denominator = 1;
        if (!Z3_get_numeral_rational_int64(context_, value, &number, &denominator))
          throw z3::exception("a value does not fit 64 bits");
        number /= denominator;
      }
      inputs.push_back(number);
    }
    return inputs;
  }

  z3::context context_;
  unsigned milliseconds_;
};

}  // namespace

std::unique_ptr<Solver> z3_solver(unsigned milliseconds) { return std::make_unique<Z3Solver>(milliseconds); }

}  // namespace yidan::prove
