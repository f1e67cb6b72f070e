// A step of an explanation: which rule worked on which numbers, recorded while the amounts were made.
//
// Steps are structures; sentences are made from them later, in either language, from one table of templates
// (explain.h). Leaving steps out changes no amount (semantics E1).
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "money/money.h"
#include "policy/sentence.h"
#include "policy/table.h"
#include "terms/word.h"

namespace yidan::benefit {

enum class StepKind : std::uint8_t {
  cover,
  not_covered,
  identity,
  place_unfiled,
  place_filed,
  not_payable_part,
  outside_catalogue,
  over_limit,
  self_pay_first,
  policy_scope,
  not_payable,
  no_benefit,
  layer,
  by_reference,
  first_self_pay,
  no_first_self_pay,
  supplement,
  deductible_tilt,
  deductible_referral,
  deductible_stay,
  deductible_treatment,
  deductible_year,
  deductible_threshold,
  ratio_tilt,
  bracket,
  brackets,
  ratio,
  cap_lifted,
  cap,
  accumulated,
  deposit_waived,
  account_forbidden,
  account,
  cash,
  cash_supplemented,
};
inline constexpr std::size_t kStepKinds = static_cast<std::size_t>(StepKind::cash_supplemented) + 1;

using policy::Argument;
using policy::Points;

struct Step {
  StepKind kind = StepKind::cash;
  std::uint8_t inputs = 0;  // how many arguments are used
  std::array<policy::RuleId, 2> rules{policy::kNoRule, policy::kNoRule};
  std::array<Argument, 5> arguments;
  Money output;
};

using Steps = std::vector<Step>;

// Collects steps, or nothing at all: the same settlement runs with and without it.
class Recorder {
 public:
  // Records nothing when `steps` is null.
  explicit Recorder(Steps* steps) : steps_(steps) {}

  template <class... Arguments>
  void add(StepKind kind, policy::RuleId rule, Money output, const Arguments&... arguments) {
    if (steps_ == nullptr) return;
    static_assert(sizeof...(arguments) <= 5);
    steps_->push_back({kind,
                       static_cast<std::uint8_t>(sizeof...(arguments)),
                       {rule, policy::kNoRule},
                       {Argument(arguments)...},
                       output});
  }
  // The same, unless this very step stands already.
  void add_once(StepKind kind, policy::RuleId rule, const Word& about) {
    if (steps_ == nullptr) return;
    for (const Step& step : *steps_) {
      if (step.kind == kind && step.rules[0] == rule) return;
    }
    add(kind, rule, {}, about);
  }
  // Names a second rule behind the step just added.
  void also(policy::RuleId rule) {
    if (steps_ != nullptr && !steps_->empty()) steps_->back().rules[1] = rule;
  }

 private:
  Steps* steps_;
};

}  // namespace yidan::benefit
