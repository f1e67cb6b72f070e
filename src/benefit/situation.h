// Who the person is on the rule date, where the care was given, and which conditions hold: all that tables are keyed
// by, taken from the facts once per encounter.
#pragma once

#include <array>
#include <optional>
#include <span>

#include "benefit/past.h"
#include "facts/encounter.h"
#include "facts/person.h"
#include "policy/policy.h"

namespace yidan::benefit {

// The identities held on a day, the most favourable first.
struct RankedIdentities {
  std::array<Identity, count_of<Identity>> list{};
  std::size_t count = 0;

  [[nodiscard]] std::span<const Identity> span() const { return {list.data(), count}; }
};
[[nodiscard]] RankedIdentities rank_identities(const policy::Pool& pool, const Person& person, Date day);

struct Situation {
  Date day;
  const Cover* cover = nullptr;                   // null: not covered
  Care care = Care::outpatient;                   // as it is paid, which may be by reference to another
  policy::RuleId by_reference = policy::kNoRule;  // by which it is; none where it is paid as what it is
  const Disease* disease = nullptr;
  Place place = Place::local;       // as it counts, by what is filed
  bool place_unfiled = false;       // the bill says so: it costs the person
  bool designated = false;          // for this care
  bool designated_for_any = false;  // for some care
  bool registered = false;          // what this care needs to be registered is
  bool province_by_the_rules = false;
  WordSet<StayKind> during;  // stays that contain the moment of care
  policy::Key key;

  RankedIdentities held;  // B5

  [[nodiscard]] std::span<const Identity> identities() const { return held.span(); }
};

// REQUIRES: the person and the encounter outlive the situation, which points into them.
[[nodiscard]] Situation situate(const policy::Pool& pool, const Person& person, const Past& past,
                                const Encounter& encounter);

// How many of the benefit's diseases are registered, as an ordinal of `held`.
[[nodiscard]] std::size_t held_ordinal(const policy::Benefit& benefit, const Person& person, Date day);

// Why the benefit refuses the care, the first reason of the declared precedence; absent when it does not. Being
// without an identity, or outside the province, is no refusal but a layer that does not apply.
[[nodiscard]] std::optional<NoBenefit> refusal_of(const policy::Benefit& benefit, const Situation& situation);

// The rule behind a refusal.
[[nodiscard]] policy::RuleId rule_of_refusal(const policy::Benefit& benefit, NoBenefit refusal, Date day);

// Whether identity and place give a right to this benefit. Where they do not, the layer is absent.
[[nodiscard]] bool has_right(const policy::Benefit& benefit, const Situation& situation);

// Whether a benefit to which there is no right looks at the bill all the same: where the layer accumulates what another
// one has seen (B12: every assisted bill raises the burden that re-assistance looks at). `seen`: the layers so far.
[[nodiscard]] inline bool only_accumulates(const policy::Benefit& benefit, WordSet<Layer> seen) {
  const auto after = traits(benefit.layer).accumulates_after;
  return after && seen.contains(*after) && benefit.counters.base != policy::kNoCounter;
}

}  // namespace yidan::benefit
