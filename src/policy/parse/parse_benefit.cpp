#include "policy/parse/parse_benefit.h"

#include "policy/parse/parse_authority.h"

namespace yidan::policy {
namespace {

std::optional<Condition::Kind> parse_condition_kind(std::string_view word) {
  if (word == "designated") return Condition::Kind::designated;
  if (word == "registered") return Condition::Kind::registered;
  if (word == "not-during") return Condition::Kind::not_during;
  if (word == "identity") return Condition::Kind::identity;
  if (word == "province-by-the-rules") return Condition::Kind::province_by_the_rules;
  return std::nullopt;
}

// A condition holds as long as its benefit; its dates are the benefit's.
std::optional<Condition> read_condition(const YamlNode& node, const FileContext& context, Groups& groups) {
  MapReader row(node, context);
  const YamlNode* kind_node = row.required("kind");
  if (kind_node == nullptr) return std::nullopt;
  const auto kind = parse_condition_kind(kind_node->text);
  if (!kind) {
    report_unknown_word(context, *kind_node, "designated, registered, not-during, identity, province-by-the-rules");
    return std::nullopt;
  }
  Condition condition;
  condition.kind = *kind;
  condition.authority.at = row.at();
  condition.authority.clauses = read_clauses(row, "clauses");
  condition.authority.basis = row.word<Basis>("basis").value_or(Basis::assumed);
  condition.authority.source = row.text("bound").value_or(row.text("source").value_or(""));
  if (const YamlNode* status = row.optional("policy_status")) {
    condition.authority.status = parse_scalar_word<PolicyStatus>(context, *status);
  }
  if (*kind == Condition::Kind::not_during) condition.stays = row.words<StayKind>("stays");
  if (*kind == Condition::Kind::identity) {
    for (const YamlNode* each : row.list("identities"))
      condition.identities.insert(read_identities(*each, context, groups));
  }
  row.finish();
  return condition;
}

std::optional<BaseKind> parse_base_kind(const YamlNode& node, const FileContext& context) {
  if (node.text == "policy-scope") return BaseKind::policy_scope;
  if (node.text == "burden") return BaseKind::burden;
  if (node.text == "above-cap") return BaseKind::above_cap;
  report_unknown_word(context, node, "policy-scope, burden, above-cap");
  return std::nullopt;
}

BaseRule read_base(const YamlNode& node, const FileContext& context) {
  BaseRule base;
  if (node.kind == YamlNode::Kind::scalar) {
    base.kind = parse_base_kind(node, context).value_or(BaseKind::policy_scope);
    return base;
  }
  MapReader map(node, context);
  if (const YamlNode* of = map.required("of")) base.kind = parse_base_kind(*of, context).value_or(BaseKind::burden);
  base.without_first_self_pay = false;
  for (const YamlNode* part : map.list("without")) {
    if (part->text == "first-self-pay") {
      base.without_first_self_pay = true;
    } else if (part->text == "deductible") {
      base.without_deductible = true;
    } else {
      report_unknown_word(context, *part, "first-self-pay, deductible");
    }
  }
  map.finish();
  return base;
}

}  // namespace

WordSet<Identity> read_identities(const YamlNode& node, const FileContext& context, Groups& groups) {
  if (const auto group = groups.find(node.text); group != groups.end()) {
    group->second.used = true;
    return group->second.members;
  }
  if (const auto identity = parse_word<Identity>(node.text)) return {*identity};
  std::string allowed = codes_of<Identity>();
  for (const auto& [name, group] : groups) allowed += ", " + name;
  report_unknown_word(context, node, allowed);
  return {};
}

BenefitHeader read_benefit(const YamlNode& root, const FileContext& context, Groups& groups) {
  MapReader map(root, context);
  BenefitHeader header;
  header.at = map.at();
  header.title = map.title("title");
  header.layer = map.word<Layer>("layer").value_or(Layer::basic);
  header.fund = map.word<Fund>("fund").value_or(Fund::employee_pooled);
  header.schemes = map.words<Scheme>("schemes");
  header.care = map.words<Care>("care");
  if (header.schemes.empty()) map.required("schemes");
  if (header.care.empty()) map.required("care");
  header.diseases = map.words<Disease>("diseases");
  header.treatments = map.words<Disease>("treatments");
  if (const YamlNode* base = map.required("base")) header.base = read_base(*base, context);
  if (const YamlNode* rows = map.required("in_force")) {
    for (const YamlNode& node : rows->items) {
      MapReader row(node, context);
      header.in_force.push_back(read_authority(row));
      row.finish();
    }
  }
  if (const YamlNode* rows = map.optional("conditions")) {
    for (const YamlNode& node : rows->items) {
      if (auto condition = read_condition(node, context, groups)) header.conditions.push_back(std::move(*condition));
    }
  }
  map.finish();
  return header;
}

}  // namespace yidan::policy
