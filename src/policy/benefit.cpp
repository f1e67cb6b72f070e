#include "policy/benefit.h"

namespace yidan::policy {

RuleId rule_on(const std::vector<InForce>& rows, Date day) {
  for (const InForce& row : rows) {
    if (row.period.contains(day)) return row.rule;
  }
  return kNoRule;
}

RuleId Benefit::in_force_on(Date day) const { return rule_on(in_force, day); }

bool Benefit::is_treatment(Care asked, const Disease* disease) const {
  return traits(asked).may_be_treatment && disease != nullptr && treatments.contains(*disease);
}

const Conditions& Benefit::conditions_on(Date day) const {
  static const Conditions none;
  for (const DatedConditions& dated : conditions) {
    if (dated.period.contains(day)) return dated.conditions;
  }
  return none;
}

bool Benefit::is_for(Scheme scheme, Care asked, const Disease* disease) const {
  if (!schemes.contains(scheme)) return false;
  if (is_treatment(asked, disease)) return true;
  if (!care.contains(asked)) return false;
  return diseases.empty() || (disease != nullptr && diseases.contains(*disease));
}

}  // namespace yidan::policy
