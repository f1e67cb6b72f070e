// Identities of a record: who held which on which days, and the one that counts (就高不重复).
#pragma once

#include <optional>
#include <vector>

#include "standing/view.h"

namespace yidan::standing {

struct Held {
  Identity category = Identity::none;
  Period period;
  bool exempt = false;
  bool by_order = false;
};

class Identities {
 public:
  explicit Identities(const View& view);

  [[nodiscard]] const std::vector<Held>& all() const { return held_; }

  // Of the identities held on `day` that `fits`, the one of the highest rank; null when there is none. Of one category
  // told twice for a day, the telling that exempts: a later one may add it (P9).
  template <class Fits>
  [[nodiscard]] const Held* highest(Date day, Fits fits) const {
    const Held* best = nullptr;
    for (const Held& held : held_) {
      if (!held.period.contains(day) || !fits(held)) continue;
      if (best == nullptr || (held.category == best->category ? held.exempt && !best->exempt
                                                              : rank(held.category, day) < rank(best->category, day)))
        best = &held;
    }
    return best;
  }
  [[nodiscard]] const Held* highest(Date day) const {
    return highest(day, [](const Held&) { return true; });
  }
  // The highest identity for which the table has a row on `day`.
  [[nodiscard]] const Held* highest_in(const policy::Table& table, Date day) const;

  // The spans on which one identity counts, in order.
  [[nodiscard]] std::vector<CountingIdentity> counting() const;

 private:
  [[nodiscard]] std::int64_t rank(Identity category, Date day) const;

  const View& view_;
  std::vector<Held> held_;
};

}  // namespace yidan::standing
