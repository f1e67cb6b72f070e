#include "policy/report/notice.h"

#include <algorithm>

#include "base/html.h"
#include "base/text.h"
#include "calendar/month.h"
#include "policy/report/rule_text.h"
#include "terms/nearest.h"
#include "terms/say.h"

namespace yidan::policy {
namespace {

constexpr std::string_view kStyle = R"(
@page { size: A4; margin: 25mm 28mm; }
* { box-sizing: border-box; }
body { font-family: "Noto Sans CJK SC", "WenQuanYi Micro Hei", "Microsoft YaHei", sans-serif; font-size: 12pt;
       line-height: 1.8; color: #111; margin: 0 auto; max-width: 152mm; }
h1 { font-size: 18pt; text-align: center; margin: 0 0 8mm; }
p { margin: 0 0 4mm; }
p.draft { border: 0.6pt solid #a00; color: #a00; padding: 2mm 4mm; }
table { border-collapse: collapse; width: 100%; margin: 0 0 6mm; }
th, td { border: 0.4pt solid #777; padding: 1.5mm 3mm; text-align: left; }
td.number { text-align: right; }
td.number, td.clauses { white-space: nowrap; }
footer { margin-top: 14mm; text-align: right; }
)";

// The parts of a notice, in the order in which they are read.
struct Parts {
  std::string heading;
  std::string warning;  // why it may not go out; empty: it may
  std::string figure;
  std::string start;
  std::string deadline;  // of the notice itself
};

std::string figure_sentence(const Notice& notice, Language language) {
  const Figure& figure = *notice.figure;
  const std::string title = indicator_title(*notice.pool, notice.indicator).in(language);
  const std::string year = std::to_string(figure.statistics_year);
  const std::string amount = to_text(figure.amount);
  std::string published;
  if (figure.announced.published) {
    const std::string day = to_text(*figure.announced.published);
    const std::string publisher = figure.announced.publisher.in(language);
    published = say(language, publisher.empty() ? "于 " + day + " 公布" : "由" + publisher + "于 " + day + " 公布",
                    publisher.empty() ? "published on " + day : "published by " + publisher + " on " + day);
  }
  return say(language,
             year + " 年" + title + "为 " + amount + " 元" + (published.empty() ? "" : "（" + published + "）") + "。",
             title + " of " + year + ": " + amount + " yuan" + (published.empty() ? "" : " (" + published + ")") + ".");
}

std::string start_sentence(const Figure& figure, Language language) {
  const std::string from = to_text(figure.period.from);
  const bool open = figure.period.to == Date::never();
  const std::string last = open ? "" : to_text(Date::from_days(figure.period.to.days() - 1));
  return say(language,
             "下列标准自 " + from + " 起执行" + (open ? "，至下一年度数值执行之前。" : "，至 " + last + " 止。"),
             "The amounts below apply from " + from + (open ? " until the next figure applies." : " to " + last + "."));
}

// JN-4.3-g: announced in the month of the publication.
std::string deadline_sentence(const Figure& figure, Language language) {
  const Announcement& announced = figure.announced;
  if (!announced.published || announced.starts != AppliesFrom::next_month) return {};
  const std::string last = to_text(Month::of(*announced.published).last_day());
  if (!announced.notice) {
    return say(language, "本公告应于 " + last + " 前（含当日）发布。", "This notice is to go out by " + last + ".");
  }
  const std::string day = to_text(*announced.notice);
  if (Month::of(*announced.notice) == Month::of(*announced.published)) {
    return say(language, "公告日：" + day + "。", "Announced on " + day + ".");
  }
  return say(language, "公告日：" + day + "，晚于应公告的 " + last + "。",
             "Announced on " + day + ", later than " + last + ".");
}

Parts parts_of(const Notice& notice, Language language) {
  Parts parts;
  const std::string pool = notice.pool->name.in(language);
  parts.heading = say(language, pool + "医疗保障经办机构公告", "Notice of the medical security agency of " + pool);
  if (notice.figure->basis == Basis::assumed) {
    parts.warning = say(language, "草稿，不得发布：数值系假定，请先录入统计公报的数值",
                        "Draft, not to be published: the figure is assumed; put in that of the bulletin first");
  }
  parts.figure = figure_sentence(notice, language);
  parts.start = start_sentence(*notice.figure, language);
  parts.deadline = deadline_sentence(*notice.figure, language);
  return parts;
}

}  // namespace

Result<Notice> notice_of(const Pool& pool, const std::string& indicator, Date day) {
  const auto figures = pool.indicators.find(indicator);
  if (figures == pool.indicators.end()) {
    std::vector<std::string_view> known;
    known.reserve(pool.indicators.size());
    for (const auto& [name, list] : pool.indicators) known.push_back(name);
    const Text meant = did_you_mean(indicator, known,
                                    {"：请写如 city-disposable-income", ": write for example city-disposable-income"});
    return std::unexpected(
        Error{ErrorCode::not_found,
              {"没有指标“" + indicator + "”" + meant.zh, "no indicator '" + indicator + "'" + meant.en},
              {}});
  }
  Notice notice{.pool = &pool, .indicator = indicator};
  for (const Figure& figure : figures->second) {
    if (figure.period.contains(day) && !figure.stand_in) notice.figure = &figure;
  }
  if (notice.figure == nullptr) {
    const std::string at = to_text(day);
    return std::unexpected(Error{ErrorCode::not_found,
                                 {pool.name.zh + "在 " + at + " 没有本市的“" + indicator +
                                      "”数值，无从公告：请在本市政策包 indicators/" + indicator + ".yaml 录入",
                                  pool.name.en + " has no '" + indicator + "' of its own on " + at +
                                      ", there is nothing to announce: put it in "
                                      "indicators/" +
                                      indicator + ".yaml of its pack"},
                                 {}});
  }
  for (const Rule& rule : pool.rules) {
    if (rule.value.indicator == indicator && rule.period.contains(day)) notice.amounts.push_back(&rule);
  }
  if (notice.amounts.empty()) {
    return std::unexpected(
        Error{ErrorCode::not_found,
              {"当日没有标准以“" + indicator + "”计算", "no amount is a share of '" + indicator + "' on that day"},
              {}});
  }
  std::ranges::stable_sort(notice.amounts, {}, &Rule::id);
  return notice;
}

std::string notice_text(const Notice& notice, Language language) {
  const Parts parts = parts_of(notice, language);
  std::string out = parts.heading + "\n\n";
  if (!parts.warning.empty()) out += parts.warning + "\n\n";
  out += parts.figure + "\n" + parts.start + "\n\n";
  for (const Rule* rule : notice.amounts) {
    out += "  " + rule->title.in(language) + say(language, "（", " (") + whom_text(*rule, language) +
           say(language, "）", ")") + say(language, "：", ": ") + to_text(rule->value.money()) +
           say(language, " 元（", " yuan (") + to_text(*rule->value.share) + say(language, "，", ", ") +
           joined(rule->clauses, ", ") + say(language, "）\n", ")\n");
  }
  if (!parts.deadline.empty()) out += "\n" + parts.deadline + "\n";
  return out;
}

std::string notice_html(const Notice& notice, Language language) {
  const Parts parts = parts_of(notice, language);
  const auto cell = [](const std::string& text) { return "<td>" + html_escaped(text) + "</td>"; };
  std::string out = "<!DOCTYPE html>\n<html lang=\"" + say(language, "zh-CN", "en") +
                    "\">\n<head>\n<meta charset=\"utf-8\">\n<title>" + html_escaped(parts.heading) +
                    "</title>\n<style>" + std::string(kStyle) + "</style>\n</head>\n<body>\n<h1>" +
                    html_escaped(parts.heading) + "</h1>\n";
  if (!parts.warning.empty()) out += "<p class=\"draft\">" + html_escaped(parts.warning) + "</p>\n";
  out += "<p>" + html_escaped(parts.figure) + "</p>\n<p>" + html_escaped(parts.start) + "</p>\n<table>\n<tr><th>" +
         say(language, "标准", "amount") + "</th><th>" + say(language, "适用人群", "for whom") + "</th><th>" +
         say(language, "占比", "share") + "</th><th>" + say(language, "元", "yuan") + "</th><th>" +
         say(language, "依据条款", "clauses") + "</th></tr>\n";
  for (const Rule* rule : notice.amounts) {
    out += "<tr>" + cell(rule->title.in(language)) + cell(whom_text(*rule, language)) +
           cell(to_text(*rule->value.share)) + "<td class=\"number\">" + to_text(rule->value.money()) + "</td>" +
           "<td class=\"clauses\">" + html_escaped(joined(rule->clauses, ", ")) + "</td></tr>\n";
  }
  out += "</table>\n";
  if (!parts.deadline.empty()) out += "<p>" + html_escaped(parts.deadline) + "</p>\n";
  return out + "<footer>" +
         say(language, "经办机构（章）：＿＿＿＿＿＿＿＿　　日期：＿＿＿＿＿＿＿＿",
             "agency (seal): ________________ date: ________________") +
         "</footer>\n</body>\n</html>\n";
}

}  // namespace yidan::policy
