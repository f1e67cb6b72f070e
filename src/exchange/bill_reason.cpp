#include "exchange/bill_reason.h"

#include "benefit/explain.h"

namespace yidan::exchange {

const CoverGap* gap_of(const Person& person, const benefit::Bill& bill) {
  return bill.status == BillStatus::not_covered ? gap_on(person, bill.rule_date) : nullptr;
}

std::string reason_text(const Person& person, const benefit::Bill& bill, Language language) {
  const CoverGap* gap = gap_of(person, bill);
  return gap != nullptr ? gap->text.in(language) : benefit::explain(*bill.reason, bill, language);
}

std::vector<std::string_view> reason_clauses(const Person& person, const benefit::Bill& bill) {
  const CoverGap* gap = gap_of(person, bill);
  if (gap != nullptr && !gap->clauses.empty()) return {gap->clauses.begin(), gap->clauses.end()};
  return benefit::clauses_of(*bill.reason, *bill.pool);
}

}  // namespace yidan::exchange
