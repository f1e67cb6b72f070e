#include "policy/parse/parse_parameter.h"

#include <algorithm>
#include <array>

#include "policy/parse/parse_authority.h"
#include "policy/parse/parse_benefit.h"
#include "policy/parse/parse_value.h"

namespace yidan::policy {
namespace {

constexpr std::array<std::string_view, 7> kParts{"first-self-pay", "deductible", "tilt-deductible", "ratio",
                                                 "tilt-ratio",     "cap",        "tilt-cap"};
constexpr std::array<std::string_view, 12> kParameters{
    "categories.rank", "layers.order",    "scope.not-payable", "scope.classes",
    "account.scope",   "account.family",  "account.forbidden", "cover.reasons",
    "schemes.names",   "schemes.aliases", "pay-later.deposit", "referral.continuous-deductible"};

// A table is a product of its dimensions: more would be a mistake, and large.
constexpr std::size_t kMostDimensions = 4;

std::vector<Dimension> read_dimensions(MapReader& map) {
  std::vector<Dimension> by;
  for (const YamlNode* node : map.list("by")) {
    const auto dimension = parse_dimension(node->text);
    if (dimension && std::ranges::find(by, *dimension) != by.end()) {
      map.context().problem(*node, "维度“" + node->text + "”重复：只保留一个",
                            "dimension '" + node->text + "' stands twice: keep one of them");
    } else if (dimension && by.size() == kMostDimensions) {
      map.context().problem(*node, "维度过多：一张表最多四个维度", "too many dimensions: a table has at most four");
    } else if (dimension) {
      by.push_back(*dimension);
    } else {
      report_unknown_word(map.context(), *node,
                          "level, status, identity, place, order, disease, held, cause, class, owner, reason, layer, "
                          "scheme_name");
    }
  }
  return by;
}

std::optional<DeductibleKind> read_deductible_kind(MapReader& map) {
  const YamlNode* node = map.required("kind");
  if (node == nullptr) return std::nullopt;
  if (node->text == "per-stay") return DeductibleKind::per_stay;
  if (node->text == "absorbed") return DeductibleKind::absorbed;
  if (node->text == "threshold") return DeductibleKind::threshold;
  report_unknown_word(map.context(), *node, "per-stay, absorbed, threshold");
  return std::nullopt;
}

std::uint32_t read_ordinals(MapReader& row, Dimension dimension, Groups& groups, std::string& key_text) {
  const auto nodes = row.list(name_of(dimension));
  if (nodes.empty()) return UINT32_MAX;
  std::uint32_t bits = 0;
  if (!key_text.empty()) key_text += " ";
  key_text += std::string(name_of(dimension)) + "=";
  for (const YamlNode* node : nodes) {
    key_text += (node == nodes.front() ? "" : ",") + node->text;
    if (dimension == Dimension::identity) {
      const auto members = read_identities(*node, row.context(), groups);
      for (std::size_t i = 0; i < count_of<Identity>; ++i) {
        if (members.contains(static_cast<Identity>(i))) bits |= 1U << i;
      }
    } else if (const auto ordinal = parse_ordinal(dimension, node->text)) {
      bits |= 1U << *ordinal;
    } else {
      report_unknown_word(row.context(), *node, words_of(dimension));
    }
  }
  return bits;
}

Row read_row(const YamlNode& node, const FileContext& context, const Parameter& parameter, std::string_view stem,
             Groups& groups) {
  MapReader reader(node, context);
  Row row;
  row.authority = read_authority(reader);
  for (const Dimension dimension : parameter.by) {
    row.keys.bits[static_cast<std::size_t>(dimension)] = read_ordinals(reader, dimension, groups, row.key_text);
  }
  if (stem == "ratio") {
    if (const YamlNode* above = reader.optional("above")) {
      row.above = read_amount(*above, context).value_or(Money{});
      row.key_text += (row.key_text.empty() ? "above=" : " above=") + above->text;
    }
  }
  if (parameter.id.starts_with("schemes.")) row.alias = reader.flag("alias");
  if (parameter.id.starts_with("indicators.")) reader.required_text("statistics_year");
  if (const YamlNode* value = reader.required("value"))
    row.value = read_value(*value, context, parameter.unit, parameter.id);
  reader.finish();
  return row;
}

}  // namespace

bool is_benefit_part(std::string_view stem) { return std::ranges::find(kParts, stem) != kParts.end(); }

bool is_known_parameter(std::string_view id) {
  return id.starts_with("indicators.") || std::ranges::find(kParameters, id) != kParameters.end();
}

Parameter read_parameter(const YamlNode& root, std::string id, const FileContext& context, Groups& groups) {
  MapReader map(root, context);
  Parameter parameter;
  const std::string stem = id.substr(id.rfind('.') + 1);
  parameter.id = std::move(id);
  parameter.at = map.at();
  parameter.title = map.title("title");
  parameter.unit = read_unit(map, stem);
  parameter.by = read_dimensions(map);
  if (stem == "deductible") parameter.deductible_kind = read_deductible_kind(map).value_or(DeductibleKind::absorbed);
  if (stem == "cap") {
    for (const YamlNode* node : map.list("shared_with")) parameter.shared_with.push_back(node->text);
  }
  parameter.uniform = map.flag("uniform");
  if (const YamlNode* rows = map.required("values")) {
    for (const YamlNode& node : rows->items) {
      parameter.rows.push_back(read_row(node, context, parameter, stem, groups));
    }
  }
  map.finish();
  return parameter;
}

}  // namespace yidan::policy
