#include "exchange/bill_reason.h"

#include "benefit/explain.h"

namespace yidan::exchange {

const CoverGap* gap_of(const Case& facts, const benefit::Bill& bill) {
  return bill.status == BillStatus::not_covered ? gap_on(facts.person, bill.rule_date) : nullptr;
}

std::string reason_text(const Case& facts, const benefit::Bill& bill, Language language) {
  const CoverGap* gap = gap_of(facts, bill);
  return gap != nullptr ? gap->text.in(language) : benefit::explain(*bill.reason, bill, language);
}

std::vector<std::string_view> reason_clauses(const Case& facts, const benefit::Bill& bill) {
  const CoverGap* gap = gap_of(facts, bill);
  if (gap != nullptr && !gap->clauses.empty()) return {gap->clauses.begin(), gap->clauses.end()};
  return benefit::clauses_of(*bill.reason, *bill.pool);
}

}  // namespace yidan::exchange
