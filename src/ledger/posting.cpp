#include "ledger/posting.h"

#include <algorithm>
#include <utility>

namespace yidan::ledger {

void Position::add(const Place& place, Money amount) {
  if (amount.is_zero()) return;
  const auto at = std::ranges::lower_bound(entries_, place, {}, &Entry::place);
  if (at == entries_.end() || at->place != place) {
    entries_.insert(at, {place, amount});
    return;
  }
  at->amount += amount;
  if (at->amount.is_zero()) entries_.erase(at);
}

void Position::move(Fund fund, LedgerAccount debit, std::string debit_party, LedgerAccount credit,
                    std::string credit_party, Money amount) {
  add({fund, debit, std::move(debit_party), std::nullopt}, amount);
  add({fund, credit, std::move(credit_party), std::nullopt}, Money{} - amount);
}

void Position::pass(Route route, Fund payer, LedgerAccount expense, std::string expense_party, Fund receiver,
                    LedgerAccount gain, std::string gain_party, Money amount) {
  const Money owed = Money{} - amount;
  add({payer, expense, std::move(expense_party), std::nullopt}, amount);
  add({payer, LedgerAccount::due_to_fund, std::string(word(receiver).code), route}, owed);
  add({receiver, LedgerAccount::due_from_fund, std::string(word(payer).code), route}, amount);
  add({receiver, gain, std::move(gain_party), std::nullopt}, owed);
}

void Position::add(const Position& other) {
  for (const Entry& entry : other.entries_) add(entry.place, entry.amount);
}

Position difference(const Position& after, const Position& before) {
  Position posting = after;
  for (const Entry& entry : before.entries()) posting.add(entry.place, Money{} - entry.amount);
  return posting;
}

}  // namespace yidan::ledger
