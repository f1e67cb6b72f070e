// What holds of one layer, or of two on the same base, whatever the counters: asked once of each distinct layer.
//
// Whole bills are hard to decide, layers are easy: what is proved of layers is put together by `compose.h`.
#pragma once

#include <optional>

#include "prove/bill.h"
#include "prove/solver.h"

namespace yidan::prove {

// What earlier bills of a stay have absorbed, of which nothing is known: of two stays that are compared the same.
inline const Linear kAnything = Linear::of(0);

// Of one layer on the same base and counters as another: no part of it is worse for the person.
struct NoWorse {
  bool first_self_pay = false;
  bool deductible = false;
  bool computed = false;
  bool paid = false;

  auto operator<=>(const NoWorse&) const = default;
};

class Lemmas {
 public:
  explicit Lemmas(Remembering& solver) : solver_(solver) {}

  // Nothing is negative, 0 <= paid <= computed <= counted <= net <= base, and of one fen more in the base each part
  // takes one or none.
  [[nodiscard]] bool steps(const FlatLayer& layer);
  // Of an exact base above 0 it leaves something.
  [[nodiscard]] bool leaves_something(const FlatLayer& layer);
  // What it computes is no more than its best ratio of what it counts.
  [[nodiscard]] bool keeps_best_ratio(const FlatLayer& layer);
  [[nodiscard]] NoWorse no_worse(const FlatLayer& layer, const Stay& stay, const FlatLayer& than, const Stay& of_other);

 private:
  Remembering& solver_;
};

// The best ratio of a layer's brackets, in millionths.
[[nodiscard]] std::int64_t best_ratio(const FlatLayer& layer);

// Whether no layer reads a counter that another one writes: only then what one layer sees does not depend on the others
// but by its base.
[[nodiscard]] bool reads_no_writes(const std::vector<FlatLayer>& layers);

}  // namespace yidan::prove
