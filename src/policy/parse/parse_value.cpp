#include "policy/parse/parse_value.h"

#include <algorithm>
#include <array>

#include "base/decimal.h"
#include "terms/nearest.h"

namespace yidan::policy {
namespace {

struct PartUnits {
  std::string_view stem;
  std::string_view units;  // those that fit, separated by ", "
};

constexpr std::array<PartUnits, 7> kPartUnits{{
    {"first-self-pay", "percent"},
    {"deductible", "yuan/year, yuan/stay"},
    {"tilt-deductible", "yuan/year, yuan/stay, percent"},
    {"ratio", "percent"},
    {"tilt-ratio", "points"},
    {"cap", "yuan/year"},
    {"tilt-cap", "yuan/year"},
}};
// The words that the engine understands in a table of words; other tables hold names, which are free.
struct TableWords {
  std::string_view id;
  std::string_view words;
};
constexpr std::array<TableWords, 8> kTableWords{{
    {"account.scope", "in-scope, personal-part"},
    {"account.family", "allowed"},
    {"account.forbidden", "never"},
    {"scope.not-payable", "never"},
    {"scope.classes", "payable, payable-after-share, outside"},
    {"cover.reasons", "not-covered"},
    {"pay-later.deposit", "waived"},
    {"referral.continuous-deductible", "continuous"},
}};

constexpr std::string_view kOtherUnits = "yuan/year, rank, word";

std::string_view units_for(std::string_view stem) {
  const auto found = std::ranges::find(kPartUnits, stem, &PartUnits::stem);
  return found == kPartUnits.end() ? kOtherUnits : found->units;
}

bool lists(std::string_view list, std::string_view word) {
  const auto words = split_words(list);
  return std::ranges::find(words, word) != words.end();
}

std::optional<Rate> read_rate(const YamlNode& node, const FileContext& context) {
  const auto rate = parse_rate(written(node));
  if (rate) return *rate;
  context.problem(node, rate.error().message.zh, rate.error().message.en);
  return std::nullopt;
}

// "5" or "2.5": percentage points.
std::optional<Rate> read_points(const YamlNode& node, const FileContext& context) {
  const auto ppm = decimal::parse(node.text, 4);
  if (ppm && *ppm <= 1'000'000) return Rate::ppm(static_cast<std::int32_t>(*ppm));
  context.problem(node, "“" + written(node) + "”不是百分点：请写成如 \"5\"",
                  "'" + written(node) + "' is not a number of percentage points: write for example \"5\"");
  return std::nullopt;
}

Value read_indicator_share(const YamlNode& node, const FileContext& context) {
  MapReader map(node, context);
  Value value{.kind = Value::Kind::indicator_share};
  if (const YamlNode* share = map.required("share"))
    value.of_indicator.share = read_rate(*share, context).value_or(Rate{});
  if (const YamlNode* of = map.required("of")) {
    value.of_indicator.indicator = map.text("of").value_or("");
    value.of_indicator.at = context.at(*of);
  }
  map.finish();
  value.text = to_text(value.of_indicator.share) + " of " + value.of_indicator.indicator;
  return value;
}

void check_word(const YamlNode& node, const FileContext& context, std::string_view unit, std::string_view id) {
  if (node.kind != YamlNode::Kind::scalar) {
    context.problem(node, "“" + written(node) + "”不是一个词：此处只写一个值",
                    "'" + written(node) + "' is not one word: write a single value here");
    return;
  }
  const auto table = std::ranges::find(kTableWords, id, &TableWords::id);
  if (table != kTableWords.end() && !lists(table->words, node.text)) report_unknown_word(context, node, table->words);
  const auto rank = decimal::parse(node.text, 0);
  if (unit == "rank" && (!rank || *rank < 1 || *rank > 1000)) {
    context.problem(node, "“" + node.text + "”不是顺位：请写成 1 至 1000 的整数",
                    "'" + node.text + "' is not a rank: write a whole number from 1 to 1000");
  }
}

Value read_yuan(const YamlNode& node, const FileContext& context, std::string_view stem) {
  const bool is_cap = stem == "cap" || stem == "tilt-cap";
  if (is_cap && node.text == "none") return {.kind = Value::Kind::none, .text = "none"};
  return {.kind = Value::Kind::amount, .amount = read_amount(node, context).value_or(Money{}), .text = node.text};
}

}  // namespace

std::string read_unit(MapReader& map, std::string_view stem) {
  const YamlNode* node = map.required("unit");
  if (node == nullptr) return {};
  const std::string_view units = units_for(stem);
  if (!lists(units, node->text)) report_unknown_word(map.context(), *node, units);
  return node->text;
}

std::string probable_unit(const std::string& unit, std::string_view stem) {
  const auto units = split_words(units_for(stem));
  if (std::ranges::find(units, unit) != units.end()) return unit;
  const std::string_view meant = nearest(unit, units);
  return std::string(meant.empty() ? units.front() : meant);
}

std::optional<Money> read_amount(const YamlNode& node, const FileContext& context) {
  const auto money = parse_money(written(node));
  if (money) return *money;
  context.problem(node, money.error().message.zh, money.error().message.en);
  return std::nullopt;
}

Value read_value(const YamlNode& node, const FileContext& context, std::string_view unit, std::string_view id) {
  const std::string_view stem = id.substr(id.rfind('.') + 1);
  if (node.kind == YamlNode::Kind::map) {
    if (!unit.starts_with("yuan")) {
      context.problem(node, "只有金额可以写成指标的份额：请直接写出其值",
                      "only an amount can be a share of an indicator: write the value itself");
    }
    return read_indicator_share(node, context);
  }
  if (unit.starts_with("yuan")) return read_yuan(node, context, stem);
  if (unit == "percent") {
    const Rate rate = read_rate(node, context).value_or(Rate{});
    if (rate > kWhole) {
      context.problem(node, "“" + node.text + "”超过 100%：此处的比例不得超过 100%",
                      "'" + node.text + "' is too high: a rate here is at most 100%");
    }
    return {.kind = Value::Kind::rate, .rate = rate, .text = node.text};
  }
  if (unit == "points") {
    return {.kind = Value::Kind::points, .rate = read_points(node, context).value_or(Rate{}), .text = "+" + node.text};
  }
  check_word(node, context, unit, id);
  return {.kind = Value::Kind::word, .word = node.text, .text = node.text};
}

}  // namespace yidan::policy
