// What others than the funds pay for a person's bills, and which programmes of the pool the person may ask (JN-1-c,
// RZ-3.3-e). For show: nothing that settles reads it.
#pragma once

#include <string>
#include <vector>

#include "operations/person_file.h"
#include "operations/registers.h"

namespace yidan::operations {

struct Payout {
  std::string entry;
  Text source;
  std::string programme;
  std::string payer;
  Money amount;
  std::string day;
  std::string document;
};

// After the three layers and what others paid.
struct BillHelp {
  registers::BillName bill;
  Money total;
  Money funds;
  Money outside;   // of the cost, what is not in scope
  Money in_scope;  // of it, what the funds left
  std::vector<Payout> payouts;
  Money received;
  std::vector<std::string> programmes;  // that cover what is left, by entry

  // What is left to the person; or by how much receipts are above the cost: one of the two is zero.
  [[nodiscard]] Money left() const;
  [[nodiscard]] Money above() const;
};

struct Programme {
  std::string entry;
  std::string name;
  std::string sponsor;
  Text source;
  std::string conditions;
  std::vector<std::string> covers;
  std::vector<std::string> groups;  // empty: for everybody
  Money least;
};

struct Supplements {
  Region pool;
  std::string person;
  Date on;
  std::vector<BillHelp> bills;        // not reversed, of the day's year up to it
  std::vector<Programme> programmes;  // open on the day
};

// Errors: `forbidden`; `not_found`: the books have no such person; `overflow`; those of the store.
[[nodiscard]] Result<Supplements> supplements_of(const Caller& caller, const PersonQuery& query, Date on);

// `yidan.supplements/1` on one line, with its line end.
[[nodiscard]] std::string supplements_json(const Supplements& supplements, Language language);
// A page for people; the person's id masked.
[[nodiscard]] std::string supplements_text(const Supplements& supplements, Language language);

}  // namespace yidan::operations
