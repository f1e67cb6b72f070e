#include "policy/parse/parse_bounds.h"

#include <algorithm>

#include "policy/parameter_kind.h"
#include "policy/parse/parse_authority.h"
#include "policy/parse/parse_benefit.h"
#include "policy/parse/parse_key.h"
#include "policy/parse/parse_value.h"
#include "terms/nearest.h"

namespace yidan::policy {
namespace {

constexpr int kFirstYear = 2000;
constexpr int kLastYear = 2199;

class BoundReader {
 public:
  BoundReader(const FileContext& context, Groups& groups) : context_(context), groups_(groups) {}

  Bound read(const YamlNode& node) {
    MapReader row(node, context_);
    Bound bound;
    bound.at = row.at();
    bound.id = row.required_text("id").value_or("");
    bound.text = row.title("text");
    read_authority(row, bound);
    read_place(row, bound);
    read_measure(row, bound);
    read_limit(row, bound);
    read_counting(row, bound);
    for (const YamlNode* each : row.rows("lenient")) bound.lenient.push_back(read_leniency(*each));
    row.finish();
    return bound;
  }

  ListItem read_item(const YamlNode& node) {
    MapReader row(node, context_);
    ListItem item;
    item.at = row.at();
    if (const auto layer = row.word<Layer>("layer")) item.layer = *layer;
    item.schemes = row.required_words<Scheme>("schemes");
    item.care = row.required_words<Care>("care");
    item.funds = row.required_words<Fund>("funds");
    item.tilted = identities(row, "tilted");
    item.groups = identities(row, "groups");
    item.diseases = row.words<Disease>("diseases");
    item.treatments = row.words<Disease>("treatments");
    row.demand("clauses");
    item.clauses = read_clauses(row, "clauses");
    row.finish();
    return item;
  }

  ItemName read_item_name(const YamlNode& node) {
    MapReader row(node, context_);
    ItemName item;
    item.at = row.at();
    row.demand("parts");
    for (const YamlNode* part : row.list("parts")) {
      check_part(*part);
      item.parts.push_back(part->text);
    }
    row.demand("names");
    item.names = names(row, "names");
    row.demand("clauses");
    item.clauses = read_clauses(row, "clauses");
    row.finish();
    return item;
  }

 private:
  void check_part(const YamlNode& node) const {
    if (is_benefit_part(node.text)) return;
    std::vector<std::string_view> known;
    for (const ParameterKind& part : benefit_parts()) known.push_back(part.id);
    const Text meant = did_you_mean(node.text, known,
                                    {"：请写待遇的一个组成部分，如 deductible、ratio、cap",
                                     ": write a part of a benefit, for example deductible, ratio, cap"});
    context_.problem(node, "待遇没有组成部分“" + node.text + "”" + meant.zh,
                     "a benefit has no part '" + node.text + "'" + meant.en);
  }

  void read_authority(MapReader& row, Bound& bound) {
    row.demand("clauses");
    bound.clauses = read_clauses(row, "clauses");
    if (const YamlNode* basis = row.optional("basis")) {
      bound.basis = parse_scalar_word<Basis>(context_, *basis).value_or(Basis::cited);
    }
    if (const YamlNode* status = row.optional("policy_status")) {
      bound.status = parse_scalar_word<PolicyStatus>(context_, *status).value_or(PolicyStatus::in_force);
    }
    bound.period = read_period(row);
    bound.due = row.date("due");
    bound.region = region(row, bound.clauses);
  }

  // Where nothing else is written, the region of the first clause.
  Region region(MapReader& row, const std::vector<std::string>& clauses) {
    if (const YamlNode* node = row.optional("region")) return read_region(*node, context_).value_or(Region{});
    if (clauses.empty()) return {};
    const auto clause = context_.clauses.find(clauses.front());
    return clause == context_.clauses.end() ? Region{} : clause->second.region;
  }

  static void read_place(MapReader& row, Bound& bound) {
    bound.aspect = row.word<Aspect>("dimension").value_or(Aspect::policy_standards);
    bound.grade_class = row.word<BoundClass>("class").value_or(BoundClass::hard);
    bound.schemes = row.words<ListedScheme>("scheme");
    bound.care = row.words<Care>("care");
  }

  void read_measure(MapReader& row, Bound& bound) {
    bound.measure = row.word<Measure>("measure").value_or(Measure::lowest);
    bound.of = selections(row, row.list("of"), row.optional("where"));
    if (const YamlNode* over = row.optional("over")) read_over(*over, bound);
    bound.standard_year = year(row, "standard_year");
    bound.excesses = row.words<Excess>("kinds");
    for (const YamlNode* each : row.rows("standards")) bound.standards.push_back(read_standard(*each));
  }

  void read_over(const YamlNode& node, Bound& bound) {
    MapReader over(node, context_);
    bound.over = selections(over, over.list("of"), over.optional("where"));
    bound.over_indicator = over.text("indicator").value_or("");
    bound.over_standard_year = year(over, "standard_year");
    over.finish();
  }

  // Each of the parameters for the same keys.
  std::vector<Selection> selections(MapReader& row, const std::vector<const YamlNode*>& names, const YamlNode* where) {
    Selection keys;
    if (where != nullptr) read_keys(*where, keys);
    std::vector<Selection> list;
    for (const YamlNode* name : names) {
      Selection each = keys;
      each.parameter = name->text;
      each.at = row.context().at(*name);
      list.push_back(std::move(each));
    }
    return list;
  }

