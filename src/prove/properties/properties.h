// The properties, one function each: every situation of the scene, then a verdict.
#pragma once

#include "prove/scene.h"

namespace yidan::prove {

[[nodiscard]] Proof prove_within(Scene& scene);
[[nodiscard]] Proof prove_monotone(Scene& scene);
[[nodiscard]] Proof prove_never_free(Scene& scene);
[[nodiscard]] Proof prove_floors(Scene& scene);
[[nodiscard]] Proof prove_needy_first(Scene& scene);
[[nodiscard]] Proof prove_lower_level_first(Scene& scene);
[[nodiscard]] Proof prove_referral(Scene& scene);
[[nodiscard]] Proof prove_splitting(Scene& scene);
[[nodiscard]] Proof prove_no_layer_outside_scope(Scene& scene);
// Against other packs, or another day.
[[nodiscard]] Proof prove_not_worse(Scene& scene, const Target& before);

}  // namespace yidan::prove
