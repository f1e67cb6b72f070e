// From layers to bills: whether what was proved of each layer gives what is asked of the bill as a whole.
//
// Layers are put in the place of anything for which the lemmas hold, and the solver is asked whether a bill of such
// layers could break the property. What remains is the flow from layer to layer, which is linear; it depends on the
// shape of a run alone, of which there are few. A shape that does not compose proves nothing: the bill is then asked
// as it is.
#pragma once

#include <optional>
#include <vector>

#include "prove/lemmas.h"

namespace yidan::prove {

class Composition {
 public:
  explicit Composition(Remembering& solver) : solver_(solver), lemmas_(solver) {}

  // Of every bill: nobody pays more than there is.
  [[nodiscard]] bool within(const std::vector<FlatLayer>& layers);
  // Of one fen more in scope the funds together take one or none.
  [[nodiscard]] bool monotone(const std::vector<FlatLayer>& layers);
  // Of every bill above 0 something is left, by exact shares.
  [[nodiscard]] bool leaves_something(const std::vector<FlatLayer>& layers);
  // The same of a bill of that many whole fen, rounding and all, also of a stay whose deductible was borne before.
  [[nodiscard]] bool leaves_something_of(const std::vector<FlatLayer>& layers, std::int64_t scope);
  // By `layers` the funds pay at least what they pay by `than` of the same bill, counters being the same.
  [[nodiscard]] bool at_least(const std::vector<FlatLayer>& layers, const Stay& stay,
                              const std::vector<FlatLayer>& than, const Stay& of_other);

  // The most that the funds together can pay less by `layers` than by `than`, where of each layer of `than` it is known
  // what it alone can pay more, `more`; absent where that does not follow.
  [[nodiscard]] std::optional<std::int64_t> most_less(const std::vector<FlatLayer>& layers,
                                                      const std::vector<FlatLayer>& than,
                                                      const std::vector<std::int64_t>& more);
  // The same of two bills against the one that they were split from; `gains` of each layer.
  [[nodiscard]] std::optional<std::int64_t> most_of_two(const std::vector<FlatLayer>& first,
                                                        const std::vector<FlatLayer>& second,
                                                        const std::vector<FlatLayer>& single,
                                                        const std::vector<std::int64_t>& gains);
  [[nodiscard]] Lemmas& lemmas() { return lemmas_; }

 private:
  [[nodiscard]] bool knows(const std::vector<FlatLayer>& layers);

  Remembering& solver_;
  Lemmas lemmas_;
};

// The place in `layers` of the layer that keeps the same counters, that is of the same benefit.
[[nodiscard]] std::optional<std::size_t> counterpart(const std::vector<FlatLayer>& layers, const FlatLayer& layer);

}  // namespace yidan::prove