  void read_keys(const YamlNode& node, Selection& selection) {
    MapReader where(node, context_);
    for (std::size_t i = 0; i < kDimensions; ++i) {
      const auto dimension = static_cast<Dimension>(i);
      if (where.optional(name_of(dimension)) == nullptr) continue;
      selection.where.bits[i] = read_ordinals(where, dimension, groups_, selection.text);
    }
    if (const YamlNode* age = where.optional("age_from")) {
      selection.age_from = read_whole(*age, context_, 0, kMostYears, {"年龄", "an age"});
      selection.text += (selection.text.empty() ? "age_from=" : " age_from=") + age->text;
    }
    where.finish();
  }

  std::optional<int> year(MapReader& row, std::string_view key) {
    const YamlNode* node = row.optional(key);
    if (node == nullptr) return std::nullopt;
    return read_whole(*node, context_, kFirstYear, kLastYear, {"年份", "a year"});
  }

  HigherStandard read_standard(const YamlNode& node) {
    MapReader row(node, context_);
    HigherStandard standard;
    row.required("standard_year");
    standard.standard_year = year(row, "standard_year").value_or(kFirstYear);
    standard.parameter = row.required_text("of").value_or("");
    if (const YamlNode* amount = row.required("value"))
      standard.amount = read_amount(*amount, context_).value_or(Money{});
    standard.clauses = read_clauses(row, "clauses");
    row.finish();
    return standard;
  }

  void read_limit(MapReader& row, Bound& bound) {
    bound.comparison = row.word<Comparison>("must").value_or(Comparison::at_least);
    if (const YamlNode* value = row.optional("value")) bound.limit = limit(*value);
    if (const YamlNode* tolerance = row.optional("tolerance")) bound.tolerance = quantity(*tolerance);
  }

  Limit limit(const YamlNode& node) {
    Limit limit{.at = context_.at(node)};
    if (node.kind != YamlNode::Kind::map) {
      limit.fixed = quantity(node).value_or(Quantity{});
      return limit;
    }
    MapReader formula(node, context_);
    const YamlNode* of = formula.required("of");
    if (of != nullptr) {
      limit.indicator = of->text;
      limit.at = context_.at(*of);
    }
    // The value of a parameter as it stands, or a share of an indicator.
    const bool is_parameter = of != nullptr && of->text.find('.') != std::string::npos;
    if (const YamlNode* share = is_parameter ? nullptr : formula.required("share")) {
      const auto rate = parse_rate(written(*share));
      if (rate) limit.share = *rate;
      if (!rate) context_.problem(*share, rate.error().message.zh, rate.error().message.en);
    }
    formula.finish();
    return limit;
  }

  std::optional<Quantity> quantity(const YamlNode& node) {
    const auto read = parse_quantity(written(node));
    if (read) return *read;
    context_.problem(node, read.error().message.zh, read.error().message.en);
    return std::nullopt;
  }

  static std::vector<std::string> names(MapReader& row, std::string_view key) {
    std::vector<std::string> list;
    for (const YamlNode* node : row.list(key)) list.push_back(node->text);
    return list;
  }

  static void read_counting(MapReader& row, Bound& bound) {
    bound.aspects = row.words<Aspect>("count_dimensions");
    bound.counted_schemes = row.words<ListedScheme>("count_schemes");
    bound.counted = names(row, "count");
    bound.except = names(row, "except");
    bound.issued_from = row.date("issued_from");
    bound.issued_before = row.date("issued_before");
  }

  Leniency read_leniency(const YamlNode& node) {
    MapReader row(node, context_);
    Leniency lenient;
    if (const YamlNode* region = row.required("region"))
      lenient.region = read_region(*region, context_).value_or(Region{});
    row.demand("of");
    lenient.parameters = names(row, "of");
    lenient.clauses = read_clauses(row, "clauses");
    lenient.reason = row.title("reason");
    row.finish();
    return lenient;
  }

  // Identities and groups of them.
  WordSet<Identity> identities(MapReader& row, std::string_view key) {
    WordSet<Identity> set;
    for (const YamlNode* node : row.list(key)) set.insert(read_identities(*node, context_, groups_));
    return set;
  }

  const FileContext& context_;
  Groups& groups_;
};

}  // namespace

void read_bounds(const YamlNode& root, const FileContext& context, Groups& groups, Bounds& bounds) {
  MapReader map(root, context);
  (void)map.title("title");
  BoundReader reader(context, groups);
  for (const YamlNode* node : map.rows("bounds")) {
    Bound bound = reader.read(*node);
    const Bound* twin = bounds.find(bound.id);
    if (twin != nullptr && !bound.id.empty()) {
      const std::string other = to_text(twin->at);
      context.problem(*node, "限度“" + bound.id + "”重复（另一行在 " + other + "）：只保留一行，或在编号后加“/区分词”",
                      "bound '" + bound.id + "' stands twice (the other at " + other +
                          "): keep one of them, or add '/WORD' to the id");
      continue;
    }
    bounds.rows.push_back(std::move(bound));
  }
  for (const YamlNode* node : map.rows("list")) bounds.list.push_back(reader.read_item(*node));
  for (const YamlNode* node : map.rows("item_names")) bounds.item_names.push_back(reader.read_item_name(*node));
  map.finish();
}

}  // namespace yidan::policy
