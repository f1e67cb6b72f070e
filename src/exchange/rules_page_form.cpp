// The page of a city's rules as JSON, as text, and as one sheet to print.
#include <array>

#include "base/html.h"
#include "base/json_writer.h"
#include "contract/explanation.h"
#include "exchange/display.h"
#include "exchange/rules_page.h"
#include "exchange/text_writer.h"
#include "policy/dimension.h"
#include "policy/report/rule_text.h"
#include "terms/say.h"

namespace yidan::exchange {
namespace {

using policy::Rule;

constexpr std::array kParts{RulePart::deductible, RulePart::ratio, RulePart::cap};

Text title_of(RulePart part) {
  switch (part) {
    case RulePart::deductible:
      return {"先自己付（起付标准）", "borne first"};
    case RulePart::ratio:
      return {"超过部分基金付", "of the rest the funds pay"};
    case RulePart::cap:
      break;
  }
  return {"基金最多付", "at most"};
}

// The figure alone, as `policy show` has it: of a share of an indicator what it comes to.
std::string figure_of(const policy::Pool& pool, const Rule& rule, Language language) {
  if (rule.value.is_amount()) return to_text(rule.value.money());
  return policy::value_text(pool, rule, language);
}

// "1800.00 元/年".
std::string unit_of(const Rule& rule, Language language) {
  if (rule.id.ends_with(".tilt-deductible") && rule.value.is_rate()) return say(language, "（按其计）", " of it");
  if (!rule.value.is_amount()) return {};
  if (rule.id == "account.credit-by-age") return say(language, " 元 × 周岁", " yuan times years of age");
  if (rule.value.unit == "yuan/stay") return say(language, " 元/次", " yuan a stay");
  if (rule.value.unit == "yuan/year") return say(language, " 元/年", " yuan a year");
  if (rule.value.unit == "yuan/month") return say(language, " 元/月", " yuan a month");
  return say(language, " 元", " yuan");
}

std::string sign_of(const Rule& rule) {
  return rule.value.unit == "points" && rule.value.text.front() != '+' ? "+" : "";
}

// What is not from a document says so behind it.
std::string mark_of(const Rule& rule) {
  if (rule.status == PolicyStatus::draft) return "†";
  return rule.basis == Basis::assumed ? "*" : "";
}

bool is_for_all(const Rule& rule) { return rule.key.by.empty() && rule.key.above == Money{} && rule.key.age_from == 0; }

// "不超过 50000.00 的部分", "未满 35 岁": of the first of several brackets; empty of any other rule.
std::string below_the_next(const RulesSaid& rules, const Rule& rule, Language language) {
  const Rule* next = nullptr;
  for (const Rule* each : rules) {
    const bool follows = each->id == rule.id && each->key.words == rule.key.words &&
                         (each->key.above > rule.key.above || each->key.age_from > rule.key.age_from);
    if (follows && (next == nullptr || comes_before(*each, *next))) next = each;
  }
  if (next == nullptr || rule.key.above != Money{} || rule.key.age_from != 0) return {};
  if (next->key.age_from != 0) {
    const std::string age = std::to_string(next->key.age_from);
    return say(language, "未满 " + age + " 岁", "under " + age);
  }
  const std::string amount = to_text(next->key.above);
  return say(language, "不超过 " + amount + " 的部分", "up to " + amount);
}

// For whom a rule of the list holds; empty when it is the one that holds for all.
std::string whom_among(const RulesSaid& rules, const Rule& rule, Language language) {
  const std::string below = below_the_next(rules, rule, language);
  if (is_for_all(rule)) return below;
  const std::string whom = policy::whom_text(rule, language);
  return below.empty() ? whom : whom + say(language, "，", ", ") + below;
}

// The example in a sentence, its figures from the bill.
std::string example_text(const ExampleSaid& example, Language language) {
  const std::string total = to_text(example.bill.amounts.total);
  const std::string funds = to_text(example.bill.fund_total);
  const std::string rest = to_text(example.bill.amounts.total - example.bill.fund_total);
  const Text level = policy::ordinal_name(policy::Dimension::level, static_cast<std::size_t>(example.level - 1));
  std::string parts;
  for (const benefit::LayerPayment& each : example.bill.layers) {
    if (each.paid.is_zero()) continue;
    parts +=
        (parts.empty() ? "" : say(language, "、", ", ")) + each.benefit->title.in(language) + " " + to_text(each.paid);
  }
  std::string who = say(language, example.status);
  if (example.identity) who = say(language, *example.identity) + say(language, "，", ", ") + who;
  return say(language,
             who + "，" + level.zh + "机构" + say(language, example.care) + "，设目录内费用 " + total + " 元：基金付 " +
                 funds + " 元" + (parts.empty() ? "" : "（" + parts + "）") + "，个人付 " + rest + " 元",
             who + ", " + say(language, example.care) + " at level " + std::to_string(example.level) +
                 ", supposed cost in scope " + total + " yuan: the funds pay " + funds +
                 (parts.empty() ? "" : " (" + parts + ")") + ", the person " + rest);
}

// The days and notes that belong on every form of the page.
class PageText : private Speaker {
 public:
  PageText(const RulesPage& page, Language language) : Speaker(language), page_(page) {}

