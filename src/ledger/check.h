// Whether a posting may be written: balanced in every fund (K1, K3), between funds on permitted routes only (K2).
//
// Money leaves a fund in no other way. Each fund of a posting sums to zero by itself, so that one fund can gain what
// another loses only through the entries in which they name each other; these mirror each other to the fen, and each
// pair names the route on which the money passes. The ledger does not know policy: the caller fills `Routes` with what
// the packs permit on the day.
#pragma once

#include <vector>

#include "base/result.h"
#include "ledger/posting.h"

namespace yidan::ledger {

// A way on which money passes from the payer to the receiver. A posting that takes money back names the same passage.
struct Passage {
  Route route = Route::premium_subsidy;
  Fund payer = Fund::assistance;
  Fund receiver = Fund::resident_pooled;

  auto operator<=>(const Passage&) const = default;
};

// The passages that are permitted in a pool on a day; at first there is none.
class Routes {
 public:
  void permit(const Passage& passage);
  [[nodiscard]] bool permits(const Passage& passage) const;

 private:
  std::vector<Passage> permitted_;  // sorted
};

// Whether money passes between funds in a posting; without it `check` needs no routes.
[[nodiscard]] bool passes_between_funds(const Position& posting);

// An entry of more would be a slip, and a few of them more than the sums of the books can hold: 10^13 yuan.
inline constexpr Money kLargestEntry = Money::fen(1'000'000'000'000'000);

// Refuses a posting that passes money on a way that is not permitted (`not_permitted`), or more than the largest entry
// (`overflow`). Ends the program when a fund does not sum to zero, or when an entry of one fund about another has no
// route or no counterpart: bugs, not input.
[[nodiscard]] Result<void> check(const Position& posting, const Routes& routes);

}  // namespace yidan::ledger
