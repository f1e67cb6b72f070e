// Assistance on application: a patient impoverished by illness asks for it, and bills of the months before count
// (semantics B8, readings E08 to E10; JN-4.3-a to JN-4.3-k).
//
// A granted application has a window: the months before the month of application, and from it to the end of the year.
// Days of earlier windows and days under another identity of assistance are left out, and so are bills that assistance
// has paid of itself. The deductible of the application month, one ratio and one limit hold for the whole window; bills
// are taken in the order of their rule dates, and each payment is rounded once (M3). Pure: what is granted follows from
// policy, case and record.
#pragma once

#include <optional>
#include <vector>

#include "benefit/bill.h"
#include "benefit/layers/layer.h"
#include "facts/case.h"
#include "facts/record.h"
#include "policy/policy.h"
#include "terms/people.h"

namespace yidan::assistance {

// One bill of the case as an application sees it.
struct CountedBill {
  std::size_t entry = 0;             // index of the encounter in the case
  std::optional<NotCounted> reason;  // why it does not count; absent when it does
  Money base;                        // what is unpaid of the policy scope after the insurances
  Money accumulated;                 // of the window, before this bill
  benefit::LayerResult result;
};

struct Application {
  std::size_t event = 0;  // its place in the record
  Date applied;
  std::optional<Date> recognised;
  std::optional<ApplicationRefusal> refusal;
  std::vector<Period> window;  // days that count, in order; empty when refused
  benefit::LayerRules rules;   // deductible, ratio and limit in force in the month of application
  std::vector<CountedBill> bills;
  Money base_total;
  Money paid;
  const policy::Benefit* benefit = nullptr;  // what paid; null when refused
  std::vector<policy::RuleId> because;       // the rules that decided, without repetition
  Basis basis = Basis::cited;
  PolicyStatus policy_status = PolicyStatus::in_force;
};

// Decides the applications of the record in the order of their days. `bills` are the case's, as settled. Errors:
// `overflow` when a sum of assistance does not fit, or when one of the bills did not.
[[nodiscard]] Result<std::vector<Application>> decide(const policy::Pool& pool, const Record& record, const Case& facts,
                                                      const std::vector<benefit::Bill>& bills);

}  // namespace yidan::assistance
