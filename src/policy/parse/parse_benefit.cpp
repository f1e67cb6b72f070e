#include "policy/parse/parse_benefit.h"

#include <algorithm>

#include "policy/parse/parse_authority.h"
#include "policy/period.h"

namespace yidan::policy {
namespace {

std::optional<Condition::Kind> parse_condition_kind(std::string_view word) {
  if (word == "designated") return Condition::Kind::designated;
  if (word == "designated-for-any") return Condition::Kind::designated_for_any;
  if (word == "registered") return Condition::Kind::registered;
  if (word == "not-during") return Condition::Kind::not_during;
  if (word == "identity") return Condition::Kind::identity;
  if (word == "province-by-the-rules") return Condition::Kind::province_by_the_rules;
  return std::nullopt;
}

void read_kind(MapReader& row, Condition& condition, bool& known) {
  const YamlNode* node = row.required("kind");
  if (node == nullptr) return;
  if (const auto kind = parse_condition_kind(node->text)) {
    condition.kind = *kind;
    known = true;
    return;
  }
  report_unknown_word(row.context(), *node,
                      "designated, designated-for-any, registered, not-during, identity, province-by-the-rules");
}

// A condition without days holds as long as its benefit.
std::optional<Condition> read_condition(const YamlNode& node, const FileContext& context, Groups& groups) {
  MapReader row(node, context);
  Condition condition;
  condition.authority = read_dependent(row);
  bool known = false;
  read_kind(row, condition, known);
  if (!known) {
    // Whichever kind was meant may have these.
    row.optional("stays");
    row.optional("identities");
  } else if (condition.kind == Condition::Kind::not_during) {
    condition.stays = row.required_words<StayKind>("stays");
  } else if (condition.kind == Condition::Kind::identity) {
    row.demand("identities");
    for (const YamlNode* each : row.list("identities")) {
      condition.identities.insert(read_identities(*each, context, groups));
    }
  }
  row.finish();
  return known ? std::optional(condition) : std::nullopt;
}

void report_twin(const YamlNode& node, const FileContext& context, const Condition& twin) {
  const std::string kind = written(*node.find("kind"));
  const std::string other = to_text(twin.authority.at);
  context.problem(node,
                  "条件“" + kind + "”重复（另一个在 " + other +
                      "）：请合并为一行，引用两者的条款；先后适用的，用 from 和 until 分开",
                  "condition '" + kind + "' stands twice (the other at " + other +
                      "): make them one row that cites the clauses of both; those that hold one after the other are "
                      "told apart by 'from' and 'until'");
}

void read_conditions(MapReader& map, BenefitHeader& header, Groups& groups) {
  const Watch watch(map.context().problems);
  for (const YamlNode* node : map.rows("conditions")) {
    auto condition = read_condition(*node, map.context(), groups);
    if (!condition) continue;
    const auto twin = std::ranges::find_if(header.conditions, [&](const Condition& other) {
      return other.kind == condition->kind &&
             has_days(common_days(other.authority.period, condition->authority.period));
    });
    if (twin != header.conditions.end()) {
      report_twin(*node, map.context(), *twin);
      continue;
    }
    header.conditions.push_back(std::move(*condition));
  }
  header.lost_names = watch.found();
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

// A later layer works on what is unpaid: the whole scope again would pay more than there is.
void check_base(const YamlNode& node, const FileContext& context, const BenefitHeader& header) {
  if (traits(header.layer).is_first || header.base.kind != BaseKind::policy_scope) return;
  const std::string layer(code(header.layer));
  context.problem(
      node, "层次“" + layer + "”在基本医保之后支付，不能以 policy-scope 为基数：请写 burden 或 above-cap",
      "layer '" + layer + "' pays after the basic one, its base cannot be policy-scope: write burden or above-cap");
}

// Personal accounts pay after every layer, each person's own; their fund keeps books and pays no benefit.
Fund read_fund(MapReader& map) {
  const YamlNode* node = map.required("fund");
  if (node == nullptr) return Fund::employee_pooled;
  const Fund fund = parse_scalar_word<Fund>(map.context(), *node).value_or(Fund::employee_pooled);
  if (!traits(fund).pays_benefits) {
    map.context().problem(*node, "待遇不由“" + node->text + "”支付：请写支付该层次的基金",
                          "no benefit is paid from '" + node->text + "': name the fund of the layer");
  }
  return fund;
}

}  // namespace

WordSet<Identity> read_identities(const YamlNode& node, const FileContext& context, Groups& groups) {
  if (const auto group = groups.find(node.text); group != groups.end()) {
    group->second.used = true;
    return group->second.members;
  }
  if (const auto identity = parse_word<Identity>(node.text)) return {*identity};
  if (!context.knows_groups) return {};
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
  header.fund = read_fund(map);
  const Watch watch(context.problems);
  header.schemes = map.required_words<Scheme>("schemes");
  header.care = map.required_words<Care>("care");
  header.diseases = map.words<Disease>("diseases");
  header.treatments = map.words<Disease>("treatments");
  if (watch.found()) header.schemes = {};
  if (const YamlNode* base = map.required("base")) {
    header.base = read_base(*base, context);
    check_base(*base, context, header);
  }
  header.in_force = read_in_force(map);
  read_conditions(map, header, groups);
  map.finish();
  return header;
}

}  // namespace yidan::policy
