// Settlement as arithmetic over whole numbers: what a bill comes to, so written that a solver can reason about it and
// that it can be worked out for given inputs.
//
// A program is a list of definitions, each of a linear expression of those before it: what lies above, the smaller of
// two, a quotient rounded half up to the whole. Nothing else occurs in a bill. Equal definitions are one.
#pragma once

#include <compare>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace yidan::prove {

using Variable = std::uint32_t;

// constant + Σ factor · variable; the variables ascending, no factor 0.
struct Linear {
  std::int64_t constant = 0;
  std::vector<std::pair<Variable, std::int64_t>> terms;

  Linear() = default;
  Linear(std::int64_t number) : constant(number) {}  // NOLINT(google-explicit-constructor): a number is an expression
  static Linear of(Variable variable) {
    Linear linear;
    linear.terms.emplace_back(variable, 1);
    return linear;
  }
  [[nodiscard]] bool is_constant() const { return terms.empty(); }
  auto operator<=>(const Linear&) const = default;
};
[[nodiscard]] Linear operator+(const Linear& a, const Linear& b);
[[nodiscard]] Linear operator-(const Linear& a, const Linear& b);
[[nodiscard]] Linear operator*(std::int64_t factor, const Linear& a);

// Holds where `value` is above 0, or is 0 where that is enough.
struct Positive {
  Linear value;
  bool or_zero = false;
};
// a > b, a >= b.
[[nodiscard]] inline Positive greater(const Linear& a, const Linear& b) { return {.value = a - b}; }
[[nodiscard]] inline Positive at_least(const Linear& a, const Linear& b) { return {.value = a - b, .or_zero = true}; }

// In which numbers a program is read: as settlement has it, or exactly, without any rounding.
enum class Numbers : std::uint8_t { whole, exact };

class Program {
 public:
  // A number that is given: at least 0, and at most `most`.
  Linear input(std::optional<std::int64_t> most = std::nullopt);
  // max(a - b, 0).
  Linear above(const Linear& a, const Linear& b);
  Linear minimum(const Linear& a, const Linear& b);
  // numerator / denominator, rounded half up. REQUIRES: the numerator is not negative.
  Linear rounded(Linear numerator, std::int64_t denominator);

  // The value of every variable; `inputs` in the order in which they were asked for.
  [[nodiscard]] std::vector<std::int64_t> evaluate(const std::vector<std::int64_t>& inputs) const;
  [[nodiscard]] std::size_t input_count() const { return inputs_; }
  // The variable of an input.
  [[nodiscard]] const std::vector<Variable>& inputs() const { return input_variables_; }

  // The whole as SMT-LIB: every definition, then of each clause that one of its comparisons holds.
  [[nodiscard]] std::string smtlib(const std::vector<std::vector<Positive>>& clauses, Numbers numbers) const;

 private:
  enum class Kind : std::uint8_t { input, above, minimum, rounded };
  struct Definition {
    Kind kind = Kind::input;
    Linear a;
    Linear b;                       // of a quotient nothing
    std::int64_t denominator = -1;  // of an input the most, or -1
    std::size_t place = 0;          // of an input: no two are one
    auto operator<=>(const Definition&) const = default;
  };
  Linear define(Definition definition);
  void append(std::string& out, Variable variable, Numbers numbers) const;

  std::vector<Definition> definitions_;
  std::map<Definition, Variable> known_;
  std::vector<Variable> input_variables_;
  std::size_t inputs_ = 0;
};

// The value of an expression where those of all variables are known.
[[nodiscard]] std::int64_t value_of(const Linear& linear, const std::vector<std::int64_t>& values);

}  // namespace yidan::prove
