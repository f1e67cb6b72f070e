// The one bill: what each layer paid of an encounter, what is left to the person, and why.
//
// All parts are rounded fen and add up: total = not_payable + outside_catalogue + over_limit + self_pay_first +
// policy_scope, and total = fund_total + supplement + account + cash. A bill points into the pool by which it was
// settled, which must outlive it.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "benefit/claim.h"
#include "benefit/step.h"
#include "calendar/date.h"
#include "money/money.h"
#include "policy/policy.h"
#include "terms/terms.h"

namespace yidan::benefit {

// The parts of the total (semantics F2, F3).
struct ScopeAmounts {
  Money total;
  Money not_payable;
  Money outside_catalogue;
  Money over_limit;
  Money self_pay_first;
  Money policy_scope;

  bool operator==(const ScopeAmounts&) const = default;
};

// One layer on the bill; `deductible` is the part of its base that was absorbed or lies under the threshold, `over_cap`
// what the cap cut off.
struct LayerPayment {
  const policy::Benefit* benefit = nullptr;
  Money base;
  Money first_self_pay;
  Money deductible;
  Money paid;
  Money burden;
  Money over_cap;
};

// At most one payment a layer, in the order of the layers.
class LayerPayments {
 public:
  void add(const LayerPayment& payment) {
    ensure(count_ < payments_.size(), "L6: one payment a layer");
    payments_[count_++] = payment;
  }
  [[nodiscard]] const LayerPayment* begin() const { return payments_.data(); }
  [[nodiscard]] const LayerPayment* end() const { return payments_.data() + count_; }
  [[nodiscard]] bool empty() const { return count_ == 0; }
  [[nodiscard]] std::size_t size() const { return count_; }

 private:
  std::array<LayerPayment, count_of<Layer>> payments_;
  std::size_t count_ = 0;
};

// Why nothing was paid: the word of the contract, and the rules behind it.
struct Reason {
  Word word;
  std::array<policy::RuleId, 2> rules{policy::kNoRule, policy::kNoRule};
};

struct Bill {
  const policy::Pool* pool = nullptr;
  std::string encounter;
  Date rule_date;
  BillStatus status = BillStatus::settled;
  std::optional<Reason> reason;      // of a bill that is neither settled nor rejected
  std::optional<Date> covered_from;  // of a bill that is not covered, when a later cover is known
  std::optional<Error> error;        // of a rejected one
  Basis basis = Basis::cited;        // the weakest of the values that worked
  PolicyStatus policy_status = PolicyStatus::in_force;
  ScopeAmounts amounts;
  LayerPayments layers;
  Money fund_total;
  Money supplement;           // the employer's supplementary insurance paid, which is no fund
  Money supplement_in_scope;  // the part of it that lowered the burden of the policy scope
  Money account;
  std::array<Money, count_of<AccountOwner>> account_by_owner;
  Money cash;
  bool deposit_waived = false;
  bool reimbursed_later = false;   // at a window, not at once with the institution
  std::vector<Repeated> repeated;  // earlier encounters that this one seems to repeat
  std::vector<Money> counters;     // of the rule date's year after the bill, in the pool's order
  Steps steps;
};

}  // namespace yidan::benefit
