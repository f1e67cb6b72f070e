#include "exchange/grounds.h"

#include <algorithm>
#include <cstdint>

#include "base/json_writer.h"
#include "standing/narrate.h"

namespace yidan::exchange {
namespace {

std::string written(const standing::Reasoning& why, const policy::Pool& pool) {
  std::string out;
  json::Writer json(out, json::Writer::Style::compact);
  json.begin_array();
  for (const std::string_view clause : standing::clauses_of(why, pool)) json.string(clause);
  json.end_array();
  const Grounds grounds = grounds_of(why, pool);
  json.key("basis");
  json.string(code(grounds.basis));
  if (grounds.status == PolicyStatus::draft) {
    json.key("policy_status");
    json.string(code(grounds.status));
  }
  return out;
}

}  // namespace

Grounds grounds_of(const standing::Reasoning& why, const policy::Pool& pool) {
  return {standing::basis_of(why, pool), standing::policy_status_of(why, pool)};
}

Grounds grounds_of(const standing::Standing& standing, const policy::Pool& pool) {
  Grounds weakest = grounds_of(standing.years.why, pool);
  const auto weaken = [&](const auto& findings) {
    for (const auto& finding : findings) {
      const Grounds grounds = grounds_of(finding.why, pool);
      weakest.basis = std::max(weakest.basis, grounds.basis);
      weakest.status = std::max(weakest.status, grounds.status);
    }
  };
  weaken(standing.cover);
  weaken(standing.gaps);
  weaken(standing.dues);
  weaken(standing.subsidies);
  weaken(standing.account.entries);
  weaken(standing.identities);
  weaken(standing.warnings);
  return weakest;
}

std::size_t KnownGrounds::Hash::operator()(const Key& key) const noexcept {
  constexpr std::uint64_t odd = 0x9E3779B97F4A7C15;
  auto mixed = static_cast<std::uint64_t>(reinterpret_cast<std::uintptr_t>(key.pool));
  for (const policy::RuleId rule : key.rules) mixed = (mixed ^ rule) * odd;
  return static_cast<std::size_t>(mixed ^ (mixed >> 32U));
}

std::string_view KnownGrounds::of(const standing::Reasoning& why, const policy::Pool& pool) {
  const Key key{&pool, why.rules};
  const auto found = known_.find(key);
  if (found != known_.end()) return found->second;
  if (known_.size() >= kMost) known_.clear();
  return known_.emplace(key, written(why, pool)).first->second;
}

}  // namespace yidan::exchange
