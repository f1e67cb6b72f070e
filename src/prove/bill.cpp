#include "prove/bill.h"

#include <algorithm>

#include "money/rate.h"

namespace yidan::prove {
namespace {

using benefit::kernel::Base;
using benefit::kernel::Deductible;

constexpr std::int64_t kMillion = kWhole.in_ppm();
constexpr std::uint16_t kSink = 0;  // of the plan: kept by no layer

// What flows from layer to layer.
struct Flow {
  Linear scope;
  Linear unpaid;
  Linear first_self_pay;
  Linear deductible;
  Linear above_cap;
};

Linear base_of(Program& program, const FlatLayer& layer, const Flow& flow) {
  if (layer.base == Base::policy_scope) return flow.scope;
  if (layer.base == Base::above_cap) return flow.above_cap;
  Linear base = flow.unpaid;
  if (layer.without_first_self_pay && flow.first_self_pay != Linear()) base = program.above(base, flow.first_self_pay);
  if (layer.without_deductible && flow.deductible != Linear()) base = program.above(base, flow.deductible);
  return base;
}

Linear deductible_of(Program& program, const FlatLayer& layer, Counters& counters, const Stay& stay,
                     const Linear& net) {
  switch (layer.kind) {
    case Deductible::none:
      return {};
    case Deductible::absorbed:
      return program.minimum(program.above(layer.deductible, counters.at(layer.deductible_counter)), net);
    case Deductible::stay: {
      Linear missing = program.above(layer.deductible, stay.absorbed);
      if (stay.at_most) missing = program.minimum(missing, *stay.at_most);
      return program.minimum(missing, net);
    }
    case Deductible::threshold:
      break;
  }
  const Linear before = counters.at(layer.base_counter);
  return net - (program.above(before + net, layer.deductible) - program.above(before, layer.deductible));
}

// The brackets as what each adds to the one below it, of all that lies above its bound.
Linear computed_of(Program& program, const FlatLayer& layer, const Linear& counted, const Linear& to) {
  if (layer.brackets == 1) return program.rounded(std::int64_t{layer.ppm[0]} * counted, kMillion);
  const Linear from = to - counted;
  Linear exact = std::int64_t{layer.ppm[0]} * counted;
  for (std::size_t i = 1; i < layer.brackets; ++i) {
    const Linear part = program.above(to, layer.above[i]) - program.above(from, layer.above[i]);
    exact = exact + (std::int64_t{layer.ppm[i]} - layer.ppm[i - 1]) * part;
  }
  return program.rounded(exact, kMillion);
}

Linear paid_of(Program& program, const FlatLayer& layer, Counters& counters, const Linear& computed) {
  if (layer.cap == INT64_MAX) return computed;
  Linear used = counters.at(layer.cap_counters[0]);
  if (layer.cap_counters[1] != kSink) used = used + counters.at(layer.cap_counters[1]);
  return program.minimum(computed, program.above(layer.cap, used));
}

}  // namespace

Linear Counters::at(std::uint16_t counter) {
  const auto [given, fresh] = given_.try_emplace(counter, program_->input_count());
  if (fresh) (void)program_->input();
  const auto raised = raised_.find(counter);
  const Linear before = Linear::of(program_->inputs()[given->second]);
  return raised == raised_.end() ? before : before + raised->second;
}

void Counters::raise(std::uint16_t counter, const Linear& by) {
  if (counter == kSink || by == Linear()) return;
  Linear& raised = raised_[counter];
  raised = raised + by;
}

Counters Counters::unraised() const {
  Counters before = *this;
  before.raised_.clear();
  return before;
}

LayerWork work_of(Program& program, const FlatLayer& layer, Counters& counters, const Stay& stay, const Linear& base) {
  LayerWork work;
  work.base = base;
  if (layer.accumulates_only) {
    work.net = base;
    counters.raise(layer.base_counter, base);
    return work;
  }
  work.first_self_pay = program.rounded(std::int64_t{layer.first_self_pay_ppm} * base, kMillion);
  work.net = base - work.first_self_pay;
  work.deductible = deductible_of(program, layer, counters, stay, work.net);
  work.counted = work.net - work.deductible;
  const Linear to = layer.brackets == 1 ? Linear() : counters.at(layer.base_counter) + work.net;
  work.computed = computed_of(program, layer, work.counted, to);
  work.paid = paid_of(program, layer, counters, work.computed);
  counters.raise(layer.deductible_counter, work.deductible);
  counters.raise(layer.base_counter, work.net);
  counters.raise(layer.paid_counter, work.paid);
  return work;
}

BillWork flow_of(Program& program, const std::vector<FlatLayer>& layers, const Linear& scope, const Linear& supplement,
                 const Work& work) {
  BillWork bill;
  Flow flow{.scope = scope, .unpaid = scope, .first_self_pay = {}, .deductible = {}, .above_cap = {}};
  for (std::size_t i = 0; i < layers.size(); ++i) {
    if (layers[i].after_supplement) flow.unpaid = program.above(flow.unpaid, supplement);
    const LayerWork done = work(i, base_of(program, layers[i], flow));
    flow.unpaid = flow.unpaid - done.paid;
    flow.first_self_pay = flow.first_self_pay + done.first_self_pay;
    if (layers[i].is_first) {
      flow.deductible = done.deductible;
      flow.above_cap = done.computed - done.paid;
    }
    bill.paid = bill.paid + done.paid;
    bill.layers.push_back(done);
  }
  return bill;
}

BillWork bill_of(Program& program, const std::vector<FlatLayer>& layers, Counters& counters, const Stay& stay,
                 const Linear& scope, const Linear& supplement) {
  return flow_of(program, layers, scope, supplement,
                 [&](std::size_t i, const Linear& base) { return work_of(program, layers[i], counters, stay, base); });
}

std::vector<std::int64_t> generous(const std::vector<FlatLayer>& layers, const Counters& counters, std::size_t inputs) {
  std::vector<std::int64_t> values(inputs);
  const auto raise = [&](std::uint16_t counter, std::int64_t to) {
    const auto given = counters.given().find(counter);
    if (given != counters.given().end()) values[given->second] = std::max(values[given->second], to);
  };
  for (const FlatLayer& layer : layers) {
    raise(layer.deductible_counter, layer.deductible);
    raise(layer.base_counter, std::max(layer.deductible, *std::ranges::max_element(layer.above)));
  }
  return values;
}

}  // namespace yidan::prove
