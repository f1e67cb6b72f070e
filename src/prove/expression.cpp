#include "prove/expression.h"

#include <algorithm>
#include <numeric>

#include "base/result.h"
#include "money/rate.h"

namespace yidan::prove {
namespace {

std::string number(std::int64_t value) {
  return value < 0 ? "(- " + std::to_string(value).substr(1) + ")" : std::to_string(value);
}

std::string name(Variable variable) { return "v" + std::to_string(variable); }

std::string text_of(const Linear& linear) {
  if (linear.is_constant()) return number(linear.constant);
  std::string sum;
  for (const auto& [variable, factor] : linear.terms) {
    sum += " " + (factor == 1 ? name(variable) : "(* " + number(factor) + " " + name(variable) + ")");
  }
  if (linear.constant != 0) sum += " " + number(linear.constant);
  const bool single = linear.terms.size() == 1 && linear.constant == 0;
  return single ? sum.substr(1) : "(+" + sum + ")";
}

std::string compare(const char* how, const std::string& a, const std::string& b) {
  return std::string("(") + how + " " + a + " " + b + ")";
}

void assertion(std::string& out, const std::string& what) { out += "(assert " + what + ")\n"; }

std::string either(const std::string& a, const std::string& b) { return "(or " + a + " " + b + ")"; }

}  // namespace

Linear operator+(const Linear& a, const Linear& b) {
  Linear sum(a.constant + b.constant);
  auto x = a.terms.begin();
  auto y = b.terms.begin();
  while (x != a.terms.end() || y != b.terms.end()) {
    if (y == b.terms.end() || (x != a.terms.end() && x->first < y->first)) {
      sum.terms.push_back(*x++);
    } else if (x == a.terms.end() || y->first < x->first) {
      sum.terms.push_back(*y++);
    } else {
      if (x->second + y->second != 0) sum.terms.emplace_back(x->first, x->second + y->second);
      ++x;
      ++y;
    }
  }
  return sum;
}

Linear operator*(std::int64_t factor, const Linear& a) {
  if (factor == 0) return {};
  Linear product = a;
  product.constant *= factor;
  for (auto& term : product.terms) term.second *= factor;
  return product;
}

Linear operator-(const Linear& a, const Linear& b) { return a + (-1 * b); }

Linear Program::define(Definition definition) {
  const auto [entry, fresh] = known_.try_emplace(definition, static_cast<Variable>(definitions_.size()));
  if (fresh) definitions_.push_back(std::move(definition));
  return Linear::of(entry->second);
}

Linear Program::input(std::optional<std::int64_t> most) {
  const Linear made =
      define({.kind = Kind::input, .a = {}, .b = {}, .denominator = most.value_or(-1), .place = ++inputs_});
  input_variables_.push_back(made.terms.front().first);
  return made;
}

Linear Program::above(const Linear& a, const Linear& b) {
  const Linear difference = a - b;
  if (difference.is_constant()) return std::max<std::int64_t>(difference.constant, 0);
  return define({.kind = Kind::above, .a = difference, .b = {}});
}

Linear Program::minimum(const Linear& a, const Linear& b) {
  const Linear difference = a - b;
  if (difference.is_constant()) return difference.constant <= 0 ? a : b;
  return define({.kind = Kind::minimum, .a = a, .b = b});
}

Linear Program::rounded(Linear numerator, std::int64_t denominator) {
  std::int64_t common = std::gcd(denominator, numerator.constant);
  for (const auto& term : numerator.terms) common = std::gcd(common, term.second);
  numerator.constant /= common;
  for (auto& term : numerator.terms) term.second /= common;
  denominator /= common;
  if (denominator == 1) return numerator;
  return define({.kind = Kind::rounded, .a = std::move(numerator), .b = {}, .denominator = denominator});
}

std::int64_t value_of(const Linear& linear, const std::vector<std::int64_t>& values) {
  Exact sum = linear.constant;
  for (const auto& [variable, factor] : linear.terms) sum += Exact{values[variable]} * factor;
  return static_cast<std::int64_t>(sum);
}

std::vector<std::int64_t> Program::evaluate(const std::vector<std::int64_t>& inputs) const {
  ensure(inputs.size() == inputs_, "every input has a value");
  std::vector<std::int64_t> values;
  values.reserve(definitions_.size());
  for (const Definition& each : definitions_) {
    switch (each.kind) {
      case Kind::input:
        values.push_back(inputs[each.place - 1]);
        break;
      case Kind::above:
        values.push_back(std::max<std::int64_t>(value_of(each.a, values), 0));
        break;
      case Kind::minimum:
        values.push_back(std::min(value_of(each.a, values), value_of(each.b, values)));
        break;
      case Kind::rounded: {
        Exact sum = each.a.constant;
        for (const auto& [variable, factor] : each.a.terms) sum += Exact{values[variable]} * factor;
        values.push_back(static_cast<std::int64_t>((2 * sum + each.denominator) / (Exact{2} * each.denominator)));
        break;
      }
    }
  }
  return values;
}

void Program::append(std::string& out, Variable variable, Numbers numbers) const {
  const Definition& each = definitions_[variable];
  const std::string self = name(variable);
  out += "(declare-const " + self + (numbers == Numbers::whole ? " Int)\n" : " Real)\n");
  switch (each.kind) {
    case Kind::input:
      assertion(out, compare(">=", self, "0"));
      if (each.denominator >= 0) assertion(out, compare("<=", self, number(each.denominator)));
      return;
    case Kind::above: {
      const std::string difference = text_of(each.a);
      assertion(out, compare(">=", self, "0"));
      assertion(out, compare(">=", self, difference));
      assertion(out, either(compare("<=", self, "0"), compare("<=", self, difference)));
      return;
    }
    case Kind::minimum: {
      const std::string a = text_of(each.a);
      const std::string b = text_of(each.b);
      assertion(out, compare("<=", self, a));
      assertion(out, compare("<=", self, b));
      assertion(out, either(compare(">=", self, a), compare(">=", self, b)));
      return;
    }
    case Kind::rounded:
      break;
  }
  if (numbers == Numbers::exact) {
    assertion(out, compare("=", text_of(each.denominator * Linear::of(variable)), text_of(each.a)));
    return;
  }
  // d·q <= n + d/2 < d·q + d, doubled where d is odd.
  const std::int64_t twice = each.denominator % 2 == 0 ? 1 : 2;
  const Linear raised = twice * each.a + Linear(twice * each.denominator / 2);
  const Linear floor = (twice * each.denominator) * Linear::of(variable);
  assertion(out, compare("<=", text_of(floor), text_of(raised)));
  assertion(out, compare("<", text_of(raised), text_of(floor + Linear(twice * each.denominator))));
}

std::string Program::smtlib(const std::vector<std::vector<Positive>>& clauses, Numbers numbers) const {
  std::string out = numbers == Numbers::whole ? "(set-logic QF_LIA)\n" : "(set-logic QF_LRA)\n";
  for (Variable variable = 0; variable < definitions_.size(); ++variable) append(out, variable, numbers);
  for (const auto& clause : clauses) {
    std::string any;
    for (const Positive& each : clause) any += " " + compare(each.or_zero ? ">=" : ">", text_of(each.value), "0");
    assertion(out, clause.size() == 1 ? any.substr(1) : "(or" + any + ")");
  }
  return out + "(check-sat)\n";
}

}  // namespace yidan::prove
