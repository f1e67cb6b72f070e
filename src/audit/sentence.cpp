#include "audit/sentence.h"

namespace yidan::audit {
namespace {

using policy::Bound;

Text judgement(const Finding& finding) {
  if (finding.missing) return {"无法判定：" + finding.missing->zh, "cannot be judged: " + finding.missing->en};
  if (!finding.measured) return {};
  const Text measured = spoken(*finding.measured);
  const Text limit = limit_of(finding);
  return {"实际 " + measured.zh + (limit.zh.empty() ? "" : "，应" + limit.zh),
          "measured " + measured.en + (limit.en.empty() ? "" : ", to be " + limit.en)};
}

// A clause of Rizhao's plan in another city; a draft's text or value; an assumed value.
Text reservations(const Finding& finding) {
  Text text;
  const auto add = [&text](const char* zh, const char* en) {
    text.zh += zh;
    text.en += en;
  };
  if (finding.bound->basis == Basis::analogy) add("；类推适用", "; by analogy");
  if (finding.draft) add("；征求意见稿", "; of a draft");
  if (finding.pack_error)
    add("；政策包的假定值超出其限度，应改正政策包", "; the pack's assumed value is outside its bound, mend the pack");
  return text;
}

}  // namespace

Text limit_of(const Finding& finding) {
  if (!finding.limit) return {};
  const Word& how = word(finding.bound->comparison);
  const Text limit = spoken(*finding.limit);
  if (finding.bound->comparison == Comparison::exists) return {"不迟于 " + limit.zh, "there by " + limit.en};
  Text text{std::string(how.zh) + " " + limit.zh, std::string(how.en) + " " + limit.en};
  const bool banded = finding.least && finding.most && *finding.least < *finding.most;
  if (banded) {
    const std::string low = to_text(*finding.least);
    const std::string high = to_text(*finding.most);
    text.zh += "（" + low + " 至 " + high + "）";
    text.en += " (" + low + " to " + high + ")";
  }
  return text;
}

std::string measured_of(const Finding& finding) { return finding.measured ? to_text(*finding.measured) : "?"; }

std::string place_of(const Finding& finding) {
  for (const Evidence& evidence : finding.evidence) {
    if (evidence.at.file.empty()) continue;
    return evidence.at.file + ":" + std::to_string(evidence.at.line);
  }
  return {};
}

std::string keys_of(const Bound& bound) { return bound.of.empty() ? std::string() : bound.of.front().text; }

Text sentence_of(const Finding& finding) {
  Text text = finding.bound->text;
  const Text said = judgement(finding);
  if (!said.zh.empty()) {
    text.zh += "：" + said.zh;
    text.en += ": " + said.en;
  }
  if (!finding.note.zh.empty()) {
    text.zh += "（" + finding.note.zh + "）";
    text.en += " (" + finding.note.en + ")";
  }
  const Text more = reservations(finding);
  return {text.zh + more.zh, text.en + more.en};
}

}  // namespace yidan::audit
