#include <algorithm>

#include "prove/properties/properties.h"

namespace yidan::prove {
namespace {

Proof prove_one(Scene& scene, Property property, const std::optional<Target>& than) {
  switch (property) {
    case Property::within:
      return prove_within(scene);
    case Property::monotone:
      return prove_monotone(scene);
    case Property::never_free:
      return prove_never_free(scene);
    case Property::floors:
      return prove_floors(scene);
    case Property::needy_first:
      return prove_needy_first(scene);
    case Property::lower_level_first:
      return prove_lower_level_first(scene);
    case Property::referral:
      return prove_referral(scene);
    case Property::splitting:
      return prove_splitting(scene);
    case Property::no_layer_outside_scope:
      return prove_no_layer_outside_scope(scene);
    case Property::not_worse:
      ensure(than.has_value(), "what is compared with is given");
      return prove_not_worse(scene, *than);
  }
  fail_invariant("every property has a proof");
}

}  // namespace

bool Report::has(Verdict verdict) const {
  return std::ranges::any_of(proofs, [verdict](const Proof& proof) { return proof.verdict == verdict; });
}

std::vector<std::string> clauses_of(Property property) {
  switch (property) {
    case Property::within:
      return {"SD20-3-b", "SD20-3-c", "SD42-2-m"};
    case Property::monotone:
      return {"SD20-2.3.0-a"};
    case Property::never_free:
      return {"SD42-3-c"};
    case Property::floors:
      return {};
    case Property::needy_first:
      return {"SD42-3-b", "SD20-2.3.4.1-a", "SD20-2.3.4.1-b", "SD20-2.3.4.1-c"};
    case Property::lower_level_first:
      return {"SD20-2.3.2.1-c", "SD20-2.3.3.1-c", "JN-7.3-a"};
    case Property::referral:
      return {"LY-3.3-d", "SD20-2.3.4.3-a", "JN-7.3-a"};
    case Property::splitting:
      return {"SD20-2.3.0-b"};
    case Property::no_layer_outside_scope:
      return {"SD20-3-b", "SD20-3-c", "SD20-4.1-a", "SD42-3-d"};
    case Property::not_worse:
      return {"SD42-3-b", "RZ-3.2-l"};
  }
  fail_invariant("every property has its clauses");
}

Result<Report> prove(const Target& target, const std::optional<Target>& than, const std::vector<Property>& properties,
                     const Clock& clock, const GoOn& go_on, const Limits& limits) {
  Report report{.pool = &target.pool, .on = target.on};
  if (target.pool.in_force_on(target.on) == policy::kNoRule) {
    const std::string day = to_text(target.on);
    report.remarks.push_back(
        {target.pool.name.zh + "的政策在 " + day + " 不施行，没有证明其性质",
         "no policy of " + target.pool.name.en + " is in force on " + day + ", nothing is proved of it of it"});
  }
  const auto z3 = z3_solver(limits.query_milliseconds);
  Remembering solver(*z3);
  Composition composition(solver);
  Scene scene{target, Situations(target.pool, target.on), solver, composition, go_on, limits, clock};
  for (const Property property : properties) {
    if (!report.remarks.empty() && property != Property::not_worse) continue;
    const std::int64_t begun = clock();
    Proof proof = prove_one(scene, property, than);
    if (scene.ended) return std::unexpected(std::move(*scene.ended));
    proof.milliseconds = clock() - begun;
    report.proofs.push_back(std::move(proof));
  }
  return report;
}

}  // namespace yidan::prove