  using Speaker::say;

  [[nodiscard]] std::string heading() const {
    return page_.pool->name.in(language()) + say("医保待遇一页通", ": health insurance on one page");
  }
  [[nodiscard]] std::string subheading() const {
    return to_text(page_.on) + say(" 执行的规定；金额单位为元", ": the rules of this day, amounts in yuan");
  }
  [[nodiscard]] std::string changes_title() const {
    if (!page_.changes_on) return say("目前没有已公布的后续变化", "No later change is known");
    return say("接下来有什么变化：" + to_text(*page_.changes_on) + " 起",
               "What changes next, from " + to_text(*page_.changes_on) + " on");
  }
  // Where everything ends and nothing follows.
  [[nodiscard]] bool ends() const { return page_.changes_on && !page_.pool->in_force_on(*page_.changes_on); }
  [[nodiscard]] std::string notes() const {
    std::string text;
    if (page_.any_assumed)
      text += say("* 文件未定数值，系按省清单假定，以经办机构答复为准。", "* assumed: no document has the figure. ");
    if (page_.any_draft) text += say("† 征求意见稿，尚未执行。", "† of a draft that is not in force yet. ");
    return text + say("例中的费用系假设；各项以条款为准。", "Costs of examples are suppositions; the clauses decide.");
  }

