#include "policy/parse/parse_procedures.h"

#include <algorithm>
#include <array>

#include "policy/parse/parse_authority.h"
#include "terms/nearest.h"

namespace yidan::policy {
namespace {

// What an act can bring, by the names of the contract; of `result` its words.
constexpr std::array<std::string_view, 10> kEvidence{"issued",   "number", "filed",    "answered", "accepted",
                                                     "returned", "asked",  "approved", "on",       "until"};

class DefinitionReader {
 public:
  explicit DefinitionReader(const FileContext& context) : context_(context) {}

  Procedure read(const YamlNode& root, const std::string& name) {
    definition_.name = name;
    MapReader map(root, context_);
    definition_.title = map.title("title");
    for (const char* key : {"kinds", "states", "transitions"}) map.demand(key);
    for (const YamlNode* node : map.rows("kinds")) read_kind(*node);
    for (const YamlNode* node : map.rows("states")) read_state(*node);
    for (const YamlNode* node : map.rows("transitions")) read_transition(*node);
    for (const YamlNode* node : map.rows("requirements")) read_requirement(*node);
    map.finish();
    return std::move(definition_);
  }

 private:
  void read_kind(const YamlNode& node) {
    MapReader row(node, context_);
    EntryKind kind{.name = row.required_text("kind").value_or(""), .title = row.title("title")};
    kind.beyond_list = row.flag("beyond_list");
    kind.whole = row.flag("whole");
    row.demand("clauses");
    (void)read_clauses(row, "clauses");
    row.finish();
    definition_.kinds.push_back(std::move(kind));
  }

  void read_state(const YamlNode& node) {
    MapReader row(node, context_);
    EntryState state{.name = row.required_text("state").value_or(""), .title = row.title("title")};
    state.in_force = row.flag("in_force");
    row.finish();
    definition_.states.push_back(std::move(state));
  }

  void read_transition(const YamlNode& node) {
    MapReader row(node, context_);
    Transition transition{.at = row.at()};
    if (row.optional("at") == nullptr) {
      if (const auto act = row.word<DecisionAct>("do")) transition.act = code(*act);
    } else {
      transition.day = evidence(*row.optional("at"));
    }
    row.demand("from");
    for (const YamlNode* each : row.list("from")) transition.from.push_back(state_named(*each, true));
    if (const YamlNode* to = row.required("to")) transition.to = state_named(*to, false);
    transition.kinds = kinds_named(row);
    for (const YamlNode* each : row.list("needs")) transition.needs.push_back(evidence(*each));
    transition.by = row.words<Body>("by");
    row.demand("clauses");
    transition.clauses = read_clauses(row, "clauses");
    row.finish();
    definition_.transitions.push_back(std::move(transition));
  }

  void read_requirement(const YamlNode& node) {
    MapReader row(node, context_);
    Requirement requirement{.at = row.at()};
    if (const auto asks = row.word<Asks>("asks")) requirement.asks = *asks;
    requirement.kinds = kinds_named(row);
    for (const YamlNode* each : row.list("of")) requirement.of.push_back(each->text);
    if (row.optional("from") != nullptr || row.optional("until") != nullptr) read_days(row, requirement);
    requirement.issued_from = row.date("issued_from");
    if (const auto severity = row.word<Severity>("otherwise")) requirement.otherwise = *severity;
    row.demand("clauses");
    requirement.clauses = read_clauses(row, "clauses");
    read_place(row, requirement);
    requirement.text = row.title("text");
    row.finish();
    definition_.requirements.push_back(std::move(requirement));
  }

  // `until` alone is a period without a beginning.
  static void read_days(MapReader& row, Requirement& requirement) {
    const auto from = row.date("from");
    const auto until = row.date("until");
    requirement.period = {from.value_or(kEveryDay.from), until.value_or(Date::never())};
  }

  // The region of the first clause, or a wider one.
  void read_place(MapReader& row, Requirement& requirement) {
    const YamlNode* region = row.optional("region");
    for (const YamlNode* each : row.list("except")) {
      if (const auto code = read_region(*each, context_)) requirement.except.push_back(*code);
    }
    if (requirement.clauses.empty()) return;
    const auto clause = context_.clauses.find(requirement.clauses.front());
    if (clause != context_.clauses.end()) requirement.of_clause = clause->second.region;
    requirement.region = requirement.of_clause;
    if (region == nullptr) return;
    requirement.region = read_region(*region, context_).value_or(requirement.of_clause);
    requirement.by_analogy = requirement.region != requirement.of_clause;
  }

  std::vector<std::string> kinds_named(MapReader& row) {
    std::vector<std::string> names;
    for (const YamlNode* each : row.list("kinds")) {
      if (definition_.kind(each->text) == nullptr) {
        unknown(*each, {"种类（kinds）", "kind"}, names_of(definition_.kinds));
      }
      names.push_back(each->text);
    }
    return names;
  }

  std::string state_named(const YamlNode& node, bool may_be_new) {
    if (definition_.state(node.text) == nullptr && !(may_be_new && node.text == kNewEntry)) {
      unknown(node, {"状态（states）", "state"}, names_of(definition_.states));
    }
    return node.text;
  }

  std::string evidence(const YamlNode& node) {
    if (std::ranges::find(kEvidence, node.text) == kEvidence.end()) {
      unknown(node, {"证据", "evidence"}, {kEvidence.begin(), kEvidence.end()});
    }
    return node.text;
  }

  template <class Named>
  static std::vector<std::string_view> names_of(const std::vector<Named>& list) {
    std::vector<std::string_view> names;
    for (const Named& each : list) names.push_back(each.name);
    return names;
  }

  void unknown(const YamlNode& node, const Text& what, const std::vector<std::string_view>& known) {
    const Text meant = did_you_mean_or_all(node.text, known);
    context_.problem(node, "没有这种" + what.zh + "“" + written(node) + "”" + meant.zh,
                     "there is no " + what.en + " '" + written(node) + "'" + meant.en);
  }

  const FileContext& context_;
  Procedure definition_;
};

}  // namespace

Procedure read_procedure(const YamlNode& root, const std::string& name, const FileContext& context) {
  return DefinitionReader(context).read(root, name);
}

}  // namespace yidan::policy
