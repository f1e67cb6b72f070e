#include "policy/parse/parse_authority.h"

namespace yidan::policy {
namespace {

void check_citation(const FileContext& context, const YamlNode& node) {
  if (context.clauses.contains(node.text)) return;
  std::vector<std::string_view> known;
  known.reserve(context.clauses.size());
  for (const auto& [id, clause] : context.clauses) known.push_back(id);
  const std::string_view meant = nearest(node.text, known);
  const std::string hint(meant);
  context.problem(
      node, "登记册中没有条款“" + node.text + "”" + (meant.empty() ? "" : "：是否应为“" + hint + "”？"),
      "no clause '" + node.text + "' in the register" +
          (meant.empty() ? std::string(": cite one of packs/clauses/clauses.tsv") : ": did you mean '" + hint + "'?"));
}

void check_basis(MapReader& row, const Authority& authority, bool has_source, bool has_bound) {
  if (authority.basis == Basis::published && !has_source) {
    row.context().problem(row.node(), "依据为 published 的值须写明来源（source）",
                          "a value with basis 'published' must name its source: add 'source'");
  }
  if (authority.basis == Basis::assumed && !has_bound) {
    row.context().problem(row.node(), "依据为 assumed 的值须写明其遵守的限度（bound）",
                          "a value with basis 'assumed' must name the bound that it keeps: add 'bound'");
  }
}

}  // namespace

std::vector<std::string> read_clauses(MapReader& row, std::string_view key) {
  std::vector<std::string> clauses;
  for (const YamlNode* node : row.list(key)) {
    check_citation(row.context(), *node);
    clauses.push_back(node->text);
  }
  return clauses;
}

Authority read_authority(MapReader& row) {
  Authority authority;
  authority.at = row.at();
  row.required("from");
  authority.period.from = row.date("from").value_or(Date{});
  authority.period.to = row.date("until").value_or(Date::never());
  if (authority.period.to <= authority.period.from) {
    row.context().problem(row.node(),
                          "值的生效日 " + to_text(authority.period.from) + " 不早于其终止日 " +
                              to_text(authority.period.to) + "：终止日不含在内，应晚于生效日",
                          "this value begins on " + to_text(authority.period.from) + ", after its 'until' " +
                              to_text(authority.period.to) + ": 'until' is exclusive and must be later than 'from'");
  }
  authority.clauses = read_clauses(row, "clauses");
  if (authority.clauses.empty()) {
    row.context().problem(row.node(), "缺少引用：每个值须注明条款（clauses）",
                          "no citation: every value names its clauses, add 'clauses'");
  }
  authority.basis = row.word<Basis>("basis").value_or(Basis::assumed);
  const auto source = row.text("source");
  const auto bound = row.text("bound");
  check_basis(row, authority, source.has_value(), bound.has_value());
  authority.source = source.value_or(bound.value_or(""));
  if (const YamlNode* status = row.optional("policy_status")) {
    authority.status = parse_scalar_word<PolicyStatus>(row.context(), *status);
  }
  return authority;
}

}  // namespace yidan::policy
