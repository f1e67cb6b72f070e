#include "policy/parse/parse_competences.h"

#include "policy/parse/parse_authority.h"
#include "policy/parse/parse_key.h"

namespace yidan::policy {
namespace {

Competence read_competence(const YamlNode& node, const FileContext& context, Groups& groups) {
  MapReader row(node, context);
  Competence competence;
  competence.at = row.at();
  row.demand("of");
  for (const YamlNode* each : row.list("of")) competence.of.push_back(each->text);
  if (const YamlNode* where = row.optional("where")) {
    MapReader keys(*where, context);
    keys.required("identity");
    auto& bits = competence.where.bits[static_cast<std::size_t>(Dimension::identity)];
    bits = read_ordinals(keys, Dimension::identity, groups, competence.where_text);
    keys.finish();
  }
  if (const auto decides = row.word<Decider>("decides")) competence.decides = *decides;
  if (const auto filing = row.word<FilingDemand>("filing")) competence.filing = *filing;
  competence.for_now = row.flag("for_now");
  if (const YamlNode* beyond = row.optional("beyond")) {
    competence.beyond = parse_scalar_word<Severity>(context, *beyond).value_or(Severity::refuse);
  }
  row.demand("clauses");
  competence.clauses = read_clauses(row, "clauses");
  if (const YamlNode* status = row.optional("policy_status")) {
    competence.status = parse_scalar_word<PolicyStatus>(context, *status).value_or(PolicyStatus::in_force);
  }
  competence.period = read_period(row);
  competence.text = row.title("text");
  row.finish();
  if (competence.clauses.empty()) return competence;
  const auto clause = context.clauses.find(competence.clauses.front());
  if (clause != context.clauses.end()) competence.region = clause->second.region;
  return competence;
}

}  // namespace

void read_competences(const YamlNode& root, const FileContext& context, Groups& groups, Competences& competences) {
  MapReader map(root, context);
  (void)map.title("title");
  map.demand("competences");
  for (const YamlNode* node : map.rows("competences")) {
    competences.push_back(read_competence(*node, context, groups));
  }
  map.finish();
}

}  // namespace yidan::policy
