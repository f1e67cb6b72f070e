#include "policy/parse/parse_parameter.h"

#include <algorithm>

#include "policy/parameter_kind.h"
#include "policy/parse/parse_authority.h"
#include "policy/parse/parse_figure.h"
#include "policy/parse/parse_key.h"
#include "policy/parse/parse_value.h"
#include "policy/period.h"

namespace yidan::policy {
namespace {

// A table is a product of its dimensions: more would be a mistake, and large.
constexpr std::size_t kMostDimensions = 4;

// Every dimension by which a file is keyed must be one by which it is looked up.
void report_unknown_dimension(const FileContext& context, const YamlNode& node, const ParameterKind& kind) {
  const std::string allowed = names_of(kind.by);
  if (!allowed.empty()) {
    report_unknown_word(context, node, allowed);
    return;
  }
  context.problem(node, "此文件的值不按维度区分，不能用“" + written(node) + "”：请写 by: []",
                  "the values of this file are not keyed, '" + written(node) + "' has no place in it: write 'by: []'");
}

std::vector<Dimension> read_dimensions(MapReader& map, const ParameterKind& kind) {
  std::vector<Dimension> by;
  for (const YamlNode* node : map.list("by")) {
    const auto dimension = parse_dimension(node->text);
    if (!dimension || !kind.by.contains(*dimension)) {
      report_unknown_dimension(map.context(), *node, kind);
    } else if (std::ranges::find(by, *dimension) != by.end()) {
      map.context().problem(*node, "维度“" + node->text + "”重复：只保留一个",
                            "dimension '" + node->text + "' stands twice: keep one of them");
    } else if (by.size() == kMostDimensions) {
      map.context().problem(*node, "维度过多：一张表最多四个维度，请删去多余的",
                            "too many dimensions: a table has at most four, take some out");
    } else {
      by.push_back(*dimension);
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

// Two keys (B05): the row's days are insured years, and the standard is that of another year.
void read_standard_year(MapReader& reader, Row& row) {
  const YamlNode* node = reader.optional("standard_year");
  if (node == nullptr) return;
  row.standard_year = read_year(reader, node);
  row.insured_year_basis = reader.word<Basis>("insured_year_basis").value_or(Basis::assumed);
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

void read_bracket(MapReader& reader, Brackets brackets, Row& row) {
  const auto add = [&row](std::string_view name, const YamlNode& node) {
    row.key_text += (row.key_text.empty() ? "" : " ") + std::string(name) + "=" + node.text;
  };
  if (brackets == Brackets::of_base) {
    if (const YamlNode* above = reader.optional("above")) {
      row.above = read_amount(*above, reader.context()).value_or(Money{});
      add("above", *above);
    }
  } else if (brackets == Brackets::of_ages) {
    if (const YamlNode* age = reader.optional("age_from")) {
      row.age_from = read_whole(*age, reader.context(), 0, kMostYears, {"年龄", "an age"}).value_or(0);
      add("age_from", *age);
    }
  }
}

Row read_row(const YamlNode& node, const FileContext& context, const ParameterKind& kind, Parameter& parameter,
             bool& knows_keys, Groups& groups) {
  MapReader reader(node, context);
  Row row;
  if (kind.is_indicator()) {
    read_figure(reader, parameter.applies, row);
  } else {
    row.authority = read_authority(reader);
  }
  if (is_temporary(parameter)) {
    reader.required("until");  // it ends by itself
    if (row.authority.source.zh.empty()) row.authority.source = parameter.ordered_by;
  }
  const Watch keys(context.problems);
  for (const Dimension dimension : parameter.by) {
    row.keys.bits[static_cast<std::size_t>(dimension)] = read_ordinals(reader, dimension, groups, row.key_text);
  }
  read_bracket(reader, kind.brackets, row);
  check_other_keys(reader, parameter.by, knows_keys);
  parameter.lost_names |= keys.found();
  if (parameter.id.starts_with("schemes.")) row.alias = reader.flag("alias");
  if (kind.has_standard_year) read_standard_year(reader, row);
  const YamlNode* value = reader.required("value");
  const Watch values(context.problems);
  if (value != nullptr) row.value = read_value(*value, context, parameter.unit, kind);
  parameter.lost_names |= values.found() && value->kind != YamlNode::Kind::scalar;
  // A key that is unknown or missing may be one of the dimensions.
  const Watch others(context.problems);
  reader.finish();
  parameter.lost_names |= others.found();
  parameter.damaged |= !has_days(row.authority.period) || keys.found() || values.found() || others.found();
  return row;
}

void read_rows(MapReader& map, const ParameterKind& kind, Parameter& parameter, bool knows_keys, Groups& groups) {
  const Watch watch(map.context().problems);
  const bool given = map.required("values") != nullptr;
  const auto rows = map.rows("values");
  const bool unread = !given || watch.found();
  for (const YamlNode* node : rows) {
    parameter.rows.push_back(read_row(*node, map.context(), kind, parameter, knows_keys, groups));
  }
  const bool by_identity = std::ranges::find(parameter.by, Dimension::identity) != parameter.by.end();
  parameter.lost_names |= unread || !knows_keys;
  parameter.damaged |= unread || !knows_keys || (by_identity && !map.context().knows_groups);
}

}  // namespace

Parameter read_parameter(const YamlNode& root, std::string id, const FileContext& context, Groups& groups) {
  const ParameterKind* kind = kind_of(changed_by(id));
  ensure(kind != nullptr, "only files that have a meaning are read");
  MapReader map(root, context);
  Parameter parameter;
  parameter.id = std::move(id);
  parameter.at = map.at();
  parameter.title = map.title("title");
  parameter.unit = probable_unit(read_unit(map, *kind), *kind);
  const Watch dimensions(context.problems);
  parameter.by = read_dimensions(map, *kind);
  const bool knows_keys = !dimensions.found();
  if (is_temporary(parameter)) {
    map.required("ordered_by");
    parameter.ordered_by = map.saying("ordered_by").value_or(Text{});
  } else if (kind->id == "deductible") {
    if (const auto deductible = read_deductible_kind(map)) {
      parameter.deductible_kind = *deductible;
      check_deductible_unit(map, *deductible);
    }
  } else if (kind->id == "cap") {
    for (const YamlNode* node : map.list("shared_with")) {
      parameter.shared_with.push_back({node->text, context.at(*node)});
    }
  } else if (kind->id == "resident.subsidy") {
    parameter.dated_by = map.word<DatedBy>("dated_by").value_or(DatedBy::insured_year);
  }
  if (!is_temporary(parameter)) parameter.uniform = map.flag("uniform");
  if (kind->is_indicator()) {
    parameter.stand_in = map.flag("stand_in");
    if (const YamlNode* applies = map.optional("applies")) {
      parameter.applies = parse_scalar_word<AppliesFrom>(context, *applies).value_or(AppliesFrom::publication);
    }
  }
  read_rows(map, *kind, parameter, knows_keys, groups);
  map.finish();
  return parameter;
}

}  // namespace yidan::policy
