// Postings as a plain-text journal, which both hledger and ledger read without any option, strict checks included.
//
// Every fund has its own transaction, balanced by itself. An account is named by class, pool, fund, account, party and
// route: `liabilities:370600:employee-pooled:provider-payable:H1`. A part that is no plain word of letters, digits,
// `-`, `_`, `.` and Chinese characters is written with `%XX` for each other byte, so that no name can be mistaken for
// anything else and every name can be read back.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <string>

#include "calendar/date.h"
#include "ledger/posting.h"

namespace yidan::ledger {

// A posting as it stands in the books.
struct Recorded {
  std::int32_t pool = 0;
  Date on;                        // when it was recorded, in Beijing time
  std::optional<Date> rule_date;  // the second date of the transaction
  EventKind kind = EventKind::settle;
  std::string reference;  // the code of the transaction; left out when empty
  Position posting;
};

// By default the journal names no person: the accounts of persons are summed, and have no party. The reference is
// written as it is given.
enum class Persons : std::uint8_t { left_out, named };

// The account as the journal names it.
[[nodiscard]] std::string account_name(std::int32_t pool, const Place& place);

class Journal {
 public:
  // Begins a journal at the end of `out`.
  Journal(std::string& out, Persons persons);
  // Appends a transaction for each fund of the posting, and declares accounts not seen before. Throws Overflow.
  void write(const Recorded& recorded);

 private:
  void declare(const std::string& account);

  std::string& out_;
  Persons persons_;
  std::set<std::string, std::less<>> declared_;
};

}  // namespace yidan::ledger
