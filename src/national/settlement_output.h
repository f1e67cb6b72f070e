// What a settlement is answered with, and the row by which an institution's day is added up.
#pragma once

#include <string>
#include <string_view>

#include "national/amounts.h"
#include "national/person_seen.h"
#include "national/turn.h"
#include "terms/reconciliation.h"

namespace yidan::national {

// By which insurance something was settled, under which number; a trial has none.
struct SettledAs {
  std::string_view insurance;
  std::string_view id;
};

// `setlinfo` and `setldetail`. `seen` is the person before it: the balance is that after it.
[[nodiscard]] std::string settlement_output(const Turn& turn, const PersonSeen& seen, const Visit& visit,
                                            const Amounts& amounts, const SettledAs& as);

// The row of a settlement by which the institution's day is added up and compared; `message` is the one that settled
// it. Of what takes it back: that, with amounts that are negative, under a number of its own.
struct SettledEntry {
  SettledAs as;
  std::string message;
  Date day;  // on which that was done
  EntryState state = EntryState::settled;
  std::string number{};  // of what takes it back
};
[[nodiscard]] store::Row settlement_row(const Visit& visit, const Amounts& amounts, const SettledEntry& entry);

// The amounts of a bill as the books answered it. Errors: `not_permitted`: the person is not covered.
[[nodiscard]] Result<Amounts> amounts_in(std::string_view answer);
// Of an output that is kept, and the day on which it was settled.
[[nodiscard]] Amounts amounts_in_output(std::string_view output);
[[nodiscard]] Date day_of_output(std::string_view output);

}  // namespace yidan::national
