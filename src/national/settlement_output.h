// What a settlement is answered with, and the row by which an institution's day is added up.
#pragma once

#include <string>
#include <string_view>

#include "national/amounts.h"
#include "national/person_seen.h"
#include "national/turn.h"

namespace yidan::national {

// By which insurance something was settled, under which number; a trial has none.
struct SettledAs {
  std::string_view insurance;
  std::string_view id;
};

// `setlinfo` and `setldetail`. `seen` is the person before it: the balance is that after it.
[[nodiscard]] std::string settlement_output(const Turn& turn, const PersonSeen& seen, const Visit& visit,
                                            const Amounts& amounts, const SettledAs& as);

// A row by which the day's settlements of the institution are added up: "settled", "refund", or kReversed, which no
// statement counts.
[[nodiscard]] store::Row settlement_row(const Turn& turn, const Visit& visit, const Amounts& amounts,
                                        const SettledAs& as, std::string_view state);

// The amounts of a bill as the books answered it. Errors: `not_permitted`: the person is not covered.
[[nodiscard]] Result<Amounts> amounts_in(std::string_view answer);
// Of an output that is kept.
[[nodiscard]] Amounts amounts_in_output(std::string_view output);

}  // namespace yidan::national
