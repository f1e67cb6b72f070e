#include "benefit/account.h"

#include <algorithm>

namespace yidan::benefit {
namespace {

using policy::Cell;
using policy::Dimension;
using policy::Key;

bool family_may_pay(const policy::Pool& pool, AccountOwner owner, Date day) {
  Key key;
  key.set(Dimension::owner, static_cast<std::size_t>(owner));
  return pool.account_family.find(key, day) != nullptr;
}

// "in-scope": only what of the policy scope is left; else the whole personal part, never what no fund may pay.
Money limit_of(const Cell& scope, const Bill& bill) {
  const auto allowed = static_cast<policy::AccountScope>(scope.value);
  if (allowed == policy::AccountScope::in_scope) {
    return above(bill.amounts.policy_scope - bill.fund_total, bill.supplement_in_scope);
  }
  return above(bill.amounts.total - bill.fund_total - bill.amounts.not_payable, bill.supplement);
}

// The forbidden list always wins (D04). Whether it forbids the whole bill; a step says so where somebody asked.
bool is_forbidden(const policy::Pool& pool, const Encounter& encounter, Date day, Recorder& recorder) {
  Cause cause = encounter.cause;
  for (const FeeLine& line : encounter.lines) {
    if (cause == Cause::illness) cause = line.cause;
  }
  Key key;
  key.set(Dimension::cause, static_cast<std::size_t>(cause));
  const Cell* forbidden = pool.account_forbidden.find(key, day);
  if (forbidden == nullptr || !forbidden->is(policy::Payability::never)) return false;
  recorder.add(StepKind::account_forbidden, forbidden->rule, {}, word(cause));
  return cause == encounter.cause && encounter.liability == kWhole;
}

}  // namespace

void pay_from_accounts(const policy::Pool& pool, const Situation& situation, const Encounter& encounter, Bill& bill,
                       Past& past, Recorder& recorder) {
  if (!encounter.use_account || is_forbidden(pool, encounter, situation.day, recorder)) return;
  const bool may_pay = bill.status == BillStatus::settled || bill.status == BillStatus::no_benefit;
  if (!may_pay || encounter.provider.designated.empty()) return;
  const Cell* scope = pool.account_scope.find({}, situation.day);
  if (scope == nullptr) return;
  Money left = limit_of(*scope, bill);
  const auto pay = [&](AccountOwner owner, Money& balance) {
    const Money paid = std::min(left, balance);
    if (paid.is_zero()) return;
    balance -= paid;
    left -= paid;
    bill.account += paid;
    bill.account_by_owner[static_cast<std::size_t>(owner)] += paid;
    recorder.add(StepKind::account, scope->rule, paid, word(owner), paid, balance);
  };
  if (situation.cover->scheme == Scheme::employee) pay(AccountOwner::self, past.account_balance);
  for (FamilyAccount& account : past.accounts) {
    if (family_may_pay(pool, account.owner, situation.day)) pay(account.owner, account.balance);
  }
}

}  // namespace yidan::benefit