 private:
  const RulesPage& page_;
};

std::string plain_values(const RulesPage& page, const RulesSaid& rules, Language language) {
  std::string text;
  for (const Rule* each : rules) {
    if (!text.empty()) text += say(language, "；", "; ");
    const std::string whom = whom_among(rules, *each, language);
    if (!whom.empty()) text += whom + " ";
    text += sign_of(*each) + figure_of(*page.pool, *each, language) + unit_of(*each, language) + mark_of(*each);
  }
  return text.empty() ? "–" : text;
}

}  // namespace

std::string rules_page_text(const RulesPage& page, Language language) {
  const PageText words(page, language);
  std::string out = words.heading() + "\n" + words.subheading() + "\n";
  for (const SchemeSaid& scheme : page.schemes) {
    out += "\n" + scheme.title.in(language) + "\n";
    for (const BenefitSaid& each : scheme.benefits) {
      out += "  " + each.benefit->title.in(language) + "\n";
      for (const RulePart part : kParts) {
        if (each.of(part).empty()) continue;
        out += "    " + title_of(part).in(language) + say(language, "：", ": ") +
               plain_values(page, each.of(part), language) + "\n";
      }
    }
  }
  out += "\n" + words.say("举例", "Examples") + "\n";
  for (const ExampleSaid& each : page.examples) out += "  " + example_text(each, language) + "\n";
  out += "\n" + words.changes_title() + "\n";
  for (const ChangeSaid& each : page.changes) {
    out += "  " + each.title.in(language) + say(language, "：", ": ") + plain_values(page, each.before, language) +
           " → " + plain_values(page, each.after, language) + "\n";
  }
  out += "\n" + words.say("问与答", "Questions and answers") + "\n";
  for (const AnswerSaid& each : page.answers) {
    out += "  " + each.question.in(language) + "\n";
    for (const RulesSaid& rules : each.answers) {
      out += "    " + rules.front()->title.in(language) + say(language, "：", ": ") +
             plain_values(page, rules, language) + "\n";
    }
  }
  return out + "\n" + words.notes() + "\n";
}

namespace {

constexpr std::string_view kRulesPageStyle = R"(
@page { size: A4; margin: 8mm 11mm; }
* { box-sizing: border-box; }
body { font-family: "Noto Sans CJK SC", "WenQuanYi Micro Hei", "Microsoft YaHei", sans-serif; font-size: 7.6pt;
       line-height: 1.25; color: #111; margin: 0 auto; max-width: 188mm; }
h1 { font-size: 15pt; margin: 0; }
h2 { font-size: 9.5pt; margin: 2.2mm 0 0.6mm; color: #14508c; border-bottom: 0.8pt solid #14508c; }
p { margin: 0 0 1mm; }
p.day { color: #444; margin: 0; }
table { border-collapse: collapse; width: 100%; table-layout: fixed; }
th, td { border-bottom: 0.4pt solid #bbb; padding: 0.5mm 2mm 0.5mm 0; text-align: left; vertical-align: top; }
th { font-weight: normal; color: #444; }
th:nth-child(1) { width: 18%; }
th:nth-child(2) { width: 34%; }
th:nth-child(3) { width: 27%; }
span.value { white-space: nowrap; }
ul { margin: 0; padding-left: 4mm; }
dl { margin: 0; }
dt { font-weight: bold; }
dd { margin: 0 0 0.4mm 4mm; }
dd br, li br { display: none; }
li span.value::after { content: " "; }
dd span.value:not(:last-child)::after { content: "；"; }
div.columns { display: flex; gap: 4mm; }
div.columns > div:first-child { flex: 0 0 52%; }
th:first-child { font-weight: bold; color: #14508c; font-size: 9pt; }
table { margin-top: 1.6mm; }
th { border-bottom: 0.8pt solid #14508c; }
.whom { color: #555; }
footer { margin-top: 2mm; font-size: 7pt; color: #555; }
)";

// A figure with the rule from which it comes, so that whoever checks the page can look it up.
std::string html_values(const RulesPage& page, const RulesSaid& rules, Language language) {
  std::string out;
  for (const Rule* each : rules) {
    if (!out.empty()) out += "<br>";
    const std::string whom = whom_among(rules, *each, language);
    if (!whom.empty()) out += "<span class=\"whom\">" + html_escaped(whom) + "</span> ";
    std::string clauses;
    for (const std::string& clause : each->clauses) clauses += (clauses.empty() ? "" : " ") + clause;
    out += "<span class=\"value\">" + sign_of(*each) + "<span class=\"figure\" data-rule=\"" + html_escaped(each->id) +
           "\" title=\"" + html_escaped(clauses) + "\">" + html_escaped(figure_of(*page.pool, *each, language)) +
           "</span>" + unit_of(*each, language) + mark_of(*each) + "</span>";
  }
  return out.empty() ? "–" : out;
}

std::string html_scheme(const RulesPage& page, const SchemeSaid& scheme, Language language) {
  std::string out = "<table>\n<tr><th>" + html_escaped(scheme.title.in(language)) + "</th>";
  for (const RulePart part : kParts) out += "<th>" + html_escaped(title_of(part).in(language)) + "</th>";
  out += "</tr>\n";
  for (const BenefitSaid& each : scheme.benefits) {
    out += "<tr><td>" + html_escaped(each.benefit->title.in(language)) + "</td>";
    for (const RulePart part : kParts) out += "<td>" + html_values(page, each.of(part), language) + "</td>";
    out += "</tr>\n";
  }
  return out + "</table>\n";
}

}  // namespace

std::string rules_page_html(const RulesPage& page, Language language) {
  const PageText words(page, language);
  std::string out = "<!DOCTYPE html>\n<html lang=\"" + say(language, "zh-CN", "en") +
                    "\"><head><meta charset=\"utf-8\"><title>" + html_escaped(words.heading()) + "</title><style>" +
                    std::string(kRulesPageStyle) + "</style></head><body>\n<h1>" + html_escaped(words.heading()) +
                    "</h1>\n<p class=\"day\">" + html_escaped(words.subheading()) + "</p>\n";
  for (const SchemeSaid& each : page.schemes) out += html_scheme(page, each, language);
  out += "<h2>" + words.say("举例", "Examples") + "</h2>\n<ul>\n";
  for (const ExampleSaid& each : page.examples) out += "<li>" + html_escaped(example_text(each, language)) + "</li>\n";
  out += "</ul>\n<div class=\"columns\"><div><h2>" + html_escaped(words.changes_title()) + "</h2>\n<ul>\n";
  for (const ChangeSaid& each : page.changes) {
    out += "<li>" + html_escaped(each.title.in(language)) + say(language, "：", ": ") +
           html_values(page, each.before, language) + " → " + html_values(page, each.after, language) + "</li>\n";
  }
  out += "</ul></div>\n<div><h2>" + words.say("问与答", "Questions and answers") + "</h2>\n<dl>\n";
  for (const AnswerSaid& each : page.answers) {
    out += "<dt>" + html_escaped(each.question.in(language)) + "</dt>\n";
    for (const RulesSaid& rules : each.answers) {
      out += "<dd>" + html_escaped(rules.front()->title.in(language)) + say(language, "：", ": ") +
             html_values(page, rules, language) + "</dd>\n";
    }
  }
  return out + "</dl></div></div>\n<footer>" + html_escaped(words.notes()) + "</footer></body></html>\n";
}

namespace {

void write_rules(json::Writer& json, std::string_view name, const RulesSaid& rules) {
  json.key(name);
  json.begin_array();
  for (const Rule* each : rules) {
    json.begin_object();
    json.text("rule", each->id);
    json.text("key", each->key.text);
    json.text("value", each->value.text);
    json.text("basis", code(each->basis));
    json.text("policy_status", code(each->status));
    json.key("clauses");
    json.begin_array();
    for (const std::string& clause : each->clauses) json.string(clause);
    json.end_array();
    json.end_object();
  }
  json.end_array();
}

void write_titled(json::Writer& json, std::string_view name, const Text& text) {
  json.key(name);
  write_text(json, text);
}

void write_example(json::Writer& json, const ExampleSaid& example) {
  json.begin_object();
  json.text("status", code(example.status));
  json.text("care", code(example.care));
  json.key("level");
  json.number(example.level);
  if (example.identity) json.text("identity", code(*example.identity));
  json.text("total", to_text(example.bill.amounts.total));
  json.text("fund_total", to_text(example.bill.fund_total));
  json.text("rest", to_text(example.bill.amounts.total - example.bill.fund_total));
  json.end_object();
}

}  // namespace

std::string rules_page_json(const RulesPage& page) {
  std::string text;
  json::Writer json(text, json::Writer::Style::pretty);
  json.begin_object();
  json.text("format", contract::kExplanation.name);
  json.text("pool", to_text(page.pool->region));
  json.text("on", to_text(page.on));
  json.key("benefits");
  json.begin_array();
  for (const SchemeSaid& scheme : page.schemes) {
    for (const BenefitSaid& each : scheme.benefits) {
      json.begin_object();
      write_titled(json, "group", scheme.title);
      json.text("benefit", each.benefit->id);
      write_titled(json, "title", each.benefit->title);
      write_rules(json, "deductible", each.deductible);
      write_rules(json, "ratio", each.ratio);
      write_rules(json, "cap", each.cap);
      json.end_object();
    }
  }
  json.end_array();
  json.key("examples");
  json.begin_array();
  for (const ExampleSaid& each : page.examples) write_example(json, each);
  json.end_array();
  if (page.changes_on) json.text("changes_on", to_text(*page.changes_on));
  json.key("changes");
  json.begin_array();
  for (const ChangeSaid& each : page.changes) {
    json.begin_object();
    json.text("parameter", each.parameter);
    write_titled(json, "title", each.title);
    write_rules(json, "before", each.before);
    write_rules(json, "after", each.after);
    json.end_object();
  }
  json.end_array();
  json.key("answers");
  json.begin_array();
  for (const AnswerSaid& each : page.answers) {
    json.begin_object();
    write_titled(json, "question", each.question);
    RulesSaid all;
    for (const RulesSaid& rules : each.answers) all.insert(all.end(), rules.begin(), rules.end());
    write_rules(json, "values", all);
    json.end_object();
  }
  json.end_array();
  json.end_object();
  return text + "\n";
}

}  // namespace yidan::exchange
