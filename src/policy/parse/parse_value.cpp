#include "policy/parse/parse_value.h"

#include <algorithm>

#include "base/decimal.h"
#include "policy/parse/parse_year_day.h"
#include "terms/nearest.h"

namespace yidan::policy {
namespace {

constexpr int kMostMonths = 1200;
constexpr int kMostTimes = 100;
constexpr int kMostRank = 1000;

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

void add_figure(Value& mean, const YamlNode& node, const FileContext& context) {
  const Money figure = read_amount(node, context).value_or(Money{});
  mean.text += (mean.count == 0 ? "mean of " : ", ") + node.text;
  ++mean.count;
  if (figure <= Money::max() - mean.amount) {
    mean.amount += figure;
    return;
  }
  context.problem(node, "这些数值之和超出可表示范围：请核对各数值",
                  "the sum of these figures is too large: check each of them");
}

// {mean: ["5000.00", "3000.00"]}: the unweighted mean, kept exact.
Value read_mean(const YamlNode& node, const FileContext& context, const ParameterKind& kind) {
  MapReader map(node, context);
  Value value{.kind = Value::Kind::amount, .count = 0};
  map.demand("mean");
  const Watch watch(context.problems);
  const auto figures = map.list("mean");
  for (const YamlNode* figure : figures) add_figure(value, *figure, context);
  if (figures.size() == 1 && !watch.found()) {
    context.problem(*figures.front(), "一个数值没有平均数：请写出各个数值，或直接写金额",
                    "one figure has no mean: write each of the figures, or the amount itself");
  }
  value.count = std::max(value.count, 1);
  if (kind.id == "indicators.average-wage" && value.amount.in_fen() % value.count != 0) {
    context.problem(node, "此指标要直接使用，其平均数须为整分：请写出公布的数值",
                    "this indicator is used by itself, its mean must be whole fen: write the figure as published");
  }
  map.finish();
  return value;
}

Value read_indicator_figure(const YamlNode& node, const FileContext& context, const ParameterKind& kind) {
  if (node.find("share") == nullptr) return read_mean(node, context, kind);
  context.problem(node, "指标本身是数值，不能写成另一指标的份额：请写金额，或 {mean: [甲, 乙]}",
                  "an indicator is a figure, not a share of another: write the amount, or {mean: [one, another]}");
  return {};
}

Value read_map(const YamlNode& node, const FileContext& context, std::string_view unit, const ParameterKind& kind) {
  if (kind.is_indicator()) return read_indicator_figure(node, context, kind);
  if (!unit.starts_with("yuan")) {
    context.problem(node, "只有金额可以写成指标的份额：请直接写出其值",
                    "only an amount can be a share of an indicator: write the value itself");
  } else if (node.find("mean") != nullptr) {
    context.problem(node, "只有指标可以写成平均数：请放进 indicators/，此处写 {share: …, of: …}",
                    "only an indicator can be a mean: put it into indicators/ and write {share: …, of: …} here");
    return {};
  }
  return read_indicator_share(node, context);
}

// Whether a value without amount ("none": no cap; "full": the whole premium) may stand in such a file.
bool may_be(std::string_view word, const ParameterKind& kind) {
  if (word == "none") return kind.id == "cap" || kind.id == "tilt-cap";
  return word == "full" && kind.id == "resident.subsidy";
}

Value read_yuan(const YamlNode& node, const FileContext& context, const ParameterKind& kind) {
  if (may_be(node.text, kind)) return {.kind = Value::Kind::none, .text = node.text};
  return {.kind = Value::Kind::amount, .amount = read_amount(node, context).value_or(Money{}), .text = node.text};
}

Value read_percent(const YamlNode& node, const FileContext& context, const ParameterKind& kind) {
  const Rate rate = read_rate(node, context).value_or(Rate{});
  if (rate > kind.most) {
    const std::string most = to_text(kind.most);
    context.problem(node, "“" + node.text + "”超过 " + most + "：此处的比例不得超过 " + most,
                    "'" + node.text + "' is too high: a rate here is at most " + most);
  }
  return {.kind = Value::Kind::rate, .rate = rate, .text = node.text};
}

Value number(std::int64_t number, const YamlNode& node) {
  return {.kind = Value::Kind::number, .number = number, .text = node.text};
}

// "12 months", for people.
Value read_count(const YamlNode& node, const FileContext& context, int most, const Text& what,
                 const std::string& noun) {
  const int count = read_whole(node, context, 1, most, what).value_or(1);
  Value value = number(count, node);
  value.text = std::to_string(count) + " " + noun + (count == 1 ? "" : "s");
  return value;
}

Value read_date(const YamlNode& node, const FileContext& context) {
  const auto date = parse_date(written(node));
  if (!date) context.problem(node, date.error().message.zh, date.error().message.en);
  return number(date ? date->days() : 0, node);
}

Value read_year_day(const YamlNode& node, const FileContext& context) {
  const auto day = parse_year_day(node.text);
  if (!day) {
    context.problem(node, "“" + written(node) + "”不是每年都有的日子：请写“月-日”，如 \"06-30\"；月末写 \"02-end\"",
                    "'" + written(node) + "' is not a day of every year: write month and day, for example \"06-30\", " +
                        "and \"02-end\" for the month's last");
  }
  return number(day ? packed(*day) : 0, node);
}

Value read_window(const YamlNode& node, const FileContext& context) {
  const auto window = parse_window(node.text);
  if (!window) {
    context.problem(node,
                    "“" + written(node) + "”不是一段时间：请写首日和其后的末日，如 \"10-01..12-31\"，月末写 \"02-end\"",
                    "'" + written(node) + "' is no span of days: write a first day and a later last one, for example " +
                        "\"10-01..12-31\", and \"02-end\" for a month's last");
  }
  return number(window ? packed(*window) : 0, node);
}

Value read_rank(const YamlNode& node, const FileContext& context) {
  const auto rank = read_whole(node, context, 1, kMostRank, {"顺位", "a rank"});
  return {.kind = Value::Kind::word, .number = rank.value_or(0), .text = node.text};
}

Value read_word(const YamlNode& node, const FileContext& context, const ParameterKind& kind) {
  Value value{.kind = Value::Kind::word, .text = node.text};
  if (node.kind != YamlNode::Kind::scalar) {
    context.problem(node, "“" + written(node) + "”不是一个词：此处只写一个值",
                    "'" + written(node) + "' is not one word: write a single value here");
  } else if (const auto ordinal = ordinal_of(kind, node.text)) {
    value.number = *ordinal;
  } else if (!kind.words.empty()) {
    report_unknown_word(context, node, words_of(kind));
  }
  return value;
}

}  // namespace

std::string read_unit(MapReader& map, const ParameterKind& kind) {
  const YamlNode* node = map.required("unit");
  if (node == nullptr) return {};
  const auto units = split_words(kind.units);
  if (std::ranges::find(units, node->text) == units.end()) report_unknown_word(map.context(), *node, kind.units);
  return node->text;
}

std::string probable_unit(const std::string& unit, const ParameterKind& kind) {
  const auto units = split_words(kind.units);
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

std::optional<int> read_whole(const YamlNode& node, const FileContext& context, int least, int most, const Text& what) {
  const auto number = decimal::parse(node.text, 0);
  if (number && *number >= least && *number <= most) return static_cast<int>(*number);
  const std::string lowest = std::to_string(least);
  const std::string highest = std::to_string(most);
  context.problem(
      node, "“" + written(node) + "”不是" + what.zh + "：请写成 " + lowest + " 至 " + highest + " 的整数",
      "'" + written(node) + "' is not " + what.en + ": write a whole number from " + lowest + " to " + highest);
  return std::nullopt;
}

Value read_value(const YamlNode& node, const FileContext& context, std::string_view unit, const ParameterKind& kind) {
  if (node.kind == YamlNode::Kind::map) return read_map(node, context, unit, kind);
  if (unit.starts_with("yuan")) return read_yuan(node, context, kind);
  if (unit == "percent") return read_percent(node, context, kind);
  if (unit == "points") {
    return {.kind = Value::Kind::points, .rate = read_points(node, context).value_or(Rate{}), .text = "+" + node.text};
  }
  if (unit == "months") return read_count(node, context, kMostMonths, {"月数", "a number of months"}, "month");
  if (unit == "times") return read_count(node, context, kMostTimes, {"倍数", "a number of times"}, "time");
  if (unit == "date") return read_date(node, context);
  if (unit == "month-day") return read_year_day(node, context);
  if (unit == "window") return read_window(node, context);
  if (unit == "rank") return read_rank(node, context);
  return read_word(node, context, kind);
}

}  // namespace yidan::policy
