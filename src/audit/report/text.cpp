#include <algorithm>

#include "audit/report/report.h"
#include "audit/sentence.h"
#include "terms/say.h"

namespace yidan::audit {
namespace {

constexpr std::array kWorstFirst{Grade::violation,     Grade::transitional, Grade::warn,
                                 Grade::not_evaluable, Grade::info,         Grade::ok};

std::string line_of(const Finding& finding, Language language) {
  std::string line = "  [" + say(language, finding.grade) + "] " + finding.bound->id + "  " + finding.text.in(language);
  const bool open = finding.grade != Grade::ok && finding.due.has_value();
  if (open) line += say(language, "；期限 ", "; due ") + to_text(*finding.due);
  const std::string place = place_of(finding);
  if (!place.empty()) line += "  " + place;
  return line + "\n";
}

}  // namespace

std::vector<const Finding*> findings_of(const Report& report, Aspect aspect) {
  std::vector<const Finding*> list;
  for (const Grade grade : kWorstFirst) {
    for (const Finding& finding : report.findings) {
      if (finding.bound->aspect == aspect && finding.grade == grade) list.push_back(&finding);
    }
  }
  return list;
}

std::string counts_of(const Report& report, Language language) {
  std::string text;
  for (const Grade grade : kWorstFirst) {
    const std::string count = std::to_string(report.count(grade));
    text += (text.empty() ? "" : say(language, "，", ", ")) + say(language, grade) + " " + count;
  }
  return text;
}

std::string describe(const Report& report, Language language) {
  const std::string day = to_text(report.on);
  std::string out = report.pool->name.in(language) +
                    say(language, "对照待遇清单的核查，", ": audit against the benefit list, ") + day + "\n";
  if (!report.draft.empty()) out += say(language, "叠加草案：", "with the draft: ") + report.draft + "\n";
  for (const Text& remark : report.remarks) out += remark.in(language) + "\n";
  for (std::size_t i = 0; i < count_of<Aspect>; ++i) {
    const auto aspect = static_cast<Aspect>(i);
    const auto findings = findings_of(report, aspect);
    out +=
        "\n" + say(language, aspect) +
        say(language, "（" + std::to_string(findings.size()) + " 项）", " (" + std::to_string(findings.size()) + ")") +
        "\n";
    for (const Finding* finding : findings) out += line_of(*finding, language);
  }
  return out + "\n" + say(language, "共：", "in all: ") + counts_of(report, language) + "\n";
}

}  // namespace yidan::audit
