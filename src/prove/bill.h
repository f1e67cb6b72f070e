// A bill as a program: the flat layers of a situation, the counters of the year, the amount in scope, what is paid.
//
// This is settlement written a third time, as it is in `benefit/layers/layer.cpp`; that all three agree to the fen is
// checked on random layers and on every refutation, which is settled before anybody sees it.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <vector>

#include "benefit/kernel/plan.h"
#include "prove/expression.h"

namespace yidan::prove {

using benefit::kernel::FlatLayer;

// The counters of a year as they stand; one that nobody has asked for is given: anything from 0 on.
class Counters {
 public:
  explicit Counters(Program& program) : program_(&program) {}

  [[nodiscard]] Linear at(std::uint16_t counter);
  void raise(std::uint16_t counter, const Linear& by);
  // The same as they stood before the bill.
  [[nodiscard]] Counters unraised() const;
  // The inputs that were made, by counter.
  [[nodiscard]] const std::map<std::uint16_t, std::size_t>& given() const { return given_; }

 private:
  Program* program_;
  std::map<std::uint16_t, Linear> raised_;
  std::map<std::uint16_t, std::size_t> given_;
};

// What earlier bills of the stay have absorbed of its deductible; after a referral it owes no more than `at_most`.
struct Stay {
  Linear absorbed{};
  std::optional<std::int64_t> at_most{};
};

// What a layer makes of its base (semantics L2 to L5).
struct LayerWork {
  Linear base;
  Linear first_self_pay;
  Linear net;
  Linear deductible;
  Linear counted;
  Linear computed;
  Linear paid;
};
// Raises the counters by what it used.
LayerWork work_of(Program& program, const FlatLayer& layer, Counters& counters, const Stay& stay, const Linear& base);

struct BillWork {
  std::vector<LayerWork> layers;
  Linear paid;  // by all funds
};
// The bases of the layers, each by what the ones before it left; what a layer makes of its base `work` says.
// `supplement`: paid by the employer's supplementary insurance, before assistance.
using Work = std::function<LayerWork(std::size_t layer, const Linear& base)>;
BillWork flow_of(Program& program, const std::vector<FlatLayer>& layers, const Linear& scope, const Linear& supplement,
                 const Work& work);
BillWork bill_of(Program& program, const std::vector<FlatLayer>& layers, Counters& counters, const Stay& stay,
                 const Linear& scope, const Linear& supplement = {});

// A value for each input, the counters those of a year in which the layers pay the most that they can: what is to be
// borne first was borne, nothing was paid; all else is 0.
[[nodiscard]] std::vector<std::int64_t> generous(const std::vector<FlatLayer>& layers, const Counters& counters,
                                                 std::size_t inputs);

}  // namespace yidan::prove
