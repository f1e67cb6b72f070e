// What a file says of the books besides its entries: the balances that accounts began with, payments and dues of the
// record, applications for assistance. Each is made anew from the facts and the bills as they now are.
#pragma once

#include <vector>

#include "assistance/assist.h"
#include "books/decision.h"
#include "books/entries.h"

namespace yidan::books {

[[nodiscard]] Part opening_of(const Case& facts);

// Payments made and dues that are paid, as of the last event known; what is odd in the facts.
struct Dues {
  Part part;
  std::vector<Oddity> odd;
};
// Errors: `overflow` of the record's sums; throws Overflow where those of the books do not fit.
[[nodiscard]] Result<Dues> dues_of(const policy::Pool& pool, const Case& facts);

// The applications of the record, decided on the bills that are not reversed.
struct Grants {
  std::vector<assistance::Application> applications;
  Part part;
};
// Errors: `overflow`.
[[nodiscard]] Result<Grants> grants_of(const policy::Pool& pool, const Case& facts, const std::vector<Slot>& slots);

}  // namespace yidan::books
