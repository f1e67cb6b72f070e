#include "base/html.h"

#include <algorithm>
#include <array>

#include "audit/report/report.h"
#include "audit/sentence.h"
#include "terms/say.h"

namespace yidan::audit {
namespace {

using policy::Quantity;

// Small print, so that the bounds of a city stand on one page.
constexpr std::string_view kStyle = R"(
@page { size: A4; margin: 9mm; }
* { box-sizing: border-box; }
body { font-family: "Noto Sans CJK SC", "WenQuanYi Micro Hei", "Microsoft YaHei", sans-serif; font-size: 5.8pt;
       line-height: 1.15; color: #111; margin: 0 auto; max-width: 192mm; }
section { break-after: page; }
section:last-of-type { break-after: auto; }
h1 { font-size: 11pt; margin: 0 0 1mm; }
p { margin: 0 0 1mm; }
table { border-collapse: collapse; width: 100%; table-layout: fixed; }
th, td { border-bottom: 0.2pt solid #bbb; padding: 0.2mm 0.8mm; text-align: left; vertical-align: top;
         overflow-wrap: anywhere; }
thead th { border-bottom: 0.6pt solid #111; }
tr { break-inside: avoid; }
tr.aspect th { background: #eee; font-size: 6.2pt; }
td.number { text-align: right; }
.violation { font-weight: bold; color: #a00; }
.transitional { font-weight: bold; color: #a05a00; }
.warn { color: #7a5a00; }
.not-evaluable, .info { color: #555; }
.note { color: #444; }
footer { margin-top: 2mm; display: flex; justify-content: space-between; font-size: 7pt; }
)";

constexpr int kWidth = 100;  // of a bar
constexpr int kHeight = 10;

// A measured value beside its limit, as a picture: only of what has a size.
class Bar {
 public:
  explicit Bar(const Finding& finding) : finding_(finding) {
    if (!finding.measured || !finding.limit) return;
    std::optional<Quantity> top;
    for (const auto* each : {&finding.measured, &finding.limit, &finding.least, &finding.most}) {
      if (!each->has_value()) continue;
      if (!has_size(**each)) return;
      if (!top || **each > *top) top = **each;
    }
    if (top && top->value() > 0) top_ = top;
  }

  [[nodiscard]] std::string svg() const {
    if (!top_) return {};
    const int value = place(*finding_.measured);
    const int low = finding_.least ? place(*finding_.least) : 0;
    const int high = finding_.most ? place(*finding_.most) : kWidth;
    const bool kept = finding_.grade == Grade::ok;
    std::string out = "<svg viewBox=\"0 0 " + std::to_string(kWidth) + " " + std::to_string(kHeight) +
                      "\" width=\"100%\" height=\"2.2mm\" preserveAspectRatio=\"none\" role=\"img\" aria-label=\"" +
                      html_escaped(to_text(*finding_.measured) + " / " + to_text(*finding_.limit)) + "\">";
    out += rectangle(0, kWidth, 0, kHeight, "#eee");
    out += rectangle(low, std::max(low + 1, high), 0, kHeight, "#cfe3cf");
    out += rectangle(0, value, 2, kHeight - 2, kept ? "#3a6ea5" : "#b03a2e");
    const int at = std::min(place(*finding_.limit), kWidth - 1);
    return out + rectangle(at, at + 1, 0, kHeight, "#111") + "</svg>";
  }

 private:
  static bool has_size(const Quantity& quantity) {
    using Unit = Quantity::Unit;
    const Unit unit = quantity.unit();
    return unit != Unit::day && unit != Unit::unlimited && quantity.value() >= 0;
  }
  // Nine tenths of the width are the largest of the values.
  [[nodiscard]] int place(const Quantity& quantity) const {
    const Exact whole = top_->value() * quantity.per();
    return static_cast<int>(quantity.value() * top_->per() * (Exact{kWidth} * 9) / (whole * 10));
  }
  static std::string rectangle(int from, int to, int top, int bottom, std::string_view fill) {
    return "<rect x=\"" + std::to_string(from) + "\" y=\"" + std::to_string(top) + "\" width=\"" +
           std::to_string(std::max(0, to - from)) + "\" height=\"" + std::to_string(bottom - top) + "\" fill=\"" +
           std::string(fill) + "\"/>";
  }

  const Finding& finding_;
  std::optional<Quantity> top_;
};

class Page : private Speaker {
 public:
  explicit Page(Language language) : Speaker(language) {}

  std::string write(const std::vector<Report>& reports) {
    out_ = "<!DOCTYPE html>\n<html lang=\"" + say("zh-CN", "en") + "\">\n<head>\n<meta charset=\"utf-8\">\n<title>" +
           say("对照待遇清单的核查", "Audit against the benefit list") + "</title>\n<style>" + std::string(kStyle) +
           "</style>\n</head>\n<body>\n";
    for (const Report& report : reports) add(report);
    return out_ + "</body>\n</html>\n";
  }

 private:
  void add(const Report& report) {
    out_ += "<section>\n<h1>" + html_escaped(report.pool->name.in(language())) +
            say("对照待遇清单的核查（", ": audit against the benefit list, ") + to_text(report.on) + say("）", "") +
            "</h1>\n";
    if (!report.draft.empty())
      out_ += "<p>" + say("叠加草案：", "with the draft: ") + html_escaped(report.draft) + "</p>\n";
    out_ += "<p>" + html_escaped(counts_of(report, language())) + "</p>\n";
    for (const Text& remark : report.remarks) out_ += "<p>" + html_escaped(remark.in(language())) + "</p>\n";
    add_table(report);
    out_ += "<footer><span>" + say("核查人：＿＿＿＿＿＿", "audited by: ____________") + "</span><span>" +
            say("复核人：＿＿＿＿＿＿", "checked by: ____________") + "</span><span>" +
            say("日期：＿＿＿＿＿＿", "date: ____________") + "</span></footer>\n</section>\n";
  }

  void add_table(const Report& report) {
    out_ +=
        "<table>\n<colgroup><col style=\"width:8%\"><col style=\"width:12%\"><col style=\"width:42%\">"
        "<col style=\"width:9%\"><col style=\"width:9%\"><col style=\"width:12%\"><col style=\"width:8%\"></colgroup>\n"
        "<thead><tr>";
    for (const std::string& name : {say("结论", "grade"), say("条款", "clause"), say("限度", "bound"),
                                    say("实际", "measured"), std::string(), say("应", "to be"), say("期限", "due")}) {
      out_ += "<th>" + name + "</th>";
    }
    out_ += "</tr></thead>\n<tbody>\n";
    for (std::size_t i = 0; i < count_of<Aspect>; ++i) {
      const auto aspect = static_cast<Aspect>(i);
      const auto findings = findings_of(report, aspect);
      out_ += "<tr class=\"aspect\"><th colspan=\"7\">" + say(aspect) + say("（", " (") +
              std::to_string(findings.size()) + say(" 项）", ")") + "</th></tr>\n";
      for (const Finding* finding : findings) add(*finding);
    }
    out_ += "</tbody>\n</table>\n";
  }

  void cell(const std::string& content, std::string_view type = {}) {
    out_ += type.empty() ? "<td>" : "<td class=\"" + std::string(type) + "\">";
    out_ += content + "</td>";
  }

  void add(const Finding& finding) {
    const std::string grade(code(finding.grade));
    out_ += "<tr>";
    cell(say(finding.grade), grade);
    cell(html_escaped(finding.bound->id));
    cell(html_escaped(finding.bound->text.in(language())) + note_of(finding));
    cell(finding.measured ? html_escaped(spoken(*finding.measured).in(language())) : "–", "number");
    cell(Bar(finding).svg());
    cell(html_escaped(limit_of(finding).in(language())));
    cell(finding.due && finding.grade != Grade::ok ? to_text(*finding.due) : "");
    out_ += "</tr>\n";
  }

  // Of what is not simply kept: what is missing or to be said, and where the value stands.
  [[nodiscard]] std::string note_of(const Finding& finding) const {
    if (finding.grade == Grade::ok) return {};
    const Text note = finding.missing ? *finding.missing : finding.note;
    const std::string place = place_of(finding);
    std::string text = html_escaped(note.in(language()));
    if (!place.empty()) text += (text.empty() ? "" : say("；", "; ")) + html_escaped(place);
    return text.empty() ? text : " <span class=\"note\">" + text + "</span>";
  }

  std::string out_;
};

}  // namespace

std::string html_of(const std::vector<Report>& reports, Language language) { return Page(language).write(reports); }

}  // namespace yidan::audit
