#include "policy/parse/parse_parameter.h"

#include <algorithm>
#include <array>

#include "policy/parse/parse_authority.h"
#include "policy/parse/parse_benefit.h"
#include "policy/parse/parse_value.h"
#include "policy/period.h"

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
      map.context().problem(*node, "维度过多：一张表最多四个维度，请删去多余的",
                            "too many dimensions: a table has at most four, take some out");
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

// What is paid once a stay is counted in yuan a stay, all else in yuan a year.
void check_deductible_unit(MapReader& map, DeductibleKind kind) {
  const YamlNode* unit = map.optional("unit");
  const std::string fits = kind == DeductibleKind::per_stay ? "yuan/stay" : "yuan/year";
  if (unit == nullptr || unit->text == fits || !unit->text.starts_with("yuan/")) return;
  if (unit->text != "yuan/stay" && unit->text != "yuan/year") return;
  const std::string written_kind = written(*map.optional("kind"));
  map.context().problem(
      *unit, "“" + written_kind + "”的起付标准以 " + fits + " 计，而非 " + unit->text + "：请改正 unit 或 kind",
      "a deductible of kind '" + written_kind + "' is in " + fits + ", not " + unit->text +
          ": correct 'unit' or 'kind'");
}

void check_year(MapReader& row) {
  const YamlNode* node = row.required("statistics_year");
  if (node == nullptr || parse_date(node->text + "-01-01")) return;
  row.context().problem(*node, "“" + written(*node) + "”不是年份：请写四位数字，如 2019",
                        "'" + written(*node) + "' is not a year: write four digits, for example 2019");
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
      bits |= bits_of(read_identities(*node, row.context(), groups));
    } else if (const auto ordinal = parse_ordinal(dimension, node->text)) {
      bits |= 1U << *ordinal;
    } else {
      report_unknown_word(row.context(), *node, words_of(dimension));
    }
  }
  return bits;
}

// A dimension that the file does not name: said once, because each row would have to say it again.
void check_other_keys(MapReader& row, const std::vector<Dimension>& by, bool& knows_keys) {
  for (std::size_t i = 0; i < kDimensions; ++i) {
    const auto dimension = static_cast<Dimension>(i);
    if (std::ranges::find(by, dimension) != by.end()) continue;
    const YamlNode* node = row.optional(name_of(dimension));
    if (node == nullptr || !knows_keys) continue;
    knows_keys = false;
    const std::string name(name_of(dimension));
    row.context().problem(*node, "维度“" + name + "”未列入 by：请在 by 中补上，或从各行删去",
                          "dimension '" + name + "' is not in 'by': add it there, or delete it from the rows");
  }
}

void read_keys(MapReader& reader, const Parameter& parameter, Row& row, Groups& groups) {
  for (const Dimension dimension : parameter.by) {
    row.keys.bits[static_cast<std::size_t>(dimension)] = read_ordinals(reader, dimension, groups, row.key_text);
  }
  if (!parameter.id.ends_with(".ratio")) return;
  if (const YamlNode* above = reader.optional("above")) {
    row.above = read_amount(*above, reader.context()).value_or(Money{});
    row.key_text += (row.key_text.empty() ? "above=" : " above=") + above->text;
  }
}

Row read_row(const YamlNode& node, const FileContext& context, Parameter& parameter, bool& knows_keys, Groups& groups) {
  MapReader reader(node, context);
  Row row;
  row.authority = read_authority(reader);
  const Watch keys(context.problems);
  read_keys(reader, parameter, row, groups);
  check_other_keys(reader, parameter.by, knows_keys);
  parameter.lost_names |= keys.found();
  if (parameter.id.starts_with("schemes.")) row.alias = reader.flag("alias");
  if (parameter.id.starts_with("indicators.")) check_year(reader);
  const YamlNode* value = reader.required("value");
  const Watch values(context.problems);
  if (value != nullptr) row.value = read_value(*value, context, parameter.unit, parameter.id);
  parameter.lost_names |= values.found() && value->kind != YamlNode::Kind::scalar;
  // A key that is unknown or missing may be one of the dimensions.
  const Watch others(context.problems);
  reader.finish();
  parameter.lost_names |= others.found();
  parameter.damaged |= !has_days(row.authority.period) || keys.found() || values.found() || others.found();
  return row;
}

void read_rows(MapReader& map, Parameter& parameter, bool knows_keys, Groups& groups) {
  const Watch watch(map.context().problems);
  const bool given = map.required("values") != nullptr;
  const auto rows = map.rows("values");
  const bool unread = !given || watch.found();
  for (const YamlNode* node : rows) {
    parameter.rows.push_back(read_row(*node, map.context(), parameter, knows_keys, groups));
  }
  const bool by_identity = std::ranges::find(parameter.by, Dimension::identity) != parameter.by.end();
  parameter.lost_names |= unread || !knows_keys;
  parameter.damaged |= unread || !knows_keys || (by_identity && !map.context().knows_groups);
}

}  // namespace

bool is_benefit_part(std::string_view stem) { return std::ranges::find(kParts, stem) != kParts.end(); }

bool is_known_parameter(std::string_view id) {
  return id.starts_with("indicators.") || std::ranges::find(kParameters, id) != kParameters.end();
}

std::vector<std::string_view> known_stems(std::string_view folder) {
  std::vector<std::string_view> stems;
  for (const std::string_view id : kParameters) {
    if (id.starts_with(folder) && id.substr(folder.size()).starts_with('.'))
      stems.push_back(id.substr(folder.size() + 1));
  }
  if (!stems.empty()) return stems;
  stems.assign(kParts.begin(), kParts.end());
  stems.emplace_back("benefit");
  return stems;
}

Parameter read_parameter(const YamlNode& root, std::string id, const FileContext& context, Groups& groups) {
  MapReader map(root, context);
  Parameter parameter;
  const std::string stem = id.substr(id.rfind('.') + 1);
  parameter.id = std::move(id);
  parameter.at = map.at();
  parameter.title = map.title("title");
  parameter.unit = probable_unit(read_unit(map, stem), stem);
  const Watch dimensions(context.problems);
  parameter.by = read_dimensions(map);
  const bool knows_keys = !dimensions.found();
  if (stem == "deductible") {
    if (const auto kind = read_deductible_kind(map)) {
      parameter.deductible_kind = *kind;
      check_deductible_unit(map, *kind);
    }
  }
  if (stem == "cap") {
    for (const YamlNode* node : map.list("shared_with")) {
      parameter.shared_with.push_back({node->text, context.at(*node)});
    }
  }
  parameter.uniform = map.flag("uniform");
  read_rows(map, parameter, knows_keys, groups);
  map.finish();
  return parameter;
}

}  // namespace yidan::policy
