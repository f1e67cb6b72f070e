// Postings: what an event moves in the books, fund by fund (semantics K1, K2).
//
// A posting is a set of entries; in each fund they sum to zero. A debit is positive, a credit negative. Entries are
// never changed: what has to be mended is a further posting, and a posting is always the difference between what the
// books should say after an event and what they say before it (`difference`). The ledger knows nothing of benefits.
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <vector>

#include "money/money.h"
#include "terms/books.h"
#include "terms/terms.h"

namespace yidan::ledger {

// Where an amount stands: an account of a fund, with the party it concerns. Between funds: `party` is the code of the
// other fund, `route` the way by which the money may pass.
struct Place {
  Fund fund = Fund::employee_pooled;
  LedgerAccount account = LedgerAccount::treasury_deposit;
  std::string party;
  std::optional<Route> route;

  auto operator<=>(const Place&) const = default;
};

struct Entry {
  Place place;
  Money amount;

  bool operator==(const Entry&) const = default;
};

// What a part of the books should say: amounts by place, sorted, each place once, none of them zero.
class Position {
 public:
  // Adds to what stands there. This and the others throw Overflow; the position is then to be thrown away.
  void add(const Place& place, Money amount);
  // A debit of one account and a credit of another, of the same fund.
  void move(Fund fund, LedgerAccount debit, std::string debit_party, LedgerAccount credit, std::string credit_party,
            Money amount);
  // Money that passes from one fund to another: `expense` of the payer against what it owes, and what the receiver may
  // claim against its `gain` (account and party).
  void pass(Route route, Fund payer, LedgerAccount expense, std::string expense_party, Fund receiver,
            LedgerAccount gain, std::string gain_party, Money amount);

  void add(const Position& other);
  [[nodiscard]] const std::vector<Entry>& entries() const { return entries_; }
  [[nodiscard]] bool empty() const { return entries_.empty(); }
  bool operator==(const Position&) const = default;

 private:
  std::vector<Entry> entries_;
};

// The posting that leads from one position to another.
[[nodiscard]] Position difference(const Position& after, const Position& before);

}  // namespace yidan::ledger
