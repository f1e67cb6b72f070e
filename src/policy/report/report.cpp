#include "policy/report/report.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>

#include "base/text.h"
#include "policy/report/rule_text.h"
#include "terms/say.h"

namespace yidan::policy {
namespace {

auto order_of(const Rule& rule) { return std::tie(rule.id, rule.key.text, rule.period.from, rule.value.text); }

std::string days_of(const Rule& rule) {
  return to_text(rule.period.from) + " … " + (rule.period.to == Date::never() ? "" : to_text(rule.period.to));
}

// "  level=2  800.00   2022-07-01 …   YT-2.1.1-b   cited"
std::string row_of(const Pool& pool, const Rule& rule, Language language) {
  std::string row;
  for (const std::string& part : {key_text(rule, language), value_text(pool, rule, language)}) {
    if (!part.empty()) row += part + "  ";
  }
  row += "(" + days_of(rule) + ")  [" + joined(rule.clauses, " ") + "]  " + say(language, rule.basis);
  if (rule.status == PolicyStatus::draft) row += " · " + say(language, rule.status);
  if (rule.unfiled) row += say(language, " · 未备案", " · not filed");
  if (rule.standard_year) {
    row += say(language, " · 标准年度 ", " · standard of ") + std::to_string(*rule.standard_year);
    if (rule.insured_year_basis != Basis::cited) {
      row += say(language, "（参保年度：", " (insured year: ") + say(language, rule.insured_year_basis) +
             say(language, "）", ")");
    }
  }
  if (!rule.source.en.empty()) row += " · " + rule.source.in(language);
  return row;
}

// "employee-outpatient.cap  Yearly cap of employee general outpatient care".
std::string heading_of(const Rule& rule, Language language) { return rule.id + "  " + rule.title.in(language); }

// What of a clause is not the rule's where it is followed by analogy: "  (371300, from 2020-01-01 to 2025-12-31)".
std::string whence(const Policy& policy, const Pool& pool, const Clause& clause, const Rule& rule, Language language) {
  std::string text;
  const auto add = [&text](const std::string& part) { text += (text.empty() ? "" : ", ") + part; };
  if (clause.region.known() && !clause.region.covers(pool.region)) {
    const Pool* of = policy.find(clause.region);
    add(of == nullptr ? to_text(clause.region) : of->name.in(language));
  }
  if (clause.from && rule.period.from < *clause.from) add(say(language, "自 ", "from ") + to_text(*clause.from));
  if (clause.until < rule.period.to) {
    add(say(language, "至 ", "to ") + to_text(Date::from_days(clause.until.days() - 1)));
  }
  if (clause.status != rule.status) add(say(language, clause.status));
  return text.empty() ? "" : "  (" + text + ")";
}

void write_rule(json::Writer& json, const Rule& rule, Language language) {
  const auto text = [&json](std::string_view key, std::string_view value) {
    json.key(key);
    json.string(value);
  };
  json.begin_object();
  text("rule", rule.id);
  text("title", rule.title.in(language));
  text("key", rule.key.text);
  text("value", rule.value.text);
  text("from", to_text(rule.period.from));
  if (rule.period.to != Date::never()) text("to", to_text(rule.period.to));
  json.key("clauses");
  json.begin_array();
  for (const std::string& clause : rule.clauses) json.string(clause);
  json.end_array();
  text("basis", code(rule.basis));
  text("policy_status", code(rule.status));
  if (rule.unfiled) {
    json.key("unfiled");
    json.boolean(true);
  }
  if (!rule.source.en.empty()) text("source", rule.source.in(language));
  if (rule.standard_year) {
    json.key("standard_year");
    json.number(static_cast<long long>(*rule.standard_year));
    text("insured_year_basis", code(rule.insured_year_basis));
  }
  text("pack", rule.folder);
  text("at", to_text(rule.at));
  json.end_object();
}

}  // namespace

std::vector<const Rule*> rules_on(const Pool& pool, Date day) {
  std::vector<const Rule*> found;
  if (pool.in_force_on(day) == kNoRule) return found;
  for (const Rule& rule : pool.rules) {
    if (rule.period.contains(day)) found.push_back(&rule);
  }
  std::ranges::stable_sort(found, {}, [](const Rule* rule) { return order_of(*rule); });
  return found;
}

std::string show_text(const Policy& policy, const Pool& pool, Date day, Language language) {
  std::string out = pool.name.in(language) + " " + to_text(pool.region) + " · " + to_text(day) + "\n";
  const auto rules = rules_on(pool, day);
  if (rules.empty()) return out + say(language, "当日没有有效政策。\n", "no policy is in force on this day.\n");
  std::string heading;
  for (const Rule* rule : rules) {
    if (rule->id != heading) {
      heading = rule->id;
      out += "\n" + heading_of(*rule, language) + "  ‹" + rule->folder + "›\n";
    }
    out += "  " + row_of(pool, *rule, language) + "\n";
    for (const std::string& clause : rule->clauses) {
      const auto gist = policy.clauses.find(clause);
      if (gist == policy.clauses.end()) continue;
      out += "      " + clause + "  " + gist->second.gist.in(language);
      if (rule->basis == Basis::analogy) out += whence(policy, pool, gist->second, *rule, language);
      out += "\n";
    }
  }
  return out;
}

std::string show_json(const Pool& pool, Date day, Language language) {
  std::string out;
  json::Writer json(out, json::Writer::Style::pretty);
  json.begin_object();
  json.key("format");
  json.string("yidan.policy/1");
  json.key("pool");
  json.string(to_text(pool.region));
  json.key("on");
  json.string(to_text(day));
  json.key("rules");
  json.begin_array();
  for (const Rule* rule : rules_on(pool, day)) write_rule(json, *rule, language);
  json.end_array();
  json.end_object();
  return out + "\n";
}

std::string diff_text(const Pool& pool, Date first, Date second, Language language) {
  return diff_text({pool, first}, {pool, second}, language);
}

std::string diff_text(const PoolOnDay& before, const PoolOnDay& after, Language language) {
  // By id; of each first what no longer holds, then what does. Rows are compared as programs write them: two rules that
  // a language calls by one name are two.
  std::map<std::string, std::array<std::map<std::string, const Rule*>, 2>, std::less<>> rules;
  std::size_t side = 0;
  for (const PoolOnDay& each : {before, after}) {
    for (const Rule* rule : rules_on(each.pool, each.day)) {
      rules[rule->id][side][row_of(each.pool, *rule, Language::en)] = rule;
    }
    ++side;
  }
  std::string out;
  for (const auto& [id, rows] : rules) {
    const auto& [gone, come] = rows;
    std::string changes;
    for (const auto& [row, rule] : gone) {
      if (!come.contains(row)) changes += "  - " + row_of(before.pool, *rule, language) + "\n";
    }
    for (const auto& [row, rule] : come) {
      if (!gone.contains(row)) changes += "  + " + row_of(after.pool, *rule, language) + "\n";
    }
    if (changes.empty()) continue;
    const Rule& named = *(come.empty() ? gone : come).begin()->second;
    out += (out.empty() ? "" : "\n") + heading_of(named, language) + "\n" + changes;
  }
  return out;
}

}  // namespace yidan::policy
