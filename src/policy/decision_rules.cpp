#include "policy/decision_rules.h"

#include <algorithm>
#include <string_view>

#include "policy/parameter_kind.h"
#include "policy/parse/parse_pack.h"
#include "terms/nearest.h"

namespace yidan::policy {

DecisionRules read_decision_rules(const Source& source) {
  Problems ignored;
  Packs packs = read_packs(source, ignored);
  DecisionRules rules{.procedures = std::move(packs.procedures), .competences = std::move(packs.competences)};
  for (const Pack& pack : packs.packs) {
    for (const auto& [id, parameter] : pack.parameters) {
      if (!parameter.uniform || parameter.rows.empty()) continue;
      const auto first =
          std::ranges::min_element(parameter.rows, {}, [](const Row& row) { return row.authority.period.from; });
      rules.uniform.push_back({id, pack.region, first->authority.period.from, first->authority.clauses});
    }
  }
  return rules;
}

std::vector<std::string> parameter_names(const Policy& policy) {
  std::vector<std::string> names;
  for (const ParameterKind& kind : parameter_kinds()) names.emplace_back(kind.id);
  for (const Pool& pool : policy.pools) {
    for (const Benefit& benefit : pool.benefits) {
      for (const ParameterKind& part : benefit_parts()) names.push_back(benefit.id + "." + std::string(part.id));
    }
  }
  return names;
}

Result<std::string> parameter_named(const Policy& policy, std::string written) {
  std::ranges::replace(written, '/', '.');
  const std::vector<std::string> names = parameter_names(policy);
  if (std::ranges::find(names, written) != names.end()) return written;
  const std::vector<std::string_view> known(names.begin(), names.end());
  const Text meant =
      did_you_mean(written, known, {"：请写如 assistance/ratio", ": write for example assistance/ratio"});
  return std::unexpected(Error{
      ErrorCode::not_found, {"没有参数“" + written + "”" + meant.zh, "no parameter '" + written + "'" + meant.en}, {}});
}

}  // namespace yidan::policy
