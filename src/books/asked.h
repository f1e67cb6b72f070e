// What is asked of a file, and what the file answers: the values that pass between the fold and its callers.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "benefit/bill.h"
#include "ledger/posting.h"
#include "policy/policy.h"
#include "store/store.h"

namespace yidan::books {

// A set of packs as compiled, with its number in the store and its digest.
struct PolicyInUse {
  std::int64_t number = 0;
  const policy::Policy* policy = nullptr;
  std::string digest;
};
// The packs of that number; errors when they cannot be had.
using PolicyOf = std::function<Result<PolicyInUse>(std::int64_t number)>;

// An event to be: what was asked, under which key, by which packs and program it is decided.
struct Asked {
  EventKind kind = EventKind::settle;
  std::string key;
  std::string content;  // canonical JSON
  PolicyInUse policy;
  std::string engine;
};

// What changed of one bill.
struct BillChange {
  std::string encounter;
  Money fund_before;
  Money fund_after;
  Money account_before;
  Money account_after;
  Money cash_before;
  Money cash_after;
};

// What follows from what was asked; nothing of it has been written.
struct Decision {
  store::Change change;  // `change.event.answer` is set but for a settlement, whose answer is its bill's text
  ledger::Position posting;
  Date day;  // on which it is valid: of the bill, the month credited, the last event told
  std::vector<BillChange> changed;
  bool rests_on_draft = false;  // a rule that is not in force yet worked on what moves
};

}  // namespace yidan::books
