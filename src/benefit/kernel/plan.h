// The fast path: the same compiled policy laid out flat, for millions of bills.
//
// A slot is everything that the tables say about one situation, resolved once by the same look-ups as the reference
// path (`rules_on`): a short run of flat layers. A claim then is a slot, an amount and a person's counters, and
// settling it is integer arithmetic without branches on policy. The reference path stays the authority: both must agree
// to the fen (tests/properties, fuzz/kernel_fuzz).
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "benefit/situation.h"
#include "policy/policy.h"

namespace yidan::benefit::kernel {

using SlotId = std::uint32_t;

// Products of amounts and rates must fit 64 bits: larger bills go through the reference path.
inline constexpr std::int64_t kLargestAmount = 1'000'000'000'000;  // fen

enum class Deductible : std::uint8_t { none, absorbed, stay, threshold };
enum class Base : std::uint8_t { policy_scope, burden, above_cap };

// One layer of a slot. Counter indices are local to the plan; those that do not exist point at a sink.
struct FlatLayer {
  std::int64_t deductible = 0;
  std::int64_t cap = INT64_MAX;
  std::array<std::int64_t, policy::kMostBrackets> above{};
  std::array<std::int32_t, policy::kMostBrackets> ppm{};  // tilts included
  std::int32_t first_self_pay_ppm = 0;
  std::uint16_t deductible_counter = 0;
  std::uint16_t base_counter = 0;
  std::uint16_t paid_counter = 0;
  std::array<std::uint16_t, 2> cap_counters{};
  std::uint8_t brackets = 1;
  Deductible kind = Deductible::none;
  Base base = Base::policy_scope;
  bool without_first_self_pay = true;
  bool without_deductible = false;
  bool is_first = false;
  bool after_supplement = false;  // the first layer of assistance: what the supplement paid is no burden any more
  bool accumulates_only = false;

  bool operator==(const FlatLayer&) const = default;
};

struct Slot {
  std::uint32_t first = 0;
  std::uint32_t count = 0;
};

class Plan {
 public:
  explicit Plan(const policy::Pool& pool) : pool_(&pool) {}

  // The slot of a situation that gives a right to at least one layer; equal slots are one. `order` and `held` are the
  // ordinals of those dimensions. Slots must be made before the counters are allocated.
  SlotId intern(const Situation& situation, std::size_t order, std::size_t held);

  // The same laid out and not kept: the benefits that see the bill, in the order of their layers, each with what its
  // tables say. Empty where there is a right to nothing.
  struct Laid {
    std::vector<const policy::Benefit*> benefits;
    std::vector<FlatLayer> layers;
  };
  [[nodiscard]] Laid lay_out(const Situation& situation, std::size_t order, std::size_t held);

  // Counters of one person-year, the sink included.
  [[nodiscard]] std::size_t stride() const { return counters_.size() + 1; }
  // The pool's counter behind a local one.
  [[nodiscard]] policy::CounterId pool_counter(std::size_t local) const { return counters_[local]; }

  [[nodiscard]] std::span<const FlatLayer> layers(SlotId slot) const {
    return {layers_.data() + slots_[slot].first, slots_[slot].count};
  }
  // Whether every slot is one layer with one ratio and a deductible absorbed over the year: the shortest loop serves.
  [[nodiscard]] bool is_single() const { return single_; }
  [[nodiscard]] std::size_t slot_count() const { return slots_.size(); }

 private:
  std::uint16_t local(policy::CounterId id);
  FlatLayer flatten(const policy::Benefit& benefit, const Situation& situation, std::size_t order, std::size_t held);

  const policy::Pool* pool_;
  std::vector<Slot> slots_;
  std::vector<FlatLayer> layers_;
  std::vector<policy::CounterId> counters_;
  bool single_ = true;
};

}  // namespace yidan::benefit::kernel
