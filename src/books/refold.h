// The entries of a file folded from its beginning under given packs, whatever packs decided them: what would be paid.
#pragma once

#include <array>
#include <functional>
#include <span>

#include "books/entry.h"

namespace yidan::books {

// One encounter as the packs would have it paid.
struct PaidBill {
  Date day;  // on which its rules are looked up
  std::array<Money, count_of<Fund>> by_fund{};
  std::optional<Scheme> scheme{};  // the cover of the day; absent: none
  std::optional<Status> status{};
  Identity identity = Identity::none;  // of those held that day, the most favourable
};

struct Refolded {
  std::vector<PaidBill> bills;   // one an encounter, in order; a refused one pays nothing
  std::int64_t not_settled = 0;  // entries that these packs refuse: they leave no trace
};

// A pool as the packs of a day have it.
using PoolOn = std::function<Result<const policy::Pool*>(Date day)>;

// Each entry under the packs of its day; what earlier ones left is carried over by the names of counters. REQUIRES:
// every entry is an encounter, a credit or a use; the opening counters are ones of `first`, under which the fold
// begins. Errors: those of `pool_on`; `invalid_value` where packs lack a counter that was used before.
[[nodiscard]] Result<Refolded> refold(const policy::Pool& first, const PoolOn& pool_on, const Case& facts,
                                      std::span<const Content> entries);

}  // namespace yidan::books
