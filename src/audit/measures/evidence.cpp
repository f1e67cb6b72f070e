#include <algorithm>

#include "audit/measures/measure.h"
#include "policy/report/rule_text.h"

namespace yidan::audit {

using policy::Figure;
using policy::Pool;
using policy::Rule;

Evidence evidence_of(const Scene& scene, const Rule& rule) {
  Evidence evidence{.what = rule.id,
                    .key = rule.key.text,
                    .value = rule.value.text,
                    .clauses = rule.clauses,
                    .basis = rule.basis,
                    .draft = rule.status == PolicyStatus::draft,
                    .at = rule.at,
                    .from = rule.period.from};
  if (rule.clauses.empty()) return evidence;
  const auto clause = scene.policy.clauses.find(rule.clauses.front());
  if (clause == scene.policy.clauses.end()) return evidence;
  evidence.document = clause->second.document;
  const policy::Document* document = find_document(scene.policy.documents, evidence.document);
  if (document != nullptr) evidence.issued = document->issued.value_or(document->validity.from);
  return evidence;
}

Evidence evidence_of(const Scene& scene, const Pool& pool, policy::RuleId rule) {
  return evidence_of(scene, pool.rule(rule));
}

Evidence evidence_of(const std::string& indicator, const Figure& figure) {
  return {.what = "indicators." + indicator,
          .key = std::to_string(figure.statistics_year),
          .value = to_text(figure.amount),
          .basis = figure.basis,
          .at = figure.at,
          .from = figure.period.from};
}

Evidence evidence_of(const policy::Arrangement& arrangement) {
  return {.what = "schemes.arrangements",
          .key = arrangement.group.zh,
          .value = arrangement.name.zh,
          .clauses = arrangement.clauses,
          .at = arrangement.at,
          .from = arrangement.period.from};
}

void add_evidence(const Scene& scene, const Value& value, Measured& measured) {
  for (const policy::RuleId rule : value.rules) {
    Evidence evidence = evidence_of(scene, scene.pool, rule);
    const auto same = [&](const Evidence& each) { return each.at == evidence.at && each.what == evidence.what; };
    if (std::ranges::none_of(measured.evidence, same)) measured.evidence.push_back(std::move(evidence));
  }
}

const Figure* figure_on(const Pool& pool, const std::string& indicator, Date day) {
  const auto figures = pool.indicators.find(indicator);
  if (figures == pool.indicators.end()) return nullptr;
  const auto found =
      std::ranges::find_if(figures->second, [day](const Figure& each) { return each.period.contains(day); });
  return found == figures->second.end() || found->stand_in ? nullptr : &*found;
}

Text no_figure(const Pool& pool, const std::string& indicator, Date day) {
  const auto figures = pool.indicators.find(indicator);
  const bool stands_in =
      figures != pool.indicators.end() && !figures->second.empty() && figures->second.front().stand_in;
  const Text name = policy::indicator_title(pool, indicator);
  const std::string on = to_text(day);
  const std::string file = "indicators/" + indicator + ".yaml";
  Text text{"缺少“" + name.zh + "”在 " + on + " 的数值", "no figure of '" + name.en + "' on " + on};
  if (stands_in) {
    text.zh += "：现有的只是代用值";
    text.en += ": the one at hand only stands in for it";
  }
  text.zh += "，请把公布的数值写入本市的 " + file;
  text.en += ", put the published one into the city's " + file;
  return text;
}

Text no_value(const std::string& parameter, Date day) {
  return {"政策包在 " + to_text(day) + " 没有参数 " + parameter,
          "the packs have no " + parameter + " on " + to_text(day)};
}

Date year_before(Date day) {
  const std::string text = to_text(day);
  const auto month = static_cast<unsigned>(std::stoi(text.substr(5, 2)));
  const auto of_month = static_cast<unsigned>(std::stoi(text.substr(8, 2)));
  const auto same = Date::of(day.year() - 1, month, of_month);
  return same ? *same : Date::of(day.year() - 1, month, of_month - 1).value_or(day);
}

void append(Text& note, const Text& more) {
  if (more.zh.empty()) return;
  note.zh += (note.zh.empty() ? "" : "；") + more.zh;
  note.en += (note.en.empty() ? "" : "; ") + more.en;
}

}  // namespace yidan::audit
