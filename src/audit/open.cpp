#include "audit/open.h"

#include <algorithm>

namespace yidan::audit {
namespace {

using policy::Bound;

bool names(const std::vector<std::string>& ids, const std::string& id) {
  return std::ranges::find(ids, id) != ids.end();
}

// Whether it was issued in the time of which the bound speaks, by the youngest of its values.
bool is_of_the_time(const Bound& bound, const Finding& finding) {
  if (!bound.issued_from && !bound.issued_before) return true;
  std::optional<Date> issued;
  for (const Evidence& evidence : finding.evidence) {
    if (evidence.issued && (!issued || *evidence.issued > *issued)) issued = evidence.issued;
  }
  if (bound.issued_from) return issued && *issued >= *bound.issued_from;
  return !issued || *issued < *bound.issued_before;
}

bool counts(const Bound& bound, const Finding& finding) {
  const Bound& of = *finding.bound;
  if (of.measure == Measure::open || names(bound.except, of.id)) return false;
  if (!bound.counted.empty() && !names(bound.counted, of.id)) return false;
  if (!bound.aspects.empty() && !bound.aspects.contains(of.aspect)) return false;
  if (!bound.counted_schemes.empty() && !bound.counted_schemes.intersects(of.schemes)) return false;
  return true;
}

bool is_open(const Bound& bound, const Finding& finding) {
  if (finding.grade == Grade::violation) return true;
  return finding.grade == Grade::transitional && bound.grade_class != BoundClass::gate;
}

}  // namespace

Measured open_findings(const Bound& bound, const std::vector<Finding>& findings) {
  Measured measured;
  std::int64_t open = 0;
  std::string ids;
  std::string unknown;
  for (const Finding& finding : findings) {
    if (!counts(bound, finding)) continue;
    const std::string& id = finding.bound->id;
    if (finding.grade == Grade::not_evaluable) unknown += (unknown.empty() ? "" : ", ") + id;
    if (!is_open(bound, finding) || !is_of_the_time(bound, finding)) continue;
    ++open;
    ids += (ids.empty() ? "" : ", ") + id;
    measured.evidence.insert(measured.evidence.end(), finding.evidence.begin(), finding.evidence.end());
  }
  measured.quantity = policy::Quantity::count(open);
  if (!ids.empty()) append(measured.note, {"未清理：" + ids, "open: " + ids});
  if (!unknown.empty()) append(measured.note, {"其中无法判定：" + unknown, "of them cannot be judged: " + unknown});
  return measured;
}

}  // namespace yidan::audit
