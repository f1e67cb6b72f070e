#include "audit/audit.h"

#include <algorithm>

#include "audit/grade.h"
#include "audit/judge.h"
#include "audit/open.h"
#include "audit/sentence.h"

namespace yidan::audit {
namespace {

using policy::Bound;
using policy::Policy;
using policy::Pool;

constexpr std::string_view kIndicators = "indicators.";

class Audit {
 public:
  Audit(const Policy& policy, const Pool& pool, Date on, const Experience& experience)
      : scene_{policy, pool, on, experience}, transition_(transition_of(policy)) {
    report_.pool = &pool;
    report_.on = on;
  }

  Report run() {
    if (scene_.pool.in_force_on(scene_.on) == policy::kNoRule) {
      const std::string day = to_text(scene_.on);
      report_.remarks.push_back(
          {scene_.pool.name.zh + "的政策在 " + day + " 不施行，没有核查任何限度",
           "no policy of " + scene_.pool.name.en + " is in force on " + day + ", nothing is judged"});
      return std::move(report_);
    }
    for (const Bound& bound : scene_.policy.bounds.rows) {
      if (!applies(bound)) continue;
      report_.findings.push_back(finding_of(bound, bound.measure == Measure::open ? Judged{} : judge(scene_, bound)));
    }
    count_open();
    if (report_.findings.empty()) {
      const std::string day = to_text(scene_.on);
      report_.remarks.push_back({"在 " + day + " 没有适用的限度（清单尚未施行，或政策包没有“bounds”文件夹）",
                                 "no bound applies on " + day +
                                     ": the list is not in force, or the packs have no folder "
                                     "'bounds'"});
    }
    return std::move(report_);
  }

 private:
  [[nodiscard]] bool applies(const Bound& bound) const {
    return bound.region.covers(scene_.pool.region) && bound.period.contains(scene_.on);
  }

  // Those that count others come after them; the gate counts the violations of all.
  void count_open() {
    const auto findings = report_.findings;
    for (const bool gate : {false, true}) {
      for (Finding& finding : report_.findings) {
        const Bound& bound = *finding.bound;
        if (bound.measure != Measure::open || (bound.grade_class == BoundClass::gate) != gate) continue;
        Judged judged = judge(scene_, bound, open_findings(bound, findings));
        finding = finding_of(bound, std::move(judged));
      }
    }
  }

  Finding finding_of(const Bound& bound, Judged judged) {
    Measured& measured = judged.measured;
    Finding finding;
    finding.bound = &bound;
    finding.region = scene_.pool.region;
    finding.measured = measured.quantity;
    finding.limit = judged.limit;
    finding.least = judged.least;
    finding.most = judged.most;
    finding.missing = std::move(measured.missing);
    finding.note = std::move(measured.note);
    finding.evidence = std::move(measured.evidence);
    finding.due = bound.due;
    describe_values(finding);
    grade(judged.kept, measured.excused, finding);
    finding.text = sentence_of(finding);
    return finding;
  }

  // What the values that it rests on say of the finding as a whole.
  static void describe_values(Finding& finding) {
    finding.draft = finding.bound->status == PolicyStatus::draft;
    for (const Evidence& evidence : finding.evidence) {
      finding.draft |= evidence.draft;
      if (evidence.basis && (!finding.basis || *evidence.basis > *finding.basis)) finding.basis = evidence.basis;
    }
  }

  void grade(bool kept, bool excused, Finding& finding) const {
    const Bound& bound = *finding.bound;
    if (finding.missing) {
      finding.grade = Grade::not_evaluable;
      return;
    }
    if (!finding.measured) {
      finding.grade = Grade::info;
      return;
    }
    if (kept) return;
    std::optional<Date> issued;
    Date since = bound.period.from;
    for (const Evidence& evidence : finding.evidence) {
      if (evidence.issued && (!issued || *evidence.issued > *issued)) issued = evidence.issued;
      if (!evidence.what.starts_with(kIndicators)) since = std::max(since, evidence.from);
    }
    const Graded graded = grade_of(bound, excused, issued, scene_.on, transition_);
    finding.grade = graded.grade;
    finding.due = graded.due;
    finding.since = since;
    const bool judges_values = bound.measure != Measure::open && bound.grade_class != BoundClass::trend;
    finding.pack_error = judges_values && rests_on_assumptions(finding);
  }

  // No value of a document is among those that deviate: the pack is to be mended. Figures of indicators say nothing
  // of it.
  static bool rests_on_assumptions(const Finding& finding) {
    bool any = false;
    for (const Evidence& evidence : finding.evidence) {
      if (evidence.what.starts_with(kIndicators)) continue;
      if (evidence.basis != Basis::assumed) return false;
      any = true;
    }
    return any;
  }

  Scene scene_;
  Transition transition_;
  Report report_;
};

}  // namespace

std::size_t Report::count(Grade grade) const {
  return static_cast<std::size_t>(std::ranges::count(findings, grade, &Finding::grade));
}

Report audit(const Policy& policy, const Pool& pool, Date on, const Experience& experience) {
  return Audit(policy, pool, on, experience).run();
}

}  // namespace yidan::audit
