#include "prove/situations.h"

#include <algorithm>

#include "benefit/layers/layer_rules.h"
#include "benefit/past.h"
#include "prove/facts.h"

namespace yidan::prove {
namespace {

using benefit::Situation;
using benefit::kernel::FlatLayer;
using policy::Benefit;
using policy::Dimension;
using policy::Table;

constexpr std::size_t kLevels = 3;
constexpr std::size_t kOrders = 3;

std::array<const Table*, 7> tables_of(const Benefit& benefit) {
  return {&benefit.first_self_pay, &benefit.deductible, &benefit.tilt_deductible, &benefit.ratio,
          &benefit.tilt_ratio,     &benefit.cap,        &benefit.tilt_cap};
}

bool uses(const Benefit& benefit, Dimension dimension) {
  return std::ranges::any_of(tables_of(benefit), [&](const Table* table) { return table->uses(dimension); });
}

// The identities that decide something in the benefit on the day.
std::uint8_t identities_in(const Benefit& benefit, Date day) {
  std::uint32_t bits = 0;
  const policy::Conditions& conditions = benefit.conditions_on(day);
  if (conditions.identity != policy::kNoRule) bits |= policy::bits_of(conditions.identities);
  for (const Table* table : tables_of(benefit)) {
    if (!table->uses(Dimension::identity)) continue;
    table->for_each([&](const policy::Key& key, const Period& period, const policy::Cell&) {
      if (period.contains(day)) bits |= 1U << key[Dimension::identity];
    });
  }
  return static_cast<std::uint8_t>(bits & ~1U);
}

std::uint16_t of_pool(const benefit::kernel::Plan& plan, std::uint16_t local) {
  return local == 0 ? std::uint16_t{0} : static_cast<std::uint16_t>(plan.pool_counter(local - 1U) + 1);
}

std::array<std::int64_t, 24> numbers_of(const FlatLayer& layer) {
  std::array<std::int64_t, 24> all{};
  auto at = all.begin();
  for (const std::int64_t each : {layer.deductible, layer.cap, std::int64_t{layer.first_self_pay_ppm}}) *at++ = each;
  at = std::ranges::copy(layer.above, at).out;
  at = std::ranges::copy(layer.ppm, at).out;
  for (const std::uint16_t each : {layer.deductible_counter, layer.base_counter, layer.paid_counter,
                                   layer.cap_counters[0], layer.cap_counters[1]}) {
    *at++ = each;
  }
  for (const int each : {static_cast<int>(layer.brackets), static_cast<int>(layer.kind), static_cast<int>(layer.base),
                         static_cast<int>(layer.without_first_self_pay), static_cast<int>(layer.without_deductible),
                         static_cast<int>(layer.is_first), static_cast<int>(layer.after_supplement),
                         static_cast<int>(layer.accumulates_only)}) {
    *at++ = each;
  }
  return all;
}

// Of care that is for no particular disease one may be told all the same.
std::vector<std::optional<Disease>> diseases_for(Care care) {
  std::vector<std::optional<Disease>> list;
  if (!traits(care).is_for_a_disease) list.emplace_back();
  for (std::size_t i = 0; i < count_of<Disease>; ++i) {
    const auto disease = static_cast<Disease>(i);
    if (traits(care).diseases.empty() || traits(care).diseases.contains(disease)) list.emplace_back(disease);
  }
  return list;
}

// Whether the deductible is borne once for the disease: a counter for each.
bool bears_by_disease(const Benefit& benefit, const Situation& situation) {
  return benefit.deductible_kind == policy::DeductibleKind::per_stay &&
         benefit.is_treatment(situation.care, situation.disease);
}

// Whether several diseases of a benefit that pays are registered.
std::size_t held_by(const policy::Pool& pool, const Person& person, const Situation& situation) {
  std::size_t held = 0;
  for (const Benefit& benefit : pool.benefits) {
    if (!benefit.is_for(situation.cover->scheme, situation.care, situation.disease)) continue;
    if (benefit.cap.uses(Dimension::held)) held = std::max(held, benefit::held_ordinal(benefit, person, situation.day));
  }
  return held;
}

// The kinds of stay during which some benefit is refused, a bit each.
unsigned blocking_stays(const policy::Pool& pool, Date day) {
  unsigned bits = 0;
  for (const Benefit& benefit : pool.benefits) {
    const policy::Conditions& conditions = benefit.conditions_on(day);
    if (conditions.not_during != policy::kNoRule) bits |= policy::bits_of(conditions.blocking_stays);
  }
  return bits;
}

constexpr unsigned kStaySets = 1U << count_of<StayKind>;

}  // namespace

Situations::Situations(const policy::Pool& pool, Date day) : pool_(&pool), day_(day), plan_(pool) {
  runs_.emplace_back();  // of a right to nothing
  kept_.emplace(std::vector<std::array<std::int64_t, 24>>{}, 0);
  if (pool.in_force_on(day) == policy::kNoRule) return;
  blocking_ = static_cast<std::uint8_t>(blocking_stays(pool, day));
  for (unsigned stays = 0; stays < kStaySets; ++stays) {
    if ((stays & ~unsigned{blocking_}) == 0) add_all(static_cast<std::uint8_t>(stays));
  }
}

void Situations::add_all(std::uint8_t stays) {
  for (std::size_t care = 0; care < count_of<Care>; ++care) {
    for (const auto& disease : diseases_for(static_cast<Care>(care))) {
      for (std::size_t i = 0; i < count_of<Status> * kWhereabouts * 2 * 3; ++i) {
        std::size_t rest = i;
        const auto next = [&rest](std::size_t count) {
          const std::size_t ordinal = rest % count;
          rest /= count;
          return ordinal;
        };
        Circumstances each{.care = static_cast<Care>(care), .disease = disease, .stays = stays};
        each.status = static_cast<Status>(next(count_of<Status>));
        each.where = static_cast<Whereabouts>(next(kWhereabouts));
        each.registered = next(2) == 0;
        each.designated = static_cast<Designated>(next(3));
        if (each.registered || traits(each.care).is_for_a_disease) add(each);
      }
    }
  }
}

void Situations::add(const Circumstances& circumstances) {
  const Told facts = told(*pool_, day_, {circumstances, {}});
  const Situation situation = benefit::situate(*pool_, facts.person, {}, facts.encounter);
  std::vector<std::uint8_t> looking;  // benefits that look at it, and whether there is a right to each
  std::uint32_t treatments = 0;
  bool by_status = false;
  bool by_place = false;
  bool by_disease = false;
  for (std::size_t i = 0; i < pool_->benefits.size(); ++i) {
    const Benefit& benefit = pool_->benefits[i];
    if (!benefit.is_for(situation.cover->scheme, situation.care, situation.disease)) continue;
    if (benefit.in_force_on(day_) == policy::kNoRule || refusal_of(benefit, situation)) continue;
    looking.push_back(static_cast<std::uint8_t>(i));
    if (benefit.is_treatment(situation.care, situation.disease)) treatments |= 1U << looking.size();
    by_status |= uses(benefit, Dimension::status);
    by_place |= uses(benefit, Dimension::place);
    by_disease |= uses(benefit, Dimension::disease);
  }
  const auto status = static_cast<std::uint8_t>(by_status ? static_cast<unsigned>(circumstances.status) + 1U : 0U);
  const auto place = static_cast<std::uint8_t>(by_place ? static_cast<unsigned>(situation.place) + 1U : 0U);
  const bool with_disease = by_disease && circumstances.disease;
  if (with_disease) treatments |= (static_cast<std::uint32_t>(*circumstances.disease) + 1U) << 16U;
  const auto [kind, fresh] = told_apart_.try_emplace(
      {std::move(looking), treatments, with_disease, situation.province_by_the_rules, status, place}, kinds_.size());
  known_.emplace(circumstances, kind->second);
  if (!fresh) return;
  examples_.push_back(circumstances);
  fill(circumstances, kinds_.emplace_back());
}

void Situations::fill(const Circumstances& circumstances, Kind& kind) {
  const Told facts = told(*pool_, day_, {circumstances, {}});
  const Situation situation = benefit::situate(*pool_, facts.person, {}, facts.encounter);
  for (const Benefit& benefit : pool_->benefits) {
    if (!benefit.is_for(situation.cover->scheme, situation.care, situation.disease)) continue;
    if (benefit.in_force_on(day_) == policy::kNoRule || refusal_of(benefit, situation)) continue;
    kind.by_level |= uses(benefit, Dimension::level);
    const bool a_stay = benefit.deductible_kind == policy::DeductibleKind::per_stay &&
                        !benefit.is_treatment(situation.care, situation.disease);
    kind.by_order |= a_stay && uses(benefit, Dimension::order);
    kind.by_held |= uses(benefit, Dimension::held);
    kind.identities |= identities_in(benefit, day_);
  }
  kind.by_level &= traits(circumstances.care).has_level;
  for (unsigned identities = 0; identities <= kind.identities; ++identities) {
    if ((identities & ~kind.identities) != 0) continue;
    for (std::size_t i = 0; i < kLevels * kOrders * 2; ++i) {
      Facts each{circumstances, {}};
      each.details = {.level = static_cast<std::uint8_t>(i % kLevels),
                      .order = static_cast<std::uint8_t>(i / kLevels % kOrders),
                      .held = static_cast<std::uint8_t>(i / kLevels / kOrders),
                      .identities = static_cast<std::uint8_t>(identities)};
      if (seen(kind, each.details) != each.details) continue;
      const Told of = told(*pool_, day_, each);
      const Situation exact = benefit::situate(*pool_, of.person, {}, of.encounter);
      const std::size_t held = each.details.held != 0 ? held_by(*pool_, of.person, exact) : 0;
      kind.runs.emplace(each.details, keep(plan_.lay_out(exact, each.details.order, held), each, exact));
    }
  }
}

RunId Situations::keep(benefit::kernel::Plan::Laid laid, const Facts& facts, const Situation& situation) {
  std::vector<std::array<std::int64_t, 24>> numbers;
  for (std::size_t i = 0; i < laid.layers.size(); ++i) {
    FlatLayer& layer = laid.layers[i];
    for (std::uint16_t* counter : {&layer.deductible_counter, &layer.base_counter, &layer.paid_counter,
                                   &layer.cap_counters[0], &layer.cap_counters[1]}) {
      *counter = of_pool(plan_, *counter);
    }
    if (layer.deductible_counter != 0 && bears_by_disease(*laid.benefits[i], situation)) {
      layer.deductible_counter = kOfTheDisease;
    }
    numbers.push_back(numbers_of(layer));
  }
  const auto [run, fresh] = kept_.try_emplace(std::move(numbers), static_cast<RunId>(runs_.size()));
  if (fresh) runs_.push_back({std::move(laid.benefits), std::move(laid.layers), facts});
  return run->second;
}

Details Situations::seen(const Kind& kind, Details details) {
  if (!kind.by_level) details.level = 0;
  if (!kind.by_order) details.order = 0;
  if (!kind.by_held) details.held = 0;
  details.identities &= kind.identities;
  return details;
}

Situations::KindId Situations::kind_of(Circumstances circumstances) const {
  circumstances.stays &= blocking_;  // no benefit asks for others
  const auto known = known_.find(circumstances);
  return known == known_.end() ? std::nullopt : KindId(known->second);
}

RunId Situations::run_of(KindId kind, const Details& details) const {
  return kind ? kinds_[*kind].runs.at(seen(kinds_[*kind], details)) : 0;
}

std::vector<Details> Situations::details_of(KindId kind) const {
  if (!kind) return {Details{}};
  std::vector<Details> list;
  for (const auto& [details, run] : kinds_[*kind].runs) list.push_back(details);
  return list;
}

std::uint8_t Situations::identities_of(KindId kind) const { return kind ? kinds_[*kind].identities : std::uint8_t{0}; }

}  // namespace yidan::prove
