#include "policy/report/rule_text.h"

#include <algorithm>

#include "policy/parameter_kind.h"

namespace yidan::policy {
namespace {

std::string replaced(std::string text, std::string_view part, std::string_view by) {
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + by.size())) {
    text.replace(at, part.size(), by);
  }
  return text;
}

// "救助身份=特困人员、低保对象".
std::string words_of(const Rule& rule, Dimension dimension) {
  std::string words;
  for (std::size_t i = 0; i < size_of(dimension); ++i) {
    if (!rule.key.words.contains(dimension, i)) continue;
    words += (words.empty() ? "" : "、") + ordinal_name(dimension, i).zh;
  }
  return title_of(dimension).zh + "=" + words;
}

// Where the text of an amount says how it was found: "400% of average-wage = 318388.00", "mean of 5000.00, 3000.00".
std::string amount_text(const Pool& pool, const RuleValue& value) {
  if (value.share) {
    return indicator_title(pool, value.indicator).zh + "的" + to_text(*value.share) + " = " + to_text(value.money());
  }
  constexpr std::string_view mean = "mean of ";
  if (!value.text.starts_with(mean)) return value.text;
  const std::size_t equals = value.text.find(" = ");
  const std::string figures = value.text.substr(mean.size(), equals - mean.size());
  return replaced(figures, ", ", "、") + " 的平均数" + (equals == std::string::npos ? "" : value.text.substr(equals));
}

std::string number_text(const RuleValue& value) {
  if (value.unit == "months") return std::to_string(value.number) + " 个月";
  if (value.unit == "times") return std::to_string(value.number) + " 倍";
  return replaced(replaced(value.text, "..", " 至 "), "end", "末");  // "10-01..02-end"
}

// Names and ranks are what they are; of a closed word its name.
std::string word_text(const Rule& rule) {
  const ParameterKind* kind = kind_of(rule.id);
  const bool closed = kind != nullptr && !kind->words.empty();
  return closed ? std::string(kind->words[static_cast<std::size_t>(rule.value.number)].zh) : rule.value.text;
}

}  // namespace

Text indicator_title(const Pool& pool, const std::string& indicator) {
  const auto found = pool.indicator_titles.find(indicator);
  return found == pool.indicator_titles.end() ? Text{indicator, indicator} : found->second;
}

std::string key_text(const Rule& rule, Language language) {
  if (language == Language::en) return rule.key.text;
  std::string text;
  const auto add = [&text](const std::string& part) { text += (text.empty() ? "" : "  ") + part; };
  for (const Dimension dimension : rule.key.by) add(words_of(rule, dimension));
  if (rule.key.above != Money{}) add("超过 " + to_text(rule.key.above) + " 的部分");
  if (rule.key.age_from != 0) add(std::to_string(rule.key.age_from) + " 岁起");
  return text;
}

std::string whom_text(const Rule& rule, Language language) {
  const std::string key = key_text(rule, language);
  if (key.empty()) return language == Language::zh ? "全体" : "all";
  if (language == Language::en) return rule.key.by.size() == 1 ? key.substr(key.find('=') + 1) : key;
  std::string plain;
  constexpr std::string_view between = "  ";
  for (std::size_t at = 0; at < key.size();) {
    const std::size_t end = std::min(key.find(between, at), key.size());
    const std::string part = key.substr(at, end - at);
    plain += (plain.empty() ? "" : "，") + part.substr(part.find('=') + 1);  // of "超过 50000.00 的部分" all
    at = end + between.size();
  }
  return plain;
}

std::string value_text(const Pool& pool, const Rule& rule, Language language) {
  if (language == Language::en) return rule.value.text;
  switch (rule.value.kind) {
    case Cell::Kind::amount:
      return amount_text(pool, rule.value);
    case Cell::Kind::none:
      return rule.value.text == "full" ? "全额" : "不设限额";
    case Cell::Kind::number:
      return number_text(rule.value);
    case Cell::Kind::word:
      return word_text(rule);
    case Cell::Kind::rate:
      return rule.value.unit == "points" ? rule.value.text + " 个百分点" : rule.value.text;
    case Cell::Kind::absent:
      break;
  }
  return {};
}

}  // namespace yidan::policy
