#include "base/text.h"

#include <algorithm>

#include "prove/report/report.h"
#include "terms/say.h"

namespace yidan::prove {
namespace {

// "1.2".
std::string seconds(std::int64_t milliseconds) {
  const std::int64_t tenths = (milliseconds + 50) / 100;
  return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10);
}

std::string heading_of(const Proof& proof, Language language) {
  const std::string count = std::to_string(proof.situations);
  const std::string time = seconds(proof.milliseconds);
  const std::string name(code(proof.property));
  std::string line =
      "[" + say(language, proof.verdict) + "] " + say(language, proof.property) +
      say(language, "“" + name + "”", " (" + name + ")") +
      say(language, "  情形 " + count + "，" + time + " 秒", "  " + count + " situations, " + time + " s");
  const std::string clauses = joined(proof.clauses, " ");
  return line + (clauses.empty() ? "" : "  " + clauses) + "\n";
}

std::string loss_of(const Proof& proof, Language language) {
  if (!proof.loss) return {};
  const std::string loss = to_grouped_text(*proof.loss);
  std::string line = say(language, "    金额：" + loss + " 元", "    amount: " + loss);
  const bool is_largest = proof.property == Property::splitting || proof.property == Property::not_worse;
  if (proof.at_most) {
    const std::string most = to_grouped_text(*proof.at_most);
    line += say(language, "；没有人超过 " + most + " 元", "; nobody's is more than " + most);
  } else if (is_largest) {
    line += say(language, "，为最大", ", the largest");
  }
  return line + "\n";
}

std::string line_of(const Shown& shown, Language language) {
  const std::string scope = to_grouped_text(shown.scope);
  const std::string paid = to_grouped_text(shown.paid);
  return "    " + shown.text.in(language) +
         say(language, "：政策范围内 " + scope + "，基金支付 " + paid, ": in scope " + scope + ", paid " + paid) +
         (shown.facts.opening.empty() ? "" : say(language, "（年内已有累计）", " (in a year with counters)"));
}

}  // namespace

std::string describe(const Report& report, const std::vector<std::string>& files, Language language) {
  const std::string day = to_text(report.on);
  std::string out = report.pool->name.in(language) +
                    say(language, "的证明，" + day + "：对所有人员、情形、累计和金额",
                        ": proofs of " + day + ", for every person, situation, counter and amount") +
                    "\n";
  if (!report.than.empty()) out += say(language, "比较：", "compared with: ") + report.than + "\n";
  for (const Text& remark : report.remarks) out += remark.in(language) + "\n";
  auto file = files.begin();
  for (const Proof& proof : report.proofs) {
    out += "\n" + heading_of(proof, language) + "    " + proof.text.in(language) + "\n" + loss_of(proof, language);
    for (const Shown& shown : proof.cases) {
      out += line_of(shown, language);
      if (file != files.end()) out += "  " + *file++;
      out += "\n";
    }
  }
  if (report.proofs.empty()) return out;
  out += "\n" + say(language, "共：", "in all: ");
  for (std::size_t i = 0; i < count_of<Verdict>; ++i) {
    const auto verdict = static_cast<Verdict>(i);
    const auto count = std::ranges::count(report.proofs, verdict, &Proof::verdict);
    out += (i == 0 ? "" : say(language, "，", ", ")) + say(language, verdict) + " " + std::to_string(count);
  }
  return out + "\n";
}

}  // namespace yidan::prove
