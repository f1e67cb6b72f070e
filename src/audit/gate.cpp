#include "audit/gate.h"

#include <algorithm>
#include <set>

#include "audit/audit.h"
#include "audit/sentence.h"

namespace yidan::audit {
namespace {

bool counts_others(const Finding& finding) { return finding.bound->measure == Measure::open; }
bool is_gate(const Finding& finding) { return finding.bound->grade_class == BoundClass::gate; }

class Gatekeeper {
 public:
  Gatekeeper(const policy::Policy& policy, const policy::Pool& pool, Date on, std::span<const std::string> excused)
      : policy_(policy), pool_(pool), on_(on), excused_(excused) {}

  GateAnswer answer() {
    GateAnswer answer{.on = on_};
    look(on_, answer);
    for (const Date day : later_days()) look(day, answer);
    return answer;
  }

 private:
  [[nodiscard]] std::set<Date> later_days() const {
    std::set<Date> days;
    for (const policy::Rule& rule : pool_.rules) {
      if (rule.period.from > on_) days.insert(rule.period.from);
    }
    return days;
  }

  void look(Date day, GateAnswer& answer) {
    const Report report = audit(policy_, pool_, day);
    answer.days += day == on_ ? 0U : 1U;
    const bool closes =
        std::ranges::any_of(report.findings, [](const Finding& each) { return is_gate(each) && is_violation(each); });
    bool refuses = false;
    for (const Finding& finding : report.findings) {
      if (is_gate(finding) || !is_of_day(finding, day)) continue;
      if (finding.grade == Grade::transitional && day == on_ && !counts_others(finding)) {
        answer.in_time.push_back(held(finding, day));
      }
      if (!is_violation(finding)) continue;
      const bool permitted = is_excused(finding);
      // What counts others is shown, and refuses nothing by itself.
      if (closes && !permitted) refuses = refuses || !counts_others(finding);
      note(closes && !permitted ? answer.refused : answer.warned, finding, day);
    }
    if (!refuses) return drop_counts(answer, day);
    for (const Finding& finding : report.findings) {
      if (is_gate(finding) && is_violation(finding)) note(answer.refused, finding, day);
    }
  }

  // Without a violation of its own a day refuses nothing: what only counts others goes.
  static void drop_counts(GateAnswer& answer, Date day) {
    std::erase_if(answer.refused, [day](const Held& each) { return each.day == day; });
  }

  static bool is_violation(const Finding& finding) { return finding.grade == Grade::violation; }

  // Of a later day only what begins to deviate after the day of the gate.
  [[nodiscard]] bool is_of_day(const Finding& finding, Date day) const {
    return day == on_ || (finding.since && *finding.since > on_);
  }

  [[nodiscard]] bool is_excused(const Finding& finding) const {
    return std::ranges::any_of(finding.evidence, [&](const Evidence& each) {
      return std::ranges::find(excused_, each.what) != excused_.end();
    });
  }

  // Each bound once, on the first day on which it was found.
  static void note(std::vector<Held>& list, const Finding& finding, Date day) {
    const bool known = std::ranges::find(list, finding.bound->id, &Held::id) != list.end();
    if (!known) list.push_back(held(finding, day));
  }

  static Held held(const Finding& finding, Date day) {
    return {.day = day,
            .id = finding.bound->id,
            .clauses = finding.bound->clauses,
            .measured = measured_of(finding),
            .limit = finding.limit ? to_text(*finding.limit) : std::string(),
            .text = finding.text};
  }

  const policy::Policy& policy_;
  const policy::Pool& pool_;
  Date on_;
  std::span<const std::string> excused_;
};

}  // namespace

GateAnswer gate(const policy::Policy& policy, const policy::Pool& pool, Date on, std::span<const std::string> excused) {
  return Gatekeeper(policy, pool, on, excused).answer();
}

}  // namespace yidan::audit
