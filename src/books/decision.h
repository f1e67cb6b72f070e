// What follows from what was asked of a file; nothing of it has been written.
//
// However it was found, from the file's state alone or by folding the whole file again, it is gathered in an `Outcome`
// and becomes a decision here: one posting, one answer, one rule on drafts.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "assistance/assist.h"
#include "books/asked.h"
#include "books/bill_version.h"
#include "ledger/posting.h"
#include "store/store.h"

namespace yidan::books {

struct Folded;

// What a part of a file (an entry, the dues, the applications) says of the books.
struct Part {
  ledger::Position position;
  bool on_draft = false;  // a rule that is not in force yet worked on it
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

// What is odd in what is told of a person, and yet stands: a warning of standings and bills.
struct Oddity {
  std::string_view code;
  std::string where;  // as there: "$.person.id", "events[3]"
  std::string words;  // its sentence in Chinese, by which one is known from another of its code

  bool operator==(const Oddity&) const = default;
};

// What one event comes to.
struct Outcome {
  Date day;         // on which it is valid: of the bill, the month credited, the last event told
  std::string ref;  // the name of the event; empty: its number
  ledger::Position posting;
  bool rests_on_draft = false;     // a rule that is not in force yet worked on what moves
  std::vector<KeptBill> bills;     // versions made, signed
  std::vector<BillVersion> moved;  // bills that are as they were, but of another provider or care
  std::vector<BillChange> changed;
  std::vector<Text> rewritten;       // by the facts of a case: what was settled or paid before and would be otherwise
  std::optional<std::string> facts;  // when they changed
  std::vector<Oddity> odd;           // in the facts now, and not before
  std::string past;
  const Folded* entry = nullptr;  // the credit or the use that was asked for
  const std::vector<assistance::Application>* applications = nullptr;

  // A part says something else now: what moves is the difference. Throws Overflow.
  void move(Part after, Part& before);
};

struct Decision {
  store::Part change;  // `change.event.answer` is set but for a settlement, whose answer is its bill's text
  ledger::Position posting;
  Date day;
  bool rests_on_draft = false;
  std::string bill;                 // of a settlement: the bill, without its receipt
  std::vector<BillVersion> bills;   // versions made, by entry
  std::vector<BillChange> changed;  // of them, those of bills that earlier events had made
};

// The event comes after `expected` others of the file.
[[nodiscard]] Decision decided(const store::Subject& file, std::int64_t expected, const Asked& asked, Outcome outcome);

// The error of a request whose sums do not fit.
[[nodiscard]] Error sums_do_not_fit();
// The error of a request about a person of whom the books know nothing.
[[nodiscard]] Error no_file();

}  // namespace yidan::books
