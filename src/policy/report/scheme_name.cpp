#include "policy/report/scheme_name.h"

#include <algorithm>

#include "base/json_writer.h"
#include "base/text.h"
#include "base/visible.h"
#include "policy/report/rule_text.h"
#include "terms/nearest.h"

namespace yidan::policy {
namespace {

constexpr std::string_view kNamesOfSchemes = "schemes.names";
constexpr std::string_view kAliasesOfSchemes = "schemes.aliases";
constexpr std::string_view kKey = "scheme_name=";

bool is_name(const Rule& rule) { return rule.id == kNamesOfSchemes || rule.id == kAliasesOfSchemes; }

// "scheme_name=large-amount" names one scheme.
std::string scheme_of(const Rule& rule) {
  return rule.key.text.starts_with(kKey) ? rule.key.text.substr(kKey.size()) : rule.key.text;
}

const Rule* canonical_of(const Pool& pool, const std::string& scheme, Date day) {
  const auto found = std::ranges::find_if(pool.rules, [&](const Rule& rule) {
    return rule.id == kNamesOfSchemes && rule.period.contains(day) && scheme_of(rule) == scheme;
  });
  return found == pool.rules.end() ? nullptr : &*found;
}

// The row of the name that holds on the day, else the last one before it, else the first.
const Rule* row_of(const Pool& pool, const std::string& name, Date day) {
  const Rule* best = nullptr;
  for (const Rule& rule : pool.rules) {
    if (!is_name(rule) || rule.value.text != name) continue;
    if (rule.period.contains(day)) return &rule;
    const bool later = best != nullptr && rule.period.from > best->period.from;
    if (best == nullptr || (later && rule.period.from <= day)) best = &rule;
  }
  return best;
}

Error unknown(const Pool& pool, const std::string& name) {
  std::vector<std::string_view> known;
  for (const Rule& rule : pool.rules) {
    if (is_name(rule)) known.push_back(rule.value.text);
  }
  const std::string quoted = shown(name);
  const Text meant = did_you_mean(name, known, {"：请写“schemes”中的一个名称", ": write one of the names in schemes/"});
  return {ErrorCode::invalid_value,
          {"没有名为“" + quoted + "”的制度" + meant.zh, "no scheme is called '" + quoted + "'" + meant.en},
          {}};
}

// The end of a name whose days are split over rows by those of its clauses.
Date end_of(const Pool& pool, const Rule& rule) {
  Date end = rule.period.to;
  for (const Rule& each : pool.rules) {
    if (each.id == rule.id && each.value.text == rule.value.text && each.period.from == end) end = each.period.to;
  }
  return end;
}

std::string_view word_of(SchemeName::Kind kind) {
  if (kind == SchemeName::Kind::canonical) return "canonical";
  return kind == SchemeName::Kind::alias ? "alias" : "former";
}

Text standing_of(const SchemeName& found) {
  const std::string canonical = found.canonical == nullptr ? found.scheme : found.canonical->value.text;
  const bool ends = found.until != Date::never();
  const std::string until = ends ? last_day(found.until) : "";
  switch (found.kind) {
    case SchemeName::Kind::canonical:
      return {"规范名称", "the canonical name"};
    case SchemeName::Kind::alias:
      return {"“" + canonical + "”的旧名" + (ends ? "，可用至 " + until : ""),
              "an older name of " + canonical + (ends ? ", to be used until " + until : "")};
    case SchemeName::Kind::former:
      return {"“" + canonical + "”的旧名，已于 " + until + " 停用：请改用“" + canonical + "”",
              "a former name of " + canonical + ", given up on " + until + ": write " + canonical};
  }
  fail_invariant("every kind of name is said");
}

}  // namespace

Result<SchemeName> find_scheme(const Pool& pool, const std::string& name, Date day) {
  const Rule* rule = row_of(pool, name, day);
  if (rule == nullptr) return std::unexpected(unknown(pool, name));
  SchemeName found{.name = name, .scheme = scheme_of(*rule), .rule = rule};
  found.canonical = canonical_of(pool, found.scheme, day);
  found.until = end_of(pool, *rule);
  const bool holds = rule->period.contains(day);
  if (rule->id == kAliasesOfSchemes || !holds) found.kind = holds ? SchemeName::Kind::alias : SchemeName::Kind::former;
  return found;
}

std::string describe(const SchemeName& found, const Pool& pool, Date day, Language language) {
  const std::string place = pool.name.in(language) + (language == Language::zh ? "，" : ", ") + to_text(day);
  const std::string open = language == Language::zh ? "（" : " (";
  const std::string close = language == Language::zh ? "）" : ")";
  const std::string scheme = language == Language::zh ? "“" + found.scheme + "”" : found.scheme;
  return found.name + open + place + close + (language == Language::zh ? "：" : ": ") + scheme +
         (language == Language::zh ? "，" : ", ") + standing_of(found).in(language) + open +
         joined(found.rule->clauses, ", ") + close + "\n";
}

std::string scheme_json(const SchemeName& found, const Pool& pool, Date day) {
  std::string out;
  json::Writer json(out, json::Writer::Style::pretty);
  json.begin_object();
  json.text("name", found.name);
  json.text("pool", to_text(pool.region));
  json.text("on", to_text(day));
  json.text("scheme", found.scheme);
  json.text("kind", word_of(found.kind));
  if (found.canonical != nullptr) json.text("canonical", found.canonical->value.text);
  if (found.until != Date::never()) json.text("until", last_day(found.until));
  json.key("clauses");
  json.begin_array();
  for (const std::string& clause : found.rule->clauses) json.string(clause);
  json.end_array();
  json.end_object();
  return out + "\n";
}

}  // namespace yidan::policy
